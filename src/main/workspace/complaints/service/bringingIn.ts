import { setImmediate as nextTurn } from 'node:timers/promises'
import { PauseId } from '#contract/complaintClocks'
import { ComplainantId, ComplaintId } from '#contract/complaintFields'
import { ForwardingId } from '#contract/complaintForwarding'
import { ComplaintImportId } from '#contract/complaintImports'
import { ComplaintEventId } from '#contract/complaintEvents'
import { WorkspaceError } from '#contract/errors'
import type { Agency } from '#contract/reference'
import type { CommandContext, JobContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { itemsOf } from '../../reference/queries.ts'
import { afterRow, type RowJob } from '../../sheets/steps.ts'
import {
  byOldReference,
  insertImport,
  insertMany,
  inParts,
  peopleOfRows,
} from '../queries/imports.ts'
import { contactColumns, nextPlaces } from '../queries/write.ts'
import { indexLine } from '../rules/indexLine.ts'
import { signsKey } from '../rules/keys.ts'
import { complaintNumber } from '../rules/number.ts'
import type { ComingComplaint } from '../rules/sheet/row.ts'
import { openPeople, type PersonEntry } from '../rules/sheet/people.ts'
import { wordsOf } from '../rules/words.ts'
import { openCountBook, type CountBook } from './counting.ts'
import { importedRows, type Standing } from './importedRows.ts'

type Job = JobContext & RowJob

/** How many complaints are written at a time: SQLite binds at most 32 766 values. */
const together = 250

/** A complaint of a sheet with all that can be worked out before the transaction. */
export interface PreparedComplaint {
  readonly coming: ComingComplaint
  readonly personId: ComplainantId | null
  /** By which it is found, but for its number here. */
  readonly words: string
}

export interface Prepared {
  readonly complaints: readonly PreparedComplaint[]
  /** Entries of people who are not in the register yet. */
  readonly people: readonly PersonEntry[]
  readonly book: CountBook
  readonly agencies: ReadonlyMap<string, Agency>
}

/** Works out who complained and by which words each is found: while it runs, others save. */
export async function prepare(job: Job, coming: readonly ComingComplaint[]): Promise<Prepared> {
  const { entryOf, added } = openPeople(await peopleOfRows(job.db, coming), () =>
    ComplainantId.parse(job.newId()),
  )
  const complaints: PreparedComplaint[] = []
  for (const [place, each] of coming.entries()) {
    const { contact, fields, oldReference } = each
    complaints.push({
      coming: each,
      personId: contact === null ? null : entryOf(contact),
      words: indexLine('', fields, contact, oldReference),
    })
    await afterRow(job, place, coming.length)
  }
  const agencies = await itemsOf(job.db, 'agencies', true)
  return {
    ...{ complaints, people: added, book: await openCountBook(job.db) },
    agencies: new Map(agencies.map((agency) => [agency.key, agency])),
  }
}

/**
 * All of them in one transaction, whose numbers follow each other without gaps; a cancel or a
 * failure leaves none.
 * @throws WorkspaceError `complaints.import-overtaken`, `call.cancelled`
 */
export async function bringIn(
  inside: CommandContext,
  { signal, report }: RowJob,
  fileName: string,
  { complaints, people, book, agencies }: Prepared,
): Promise<ComplaintImportId> {
  const { db, writer, newId, clock, actor, record } = inside
  const at = clock.now()
  const id = ComplaintImportId.parse(newId())
  await refuseOvertaken(inside, complaints)
  await insertImport(writer, {
    ...{ id, file_name: fileName, complaints: complaints.length },
    ...{ imported_by: actor.id, imported_at: at, undone_at: null },
  })
  record('complaint_import', id, ['file_name', 'complaints'])
  const empty = { complaints: [], events: [], forwardings: [], pauses: [], words: [] }
  for (const some of inParts(people, together)) {
    // What somebody is joined to stands before them: it was met first.
    const complainants = some.map(({ id: personId, contact, sameAs }) => ({
      ...{ id: personId, ...contactColumns(contact) },
      ...{ created_at: at, changed_at: at, same_as: sameAs },
    }))
    await insertMany(writer, { ...empty, complainants })
    for (const { id: personId } of complainants) record('complainant', personId, ['name'])
  }
  const year = Number(malaysianTime(at).day.slice(0, 4))
  const places = await nextPlaces(db, year)
  let done = 0
  for (const some of inParts(complaints, together)) {
    const all = some.map(({ coming, personId, words }, place) => {
      const number = complaintNumber(year, places.serial + done + place)
      const standing: Standing = {
        ...{ id: ComplaintId.parse(newId()), number, year, serial: places.serial + done + place },
        ...{ ordinal: places.ordinal + done + place, importId: id, personId, fileName },
        ...{ at, byId: actor.id, eventId: ComplaintEventId.parse(newId()) },
        forwardingId: ForwardingId.parse(newId()),
        pauseId: PauseId.parse(newId()),
      }
      const rows = importedRows(coming, standing, book, agencies)
      return {
        ...rows,
        words: { rowid: standing.ordinal, words: `${wordsOf(number).join(' ')} ${words}` },
      }
    })
    await insertMany(writer, {
      complainants: [],
      complaints: all.map(({ complaint }) => complaint),
      events: all.map(({ event }) => event),
      forwardings: all.flatMap(({ forwarding }) => forwarding ?? []),
      pauses: all.flatMap(({ pause }) => pause ?? []),
      words: all.map(({ words }) => words),
    })
    for (const { complaint, forwarding } of all) {
      record('complaint', complaint.id, ['number', 'status', 'import_id'])
      if (forwarding !== null) record('complaint_forwarding', forwarding.id, ['agency', 'due_at'])
    }
    done += some.length
    report({ done, total: complaints.length })
    // Progress goes out, and a cancel comes in, though nobody else can save meanwhile.
    await nextTurn()
    if (signal.aborted) throw new WorkspaceError('call.cancelled')
  }
  return id
}

/** Somebody may have registered one of them since the rows were checked. */
async function refuseOvertaken(
  { db }: CommandContext,
  complaints: readonly PreparedComplaint[],
): Promise<void> {
  const keys = complaints.map(({ coming }) => signsKey(coming.oldReference)).filter(Boolean)
  const [number] = (await byOldReference(db, keys)).values()
  if (number !== undefined) throw new WorkspaceError('complaints.import-overtaken', { number })
}
