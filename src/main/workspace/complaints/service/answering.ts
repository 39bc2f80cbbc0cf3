import type { Answer, AnswerId } from '#contract/complaintAnswers'
import { WorkspaceError } from '#contract/errors'
import type { StandardAnswer } from '#contract/reference'
import type { CommandContext, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import { findAnswerRow, toAnswer, type NamedAnswerRow } from '../queries/answers.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import type { CoveredName } from '../rules/cover.ts'
import { filledAnswer } from './answerFacts.ts'
import { knownOpen } from './known.ts'

/** An answer that is there. @throws WorkspaceError `complaints.unknown-answer` */
export async function knownAnswer(db: Reader, id: AnswerId): Promise<NamedAnswerRow> {
  const row = await findAnswerRow(db, id)
  if (row === null || row.removed_at !== null) {
    throw new WorkspaceError('complaints.unknown-answer')
  }
  return row
}

/** One that has not left. @throws WorkspaceError `complaints.answer-sent` */
export async function unsentAnswer(db: Reader, id: AnswerId): Promise<NamedAnswerRow> {
  const row = await knownAnswer(db, id)
  if (row.status === 'sent') throw new WorkspaceError('complaints.answer-sent')
  return row
}

/** The standard answer of a key, also one that is no longer offered; null: written freely. */
export async function standardOf(db: Reader, kind: string | null): Promise<StandardAnswer | null> {
  if (kind === null) return null
  const all = await itemsOf(db, 'standard-answers', true)
  return all.find(({ key }) => key === kind) ?? null
}

/** An answer as it is shown to the person at the keyboard, covered unless it is said otherwise. */
export async function shownAnswer(
  { db }: Pick<QueryContext, 'db'>,
  row: NamedAnswerRow,
  covers?: CoveredName,
): Promise<Answer> {
  const { complainant } = await knownOpen(db, row.complaint_id)
  const standard = await standardOf(db, row.kind)
  return toAnswer(db, row, {
    needsReview: standard?.reviewed ?? false,
    complainantName: covers === undefined ? (complainant?.name ?? null) : covers,
  })
}

/** The same after a change. */
export async function shownAnew(context: CommandContext, id: AnswerId): Promise<Answer> {
  const row = await findAnswerRow(context.db, id)
  if (row === null) throw new WorkspaceError('complaints.unknown-answer')
  return shownAnswer(context, row)
}

/**
 * The words with which an answer leaves, nothing covered.
 * @throws WorkspaceError `complaints.answer-empty`, `complaints.answer-open`
 */
export async function leavingText(
  db: Reader,
  found: OpenComplaint,
  row: NamedAnswerRow,
): Promise<string> {
  if (row.text.trim() === '') throw new WorkspaceError('complaints.answer-empty')
  const { text, problems } = await filledAnswer(db, found, row.text, row.language)
  if (problems.length > 0) {
    const places = problems.map(({ placeholder }) => placeholder).join(', ')
    throw new WorkspaceError('complaints.answer-open', { places })
  }
  return text
}

/** @throws WorkspaceError `complaints.answer-unreviewed` where its kind asks for a review */
export async function refuseUnreviewed(db: Reader, row: NamedAnswerRow): Promise<void> {
  const standard = await standardOf(db, row.kind)
  if (standard?.reviewed === true && row.status === 'draft') {
    throw new WorkspaceError('complaints.answer-unreviewed')
  }
}

/** @throws WorkspaceError `complaints.changed-meanwhile` where somebody wrote after `base` was read */
export function refuseOlderAnswer(row: NamedAnswerRow, base: number): void {
  if (row.version !== base) throw new WorkspaceError('complaints.changed-meanwhile')
}
