import type { PhaseId } from '#contract/cycles'
import type { WeekStart } from '#contract/planning'
import type { WeekCount } from '#contract/postPhases'
import type { MissingPart, PostFilter, PostStatus } from '#contract/posts'
import type { Reader } from '../../database/schema.ts'
import { stillToCome, type Tally } from '../rules/completeness.ts'
import { shownSlots, slotsWith } from '../rules/slots.ts'
import { weekStartOf, weeksOfSlots } from '../rules/weeks.ts'
import { postsApart } from './apart.ts'
import { fits, isUnproven } from './filter.ts'
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

/**
 * How many posts of each week and category the phases have, stopped ones left out: posts in the weeks
 * of their own days, then those few that have an account with a slot of its own put where they stand.
 */
export async function weeksOfPhases(
  db: Reader,
  phases: readonly PhaseId[],
  filter: PostFilter,
  now: Now,
  first: WeekStart,
): Promise<OfPhase<WeekCount>[]> {
  const rows = await ofPhases(db, phases)
    .where(fits(filter, now))
    .where('status', 'not in', stopped)
    .where('day', 'is not', null)
    .select(['phase_id', 'day', 'category', (e) => e.fn.countAll().as('total')])
    .groupBy(['phase_id', 'day', 'category'])
    .execute()
  const apart = await postsApart(db, (e) =>
    e.and([
      e('post.phase_id', 'in', phases),
      e('post.status', 'not in', stopped),
      fits(filter, now)(e),
    ]),
  )
  const owned = rows.flatMap(({ phase_id, day, category, total }) =>
    phase_id === null || day === null
      ? []
      : { phaseId: phase_id, category, week: weekStartOf(day, first), count: Number(total) },
  )
  const moved = apart.flatMap(({ phaseId, category, own, accounts }) => {
    if (phaseId === null) return []
    const shown = slotsWith(shownSlots(own, accounts), filter.accountIds)
    const weeks = weeksOfSlots(
      shown.map(({ slot }) => slot),
      first,
    )
    return [
      ...weeksOfSlots([own], first).map((week) => ({ phaseId, category, week, count: -1 })),
      ...weeks.map((week) => ({ phaseId, category, week, count: 1 })),
    ]
  })
  return [...owned, ...moved]
}

const stopped: readonly PostStatus[] = ['on-hold', 'cancelled']

/** What posts still to come out lack. */
export interface Lacks {
  /** How many lack each part. */
  readonly missing: Readonly<Partial<Record<MissingPart, number>>>
  /** How many lack any. */
  readonly incomplete: number
}

/** What posts still to come out lack; phases of which nothing lacks are left out. */
export async function lacksOf(
  db: Reader,
  phases: readonly PhaseId[],
): Promise<ReadonlyMap<PhaseId, Lacks>> {
  const rows = await ofPhases(db, phases)
    .where('incomplete', '=', 1)
    .where('status', 'in', stillToCome)
    .select(['phase_id', 'missing', (e) => e.fn.countAll().as('total')])
    .groupBy(['phase_id', 'missing'])
    .execute()
  const found = new Map<PhaseId, Lacks>()
  for (const { phase_id, missing, total } of rows) {
    if (phase_id === null) continue
    const known = found.get(phase_id)
    const counts = { ...known?.missing }
    for (const part of toMissing(missing)) counts[part] = (counts[part] ?? 0) + Number(total)
    const incomplete = (known?.incomplete ?? 0) + Number(total)
    found.set(phase_id, { missing: counts, incomplete })
  }
  return found
}

/** How many posts of the phases came out without evidence of it. */
export async function unprovenOf(
  db: Reader,
  phases: readonly PhaseId[],
): Promise<ReadonlyMap<PhaseId, number>> {
  const rows = await ofPhases(db, phases)
    .where(isUnproven)
    .select(['phase_id', (e) => e.fn.countAll().as('total')])
    .groupBy('phase_id')
    .execute()
  return new Map(
    rows.flatMap(({ phase_id, total }) => (phase_id === null ? [] : [[phase_id, Number(total)]])),
  )
}

function ofPhases(db: Reader, phases: readonly PhaseId[]) {
  return db.selectFrom('post').where('phase_id', 'in', phases).where('trashed_at', 'is', null)
}
