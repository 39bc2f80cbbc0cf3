import type { AnswerId } from '#contract/complaintAnswers'
import type { TogetherId } from '#contract/complaintGroupAnswers'
import type { ComplaintId } from '#contract/complaintFields'
import type { Reader } from '../../database/schema.ts'

/** An answer that was begun with others, as they are put together. */
export interface TogetherRow {
  readonly id: AnswerId
  readonly togetherId: TogetherId
  readonly togetherText: string
  readonly complaintId: ComplaintId
}

/** The answers to these complaints that were begun together, newest first, without those taken out. */
export async function togetherOf(db: Reader, ids: readonly ComplaintId[]): Promise<TogetherRow[]> {
  return select(db)
    .where('complaint_answer.complaint_id', 'in', ids)
    .where('complaint_answer.removed_at', 'is', null)
    .execute()
}

/** All answers that were begun together and not taken out, also of who left the group since. */
export async function answersTogether(db: Reader, id: TogetherId): Promise<TogetherRow[]> {
  return select(db)
    .where('complaint_answer.together_id', '=', id)
    .where('complaint_answer.removed_at', 'is', null)
    .execute()
}

function select(db: Reader) {
  return db
    .selectFrom('complaint_answer')
    .innerJoin('complaint', 'complaint.id', 'complaint_answer.complaint_id')
    .select([
      'complaint_answer.id',
      'complaint_answer.together_id as togetherId',
      'complaint_answer.together_text as togetherText',
      'complaint_answer.complaint_id as complaintId',
    ])
    .where('complaint_answer.together_id', 'is not', null)
    .$narrowType<{ togetherId: TogetherId }>()
    .orderBy('complaint_answer.begun_at', 'desc')
    .orderBy('complaint.ordinal')
    .orderBy('complaint_answer.id')
}
