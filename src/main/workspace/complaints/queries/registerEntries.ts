import type { ComplaintPause } from '#contract/complaintClocks'
import type { ComplaintId } from '#contract/complaintFields'
import type { RegisterChoice, TakeoutId } from '#contract/complaintLeaving'
import type { RegisterEntry } from '#contract/complaintPapers'
import type { Reader } from '../../database/schema.ts'
import { coverContact, coverText, uncovered } from '../rules/cover.ts'
import type { ComplainantRow, ComplaintRowOfTable } from '../tables.ts'
import type { FilterBasis } from './filter.ts'
import { contactOf, coverOutside, fieldsOf, type OpenComplaint } from './rows.ts'
import { casesOf, choosing } from './takeouts.ts'

/** Complaints that are read at a time: in between, others save. */
const atOnce = 200

/** What the lines of the register depend on beside the rows. */
export interface EntryBasis {
  readonly filter: FilterBasis
  /** How the four clocks of a complaint stand. */
  readonly clocks: (
    found: OpenComplaint,
    pauses: readonly ComplaintPause[],
  ) => RegisterEntry['clocks']
  /** Those of it stand with nothing covered; null: all are covered. */
  readonly takeoutId: TakeoutId | null
}

/** The register by number, some complaints at a time. */
export async function* entriesOf(
  db: Reader,
  choice: RegisterChoice,
  basis: EntryBasis,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<RegisterEntry[]> {
  for (let last = 0, given = 0; given < most;) {
    const rows = await db
      .selectFrom('complaint')
      .selectAll()
      .where(choosing(choice, basis.filter))
      .where('complaint.ordinal', '>', last)
      .orderBy('complaint.ordinal')
      .limit(Math.min(atOnce, most - given))
      .execute()
    if (rows.length === 0) return
    yield await toEntries(db, rows, basis)
    given += rows.length
    last = rows.at(-1)?.ordinal ?? last
  }
}

async function toEntries(
  db: Reader,
  rows: readonly ComplaintRowOfTable[],
  { clocks, takeoutId }: EntryBasis,
): Promise<RegisterEntry[]> {
  const ids = rows.map(({ id }) => id)
  const people = await peopleOf(db, rows)
  const pauses = await pausesOf(db, ids)
  const forwardings = await forwardingsOf(db, ids)
  const held = await heldOf(db, ids)
  const flagged = await flaggedOf(db, rows)
  const scores = await scoresOf(db, ids)
  const numbers = await numbersOf(db, rows)
  const names = await enteredBy(db, rows)
  const open = takeoutId === null ? new Set<ComplaintId>() : await casesOf(db, takeoutId, ids)
  return rows.map((row) => {
    const complainant = row.complainant_id === null ? null : people.get(row.complainant_id)
    const isOpen = open.has(row.id)
    const contact =
      complainant === undefined || complainant === null ? null : contactOf(complainant)
    const covers = isOpen ? uncovered : (contact?.name ?? null)
    const fields = fieldsOf(row)
    const found = { row, fields, complainant: complainant ?? null }
    return {
      ...{ id: row.id, number: row.number, open: isOpen },
      fields: isOpen ? fields : coverOutside(fields, covers),
      contact: contact === null || isOpen ? contact : coverContact(contact),
      ...{ status: row.status, statusAt: row.status_at },
      statusReason: coverText(row.status_reason, covers),
      agency: forwardings.get(row.id)?.agency ?? row.wrong_agency,
      forwardedAt: forwardings.get(row.id)?.at ?? null,
      outcome: forwardings.get(row.id)?.outcome ?? null,
      wrongDoor: row.wrong_agency !== null,
      ...{ clockSet: row.clock_set, setWhy: row.set_why },
      setReason: coverText(row.set_reason, covers),
      held: held.has(row.id),
      flagged: row.complainant_id !== null && flagged.has(row.complainant_id),
      oldReference: row.old_reference,
      assigneeId: row.assignee_id,
      ...{ acknowledgedAt: row.acknowledged_at, respondedAt: row.responded_at },
      settledAt: row.settled_at,
      clocks: clocks(found, pauses.get(row.id) ?? []),
      nextDue: row.next_due,
      reopened: row.reopened,
      master: row.master_id === null ? null : (numbers.get(row.master_id) ?? null),
      repeats: row.repeats_id === null ? null : (numbers.get(row.repeats_id) ?? null),
      score: scores.get(row.id) ?? null,
      enteredAt: row.entered_at,
      enteredByName: names.get(row.entered_by) ?? '',
      accountId: row.account_id,
    }
  })
}

async function peopleOf(db: Reader, rows: readonly ComplaintRowOfTable[]) {
  const ids = [...new Set(rows.flatMap(({ complainant_id: id }) => id ?? []))]
  if (ids.length === 0) return new Map<string, ComplainantRow>()
  const people = await db.selectFrom('complainant').selectAll().where('id', 'in', ids).execute()
  return new Map<string, ComplainantRow>(people.map((each) => [each.id, each]))
}

async function pausesOf(db: Reader, ids: readonly ComplaintId[]) {
  const rows = await db
    .selectFrom('complaint_pause')
    .selectAll()
    .where('complaint_id', 'in', ids)
    .orderBy('from_at', 'desc')
    .orderBy('id')
    .execute()
  const byCase = new Map<ComplaintId, ComplaintPause[]>()
  for (const { id, complaint_id: of, from_at: from, ended_at: ended, reason, expected } of rows) {
    const pause = { ...{ id, from, ended, reason, expected }, byName: '' }
    byCase.set(of, [...(byCase.get(of) ?? []), pause])
  }
  return byCase
}

/** To whom each was forwarded last, when, and what became of it. */
async function forwardingsOf(db: Reader, ids: readonly ComplaintId[]) {
  const rows = await db
    .selectFrom('complaint_forwarding')
    .select(['complaint_id', 'agency', 'at', 'outcome'])
    .where('complaint_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ complaint_id, ...last }) => [complaint_id, last]))
}

async function heldOf(db: Reader, ids: readonly ComplaintId[]) {
  const rows = await db
    .selectFrom('complaint_hold')
    .select('complaint_id')
    .where('complaint_id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute()
  return new Set<ComplaintId>(rows.map(({ complaint_id }) => complaint_id))
}

async function flaggedOf(db: Reader, rows: readonly ComplaintRowOfTable[]) {
  const ids = [...new Set(rows.flatMap(({ complainant_id: id }) => id ?? []))]
  if (ids.length === 0) return new Set<string>()
  const found = await db
    .selectFrom('complainant_flag')
    .select('complainant_id')
    .where('complainant_id', 'in', ids)
    .where('approved_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  return new Set<string>(found.map(({ complainant_id }) => complainant_id))
}

async function scoresOf(db: Reader, ids: readonly ComplaintId[]) {
  const rows = await db
    .selectFrom('complaint_satisfaction')
    .select(['complaint_id', 'score'])
    .where('complaint_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ complaint_id, score }) => [complaint_id, score]))
}

/** Of the cases they are looked into with, or repeat. */
async function numbersOf(db: Reader, rows: readonly ComplaintRowOfTable[]) {
  const ids = [
    ...new Set(rows.flatMap((row) => [row.master_id ?? [], row.repeats_id ?? []].flat())),
  ]
  if (ids.length === 0) return new Map<ComplaintId, RegisterEntry['number']>()
  const found = await db
    .selectFrom('complaint')
    .select(['id', 'number'])
    .where('id', 'in', ids)
    .execute()
  return new Map(found.map(({ id, number }) => [id, number]))
}

async function enteredBy(db: Reader, rows: readonly ComplaintRowOfTable[]) {
  const ids = [...new Set(rows.map(({ entered_by: id }) => id))]
  const found = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map<string, string>(found.map(({ id, name }) => [id, name]))
}
