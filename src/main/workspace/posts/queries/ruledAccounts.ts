import type { AccountId } from '#contract/accounts'
import type { Rhythm } from '#contract/reference'
import type { StateCode } from '#contract/states'
import { listAccounts } from '../../accounts/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import type { TextAccount } from '../rules/texts.ts'

/** An account as the rules see it: what it does not say itself its channel says. */
export interface RuledAccount extends TextAccount {
  readonly id: AccountId
  readonly state: StateCode | null
  readonly quota: Rhythm | null
}

/** Every account of the register; those out of use too, as posts may still be on them. */
export async function ruledAccounts(db: Reader): Promise<ReadonlyMap<AccountId, RuledAccount>> {
  const channels = new Map((await itemsOf(db, 'channels', true)).map((item) => [item.key, item]))
  return new Map(
    (await listAccounts(db)).map(({ id, channel, state, quota, textLimit, officialEmail }) => {
      const general = channels.get(channel)
      return [
        id,
        {
          ...{ id, channel, state, officialEmail },
          quota: quota ?? general?.perDay ?? null,
          textLimit: textLimit ?? general?.textLimit ?? null,
        },
      ]
    }),
  )
}
