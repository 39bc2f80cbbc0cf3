import type { AccountId } from '#contract/accounts'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { CalendarNote, Hold } from '#contract/planning'
import type { HeldBy, postHeld } from '#contract/postHeld'
import type { Post } from '#contract/posts'
import type { WaveCategory } from '#contract/reference'
import type { PlainDate } from '#contract/values'
import type { Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { openHold } from '../../planning/queries/holds.ts'
import { notesBetween } from '../../planning/queries/notes.ts'
import { itemsOf } from '../../reference/queries.ts'
import { listAllowances } from '../queries/allowances.ts'
import { findPost } from '../queries/rows.ts'
import { ruledAccounts, type RuledAccount } from '../queries/ruledAccounts.ts'
import { forbiddingBlackout, moodOf, type Allowance } from '../rules/blackout.ts'
import { slotsOf } from '../rules/slots.ts'
import { statesConcerned } from './checking.ts'

/** What keeps posts from being published on some days, read once for however many are asked about. */
export interface Holding {
  readonly hold: Hold | null
  /** The blackouts of those days that hold. */
  readonly blackouts: readonly CalendarNote[]
  readonly categories: readonly WaveCategory[]
  readonly accounts: ReadonlyMap<AccountId, RuledAccount>
}

export async function openHolding(db: Reader, from: PlainDate, to: PlainDate): Promise<Holding> {
  const notes = await notesBetween(db, from, to)
  const blackouts = notes.filter(({ effect }) => effect === 'hold')
  const isAsked = blackouts.length > 0
  return {
    ...{ hold: await openHold(db), blackouts },
    categories: isAsked ? await itemsOf(db, 'wave-categories', true) : [],
    accounts: isAsked ? await ruledAccounts(db) : new Map<AccountId, RuledAccount>(),
  }
}

/** Whether there is anything that could hold a post. */
export function holdsAny({ hold, blackouts }: Holding): boolean {
  return hold !== null || blackouts.length > 0
}

/**
 * Why a post may not come out on an account on the first of some days on which it may not: the same
 * as `refuseMoment` has it when somebody records that it did.
 * @param accountId null: the post has no account yet
 */
export function heldBy(
  { hold, blackouts, categories, accounts }: Holding,
  { content }: Pick<Post, 'content'>,
  allowed: readonly Allowance[],
  accountId: AccountId | null,
  days: readonly PlainDate[],
): HeldBy | null {
  if (hold !== null) {
    return { by: 'hold', reason: hold.reason, since: hold.since, byName: hold.byName }
  }
  const account = accountId === null ? undefined : accounts.get(accountId)
  const states = statesConcerned(content, account === undefined ? [] : [account])
  const mood = moodOf(content.category, categories)
  for (const day of days) {
    const found = forbiddingBlackout(blackouts, mood, { day, states }, allowed)
    if (found !== null) {
      const { id: noteId, title, reason, endsOn } = found
      return { by: 'blackout', noteId, title, reason: reason ?? 'other', day, endsOn }
    }
  }
  return null
}

/** What somebody is told before they publish by hand. */
export const holdingHandlers: SliceHandlers<typeof postHeld, Contexts> = {
  async heldAccounts({ db, clock }, { id }) {
    const now = malaysianTime(clock.now())
    const post = await findPost(db, id, now)
    if (post === null) throw new WorkspaceError('posts.unknown')
    const today = now.day
    const slots = new Map(slotsOf(post.content).map(({ accountId, day }) => [accountId, day]))
    const last = [...slots.values()].reduce((one, other) => (other > one ? other : one), today)
    const holding = await openHolding(db, today, last)
    if (!holdsAny(holding)) return []
    const allowed = await listAllowances(db, id)
    return post.content.accounts.flatMap(({ accountId }) => {
      const slot = slots.get(accountId) ?? today
      // What is late comes out today, whatever its slot was.
      const days = slot > today ? [today, slot] : [today]
      const held = heldBy(holding, post, allowed, accountId, days)
      return held === null ? [] : { accountId, held }
    })
  },
}
