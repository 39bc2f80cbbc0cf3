import { check, constantFrom, integer, property, record, shuffledSubarray, array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  groupByEvent,
  metresBetween,
  type EventPhoto,
} from '../../../src/main/workspace/images/events/grouping.ts'

const plain = (level: number): Uint8Array => new Uint8Array(48).fill(level)

function photo(id: string, known: Partial<EventPhoto> = {}): EventPhoto {
  return { id, takenAt: null, place: null, look: plain(100), folder: '/majlis', ...known }
}

const at = (time: string) => ({ takenAt: `2026-11-21T${time}` })
// Ibu Pejabat JKR, Jalan Sultan Salahuddin, and its own car park; then Putrajaya, 25 km away.
const office = { latitude: 3.1534, longitude: 101.6953 }
const carPark = { latitude: 3.1549, longitude: 101.6961 }
const putrajaya = { latitude: 2.9264, longitude: 101.6964 }

describe('photos of one event', () => {
  it.each<[string, EventPhoto[], string[][]]>([
    ['nothing of nothing', [], []],
    ['no group of one', [photo('a', at('09:00:00'))], []],
    [
      'taken one after the other, by time',
      [photo('b', at('09:40:00')), photo('a', at('09:00:00')), photo('c', at('10:40:00'))],
      [['a', 'b', 'c']],
    ],
    [
      'a pause of more than an hour begins another',
      [
        photo('a', at('09:00:00')),
        photo('b', at('09:10:00')),
        photo('c', at('10:10:01')),
        photo('d', at('10:20:00')),
      ],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'not another day at the same hour',
      [photo('a', at('09:00:00')), photo('b', { takenAt: '2026-11-22T09:00:00' })],
      [],
    ],
    [
      'across midnight',
      [photo('a', at('23:50:00')), photo('b', { takenAt: '2026-11-22T00:20:00' })],
      [['a', 'b']],
    ],
    [
      'two places at the same time are two events',
      [
        photo('a', { ...at('09:00:00'), place: office }),
        photo('b', { ...at('09:05:00'), place: putrajaya }),
        photo('c', { ...at('09:10:00'), place: carPark }),
        photo('d', { ...at('09:15:00'), place: putrajaya }),
      ],
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
    ],
    [
      'a camera without a place is where the others are',
      [photo('a', { ...at('09:00:00'), place: office }), photo('b', at('09:05:00'))],
      [['a', 'b']],
    ],
    [
      'without times, those of one look and folder',
      [
        photo('a', { look: plain(100) }),
        photo('b', { look: plain(110) }),
        photo('c', { look: plain(180) }),
        photo('d', { look: plain(100), folder: '/lain' }),
      ],
      [['a', 'b']],
    ],
    [
      'one without a time stands after the one it looks like',
      [
        photo('a', { ...at('09:00:00'), look: plain(50) }),
        photo('b', { ...at('09:05:00'), look: plain(200) }),
        photo('x', { look: plain(55) }),
      ],
      [['a', 'x', 'b']],
    ],
    [
      'a moment that is none counts as none',
      [
        photo('a', { takenAt: '0000-00-00T00:00:00' }),
        photo('b', { ...at('09:00:00'), look: plain(0) }),
      ],
      [],
    ],
  ])('%s', (_, photos, expected) => {
    expect(groupByEvent(photos)).toEqual(expected)
  })

  it('does not depend on the order of the files', () => {
    const any = record({
      minute: integer({ min: 0, max: 900 }),
      place: constantFrom(null, office, carPark, putrajaya),
      level: integer({ min: 0, max: 255 }),
      timed: constantFrom(true, true, false),
    })
    const moment = (minute: number) =>
      new Date(Date.UTC(2026, 10, 21, 0, minute)).toISOString().slice(0, 19)
    const asSets = (groups: string[][]) => new Set(groups.map((one) => one.toSorted().join(' ')))
    const photosOf = array(any, { minLength: 2, maxLength: 12 }).map((all) =>
      all.map(({ minute, place, level, timed }, index) =>
        photo(String(index), {
          // A second apart, so that equal minutes do not leave the order to chance.
          takenAt: timed ? moment(minute).replace(/00$/, String(10 + index)) : null,
          place,
          look: plain(level),
        }),
      ),
    )
    const shuffled = photosOf.chain((photos) =>
      shuffledSubarray(photos, { minLength: photos.length }).map((other) => ({ photos, other })),
    )
    const found = check(
      property(shuffled, ({ photos, other }) => {
        expect(asSets(groupByEvent(other))).toEqual(asSets(groupByEvent(photos)))
      }),
    )
    expect(found.counterexample).toBeNull()
  })
})

it('metres between two places: one degree of latitude is 111.2 km, and as far across the equator', () => {
  // 2πR / 360 for R = 6 371 008.8 m.
  const degree = 111_195
  const metres = (latitude: number, longitude: number) =>
    Math.round(metresBetween({ latitude: 0, longitude: 101 }, { latitude, longitude }))
  expect([metres(1, 101), metres(0, 102), metres(-1, 101)]).toEqual([degree, degree, degree])
})
