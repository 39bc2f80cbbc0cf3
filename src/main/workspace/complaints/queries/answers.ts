import { z } from 'zod'
import { ClockName } from '#contract/clockLimits'
import type { Answer, AnswerId } from '#contract/complaintAnswers'
import type { ComplaintId } from '#contract/complaintFields'
import { PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { coverText, type CoveredName } from '../rules/cover.ts'
import type { ComplaintAnswerRow } from '../tables.ts'
import { letterOf, type PrintedLetter } from './letters.ts'

const People = z.array(PersonId)
const Clocks = z.array(ClockName.exclude(['close']))

/** A row with the names of those who worked on it. */
export type NamedAnswerRow = ComplaintAnswerRow & {
  readonly writer_name: string
  readonly reviewer_name: string | null
  readonly sender_name: string | null
}

/** Answers of a complaint, newest first, without those taken out. */
export async function listAnswerRows(db: Reader, id: ComplaintId): Promise<NamedAnswerRow[]> {
  return selectAnswers(db)
    .where('complaint_answer.complaint_id', '=', id)
    .where('complaint_answer.removed_at', 'is', null)
    .execute()
}

/** One answer, also when it was taken out; null where there is none. */
export async function findAnswerRow(db: Reader, id: AnswerId): Promise<NamedAnswerRow | null> {
  const row = await selectAnswers(db).where('complaint_answer.id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function insertAnswer(db: Writer, row: ComplaintAnswerRow): Promise<void> {
  await db.insertInto('complaint_answer').values(row).execute()
}

export async function updateAnswer(
  db: Writer,
  id: AnswerId,
  changes: Partial<Omit<ComplaintAnswerRow, 'id' | 'complaint_id'>>,
): Promise<void> {
  await db.updateTable('complaint_answer').set(changes).where('id', '=', id).execute()
}

/** Ids of all who wrote of an answer. */
export function writersOf({ writers }: Pick<ComplaintAnswerRow, 'writers'>): PersonId[] {
  return People.parse(JSON.parse(writers))
}

/** The clocks that its sending met. */
export function metBy({ met }: Pick<ComplaintAnswerRow, 'met'>): z.infer<typeof Clocks> {
  return Clocks.parse(JSON.parse(met))
}

/** An answer as it is shown: what tells who somebody is stands covered. */
export async function toAnswer(
  db: Reader,
  row: NamedAnswerRow,
  shown: {
    readonly needsReview: boolean
    readonly complainantName: CoveredName
  },
): Promise<Answer> {
  const letter: PrintedLetter | null = await letterOf(db, { answerId: row.id })
  const { sent_at: at, sent_way: way, sent_url: url, sender_name: byName } = row
  return {
    id: row.id,
    complaintId: row.complaint_id,
    kind: row.kind,
    language: row.language,
    text: coverText(row.sent_text ?? row.text, shown.complainantName),
    status: row.status,
    needsReview: shown.needsReview,
    version: row.version,
    writtenByName: row.writer_name,
    writers: writersOf(row),
    changedAt: row.changed_at,
    reviewedByName: row.reviewer_name,
    reviewedAt: row.reviewed_at,
    reviewVoided: row.review_voided === 1,
    sent: at === null || way === null ? null : { at, way, url, byName: byName ?? '' },
    letterNumber: letter?.number ?? null,
    prints: letter?.prints ?? [],
  }
}

function selectAnswers(db: Reader) {
  return db
    .selectFrom('complaint_answer')
    .innerJoin('person as writer', 'writer.id', 'complaint_answer.written_by')
    .leftJoin('person as reviewer', 'reviewer.id', 'complaint_answer.reviewed_by')
    .leftJoin('person as sender', 'sender.id', 'complaint_answer.sent_by')
    .selectAll('complaint_answer')
    .select([
      ...(['writer.name as writer_name', 'reviewer.name as reviewer_name'] as const),
      'sender.name as sender_name',
    ])
    .orderBy('complaint_answer.begun_at', 'desc')
    .orderBy('complaint_answer.id')
}
