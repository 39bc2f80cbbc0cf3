import type { PhaseId } from '#contract/cycles'
import type { MissingPart, PostFilter } from '#contract/posts'
import type { Reader } from '../../database/schema.ts'
import { stillToCome, type Tally } from '../rules/completeness.ts'
import type { DayCount } from '../rules/weeks.ts'
import { fits } from './filter.ts'
import { toMissing, type Now } from './rows.ts'

type OfPhase<T> = T & { readonly phaseId: PhaseId }

/** How many posts of each category, kind and status the phases have. */
export async function talliesOf(db: Reader, phases: readonly PhaseId[]): Promise<OfPhase<Tally>[]> {
  const rows = await ofPhases(db, phases)
    .select(['phase_id', 'category', 'kind', 'status', (e) => e.fn.countAll().as('total')])
    .groupBy(['phase_id', 'category', 'kind', 'status'])
    .execute()
  return rows.flatMap(({ phase_id, total, ...tally }) =>
    phase_id === null ? [] : [{ ...tally, phaseId: phase_id, count: Number(total) }],
  )
}

/** How many posts of each day and category the phases have, stopped ones left out. */
export async function daysOf(
  db: Reader,
  phases: readonly PhaseId[],
  filter: PostFilter,
  now: Now,
): Promise<OfPhase<DayCount>[]> {
  const rows = await ofPhases(db, phases)
    .where(fits(filter, now))
    .where('status', 'not in', ['on-hold', 'cancelled'])
    .where('day', 'is not', null)
    .select(['phase_id', 'day', 'category', (e) => e.fn.countAll().as('total')])
    .groupBy(['phase_id', 'day', 'category'])
    .execute()
  return rows.flatMap(({ phase_id, day, category, total }) =>
    phase_id === null || day === null
      ? []
      : [{ phaseId: phase_id, day, category, count: Number(total) }],
  )
}

/** How many posts still to come out lack each part. */
export async function lacksOf(
  db: Reader,
  phases: readonly PhaseId[],
): Promise<ReadonlyMap<PhaseId, Partial<Record<MissingPart, number>>>> {
  const rows = await ofPhases(db, phases)
    .where('incomplete', '=', 1)
    .where('status', 'in', stillToCome)
    .select(['phase_id', 'missing', (e) => e.fn.countAll().as('total')])
    .groupBy(['phase_id', 'missing'])
    .execute()
  const found = new Map<PhaseId, Partial<Record<MissingPart, number>>>()
  for (const { phase_id, missing, total } of rows) {
    if (phase_id === null) continue
    const counts = found.get(phase_id) ?? {}
    for (const part of toMissing(missing)) counts[part] = (counts[part] ?? 0) + Number(total)
    found.set(phase_id, counts)
  }
  return found
}

function ofPhases(db: Reader, phases: readonly PhaseId[]) {
  return db.selectFrom('post').where('phase_id', 'in', phases).where('trashed_at', 'is', null)
}
