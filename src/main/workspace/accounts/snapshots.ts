import { SnapshotId, type AccountId, type accounts, type Snapshot } from '#contract/accounts'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { PlainDate } from '#contract/values'
import type { CommandContext, Contexts } from '../context.ts'
import { malaysianTime } from '../days/rules/malaysianTime.ts'
import {
  findAccount,
  findSnapshot,
  insertSnapshot,
  listSnapshots,
  updateSnapshot,
} from './queries.ts'

type SnapshotCalls = Pick<
  typeof accounts,
  'addSnapshot' | 'changeSnapshot' | 'removeSnapshot' | 'bringBackSnapshot'
>

/** The numbers of an account, one row a day. */
export const snapshotHandlers: SliceHandlers<SnapshotCalls, Contexts> = {
  async addSnapshot(context, { accountId, numbers }) {
    const { db, writer, newId, clock, actor, record } = context
    if ((await findAccount(db, accountId)) === null) throw new WorkspaceError('accounts.unknown')
    await refuseDay(context, accountId, numbers.day, null)
    const id = SnapshotId.parse(newId())
    await insertSnapshot(writer, {
      ...{ id, account_id: accountId, ...numbers },
      ...{ recorded_by: actor.id, recorded_at: clock.now(), removed_at: null },
    })
    record('account_snapshot', id, ['account_id', 'day', 'followers', 'likes'])
    return present(context, id)
  },

  async changeSnapshot(context, { id, numbers }) {
    const { writer, clock, actor, record } = context
    const before = await present(context, id)
    await refuseDay(context, before.accountId, numbers.day, id)
    await updateSnapshot(writer, id, {
      ...numbers,
      ...{ recorded_by: actor.id, recorded_at: clock.now() },
    })
    const fields = (['day', 'followers', 'likes'] as const).filter(
      (field) => before[field] !== numbers[field],
    )
    record('account_snapshot', id, [...fields, 'recorded_by', 'recorded_at'])
    return present(context, id)
  },

  async removeSnapshot(context, { id }) {
    await present(context, id)
    await updateSnapshot(context.writer, id, { removed_at: context.clock.now() })
    context.record('account_snapshot', id, ['removed_at'])
    return { id }
  },

  async bringBackSnapshot(context, { id }) {
    const found = await findSnapshot(context.db, id)
    if (found === null) throw new WorkspaceError('accounts.unknown-snapshot')
    await refuseDay(context, found.snapshot.accountId, found.snapshot.day, id)
    await updateSnapshot(context.writer, id, { removed_at: null })
    context.record('account_snapshot', id, ['removed_at'])
    return present(context, id)
  },
}

async function present({ db }: CommandContext, id: SnapshotId): Promise<Snapshot> {
  const found = await findSnapshot(db, id)
  if (found === null || found.removed) throw new WorkspaceError('accounts.unknown-snapshot')
  return found.snapshot
}

/** One row a day and account, and none of a day that has not come. */
async function refuseDay(
  { db, clock }: CommandContext,
  accountId: AccountId,
  day: PlainDate,
  own: SnapshotId | null,
): Promise<void> {
  if (day > malaysianTime(clock.now()).day) throw new WorkspaceError('accounts.day-in-future')
  const others = await listSnapshots(db, accountId)
  if (others.some((each) => each.id !== own && each.day === day)) {
    throw new WorkspaceError('accounts.day-taken')
  }
}
