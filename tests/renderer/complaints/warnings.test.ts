import { describe, expect, it } from 'vitest'
import { CaseWarning, type WarningMark } from '#contract/complaintWarnings'
import type { ShareMark } from '#contract/complaintLadder'
import { Instant } from '#contract/values'
import { usedMark } from '../../../src/renderer/complaints/clocks/clockView'
import { present } from '../../support/present'
import { warningsNow } from '../../../src/renderer/complaints/warnings/warningView'

const now = Date.parse('2026-11-21T02:00:00.000Z')
const instant = (time: string) => Instant.parse(`2026-11-21T${time}:00.000Z`)
const warning = (serial: number, mark: WarningMark, from = '01:00', tells = true) =>
  CaseWarning.parse({
    id: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
    number: `ADU-2026-${String(serial).padStart(6, '0')}`,
    ...{ share: null, role: null },
    ...{ mark, mine: false, from: instant(from), tells },
  })
const told = (warnings: readonly CaseWarning[], known: readonly string[] = []) => {
  const { lines, given, keys } = warningsNow(warnings, now, new Set(known))
  return {
    lines: lines.map(
      ({ mark, numbers }) => `${mark} ${numbers.map((each) => each.slice(-1)).join()}`,
    ),
    given: given.length,
    keys,
  }
}

describe('what is told of complaints at a moment', () => {
  it('is what is reached by then, each case by its largest mark, all of it kept', () => {
    const warnings = [
      ...[warning(1, 'used-75'), warning(1, 'used-90'), warning(2, 'used-75')],
      ...[warning(3, 'late', '02:00'), warning(4, 'used-90', '02:01')],
    ]
    expect(told(warnings)).toMatchObject({
      ...{ lines: ['late 3', 'used-90 1', 'used-75 2'], given: 4 },
    })
  })

  it('names a rung beside a mark, and keeps in silence what is for another role', () => {
    const warnings = [
      warning(1, 'late'),
      warning(1, 'head'),
      warning(2, 'approver', '01:00', false),
    ]
    expect(told(warnings)).toMatchObject({ lines: ['late 1', 'head 1'], given: 3 })
  })

  it('keeps what no notice names by itself, where none can be shown', () => {
    const warnings = [warning(1, 'late'), warning(2, 'approver', '01:00', false)]
    expect(warningsNow(warnings, now, new Set()).quiet).toEqual([
      { id: present(warnings[1]).id, mark: 'approver' },
    ])
  })

  it('is told once while it waits to be kept', () => {
    const warnings = [warning(1, 'used-90'), warning(2, 'late')]
    const { keys } = told(warnings)
    expect(told([...warnings, warning(3, 'late')], keys)).toMatchObject({
      ...{ lines: ['late 3'], given: 1 },
    })
    expect(told(warnings, keys)).toMatchObject({ lines: [], given: 0 })
  })
})

it.each<[string, ShareMark | null]>([
  ['2026-11-20T11:59:59.999Z', null],
  ['2026-11-20T12:00:00.000Z', 'used-50'],
  ['2026-11-20T18:00:00.000Z', 'used-75'],
  ['2026-11-20T21:35:59.999Z', 'used-75'],
  ['2026-11-20T21:36:00.000Z', 'used-90'],
])('of a day from midnight, at %s the mark %s is reached', (at, part) => {
  const usedAt = ['12:00', '18:00', '21:36'].map((time) =>
    Instant.parse(`2026-11-20T${time}:00.000Z`),
  )
  expect(usedMark(usedAt, Date.parse(at))).toBe(part)
  expect(usedMark([], Date.parse(at))).toBeNull()
})
