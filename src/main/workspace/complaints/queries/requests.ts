import type { ComplainantId, ComplaintId } from '#contract/complaintFields'
import type { PersonRequest, RequestId } from '#contract/complaintRequests'
import type { StateCode } from '#contract/states'
import type { Reader, Writer } from '../../database/schema.ts'
import type { DayCalendar } from '../../days/rules/calendar.ts'
import type { PersonRequestRow } from '../recordTables.ts'
import { coverName, coverText } from '../rules/cover.ts'
import { lastWorkingDay, requestDue } from '../rules/rights.ts'

/** Whose days a due day is read by. */
export interface OfficeDays {
  readonly calendar: DayCalendar
  readonly state: StateCode
}

/** All requests, open ones first, then by when they are due. */
export async function listRequests(db: Reader, days: OfficeDays): Promise<PersonRequest[]> {
  const rows = await selectRequests(db).execute()
  return rows.map((row) => toRequest(row, days)).toSorted(byUrgency)
}

/** Those of some entries of the register, the newest first. */
export async function requestsOf(
  db: Reader,
  ids: readonly ComplainantId[],
  days: OfficeDays,
): Promise<PersonRequest[]> {
  if (ids.length === 0) return []
  const rows = await selectRequests(db).where('complainant_id', 'in', ids).execute()
  return rows.map((row) => toRequest(row, days)).toReversed()
}

/** One request; null where there is none. */
export async function findRequest(
  db: Reader,
  id: RequestId,
  days: OfficeDays,
): Promise<PersonRequest | null> {
  const row = await selectRequests(db).where('person_request.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toRequest(row, days)
}

/** Cases of people who have asked about their data and were not answered yet. */
export async function askedIds(db: Reader): Promise<Set<ComplaintId>> {
  const rows = await db
    .selectFrom('complaint')
    .innerJoin('person_request', 'person_request.complainant_id', 'complaint.complainant_id')
    .select('complaint.id')
    .where('person_request.state', '=', 'open')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** How many requests came in a year. */
export async function requestsOfYear(db: Reader, year: number): Promise<number> {
  const row = await db
    .selectFrom('person_request')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where('number', 'like', `PD-${year}-%`)
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

export async function insertRequest(db: Writer, row: PersonRequestRow): Promise<void> {
  await db.insertInto('person_request').values(row).execute()
}

export async function updateRequest(
  db: Writer,
  id: RequestId,
  changes: Partial<Omit<PersonRequestRow, 'id' | 'number' | 'complainant_id'>>,
): Promise<void> {
  await db.updateTable('person_request').set(changes).where('id', '=', id).execute()
}

function byUrgency(a: PersonRequest, b: PersonRequest): number {
  const rank = ({ state }: PersonRequest) => (state === 'open' ? 0 : 1)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return a.number < b.number ? -1 : 1
}

type NamedRequestRow = PersonRequestRow & {
  readonly name: string
  readonly by_name: string
  readonly complaint_id: PersonRequest['complaintId']
}

function selectRequests(db: Reader) {
  return db
    .selectFrom('person_request')
    .innerJoin('complainant', 'complainant.id', 'person_request.complainant_id')
    .innerJoin('person', 'person.id', 'person_request.by_id')
    .selectAll('person_request')
    .select(['complainant.name', 'person.name as by_name'])
    .select((e) =>
      e
        .selectFrom('complaint')
        .select('complaint.id')
        .whereRef('complaint.complainant_id', '=', 'person_request.complainant_id')
        .orderBy('complaint.ordinal', 'desc')
        .limit(1)
        .as('complaint_id'),
    )
    .orderBy('person_request.number')
    .orderBy('person_request.id')
}

function toRequest(row: NamedRequestRow, { calendar, state }: OfficeDays): PersonRequest {
  const dueOn = requestDue(row.received_on, row.extension !== null)
  return {
    ...{ id: row.id, number: row.number, kind: row.kind, complainantId: row.complainant_id },
    ...{ name: coverName(row.name), complaintId: row.complaint_id },
    asked: coverText(row.asked, row.name),
    ...{ receivedOn: row.received_on, dueOn },
    answerBy: lastWorkingDay(calendar, state, dueOn, row.received_on),
    extension: row.extension === null ? null : coverText(row.extension, row.name),
    ...{ state: row.state, answeredOn: row.answered_on },
    answer: coverText(row.answer, row.name),
    byName: row.by_name,
  }
}
