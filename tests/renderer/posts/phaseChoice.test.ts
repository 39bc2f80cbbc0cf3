import { describe, expect, it } from 'vitest'
import { Cycle, PhaseId } from '#contract/cycles'
import { areOfSeveralCycles, offeredPhases, phaseOn } from '../../../src/renderer/posts/phaseChoice'

const idOf = (cycle: number, phase: number) =>
  `${String(cycle).repeat(8)}-0000-4000-8000-00000000000${phase}`

/** A cycle whose phases are two months long each, but for a gap in August. */
function cycleOf(
  place: number,
  year: number,
  kind: { example?: boolean; archived?: boolean } = {},
) {
  const periods = [
    ['01-01', '02-28'],
    ['03-01', '04-30'],
    ['05-01', '07-31'],
    ['09-01', '10-31'],
    ['11-01', '12-31'],
  ]
  const id = idOf(place, 0)
  return Cycle.parse({
    ...{ id, name: `${year}`, nameEn: `${year}`, note: '', gaps: [] },
    ...{ example: kind.example ?? false, archived: kind.archived ?? false },
    phases: periods.map(([from, to], index) => ({
      ...{ id: idOf(place, index + 1), cycleId: id, number: index + 1, name: 'F', nameEn: 'P' },
      ...{ startsOn: `${year}-${from}`, endsOn: `${year}-${to}`, objective: '' },
      ...{ colour: 'blue', ownerId: null, targets: [] },
    })),
  })
}

describe('the phase of a day', () => {
  const cycles = [cycleOf(1, 2026), cycleOf(2, 2015, { example: true })]

  it.each([
    ['2026-02-28', idOf(1, 1)],
    ['2026-03-01', idOf(1, 2)],
    ['2026-08-15', null],
    ['2026-12-31', idOf(1, 5)],
    ['2027-01-01', null],
    ['2015-03-01', null],
    [null, null],
  ])('%s lies in %s', (day, phase) => {
    expect(phaseOn(cycles, day)).toBe(phase)
  })

  it('is none of an archived cycle', () => {
    expect(phaseOn([cycleOf(1, 2026, { archived: true })], '2026-03-01')).toBeNull()
  })
})

describe('the phases offered', () => {
  it('are those of cycles in use, and the one a post has already', () => {
    const archived = cycleOf(3, 2025, { archived: true })
    const had = PhaseId.parse(idOf(3, 2))
    const now = cycleOf(1, 2026)
    expect(offeredPhases([now, archived], [null])).toHaveLength(5)
    const withHad = offeredPhases([now, archived], [had])
    expect(withHad.map(({ phase }) => phase.id)).toContain(had)
    expect(offeredPhases([archived], [had])).toHaveLength(1)
  })

  it('are none of the example, unless a post has it already', () => {
    const example = cycleOf(4, 2015, { example: true })
    const had = PhaseId.parse(idOf(4, 1))
    expect(offeredPhases([example], [])).toEqual([])
    expect(offeredPhases([example], [had])).toHaveLength(1)
  })

  it('are told apart by their cycles where they are of several', () => {
    const [now, next] = [cycleOf(1, 2026), cycleOf(2, 2027)]
    expect(areOfSeveralCycles(offeredPhases([now], []))).toBe(false)
    expect(areOfSeveralCycles(offeredPhases([now, next], []))).toBe(true)
  })
})
