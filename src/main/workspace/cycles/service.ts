import type { SliceHandlers } from '#contract/call'
import type { Cycle, CycleId, cycles, PhaseDates } from '#contract/cycles'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../context.ts'
import { itemsOf, readLists } from '../reference/queries.ts'
import { makeCycle, phaseStarts, type MadeRow } from './making.ts'
import { changePhase } from './phaseChange.ts'
import { cyclesThere, findCycle, findPhase, listCycles, updateCycle } from './queries.ts'
import { calendarYear, divide } from './rules/division.ts'
import { roomFor } from './rules/phases.ts'

export const cycleHandlers: SliceHandlers<typeof cycles, Contexts> = {
  list: ({ db }) => listCycles(db),

  divide: (_, period) => Promise.resolve(divided(period)),

  async room({ db }, wanted) {
    refuseReversed(wanted)
    const phase = await findPhase(db, wanted.id)
    const cycle = phase && (await findCycle(db, phase.cycleId))
    if (!cycle) throw new WorkspaceError('cycles.unknown-phase')
    return roomFor(cycle.phases, wanted)
  },

  async add(context, { startsOn, endsOn, ...words }) {
    const periods = divided({ startsOn, endsOn })
    const items = await itemsOf(context.db, 'phases', true)
    const start = { ...words, example: false }
    return kept(
      context,
      await makeCycle(context.writer, start, phaseStarts(items, periods), made(context)),
    )
  },

  async change(context, { id, name, nameEn, note }) {
    const before = await known(context, id)
    const fields = [
      ...(name === before.name ? [] : ['name']),
      ...(nameEn === before.nameEn ? [] : ['name_en']),
      ...(note === before.note ? [] : ['note']),
    ]
    await updateCycle(context.writer, id, { name, name_en: nameEn, note })
    context.record('cycle', id, fields)
    return known(context, id)
  },

  async changePhase(context, wanted) {
    for (const dates of [wanted, ...wanted.others]) refuseReversed(dates)
    return known(context, await changePhase(context, wanted))
  },

  archive: (context, { id }) => setArchived(context, id, true),
  bringBack: (context, { id }) => setArchived(context, id, false),

  async loadHistory(context) {
    if ((await cyclesThere(context.db)).example) throw new WorkspaceError('cycles.history-loaded')
    // As the source has them, whatever the office calls its own phases today.
    const lists = await readLists(context.db)
    const phases = lists.phases.flatMap(({ shipped }) =>
      shipped === null ? [] : [{ item: shipped, period: calendarYear(shipped.year) }],
    )
    const start = {
      name: 'Kitaran sejarah 2015–2019',
      nameEn: 'Historical cycle 2015–2019',
      note: 'Lima fasa promosi JKR, satu fasa setahun (JKR, Perancangan pelaksanaan promosi).',
      example: true,
    }
    return kept(context, await makeCycle(context.writer, start, phases, made(context)))
  },
}

function divided(period: Parameters<typeof divide>[0]): NonNullable<ReturnType<typeof divide>> {
  refuseReversed(period)
  const periods = divide(period)
  if (periods === null) throw new WorkspaceError('cycles.too-short')
  return periods
}

function refuseReversed({ startsOn, endsOn }: Omit<PhaseDates, 'id'>): void {
  if (startsOn > endsOn) throw new WorkspaceError('cycles.ends-before-start')
}

function made({ newId, clock }: CommandContext) {
  return { newId, at: clock.now() }
}

async function kept(
  context: CommandContext,
  { id, subjects }: { readonly id: CycleId; readonly subjects: readonly MadeRow[] },
): Promise<Cycle> {
  for (const { table, id: row, fields } of subjects) context.record(table, row, fields)
  return known(context, id)
}

async function known({ db }: CommandContext, id: CycleId): Promise<Cycle> {
  const cycle = await findCycle(db, id)
  if (cycle === null) throw new WorkspaceError('cycles.unknown')
  return cycle
}

async function setArchived(
  context: CommandContext,
  id: CycleId,
  archived: boolean,
): Promise<Cycle> {
  await known(context, id)
  await updateCycle(context.writer, id, { archived: archived ? 1 : 0 })
  context.record('cycle', id, ['archived'])
  return known(context, id)
}
