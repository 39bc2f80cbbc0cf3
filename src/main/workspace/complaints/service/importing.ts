import type { SliceHandlers } from '#contract/call'
import {
  mostImportedComplaints,
  mostToldReasons,
  type complaintImports,
  type RegisterColumns,
  type RegisterField,
  type RejectedComplaint,
} from '#contract/complaintImports'
import { registerFieldWords, registerProblemWords } from '#contract/complaintImportWords'
import { open } from '#contract/complaintStatus'
import type { Contexts, JobContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { csvOf } from '../../reports/csv.ts'
import { rejectedColumns } from '../../sheets/rejectedTable.ts'
import { headOf, readSheetFile, type SheetRows } from '../../sheets/sheetFile.ts'
import { afterRow, type RowJob } from '../../sheets/steps.ts'
import { byOldReference, byReference, listImports, toldBetween } from '../queries/imports.ts'
import { guessRegister } from '../rules/sheet/guess.ts'
import { likelyRepeats } from '../rules/sheet/likely.ts'
import { readRegisterRow, type ComingComplaint } from '../rules/sheet/row.ts'
import { numbersOf, repeatedNumbers } from '../rules/sheet/numbers.ts'
import { bringIn, prepare, type Prepared } from './bringingIn.ts'
import { readRegisterVocabulary } from './registerVocabulary.ts'
import { undoImport } from './undoingImport.ts'

/** Sheets of complaints that come in whole or not at all, and go again but for their numbers. */
export const importHandlers: SliceHandlers<typeof complaintImports, Contexts> = {
  async readRegisterSheet(_, { bytes }) {
    const sheet = await readSheetFile(bytes, mostImportedComplaints)
    return { ...headOf(sheet), guess: guessRegister(sheet.headings) }
  },

  registerImports: ({ db }) => listImports(db),

  rejectedComplaintsCsv(_, { rejected, language }) {
    const fieldName = (field: RegisterField) => registerFieldWords[field][language]
    const columns = rejectedColumns(registerProblemWords, fieldName, language)
    return Promise.resolve({ csv: csvOf(columns, rejected, language) })
  },

  async importComplaints(job, { name, bytes, columns, channel, kind, skipKnown, trial }) {
    const sheet = await readSheetFile(bytes, mostImportedComplaints)
    const rows = sheet.rows.length
    const read = await readRows(job, sheet, columns, { channel, kind })
    const { coming, rejected, skipped } = await withoutRegistered(job, read, {
      columns,
      sheet,
      skipKnown,
    })
    const prepared = await prepare(job, coming)
    const found = {
      ...{ rows, complaints: coming.length, newPeople: prepared.people.length, skipped },
      unmeasured: coming.filter(isUnmeasured).length,
      rejected: rejected.slice(0, mostToldReasons),
      likely: await likelyOf(job, prepared),
    }
    if (trial || rejected.length > 0 || coming.length === 0) return { ...found, importId: null }
    const importId = await job.write((inside) => bringIn(inside, job, name, prepared))
    return { ...found, importId }
  },

  undoRegisterImport: (context, { id, reason }) => undoImport(context, id, reason),
}

type Job = JobContext & RowJob

interface Read {
  readonly coming: ComingComplaint[]
  readonly rejected: RejectedComplaint[]
  /** Whether a reference of this channel belongs to one complaint alone. */
  readonly isUnique: (channel: string) => boolean
}

async function readRows(
  job: Job,
  sheet: SheetRows,
  columns: RegisterColumns,
  otherwise: { readonly channel: string | null; readonly kind: string | null },
): Promise<Read> {
  const known = await readRegisterVocabulary(job.db, otherwise, job.clock.now())
  const coming: ComingComplaint[] = []
  const rejected: RejectedComplaint[] = []
  for (const [place, { row, cells }] of sheet.rows.entries()) {
    const read = readRegisterRow(cells, { columns, headings: sheet.headings, row }, known)
    if ('coming' in read) coming.push(read.coming)
    else if (rejected.length < mostToldReasons) rejected.push(...read.rejected)
    await afterRow(job, place, sheet.rows.length)
  }
  const isUnique = (channel: string) => known.isUnique(channel)
  const repeated = repeatedNumbers(coming, isUnique, { columns, headings: sheet.headings })
  return { coming, rejected: [...rejected, ...repeated], isUnique }
}

/** Without rows that are in the register: rejected, or left out where the person says so. */
async function withoutRegistered(
  { db }: Job,
  { coming, rejected, isUnique }: Read,
  asked: {
    readonly columns: RegisterColumns
    readonly sheet: SheetRows
    readonly skipKnown: boolean
  },
) {
  const numbers = coming.map((each) => numbersOf(each, isUnique))
  const registered = {
    oldReference: await byOldReference(db, wanted(numbers.map(({ oldReference }) => oldReference))),
    reference: await byReference(db, wanted(numbers.map(({ key }) => key))),
  }
  const left: ComingComplaint[] = []
  const known: RejectedComplaint[] = []
  let skipped = 0
  for (const [place, each] of coming.entries()) {
    const { oldReference, reference } = numbers[place] ?? { oldReference: '', reference: '' }
    const there = {
      oldReference: registered.oldReference.get(oldReference),
      reference: registered.reference.get(reference),
    }
    const field = there.oldReference === undefined ? 'reference' : 'oldReference'
    const value = there.oldReference ?? there.reference
    if (value === undefined) left.push(each)
    else if (asked.skipKnown) skipped += 1
    else {
      const heading = asked.sheet.headings[asked.columns.indexOf(field)] ?? ''
      known.push({ row: each.row, field, heading, problem: 'already-registered', value })
    }
  }
  const all = [...rejected, ...known].toSorted((a, b) => a.row - b.row)
  return { coming: left, rejected: all, skipped }
}

function wanted(keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => key !== '')
}

/** Settled, and the sheet does not say when it was answered or settled. */
function isUnmeasured({ status, respondedAt, settledAt }: ComingComplaint): boolean {
  return !open.includes(status) && (respondedAt === null || settledAt === null)
}

/** So many are told; who has more has brought the register in before. */
const mostLikely = 1_000

async function likelyOf({ db }: Job, { complaints }: Prepared) {
  const told = complaints.map(({ coming, personId }) => ({
    ...{ row: coming.row, day: malaysianTime(coming.fields.receivedAt).day, personId },
    ...{ what: coming.fields.what, kind: coming.fields.kind },
    ...{ road: coming.fields.road, fromMetres: coming.fields.fromMetres },
  }))
  const days = told.map(({ day }) => day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  return likelyRepeats(told, await toldBetween(db, first, last)).slice(0, mostLikely)
}
