import { sql } from 'kysely'
import type { ComplaintId } from '#contract/complaintFields'
import type { RegisterChoice, Takeout, TakeoutId } from '#contract/complaintLeaving'
import type { PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ComplaintTakeoutRow } from '../exchangeTables.ts'
import { fits, type FilterBasis } from './filter.ts'

/** The condition that a choice means, over `complaint`. */
export function choosing({ filter, ids }: RegisterChoice, basis: FilterBasis) {
  const fitting = fits(filter, basis)
  return (e: Parameters<typeof fitting>[0]) =>
    ids === null ? fitting(e) : e('complaint.id', 'in', ids)
}

/** How many complaints a choice leaves. */
export async function countChosen(
  db: Reader,
  choice: RegisterChoice,
  basis: FilterBasis,
): Promise<number> {
  const row = await db
    .selectFrom('complaint')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where(choosing(choice, basis))
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

export async function insertTakeout(db: Writer, row: ComplaintTakeoutRow): Promise<void> {
  await db.insertInto('complaint_takeout').values(row).execute()
}

/** Keeps which complaints left with nothing covered. */
export async function insertTakeoutCases(
  db: Writer,
  id: TakeoutId,
  choice: RegisterChoice,
  basis: FilterBasis,
): Promise<void> {
  await db
    .insertInto('complaint_takeout_case')
    .columns(['takeout_id', 'complaint_id'])
    .expression(
      db
        .selectFrom('complaint')
        .select([sql<TakeoutId>`cast(${id} as text)`.as('takeout_id'), 'complaint.id'])
        .where(choosing(choice, basis)),
    )
    .execute()
}

/** What a person took out with nothing covered; null where they took nothing so. */
export async function findTakeout(
  db: Reader,
  id: TakeoutId,
  personId: PersonId,
): Promise<Takeout | null> {
  const row = await selectTakeouts(db)
    .where('complaint_takeout.id', '=', id)
    .where('by_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** How often a complaint left with nothing covered, oldest first. */
export async function takeoutsOf(db: Reader, id: ComplaintId): Promise<Takeout[]> {
  return selectTakeouts(db)
    .innerJoin('complaint_takeout_case', 'takeout_id', 'complaint_takeout.id')
    .where('complaint_id', '=', id)
    .execute()
}

/** Of these complaints, the ones that a takeout is about. */
export async function casesOf(
  db: Reader,
  id: TakeoutId,
  among: readonly ComplaintId[],
): Promise<ReadonlySet<ComplaintId>> {
  if (among.length === 0) return new Set()
  const rows = await db
    .selectFrom('complaint_takeout_case')
    .select('complaint_id')
    .where('takeout_id', '=', id)
    .where('complaint_id', 'in', among)
    .execute()
  return new Set(rows.map(({ complaint_id }) => complaint_id))
}

function selectTakeouts(db: Reader) {
  return db
    .selectFrom('complaint_takeout')
    .innerJoin('person', 'person.id', 'complaint_takeout.by_id')
    .select(['complaint_takeout.id', 'what', 'at', 'person.name as byName', 'reason', 'cases'])
    .where('covered', '=', 0)
    .orderBy('at')
    .orderBy('complaint_takeout.id')
}

/** With the last of its cases a taking out goes too: its reason may name somebody. */
export async function eraseTakeouts(db: Writer, ids: readonly ComplaintId[]): Promise<void> {
  await db.deleteFrom('complaint_takeout_case').where('complaint_id', 'in', ids).execute()
  await db
    .deleteFrom('complaint_takeout')
    .where('covered', '=', 0)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('complaint_takeout_case')
            .select('takeout_id')
            .whereRef('takeout_id', '=', 'complaint_takeout.id'),
        ),
      ),
    )
    .execute()
}
