import type { SliceHandlers } from '#contract/call'
import { FlagId, type complaintFlags } from '#contract/complaintFlags'
import { WorkspaceError } from '#contract/errors'
import type { PlainDate } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import {
  findFlag,
  findFlagOf,
  insertFlag,
  listDueFlags,
  toFlag,
  updateFlag,
} from '../queries/flags.ts'
import { knownPerson } from './known.ts'

/** Care with a complainant: a reason, another person's approval, and a day of review. */
export const flagHandlers: SliceHandlers<typeof complaintFlags, Contexts> = {
  async flag({ db }, { complainantId }) {
    const row = await findFlagOf(db, complainantId)
    return row === null ? null : toFlag(row)
  },

  flagsDue: ({ db, clock }) => listDueFlags(db, malaysianTime(clock.now()).day),

  async askFlag(context, { complainantId, reason, reviewOn }) {
    const { db, writer, newId, clock, actor, record } = context
    await knownPerson(db, complainantId)
    refusePast(context, reviewOn)
    if ((await findFlagOf(db, complainantId)) !== null) {
      throw new WorkspaceError('complaints.flag-there')
    }
    const id = FlagId.parse(newId())
    await insertFlag(writer, {
      ...{ id, complainant_id: complainantId, reason, review_on: reviewOn },
      ...{ asked_by: actor.id, asked_at: clock.now() },
      ...{ approved_by: null, approved_at: null, ended_at: null },
    })
    record('complainant_flag', id, ['complainant_id', 'reason', 'review_on'])
    return shown(context, id)
  },

  async approveFlag(context, { id }) {
    const { writer, clock, actor, record } = context
    const row = await standing(context, id)
    if (row.asked_by === actor.id) throw new WorkspaceError('complaints.own-flag')
    if (row.approved_at !== null) throw new WorkspaceError('complaints.flag-approved')
    await updateFlag(writer, id, { approved_by: actor.id, approved_at: clock.now() })
    record('complainant_flag', id, ['approved_by', 'approved_at'])
    return shown(context, id)
  },

  async keepFlag(context, { id, reviewOn }) {
    const row = await standing(context, id)
    if (row.approved_at === null) throw new WorkspaceError('complaints.flag-unapproved')
    refusePast(context, reviewOn)
    await updateFlag(context.writer, id, { review_on: reviewOn })
    context.record('complainant_flag', id, ['review_on'])
    return shown(context, id)
  },

  async endFlag(context, { id }) {
    await standing(context, id)
    await updateFlag(context.writer, id, { ended_at: context.clock.now() })
    context.record('complainant_flag', id, ['ended_at'])
    return shown(context, id)
  },

  async bringBackFlag(context, { id }) {
    const row = await findFlag(context.db, id)
    if (row === null) throw new WorkspaceError('complaints.unknown-flag')
    const other = await findFlagOf(context.db, row.complainant_id)
    if (other !== null) throw new WorkspaceError('complaints.flag-there')
    await updateFlag(context.writer, id, { ended_at: null })
    context.record('complainant_flag', id, ['ended_at'])
    return shown(context, id)
  },
}

/** @throws WorkspaceError `complaints.review-past` */
function refusePast({ clock }: CommandContext, day: PlainDate): void {
  if (day <= malaysianTime(clock.now()).day) throw new WorkspaceError('complaints.review-past')
}

/** One that has not ended. @throws WorkspaceError `complaints.unknown-flag` */
async function standing({ db }: CommandContext, id: FlagId) {
  const row = await findFlag(db, id)
  if (row === null || row.ended_at !== null) throw new WorkspaceError('complaints.unknown-flag')
  return row
}

async function shown({ db }: CommandContext, id: FlagId) {
  const row = await findFlag(db, id)
  if (row === null) throw new WorkspaceError('complaints.unknown-flag')
  return toFlag(row)
}
