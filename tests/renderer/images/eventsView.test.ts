import { describe, expect, it } from 'vitest'
import type { PhotoEvent } from '#contract/imageEvents'
import type { CheckedImage, PhotoReview } from '#contract/images'
import { Instant } from '#contract/values'
import {
  headAbove,
  photoAfter,
  rowOfPhoto,
  rowsOf,
} from '../../../src/renderer/images/events/eventRows'
import {
  choiceOf,
  groupsOf,
  pickedOf,
  pickState,
  saveState,
  spanOf,
  type EventGroup,
} from '../../../src/renderer/images/events/eventsView'
import { noneSeen } from '../../../src/renderer/images/photoPoints'
import { formatsFor } from '../../../src/renderer/words/formats'
import { aCheck } from './build'

function reviewed(number: number, seen: Partial<PhotoReview>): CheckedImage {
  const at = Instant.parse('2026-11-21T02:00:00.000Z')
  const review = { answers: { ...noneSeen(), ...seen }, byName: 'Siti Aminah', at }
  return aCheck(number, { kind: 'photo', review })
}

function eventOf(photos: readonly CheckedImage[]): PhotoEvent {
  const times = { from: null, to: null, placeKnown: false }
  return { checkIds: photos.map(({ id }) => id), kept: [], canUnpick: false, ...times }
}

function groupOf(...photos: CheckedImage[]): EventGroup {
  return { key: photos[0]?.id ?? '', event: eventOf(photos), photos }
}

const a = aCheck(1, { kind: 'photo' })
const b = aCheck(2, { kind: 'photo' })
const c = aCheck(3, { kind: 'photo' })
const left = reviewed(4, { repeatedScene: true })
const leftAndBad = reviewed(5, { repeatedScene: true, badAngle: true })
const lookedThrough = reviewed(6, { emptyVenue: true })

function positions(group: EventGroup, picks: readonly (readonly [CheckedImage, boolean])[]) {
  const picked = pickedOf(group, new Map(picks.map(([{ id }, isPicked]) => [id, isPicked])))
  return group.photos.filter(({ id }) => picked.has(id)).map(({ position }) => position)
}

describe('the photos of an event', () => {
  it('come in the order of the event, without those that left the batch', () => {
    const events = [eventOf([c, a]), eventOf([b, left])]
    const groups = groupsOf(events, [a, b, c])
    expect(groups.map(({ photos }) => photos.map(({ position }) => position))).toEqual([[3, 1]])
  })

  it.each([
    ['nothing was said yet', groupOf(a, b, c), [], []],
    ['one was touched', groupOf(a, b, c), [[b, true]], [2]],
    ['one was touched twice', groupOf(a, b, c), [[b, false]], []],
    ['two were set aside before', groupOf(a, left, leftAndBad), [], [1]],
    ['another one is picked too', groupOf(a, left, leftAndBad), [[left, true]], [1, 4]],
    ['the picked one is left', groupOf(a, left), [[a, false]], []],
    ['a checklist says something else', groupOf(a, lookedThrough), [], []],
  ] as const)('are picked at the start when %s', (_, group, picks, expected) => {
    expect(positions(group, picks)).toEqual(expected)
  })

  it('are open until somebody chooses among them', () => {
    const states = (group: EventGroup, picked: readonly CheckedImage[]) =>
      group.photos.map((photo) => pickState(photo, new Set(picked.map(({ id }) => id))))
    expect(states(groupOf(a, b), [])).toEqual(['open', 'open'])
    expect(states(groupOf(a, b), [b])).toEqual(['left', 'picked'])
    expect(states(groupOf(a, left), [])).toEqual(['open', 'left'])
  })
})

describe('what is saved of a choice', () => {
  const group = groupOf(a, left, leftAndBad, lookedThrough)
  const chosen = new Set([left.id, lookedThrough.id])

  it('names the best and all others, in their order', () => {
    expect(choiceOf(group, chosen)).toEqual({
      best: [left.id, lookedThrough.id],
      others: [a.id, leftAndBad.id],
    })
  })

  it.each([
    ['nothing is picked', groupOf(a, b), [], 'none'],
    ['all are picked and none was set aside', groupOf(a, b), [a, b], 'all'],
    ['all are picked, but one was set aside', groupOf(a, left), [a, left], 'ready'],
    ['one is picked', groupOf(a, b), [b], 'ready'],
    ['it is as it was noted', groupOf(a, left), [a], 'settled'],
  ] as const)('when %s', (_, of, picked, state) => {
    expect(saveState(of, new Set(picked.map(({ id }) => id)))).toBe(state)
  })
})

describe('the time of an event', () => {
  const at = (from: string | null, to: string | null) => ({ ...eventOf([a, b]), from, to })

  it.each([
    ['2026-11-21T09:10:00', '2026-11-21T10:15:59', '21 Nov 2026, 09:10–10:15'],
    ['2026-11-21T09:10:00', '2026-11-21T09:10:40', '21 Nov 2026, 09:10'],
    ['2026-11-21T23:40:00', '2026-11-22T00:20:00', '21 Nov 2026, 23:40 – 22 Nov 2026, 00:20'],
  ])('from %s to %s is written as the camera had it', (from, to, written) => {
    expect(spanOf(at(from, to), formatsFor('ms'))).toBe(written)
  })

  it('is not made up where no photo says', () => {
    expect(spanOf(at(null, null), formatsFor('ms'))).toBeNull()
  })
})

describe('the lines of photos', () => {
  // 0 1 2 | 3 4  and below them  5 6 | of three columns.
  const rows = rowsOf([groupOf(a, b, c, left, leftAndBad), groupOf(lookedThrough, aCheck(7))], 3)

  it('stand below the head of their event', () => {
    expect(rows.map((row) => (row.kind === 'line' ? row.photos.length : row.kind))).toEqual([
      ...['head', 3, 2],
      ...['head', 2],
    ])
    expect([0, 2, 3, 6, 7].map((place) => rowOfPhoto(rows, place))).toEqual([1, 1, 2, 4, -1])
    expect([0, 2, 3, 4].map((row) => headAbove(rows, row))).toEqual([0, 0, 3, 3])
  })

  it.each([
    ['ArrowRight', 2, 3],
    ['ArrowRight', 6, 6],
    ['ArrowLeft', 5, 4],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 2, 4],
    ['ArrowDown', 4, 6],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 6, 4],
    ['ArrowUp', 1, 1],
    ['PageDown', 0, 5],
    ['PageUp', 6, 1],
    ['Home', 6, 0],
    ['End', 0, 6],
    ['x', 0, null],
  ])('%s from %i leads to %s', (key, from, to) => {
    expect(photoAfter(key, from, rows, 2)).toBe(to)
  })
})
