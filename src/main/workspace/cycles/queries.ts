import { z } from 'zod'
import {
  CycleId,
  PhaseColour,
  PhaseId,
  TargetKind,
  type Cycle,
  type Phase,
  type PhaseTarget,
} from '#contract/cycles'
import { PersonId, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../database/schema.ts'
import { gapsOf } from './rules/phases.ts'
import type { CycleRow, PhaseRow, PhaseTargetRow } from './tables.ts'

/** Archived ones too; the newest first by the first day of its first phase. */
export async function listCycles(db: Reader): Promise<Cycle[]> {
  const rows = await db
    .selectFrom('cycle')
    .innerJoin('phase', 'phase.cycle_id', 'cycle.id')
    .where('phase.number', '=', 1)
    .selectAll('cycle')
    .orderBy('phase.starts_on', 'desc')
    .orderBy('cycle.id')
    .execute()
  const phases = await toPhases(
    db,
    await db.selectFrom('phase').selectAll().orderBy('number').orderBy('id').execute(),
  )
  return rows.map((row) =>
    toCycle(
      row,
      phases.filter(({ cycleId }) => cycleId === row.id),
    ),
  )
}

export async function findCycle(db: Reader, id: CycleId): Promise<Cycle | null> {
  const row = await db.selectFrom('cycle').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const phases = await db
    .selectFrom('phase')
    .selectAll()
    .where('cycle_id', '=', id)
    .orderBy('number')
    .orderBy('id')
    .execute()
  return toCycle(row, await toPhases(db, phases))
}

/** A phase of any cycle, archived or not. */
export async function findPhase(db: Reader, id: PhaseId): Promise<Phase | null> {
  const rows = await db.selectFrom('phase').selectAll().where('id', '=', id).execute()
  const [phase] = await toPhases(db, rows)
  return phase ?? null
}

/** Whether any cycle is there, and whether the historical one is, archived or not. */
export async function cyclesThere(db: Reader): Promise<{ any: boolean; example: boolean }> {
  const rows = await db.selectFrom('cycle').select('example').orderBy('id').execute()
  return { any: rows.length > 0, example: rows.some(({ example }) => example === 1) }
}

/** The targets of one phase with the ids of their rows. */
export async function targetRowsOf(db: Reader, phase: PhaseId): Promise<PhaseTargetRow[]> {
  return db
    .selectFrom('phase_target')
    .selectAll()
    .where('phase_id', '=', phase)
    .orderBy('id')
    .execute()
}

export async function insertCycle(
  db: Writer,
  cycle: CycleRow,
  phases: readonly PhaseRow[],
): Promise<void> {
  await db.insertInto('cycle').values(cycle).execute()
  await db
    .insertInto('phase')
    .values([...phases])
    .execute()
}

export async function updateCycle(
  db: Writer,
  id: CycleId,
  changes: Partial<Omit<CycleRow, 'id' | 'created_at'>>,
): Promise<void> {
  await db.updateTable('cycle').set(changes).where('id', '=', id).execute()
}

export async function updatePhase(
  db: Writer,
  id: PhaseId,
  changes: Partial<Omit<PhaseRow, 'id' | 'cycle_id' | 'number'>>,
): Promise<void> {
  await db.updateTable('phase').set(changes).where('id', '=', id).execute()
}

export async function insertTarget(db: Writer, row: PhaseTargetRow): Promise<void> {
  await db.insertInto('phase_target').values(row).execute()
}

export async function updateTarget(db: Writer, id: string, wanted: number): Promise<void> {
  await db.updateTable('phase_target').set({ wanted }).where('id', '=', id).execute()
}

export async function deleteTarget(db: Writer, id: string): Promise<void> {
  await db.deleteFrom('phase_target').where('id', '=', id).execute()
}

/** What the office says of a phase, as columns. */
export function phaseColumns(
  fields: Omit<Phase, 'id' | 'cycleId' | 'number' | 'targets'>,
): Omit<PhaseRow, 'id' | 'cycle_id' | 'number'> {
  return {
    name: fields.name,
    name_en: fields.nameEn,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    objective: fields.objective,
    colour: fields.colour,
    owner_id: fields.ownerId,
  }
}

function toCycle(row: CycleRow, phases: Phase[]): Cycle {
  return {
    id: CycleId.parse(row.id),
    name: row.name,
    nameEn: row.name_en,
    note: row.note,
    example: row.example === 1,
    archived: row.archived === 1,
    phases,
    gaps: gapsOf(phases),
  }
}

async function toPhases(db: Reader, rows: readonly PhaseRow[]): Promise<Phase[]> {
  const ids = rows.map(({ id }) => id)
  const targets =
    ids.length === 0
      ? []
      : await db
          .selectFrom('phase_target')
          .selectAll()
          .where('phase_id', 'in', ids)
          .orderBy('id')
          .execute()
  return rows.map((row) => ({
    id: PhaseId.parse(row.id),
    cycleId: CycleId.parse(row.cycle_id),
    number: row.number,
    name: row.name,
    nameEn: row.name_en,
    startsOn: PlainDate.parse(row.starts_on),
    endsOn: PlainDate.parse(row.ends_on),
    objective: row.objective,
    colour: PhaseColour.parse(row.colour),
    ownerId: z.nullable(PersonId).parse(row.owner_id),
    targets: targets
      .filter(({ phase_id }) => phase_id === row.id)
      .map(toTarget)
      .sort(byKey),
  }))
}

function toTarget({ kind, target_key, wanted }: PhaseTargetRow): PhaseTarget {
  return { kind: TargetKind.parse(kind), key: target_key, wanted }
}

/** Databases collate hyphens differently; the order of targets is that of their characters. */
function byKey(one: PhaseTarget, other: PhaseTarget): number {
  const [a, b] = [`${one.kind} ${one.key}`, `${other.kind} ${other.key}`]
  return a < b ? -1 : a > b ? 1 : 0
}
