import type { SliceHandlers } from '#contract/call'
import { HoldId, type complaintHolds, type LegalHold } from '#contract/complaintHolds'
import { WorkspaceError } from '#contract/errors'
import type { PlainDate } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import {
  findHold,
  insertHold,
  isHeld,
  listHolds,
  listHoldsOf,
  updateHold,
} from '../queries/holds.ts'
import { knownOpen } from './known.ts'

/** What keeps a case whatever its retention says: a reason, a person, a day of review. */
export const holdHandlers: SliceHandlers<typeof complaintHolds, Contexts> = {
  async holdsOf({ db }, { id }) {
    await knownOpen(db, id)
    return listHoldsOf(db, id)
  },

  holds: ({ db }) => listHolds(db),

  async setHold(context, { id: complaintId, reason, reviewOn }) {
    const { db, writer, newId, clock, actor, record } = context
    await knownOpen(db, complaintId)
    refusePast(context, reviewOn)
    if (await isHeld(db, complaintId)) throw new WorkspaceError('complaints.hold-there')
    const id = HoldId.parse(newId())
    await insertHold(writer, {
      ...{ id, complaint_id: complaintId, reason, at: clock.now(), by_id: actor.id },
      ...{ review_on: reviewOn, ended_at: null, ended_by: null, end_reason: '' },
    })
    record('complaint_hold', id, ['complaint_id', 'reason', 'review_on'])
    return known(db, id)
  },

  async keepHold(context, { id, reviewOn }) {
    await standing(context.db, id)
    refusePast(context, reviewOn)
    await updateHold(context.writer, id, { review_on: reviewOn })
    context.record('complaint_hold', id, ['review_on'])
    return known(context.db, id)
  },

  async endHold({ db, writer, clock, actor, record }, { id, reason }) {
    await standing(db, id)
    const ended = { ended_at: clock.now(), ended_by: actor.id, end_reason: reason }
    await updateHold(writer, id, ended)
    record('complaint_hold', id, Object.keys(ended))
    return known(db, id)
  },

  async bringBackHold({ db, writer, record }, { id }) {
    const { endedAt, complaintId } = await known(db, id)
    if (endedAt === null) throw new WorkspaceError('complaints.hold-stands')
    if (await isHeld(db, complaintId)) throw new WorkspaceError('complaints.hold-there')
    const standsAgain = { ended_at: null, ended_by: null, end_reason: '' }
    await updateHold(writer, id, standsAgain)
    record('complaint_hold', id, Object.keys(standsAgain))
    return known(db, id)
  },
}

/** @throws WorkspaceError `complaints.review-past` */
function refusePast({ clock }: CommandContext, day: PlainDate): void {
  if (day <= malaysianTime(clock.now()).day) throw new WorkspaceError('complaints.review-past')
}

/** One that was not lifted. @throws WorkspaceError `complaints.unknown-hold` */
async function standing(db: Reader, id: HoldId): Promise<void> {
  if ((await known(db, id)).endedAt !== null) throw new WorkspaceError('complaints.unknown-hold')
}

/** @throws WorkspaceError `complaints.unknown-hold` */
async function known(db: Reader, id: HoldId): Promise<LegalHold> {
  const found = await findHold(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown-hold')
  return found
}
