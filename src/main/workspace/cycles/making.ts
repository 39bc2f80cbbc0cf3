import { CycleId, PhaseId, type Cycle, type Period } from '#contract/cycles'
import type { Phase as PhaseItem } from '#contract/reference'
import type { Instant } from '#contract/values'
import type { Subject } from '../audit.ts'
import type { Writer } from '../database/schema.ts'
import { insertCycle, phaseColumns } from './queries.ts'

/** A cycle before it has an id and phases. */
export type CycleStart = Pick<Cycle, 'name' | 'nameEn' | 'note' | 'example'>

/** A phase as it begins: the words and the colour of the reference data, and its days. */
export interface PhaseStart {
  readonly item: Pick<PhaseItem, 'number' | 'ms' | 'en' | 'colour'>
  readonly period: Period
}

/** A row that was written, for the audit log. */
export interface MadeRow extends Subject {
  readonly table: 'cycle' | 'phase'
}

/**
 * Writes a cycle with its five phases, without objectives, owners or targets.
 * @returns its id, and the rows for the audit log
 */
export async function makeCycle(
  db: Writer,
  start: CycleStart,
  phases: readonly PhaseStart[],
  { newId, at }: { readonly newId: () => string; readonly at: Instant },
): Promise<{ readonly id: CycleId; readonly subjects: MadeRow[] }> {
  const id = CycleId.parse(newId())
  const words = { name: start.name, name_en: start.nameEn, note: start.note }
  const flags = { example: start.example ? 1 : 0, archived: 0 }
  const rows = phases.map(({ item, period }) => ({
    id: PhaseId.parse(newId()),
    cycle_id: id,
    number: item.number,
    ...phaseColumns({
      ...{ name: item.ms, nameEn: item.en, ...period },
      ...{ objective: '', colour: item.colour, ownerId: null },
    }),
  }))
  await insertCycle(db, { id, ...words, ...flags, created_at: at }, rows)
  const fields = ['number', 'name', 'name_en', 'starts_on', 'ends_on', 'colour']
  return {
    id,
    subjects: [
      { table: 'cycle', id, fields: [...Object.keys(words), ...Object.keys(flags)] },
      ...rows.map((row) => ({ table: 'phase' as const, id: row.id, fields })),
    ],
  }
}

/** The five phases of the reference data, each with its part of a period. */
export function phaseStarts(items: readonly PhaseItem[], periods: readonly Period[]): PhaseStart[] {
  const inOrder = items.toSorted((one, other) => one.number - other.number)
  return inOrder.flatMap((item, place) => {
    const period = periods[place]
    return period === undefined ? [] : [{ item, period }]
  })
}
