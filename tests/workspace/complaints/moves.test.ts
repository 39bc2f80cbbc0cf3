import { describe, expect, it } from 'vitest'
import type { ComplaintStatus } from '#contract/complaintStatus'
import { Instant } from '#contract/values'
import { checksFor, isMet } from '../../../src/main/workspace/complaints/rules/closing.ts'
import { stoodBefore, type Move } from '../../../src/main/workspace/complaints/rules/moves.ts'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { complaintFields } from '../../support/complaints.ts'
import { itemsIn } from '../reference/itemsIn.ts'

const at = (hour: number) => Instant.parse(`2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`)
const [received, registered] = [at(0), at(1)]

/** One step an hour from two o'clock on; `<` takes the last one back. */
function moves(...path: (ComplaintStatus | '<')[]): Move[] {
  const stack: ComplaintStatus[] = ['new']
  return path.map((each, index): Move => {
    const from = stack.at(-1) ?? 'new'
    const hour = at(index + 2)
    if (each === '<') {
      stack.pop()
      return { kind: 'step-undone', at: hour, from, to: stack.at(-1) ?? 'new', text: '' }
    }
    stack.push(each)
    return { kind: 'status', at: hour, from, to: each, text: each }
  })
}

describe('how a complaint stood before its last step', () => {
  it.each<[string, Move[], object | null]>([
    ['nothing happened', moves(), null],
    ['it was taken back already', moves('in-progress', '<'), null],
    [
      'its first step',
      moves('in-progress'),
      { status: 'new', at: registered, reason: '', settledAt: null, reopened: 0 },
    ],
    [
      'it was resolved',
      moves('in-progress', 'resolved'),
      { status: 'in-progress', at: at(2), reason: 'in-progress', settledAt: null },
    ],
    [
      'it was reopened: settled again since it was resolved, and not counted',
      moves('in-progress', 'resolved', 'closed', 'in-progress'),
      { status: 'closed', settledAt: at(3), reopened: 0, clocksFrom: received },
    ],
    [
      'the second reopening leaves the first',
      moves('resolved', 'in-progress', 'resolved', 'in-progress'),
      { status: 'resolved', settledAt: at(4), reopened: 1, clocksFrom: at(3) },
    ],
    [
      'what was undone before counts for nothing',
      moves('resolved', 'in-progress', '<', 'closed'),
      { status: 'resolved', at: at(2), settledAt: at(2), reopened: 0, clocksFrom: received },
    ],
  ])('%s', (_, path, expected) => {
    const found = stoodBefore(path, registered, received)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toMatchObject(expected)
  })
})

const checks = itemsIn(shippedLists(), 'closing-checks')
const none = {
  ...{ fields: complaintFields(), unreachable: false, told: false, afterPhoto: false },
  ...{ forwarded: false, satisfaction: false, confirmed: [] },
}

describe('the checks before closing', () => {
  it.each<[string, ComplaintStatus, string[]]>([
    ['federal-road', 'resolved', ['answered', 'state', 'place', 'after-photo', 'verified']],
    ['policy', 'resolved', ['answered', 'verified']],
    ['federal-road', 'outside-jurisdiction', ['answered', 'forwarded']],
    ['federal-road', 'false', ['answered', 'false-confirmed']],
    // While it is worked on: what closing will ask.
    ['policy', 'in-progress', ['answered', 'verified']],
  ])('of %s that is %s: %j', (kind, status, keys) => {
    expect(checksFor(checks, kind, status).map(({ key }) => key)).toEqual(keys)
  })

  it('are all open of a case that shows nothing, and met by what it shows', () => {
    const met = (facts: typeof none) =>
      checks.filter((check) => isMet(check, facts)).map(({ key }) => key)
    expect(met(none)).toEqual([])
    expect(met({ ...none, unreachable: true })).toEqual(['answered'])
    expect(met({ ...none, fields: complaintFields({ state: 'MY-06', place: 'Raub' }) })).toEqual([
      ...['state', 'place'],
    ])
    expect(met({ ...none, afterPhoto: true, forwarded: true, told: true })).toEqual([
      ...['answered', 'after-photo', 'forwarded'],
    ])
  })
})
