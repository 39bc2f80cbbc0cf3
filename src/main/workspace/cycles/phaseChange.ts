import type { z } from 'zod'
import {
  isPieceKey,
  type cycles,
  type CycleId,
  type Phase,
  type PhaseId,
  type PhaseTarget,
} from '#contract/cycles'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext } from '../context.ts'
import { findPerson } from '../people/queries.ts'
import { itemsOf } from '../reference/queries.ts'
import {
  deleteTarget,
  findCycle,
  findPhase,
  insertTarget,
  phaseColumns,
  targetRowsOf,
  updatePhase,
  updateTarget,
} from './queries.ts'
import { roomFor } from './rules/phases.ts'

type PhaseChange = z.output<typeof cycles.changePhase.input>

/**
 * Changes a phase, and the dates of the others that move with it, all or nothing.
 * @returns the cycle it belongs to
 * @throws WorkspaceError where the phases would overlap, or a target or owner is not known
 */
export async function changePhase(context: CommandContext, wanted: PhaseChange): Promise<CycleId> {
  const before = await findPhase(context.db, wanted.id)
  const cycle = before && (await findCycle(context.db, before.cycleId))
  if (!cycle) throw new WorkspaceError('cycles.unknown-phase')

  refuseOverlap(cycle.phases, wanted)
  await refuseUnknownOwner(context, wanted, before)
  await refuseUnknownTargets(context, wanted.targets, before.targets)

  const { id, others, targets, ...fields } = wanted
  await writePhase(context, before, { ...before, ...fields })
  for (const { id: other, startsOn, endsOn } of others) {
    const was = cycle.phases.find((phase) => phase.id === other)
    if (was !== undefined) await writePhase(context, was, { ...was, startsOn, endsOn })
  }
  await writeTargets(context, id, targets)
  return cycle.id
}

/** The first that is in the way is named; the phase that is changed comes before the others. */
function refuseOverlap(phases: readonly Phase[], { others, ...wanted }: PhaseChange): void {
  const moved = new Map([wanted, ...others].map((dates) => [dates.id, dates]))
  if (others.some(({ id }) => !phases.some((phase) => phase.id === id))) {
    throw new WorkspaceError('cycles.unknown-phase')
  }
  const all = phases.map((phase) => {
    const { startsOn, endsOn } = moved.get(phase.id) ?? phase
    return { id: phase.id, number: phase.number, startsOn, endsOn }
  })
  const changedFirst = all.toSorted(
    (one, other) => Number(other.id === wanted.id) - Number(one.id === wanted.id),
  )
  for (const phase of changedFirst) {
    const [number] = roomFor(all, phase).inTheWay
    if (number !== undefined) throw new WorkspaceError('cycles.phase-in-the-way', { number })
  }
}

async function refuseUnknownOwner(
  { db }: CommandContext,
  { ownerId }: PhaseChange,
  before: Phase,
): Promise<void> {
  if (ownerId === null || ownerId === before.ownerId) return
  const person = await findPerson(db, ownerId)
  if (person?.active !== true) throw new WorkspaceError('cycles.unknown-owner')
}

/** What a phase wanted before may stay, though the list no longer offers it. */
async function refuseUnknownTargets(
  { db }: CommandContext,
  targets: readonly PhaseTarget[],
  before: readonly PhaseTarget[],
): Promise<void> {
  const categories = await itemsOf(db, 'wave-categories')
  const pieces = await itemsOf(db, 'production-times')
  const offered = new Set([
    ...categories.map(({ key }) => `category ${key}`),
    ...pieces.filter(({ key }) => isPieceKey(key)).map(({ key }) => `piece ${key}`),
    ...before.map(({ kind, key }) => `${kind} ${key}`),
  ])
  if (!targets.every(({ kind, key }) => offered.has(`${kind} ${key}`))) {
    throw new WorkspaceError('cycles.unknown-target')
  }
}

async function writePhase(context: CommandContext, was: Phase, wanted: Phase): Promise<void> {
  const before = new Map<string, unknown>(Object.entries(phaseColumns(was)))
  const columns = phaseColumns(wanted)
  const changed = Object.entries(columns).filter(([column, value]) => before.get(column) !== value)
  if (changed.length === 0) return
  await updatePhase(context.writer, was.id, columns)
  context.record(
    'phase',
    was.id,
    changed.map(([column]) => column),
  )
}

/** A target of nothing is none. */
async function writeTargets(
  { db, writer, newId, record }: CommandContext,
  phase: PhaseId,
  targets: readonly PhaseTarget[],
): Promise<void> {
  const rows = await targetRowsOf(db, phase)
  const left = new Map(rows.map((row) => [`${row.kind} ${row.target_key}`, row]))
  for (const { kind, key, wanted } of targets.filter((target) => target.wanted > 0)) {
    const row = left.get(`${kind} ${key}`)
    left.delete(`${kind} ${key}`)
    if (row === undefined) {
      const id = newId()
      await insertTarget(writer, { id, phase_id: phase, kind, target_key: key, wanted })
      record('phase_target', id, ['phase_id', 'kind', 'target_key', 'wanted'])
    } else if (row.wanted !== wanted) {
      await updateTarget(writer, row.id, wanted)
      record('phase_target', row.id, ['wanted'])
    }
  }
  for (const { id } of left.values()) {
    await deleteTarget(writer, id)
    record('phase_target', id, ['wanted'])
  }
}
