import {
  DisposalCounts,
  DisposalFacts,
  type Disposal,
  type DisposalId,
  type DisposalWithNumbers,
} from '#contract/complaintDisposals'
import type { ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { certificateDue } from '../rules/retention.ts'
import type { DisposalCaseRow, DisposalRow } from '../recordTables.ts'
import { inParts, retentionClasses } from './retention.ts'

/** All disposals, the newest first. */
export async function listDisposals(db: Reader): Promise<Disposal[]> {
  const rows = await selectDisposals(db)
    .orderBy('disposal.proposed_at', 'desc')
    .orderBy('disposal.id')
    .execute()
  return rows.map(toDisposal)
}

/** One disposal; null where there is none. */
export async function findDisposal(db: Reader, id: DisposalId): Promise<Disposal | null> {
  const row = await selectDisposals(db).where('disposal.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toDisposal(row)
}

/** The row itself. */
export async function disposalRow(db: Reader, id: DisposalId): Promise<DisposalRow | null> {
  const row = await db.selectFrom('disposal').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Cases of a disposal in the order of the register. */
export async function casesOf(db: Reader, id: DisposalId): Promise<DisposalWithNumbers['numbers']> {
  const rows = await db
    .selectFrom('disposal_case')
    .select(['complaint_id', 'number', 'kind'])
    .where('disposal_id', '=', id)
    .orderBy('ordinal')
    .orderBy('complaint_id')
    .execute()
  return rows.map(({ complaint_id, number, kind }) => ({ id: complaint_id, number, kind }))
}

/** How many disposals a year has had: withdrawn ones keep their numbers too. */
export async function disposalsOfYear(db: Reader, year: number): Promise<number> {
  const row = await db
    .selectFrom('disposal')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where('number', 'like', `PL-${year}-%`)
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

/** Which disposal took a number of the register, and when; null where none did. */
export async function disposalOfNumber(
  db: Reader,
  number: ComplaintNumber,
): Promise<{ number: ComplaintNumber; disposal: string; on: PlainDate } | null> {
  const row = await db
    .selectFrom('disposal_case')
    .innerJoin('disposal', 'disposal.id', 'disposal_case.disposal_id')
    .select(['disposal_case.number', 'disposal.number as disposal', 'disposed_on'])
    .where('disposal_case.number', '=', number)
    .where('disposed_on', 'is not', null)
    .executeTakeFirst()
  if (row === undefined || row.disposed_on === null) return null
  return { number: row.number, disposal: row.disposal, on: row.disposed_on }
}

/** What Borang Arkib 3/08 asks of cases, counted from their rows. */
export async function factsOf(db: Reader, ids: readonly ComplaintId[]): Promise<DisposalFacts> {
  const kinds: Record<string, number> = {}
  const days: PlainDate[] = []
  let [files, bytes] = [0, 0]
  for (const some of inParts(ids)) {
    const rows = await db
      .selectFrom('complaint')
      .select(['kind', 'received_day'])
      .where('id', 'in', some)
      .execute()
    for (const { kind, received_day } of rows) {
      kinds[kind] = (kinds[kind] ?? 0) + 1
      days.push(received_day)
    }
    const kept = await db
      .selectFrom('attachment')
      .select((e) => [
        e.fn.countAll<number | string>().as('files'),
        e.fn.sum<number | string | null>('byte_size').as('bytes'),
      ])
      .where('owner_kind', '=', 'complaint')
      .where('owner_id', 'in', some)
      .executeTakeFirstOrThrow()
    files += Number(kept.files)
    bytes += Number(kept.bytes ?? 0)
  }
  const used = (await retentionClasses(db)).filter(({ kind }) => kind in kinds)
  const schedules = [...new Set(used.map(({ schedule }) => schedule))].filter(Boolean)
  const sorted = days.toSorted()
  return DisposalFacts.parse({
    ...{ schedules, from: sorted[0], to: sorted.at(-1), kinds, files, bytes },
  })
}

export async function insertDisposal(
  db: Writer,
  row: DisposalRow,
  ids: readonly ComplaintId[],
): Promise<void> {
  await db.insertInto('disposal').values(row).execute()
  for (const some of inParts(ids)) {
    const cases = await db
      .selectFrom('complaint')
      .select(['id', 'ordinal', 'year', 'serial', 'number', 'kind'])
      .where('id', 'in', some)
      .execute()
    const rows = cases.map(({ id, ...rest }): DisposalCaseRow => ({
      ...{ complaint_id: id, disposal_id: row.id, ...rest, disposed_on: null },
    }))
    await db.insertInto('disposal_case').values(rows).execute()
  }
}

export async function updateDisposal(
  db: Writer,
  id: DisposalId,
  changes: Partial<Omit<DisposalRow, 'id' | 'number'>>,
): Promise<void> {
  await db.updateTable('disposal').set(changes).where('id', '=', id).execute()
}

/** The numbers of a disposal are taken for good. */
export async function markDisposed(db: Writer, id: DisposalId, on: PlainDate): Promise<void> {
  await db
    .updateTable('disposal_case')
    .set({ disposed_on: on })
    .where('disposal_id', '=', id)
    .execute()
}

type NamedDisposalRow = DisposalRow & {
  readonly proposed_by_name: string
  readonly approved_by_name: string | null
  readonly executed_by_name: string | null
  readonly cases: number | string | null
}

function selectDisposals(db: Reader) {
  return db
    .selectFrom('disposal')
    .innerJoin('person as proposer', 'proposer.id', 'disposal.proposed_by')
    .leftJoin('person as approver', 'approver.id', 'disposal.approved_by')
    .leftJoin('person as executor', 'executor.id', 'disposal.executed_by')
    .selectAll('disposal')
    .select(['proposer.name as proposed_by_name', 'approver.name as approved_by_name'])
    .select('executor.name as executed_by_name')
    .select((e) =>
      e
        .selectFrom('disposal_case')
        .select((inner) => inner.fn.countAll<number | string>().as('total'))
        .whereRef('disposal_case.disposal_id', '=', 'disposal.id')
        .as('cases'),
    )
}

function toDisposal(row: NamedDisposalRow): Disposal {
  const executedOn = row.executed_at === null ? null : malaysianTime(row.executed_at).day
  return {
    ...{ id: row.id, number: row.number, state: row.state, series: row.series },
    ...{ security: row.security, location: row.location, reason: row.reason },
    facts: DisposalFacts.parse(JSON.parse(row.facts)),
    ...{ proposedAt: row.proposed_at, proposedByName: row.proposed_by_name },
    proposedById: row.proposed_by,
    ...{ approvedAt: row.approved_at, approvedByName: row.approved_by_name },
    ...{ reference: row.reference, referenceOn: row.reference_on },
    ...{ executedAt: row.executed_at, executedByName: row.executed_by_name },
    counts: row.counts === null ? null : DisposalCounts.parse(JSON.parse(row.counts)),
    ...{ backups: row.backups, clearedAt: row.cleared_at, certifiedOn: row.certified_on },
    certificateDue: executedOn === null ? null : certificateDue(executedOn),
    cases: Number(row.cases),
  }
}
