import { describe, expect, it } from 'vitest'
import {
  kilometreIn,
  readRoad,
  readStretch,
  roadClass,
  roadName,
  roadsIn,
  roadState,
} from '#contract/roads'

describe('the code of a road', () => {
  it.each([
    ['FT04', 'FT4', 'FT04', 'federal', null],
    ['ft 4', 'FT4', 'FT04', 'federal', null],
    ['F.T. 004', 'FT4', 'FT04', 'federal', null],
    ['F 4', 'FT4', 'FT04', 'federal', null],
    ['FT 3214', 'FT3214', 'FT3214', 'federal', null],
    ['E1', 'E1', 'E01', 'tolled', null],
    ['A 13', 'A13', 'A13', 'state', 'MY-08'],
    ['j-32', 'J32', 'J32', 'state', 'MY-01'],
    ['SA 4', 'SA4', 'SA04', 'state', 'MY-12'],
  ])('%j is %s', (typed, code, name, whose, state) => {
    const read = readRoad(typed)
    expect(read).toBe(code)
    expect(read && [roadName(read), roadClass(read), roadState(read)]).toEqual([name, whose, state])
  })

  it.each(['', 'FT', '04', 'FT0', 'Z12', 'FT12345', 'FT04 km 12', 'jalan'])(
    '%j is none',
    (typed) => {
      expect(readRoad(typed)).toBeNull()
    },
  )
})

describe('kilometres', () => {
  it.each([
    ['12.3', { from: 12_300, to: null }],
    ['km 12,3', { from: 12_300, to: null }],
    ['KM12', { from: 12_000, to: null }],
    ['km 12 - 14.5', { from: 12_000, to: 14_500 }],
    ['14 hingga km 12', { from: 12_000, to: 14_000 }],
    ['7.125 km', { from: 7_125, to: null }],
    ['5–5', { from: 5_000, to: null }],
    ['', null],
    ['dekat simpang', null],
    ['12.3456', null],
  ])('%j', (typed, metres) => {
    expect(readStretch(typed)).toEqual(metres)
  })
})

describe('what a text tells of its place', () => {
  it('is the federal roads and highways it names, each once', () => {
    const text = 'Lubang di FT04 dekat FT 4, ke E1. Plat FTA 12, no. 012-3456789, kelas A 5.'
    expect(roadsIn(text)).toEqual(['FT4', 'E1'])
    expect(roadsIn('Sila hubungi 03-2618 0000')).toEqual([])
  })

  it('is the first kilometre', () => {
    expect(kilometreIn('berhampiran KM 12.3 arah Jeli, km 15')).toBe(12_300)
    expect(kilometreIn('laju 90 km sejam')).toBeNull()
  })
})
