import { describe, expect, it } from 'vitest'
import { formatsFor } from '../../../src/renderer/words/formats'

const ms = formatsFor('ms')
const en = formatsFor('en')

describe('dates', () => {
  // 16:30 UTC on 31 December is 00:30 on 1 January in Malaysia (UTC+8).
  const newYear = '2026-12-31T16:30:00.000Z'

  it('are those of Malaysia, wherever the computer thinks it is', () => {
    expect([ms.day(newYear), ms.time(newYear), en.day(newYear)]).toEqual([
      '1 Jan 2027',
      '00:30',
      '1 Jan 2027',
    ])
  })

  it('without a time stay on their day', () => {
    expect([ms.day('2026-08-31'), ms.longDay('2026-08-31'), en.longDay('2026-08-31')]).toEqual([
      '31 Ogo 2026',
      '31 Ogos 2026',
      '31 August 2026',
    ])
  })

  it('with a time are written on 24 hours', () => {
    expect(ms.moment('2026-11-21T13:05:00.000Z')).toBe('21 Nov 2026, 21:05')
  })
})

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1 kB'],
    [1_250, '1.3 kB'],
    [9_949, '9.9 kB'],
    [42_000_000, '42 MB'],
    [999_600, '1 MB'],
    [4_200_000_000, '4.2 GB'],
  ])('%i bytes is %s', (count, written) => {
    expect(ms.bytes(count)).toBe(written)
  })
})

describe('numbers and time left', () => {
  it('carry separators', () => {
    expect([ms.number(12_345), en.number(12_345), ms.decimal(4.56)]).toEqual([
      '12,345',
      '12,345',
      '4.6',
    ])
  })

  it.each([
    [0.4, '0 s', '0 s'],
    [59.4, '59 s', '59 s'],
    [60, '1 min', '1 min'],
    [3_600, '1 j', '1 h'],
    [4_800, '1 j 20 min', '1 h 20 min'],
  ])('%d seconds', (seconds, malay, english) => {
    expect([ms.duration(seconds), en.duration(seconds)]).toEqual([malay, english])
  })
})
