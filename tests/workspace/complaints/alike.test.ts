import { describe, expect, it } from 'vitest'
import { RoadCode } from '#contract/roads'
import { alike, gistOf, tellingWords } from '../../../src/main/workspace/complaints/rules/alike.ts'
import {
  judgeRepeat,
  metresBetween,
  type Beside,
  type Compared,
} from '../../../src/main/workspace/complaints/rules/repeats.ts'

const ft4 = RoadCode.parse('FT4')

describe('how alike two reports are', () => {
  it.each([
    ['Ada lubang di jalan yang besar', ['lubang', 'besar']],
    ['There is a big pothole in the left lane', ['besar', 'lubang', 'kiri', 'lorong']],
    ['Lubang, LUBANG dan lubang!', ['lubang']],
    ['12.3 km', []],
  ])('%j is about %j', (text, words) => {
    expect(tellingWords(text)).toEqual(words)
  })

  it.each([
    ['Lubang besar di lorong kiri', 'Lubang besar di lorong kiri', 1, 1],
    // Affixes, another order and a slip of the finger leave most of it.
    ['Jalan berlubang dekat masjid Raub', 'Dekat masjid raub ada lubang besar', 0.6, 0.95],
    ['Lampu isyarat rosak', 'Lampu isyaart rosak', 0.6, 0.95],
    // English and Malay.
    ['Big pothole in the left lane', 'Lubang besar di lorong kiri', 1, 1],
    ['Lubang besar di lorong kiri', 'Longkang tersumbat, air melimpah', 0, 0.15],
    // One word is too little.
    ['Lubang', 'Lubang', 0, 0],
    ['', 'Lubang besar', 0, 0],
  ])('%j and %j', (one, other, least, most) => {
    const share = alike(gistOf(one), gistOf(other))
    expect(share).toBe(alike(gistOf(other), gistOf(one)))
    expect(share).toBeGreaterThanOrEqual(least)
    expect(share).toBeLessThanOrEqual(most)
  })
})

describe('the metres between two places', () => {
  it.each([
    [{ fromMetres: 12_000, toMetres: null }, { fromMetres: 12_400, toMetres: null }, 400],
    [{ fromMetres: 12_000, toMetres: 14_000 }, { fromMetres: 13_000, toMetres: null }, 0],
    [{ fromMetres: 12_000, toMetres: 14_000 }, { fromMetres: 14_700, toMetres: 15_000 }, 700],
    [{ fromMetres: null, toMetres: null }, { fromMetres: 1, toMetres: null }, null],
  ])('%j %j: %j', (one, other, metres) => {
    const along = (place: typeof one) => ({ road: ft4, ...place })
    expect(metresBetween(along(one), along(other))).toBe(metres)
    expect(metresBetween(along(other), along(one))).toBe(metres)
    const elsewhere = { ...along(other), road: RoadCode.parse('FT5') }
    expect(metresBetween(along(one), elsewhere)).toBeNull()
  })
})

describe('the rule of possible repeats', () => {
  const asked = (parts: Partial<Compared> = {}): Compared => ({
    ...{ kind: null, subKind: null, road: null, fromMetres: null, toMetres: null, district: '' },
    gist: gistOf(''),
    ...parts,
  })
  const at = (fromMetres: number): Partial<Compared> => ({ road: ft4, fromMetres })
  const hole = { kind: 'federal-road', subKind: 'pothole' }
  const words = (text: string) => ({ gist: gistOf(text) })
  const long = { samePerson: false, samePhoto: false, sameLink: false, days: 60 }

  it.each<[string, Partial<Compared>, Partial<Compared>, Partial<Beside>, string[] | null]>([
    ['250 m is the same place', at(12_000), at(12_250), {}, ['road 250']],
    ['251 m alone is not', at(12_000), at(12_251), {}, null],
    [
      'within 1 km with the same trouble',
      { ...at(0), ...hole },
      { ...at(1_000), ...hole },
      {},
      [...['road 1000', 'subject']],
    ],
    [
      'farther than 1 km nothing helps',
      { ...at(0), ...hole },
      { ...at(1_001), ...hole },
      {
        ...{ samePerson: true, days: 0 },
      },
      null,
    ],
    ['but a photo', at(0), at(90_000), { samePhoto: true }, ['photo']],
    ['or its public comment', at(0), at(90_000), { sameLink: true }, ['link']],
    [
      'a person alone, long after, is somebody with two troubles',
      {},
      {},
      { samePerson: true },
      null,
    ],
    ['a person within a week', {}, {}, { samePerson: true, days: 7 }, ['person']],
    ['a person a day later than that', {}, {}, { samePerson: true, days: 8 }, null],
    [
      'the same words',
      words('Lubang besar di simpang'),
      words('Simpang berlubang besar'),
      {},
      ['words'],
    ],
    [
      'the same kind and district alone',
      { ...hole, district: 'Raub' },
      {
        ...{ ...hole, district: 'raub' },
      },
      { days: 1 },
      null,
    ],
    [
      'with the person too',
      { ...hole, district: 'Raub' },
      { ...hole, district: ' raub ' },
      {
        ...{ samePerson: true },
      },
      ['person', 'subject', 'district'],
    ],
  ])('%s', (_, one, other, beside, expected) => {
    const judged = judgeRepeat(asked(one), asked(other), { ...long, ...beside })
    const told = judged?.reasons.map((reason) =>
      reason.kind === 'road' ? `road ${reason.metres}` : reason.kind,
    )
    expect(told ?? null).toEqual(expected)
  })
})
