import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { HoldId, type Hold, type planning } from '#contract/planning'
import type { Contexts } from '../context.ts'
import type { Reader } from '../database/schema.ts'
import { endHold, findHold, insertHold, openHold, pastHolds } from './queries/holds.ts'

type HoldCalls = Pick<typeof planning, 'holdState' | 'holdAll' | 'resume'>

/** "Gantung semua": at most one hold lasts at a time. */
export const holdHandlers: SliceHandlers<HoldCalls, Contexts> = {
  async holdState({ db }) {
    return { open: await openHold(db), past: await pastHolds(db) }
  },

  async holdAll({ db, writer, clock, newId, actor, record }, { reason }) {
    if ((await openHold(db)) !== null) throw new WorkspaceError('planning.already-held')
    const id = HoldId.parse(newId())
    await insertHold(writer, { id, reason, since: clock.now(), by: actor.id })
    record('hold', id, ['reason', 'since', 'held_by', 'open'])
    return known(db, id)
  },

  async resume({ db, writer, clock, actor, record }, { note }) {
    const open = await openHold(db)
    if (open === null) throw new WorkspaceError('planning.not-held')
    await endHold(writer, open.id, { at: clock.now(), by: actor.id, note })
    record('hold', open.id, ['open', 'resumed_at', 'resumed_by', 'resume_note'])
    return known(db, open.id)
  },
}

/** A hold that was just written. */
async function known(db: Reader, id: HoldId): Promise<Hold> {
  const found = await findHold(db, id)
  if (found === null) throw new WorkspaceError('planning.not-held')
  return found
}
