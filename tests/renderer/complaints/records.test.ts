import { describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import {
  disposalLooks,
  isCertificateLate,
  kindCounts,
} from '../../../src/renderer/complaints/disposal/disposalView'
import { requestLook } from '../../../src/renderer/complaints/rights/rightsView'

const day = (text: string) => PlainDate.parse(text)

describe('how a request stands', () => {
  // Due on Sunday the 27th, to be answered by Thursday the 24th.
  const open = {
    ...{ state: 'open' as const, dueOn: day('2026-12-27'), answerBy: day('2026-12-24') },
  }
  it.each([
    ['2026-12-23', 'open'],
    ['2026-12-24', 'soon'],
    ['2026-12-27', 'soon'],
    ['2026-12-28', 'late'],
  ])('on %s is %s', (today, key) => {
    expect(requestLook(open, day(today)).key).toBe(key)
  })

  it('is what it came to, however long ago', () => {
    for (const state of ['answered', 'refused'] as const) {
      expect(requestLook({ ...open, state }, day('2030-01-01')).key).toBe(state)
    }
  })
})

describe('the certificate of a disposal', () => {
  it.each([
    [null, null, false],
    ['2026-12-23', null, false],
    ['2026-12-22', null, true],
    ['2026-12-22', '2026-12-30', false],
  ])('due %s and sent %s is late: %s', (due, sent, late) => {
    const disposal = {
      certificateDue: due === null ? null : day(due),
      certifiedOn: sent === null ? null : day(sent),
    }
    expect(isCertificateLate(disposal, day('2026-12-23'))).toBe(late)
  })
})

it('puts the kind with the most cases first', () => {
  expect(kindCounts({ a: 1, c: 3, b: 3 })).toEqual([
    ['b', 3],
    ['c', 3],
    ['a', 1],
  ])
})

it('tells states of a disposal apart by their signs', () => {
  const icons = Object.values(disposalLooks).map(({ icon }) => icon)
  expect(new Set(icons).size).toBe(icons.length)
})
