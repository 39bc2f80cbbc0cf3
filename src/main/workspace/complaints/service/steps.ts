import type { SliceHandlers } from '#contract/call'
import type { complaints } from '#contract/complaints'
import { asksOf, isReopening, open, type ComplaintStatus } from '#contract/complaintStatus'
import { WorkspaceError } from '#contract/errors'
import type { PersonId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { updateComplaint } from '../queries/write.ts'
import { beginPause, stopPause } from './clocks.ts'
import { countAnew } from './counting.ts'
import { knownOpen, tell } from './known.ts'

/** Steps and assignments, of one or of many at once: the same rules guard both. */
export const stepHandlers: SliceHandlers<
  Pick<typeof complaints, 'setStatus' | 'assign'>,
  Contexts
> = {
  async setStatus(context, { ids, to, reason }) {
    const before = []
    for (const id of ids) {
      const found = await knownOpen(context.db, id)
      await refuseStep(context.db, found, to, reason)
      // A duplicate says of what: `markRepeat` asks.
      if (to === 'duplicate') throw new WorkspaceError('complaints.repeats-what')
      before.push({ id, status: found.row.status })
      await takeStep(context, found, to, reason)
    }
    return { before }
  },

  async assign(context, { ids, personId }) {
    const { db, writer, clock, record } = context
    if (personId !== null) await refuseStranger(db, personId)
    const before = []
    for (const id of ids) {
      const { row } = await knownOpen(db, id)
      before.push({ id, personId: row.assignee_id })
      if (row.assignee_id === personId) continue
      await updateComplaint(writer, id, {
        ...{ assignee_id: personId, changed_at: clock.now(), version: row.version + 1 },
      })
      record('complaint', id, ['assignee_id'])
      await tell(context, id, { kind: 'assigned', assigneeId: personId })
    }
    return { before }
  },
}

/**
 * Takes a step that was not refused.
 * @param manner `taken-back`: as if the step before had never been taken
 */
export async function takeStep(
  context: CommandContext,
  { row }: OpenComplaint,
  to: ComplaintStatus,
  reason: string,
  manner: 'taken' | 'taken-back' = 'taken',
): Promise<void> {
  const { writer, clock, record } = context
  const at = clock.now()
  const again = manner === 'taken' && isReopening(row.status, to) ? 1 : 0
  const [was, is] = [open.includes(row.status), open.includes(to)]
  await updateComplaint(writer, row.id, {
    ...{ status: to, status_at: at, status_reason: reason, reopened: row.reopened + again },
    ...(was === is ? {} : { settled_at: is ? null : at }),
    // What is taken up again is given its whole time again, to be closed.
    ...(again === 1 ? { clocks_from: at } : {}),
    ...(row.repeats_id === null ? {} : { repeats_id: null }),
    ...{ changed_at: at, version: row.version + 1 },
  })
  record('complaint', row.id, ['status', 'status_reason', ...(again === 1 ? ['reopened'] : [])])
  await tell(context, row.id, { kind: 'status', from: row.status, to, text: reason })
  // Who waits for the complainant does not let the clocks run that may stand still.
  if (to === 'needs-information' && row.paused === 0) {
    await beginPause(context, row.id, reason, null)
  } else if (row.status === 'needs-information' || !is) await stopPause(context, row.id)
  await countAnew(context, row.id)
}

/** @throws WorkspaceError `complaints.not-from-here`, `.reason-missing`, `.questions-open` */
export async function refuseStep(
  db: Reader,
  { row, fields }: OpenComplaint,
  to: ComplaintStatus,
  reason: string,
): Promise<void> {
  const asks = asksOf(row.status, to)
  const { number } = row
  if (asks === null) throw new WorkspaceError('complaints.not-from-here', { number })
  if ((asks === 'reason' || asks === 'master') && reason === '') {
    throw new WorkspaceError('complaints.reason-missing')
  }
  if (asks !== 'closing') return
  const subKinds = await itemsOf(db, 'complaint-sub-kinds', true)
  const questions = subKinds.find(({ key }) => key === fields.subKind)?.questions ?? []
  if (questions.some(({ key, needed }) => needed && fields.answers[key] === undefined)) {
    throw new WorkspaceError('complaints.questions-open', { number })
  }
}

/** Complaints are given to who works on them. @throws WorkspaceError `complaints.unknown-person` */
async function refuseStranger(db: Reader, id: PersonId): Promise<void> {
  const person = (await listPeople(db)).find((each) => each.id === id)
  const works = person?.roles.some(
    (role) => role === 'complaints-officer' || role === 'administrator',
  )
  if (person?.active !== true || works !== true) {
    throw new WorkspaceError('complaints.unknown-person')
  }
}
