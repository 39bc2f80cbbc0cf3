import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { NoteId } from '#contract/planning'
import type { postFindings } from '#contract/postFindings'
import type { PostId } from '#contract/postIds'
import type { CommandContext, Contexts } from '../../context.ts'
import { findNote } from '../../planning/queries/notes.ts'
import { insertAllowance, listAllowances, removeAllowances } from '../queries/allowances.ts'
import { present } from './saving.ts'

type AllowanceCalls = Pick<typeof postFindings, 'allowInBlackout' | 'withdrawAllowance'>

/** One post let through a blackout that holds cheerful ones. */
export const allowanceHandlers: SliceHandlers<AllowanceCalls, Contexts> = {
  async allowInBlackout(context, { id, noteId, reason }) {
    const { db, writer, newId, clock, actor, record } = context
    await present(context, id)
    const found = await findNote(db, noteId)
    if (found === null || found.removed) throw new WorkspaceError('planning.unknown-note')
    // A newer word takes the place of an older one, which stays on record.
    await withdraw(context, id, noteId)
    const allowanceId = newId()
    await insertAllowance(writer, {
      ...{ id: allowanceId, post_id: id, note_id: noteId, reason },
      ...{ given_by: actor.id, given_at: clock.now(), removed_at: null },
    })
    record('blackout_allowance', allowanceId, ['post_id', 'note_id', 'reason', 'given_by'])
    return {}
  },

  async withdrawAllowance(context, { id, noteId }) {
    await present(context, id)
    if (!(await withdraw(context, id, noteId))) {
      throw new WorkspaceError('posts.not-allowed-in-blackout')
    }
    return {}
  },
}

/** Whether there was an exception to take back. */
async function withdraw(
  { db, writer, clock, record }: CommandContext,
  id: PostId,
  noteId: NoteId,
): Promise<boolean> {
  const given = (await listAllowances(db, id)).filter((each) => each.noteId === noteId)
  if (given.length === 0) return false
  await removeAllowances(writer, id, noteId, clock.now())
  for (const each of given) record('blackout_allowance', each.id, ['removed_at'])
  return true
}
