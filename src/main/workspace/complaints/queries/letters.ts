import type { AnswerId, LetterPrint, PrintId } from '#contract/complaintAnswers'
import type { ForwardingId, ReminderId } from '#contract/complaintForwarding'
import type { ComplaintId } from '#contract/complaintFields'
import type { PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ComplaintLetterPrintRow, ComplaintLetterRow } from '../tables.ts'

/** What a letter is the paper of. */
export type LetterOf =
  | { readonly answerId: AnswerId }
  | { readonly forwardingId: ForwardingId }
  | { readonly reminderId: ReminderId }

/** A letter with all its printings, the first one first. */
export interface PrintedLetter {
  readonly id: string
  readonly number: string
  readonly prints: LetterPrint[]
}

/** The letter of an answer, of a forwarding or of a reminder; null: never printed. */
export async function letterOf(db: Reader, of: LetterOf): Promise<PrintedLetter | null> {
  const row = await db
    .selectFrom('complaint_letter')
    .select(['id', 'number'])
    .$if('answerId' in of, (q) => q.where('answer_id', '=', 'answerId' in of ? of.answerId : null))
    .$if('forwardingId' in of, (q) =>
      q.where('forwarding_id', '=', 'forwardingId' in of ? of.forwardingId : null),
    )
    .$if('reminderId' in of, (q) =>
      q.where('reminder_id', '=', 'reminderId' in of ? of.reminderId : null),
    )
    .orderBy('id')
    .executeTakeFirst()
  if (row === undefined) return null
  const prints = await db
    .selectFrom('complaint_letter_print')
    .innerJoin('person', 'person.id', 'complaint_letter_print.by_id')
    .select(['complaint_letter_print.at', 'complaint_letter_print.copy', 'person.name as byName'])
    .where('letter_id', '=', row.id)
    .orderBy('copy')
    .orderBy('complaint_letter_print.id')
    .execute()
  return { ...row, prints }
}

/** All letters of a complaint with their printings, by what each is the paper of: read at once. */
export async function lettersOfCase(
  db: Reader,
  id: ComplaintId,
): Promise<ReadonlyMap<string, PrintedLetter>> {
  const rows = await db
    .selectFrom('complaint_letter')
    .leftJoin('complaint_letter_print as print', 'print.letter_id', 'complaint_letter.id')
    .leftJoin('person', 'person.id', 'print.by_id')
    .select(['complaint_letter.id', 'complaint_letter.number', 'print.at', 'print.copy'])
    .select(['answer_id', 'forwarding_id', 'reminder_id', 'person.name as by_name'])
    .where('complaint_letter.complaint_id', '=', id)
    .orderBy('complaint_letter.id')
    .orderBy('print.copy')
    .orderBy('print.id')
    .execute()
  const letters = new Map<string, PrintedLetter>()
  for (const { id: letterId, number, at, copy, by_name: byName, ...row } of rows) {
    const of = row.answer_id ?? row.forwarding_id ?? row.reminder_id ?? ''
    const letter = letters.get(of) ?? { id: letterId, number, prints: [] }
    letters.set(of, letter)
    if (letter.id === letterId && at !== null && copy !== null) {
      letter.prints.push({ at, copy, byName: byName ?? '' })
    }
  }
  return letters
}

/** A printing of a person with its letter; null where they printed no such letter. */
export async function findPrint(
  db: Reader,
  id: PrintId,
  personId: PersonId,
): Promise<
  (ComplaintLetterRow & { readonly copy: number; readonly at: LetterPrint['at'] }) | null
> {
  const row = await db
    .selectFrom('complaint_letter_print')
    .innerJoin('complaint_letter', 'complaint_letter.id', 'complaint_letter_print.letter_id')
    .selectAll('complaint_letter')
    .select(['complaint_letter_print.copy', 'complaint_letter_print.at'])
    .where('complaint_letter_print.id', '=', id)
    .where('complaint_letter_print.by_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** Letters are numbered within a complaint, without gaps. */
export async function nextLetterSerial(db: Reader, id: ComplaintId): Promise<number> {
  const row = await db
    .selectFrom('complaint_letter')
    .select((e) => e.fn.max<number | null>('serial').as('last'))
    .where('complaint_id', '=', id)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function insertLetter(db: Writer, row: ComplaintLetterRow): Promise<void> {
  await db.insertInto('complaint_letter').values(row).execute()
}

export async function insertPrint(db: Writer, row: ComplaintLetterPrintRow): Promise<void> {
  await db.insertInto('complaint_letter_print').values(row).execute()
}
