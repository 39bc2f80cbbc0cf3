import { describe, expect, it } from 'vitest'
import { ImageId } from '#contract/values'
import {
  remedyOf,
  sentenceOf,
  isOwnRule,
  lastOfPath,
} from '../../../src/renderer/images/findingView'
import {
  batchState,
  countChecks,
  cropFrame,
  findingsByWeight,
  inPixels,
  isKeepable,
  keepableIds,
  placeOf,
  standingOf,
  visibleChecks,
} from '../../../src/renderer/images/imagesView'
import { noneSeen } from '../../../src/renderer/images/photoPoints'
import { aCheck, aDecision, aFinding, anOverride, aRepeat } from './build'

const kept = ImageId.parse('00000000-0000-4000-8000-000000000777')
const original = aCheck(1)
const undecided = aCheck(2, { verdict: 'warn', repeats: [aRepeat(original)] })
const decided = aCheck(3, {
  repeats: [aRepeat(original, { decision: aDecision('different') })],
})
const rejected = aCheck(4, { verdict: 'reject' })
const certain = aCheck(5, {
  verdict: 'reject',
  repeats: [aRepeat(original, { relation: 'certain' })],
})
const excepted = aCheck(6, { verdict: 'reject', override: anOverride })
const unreadable = aCheck(7, { verdict: 'unreadable', name: 'nota.jpg', path: '/x/nota.jpg' })
const waiting = aCheck(8, { state: 'waiting', verdict: null })
const warned = aCheck(9, { verdict: 'warn' })
const inLibrary = aCheck(10, { keptAs: kept })
const all = [
  ...[original, undecided, decided, rejected, certain],
  ...[excepted, unreadable, waiting, warned, inLibrary],
]

describe('the rows of a batch', () => {
  it('are counted by verdict, and by what a person has yet to decide', () => {
    expect(countChecks(all)).toEqual({
      ...{ all: 10, pass: 3, warn: 2, reject: 3, unreadable: 1 },
      undecided: 1,
    })
  })

  it.each([
    ['pass', [1, 3, 10]],
    ['warn', [2, 9]],
    ['reject', [4, 5, 6]],
    ['unreadable', [7]],
    ['undecided', [2]],
    ['all', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ] as const)('filtered by %s keep the order in which the files came', (filter, positions) => {
    expect(visibleChecks(all, filter, '').map((check) => check.position)).toEqual(positions)
  })

  it.each([
    ['POSTER', true],
    ['jambatan poster', true],
    ['jambatan  kota', false],
    ['cafe', true],
    ['', true],
  ])('searched for “%s”: %s', (search, found) => {
    const name = 'Poster Café.png'
    const check = aCheck(1, { name, path: `/rasmi/Jambatan/${name}` })
    expect(visibleChecks([check], 'all', search)).toEqual(found ? [check] : [])
  })

  it('show a person’s exception before the verdict', () => {
    expect([waiting, excepted, rejected].map(standingOf)).toEqual(['waiting', 'override', 'reject'])
  })
})

describe('what may be kept', () => {
  it.each([
    ['a passed picture', original, true],
    ['one already in the library', inLibrary, false],
    ['a warned one', warned, true],
    ['one that a person must still decide', undecided, false],
    ['one that was decided to be different', decided, true],
    ['a rejected one', rejected, false],
    ['a rejected one with an exception', excepted, true],
    ['an undecided one with an exception', { ...undecided, override: anOverride }, true],
    ['an unreadable file', unreadable, false],
    ['a file that still waits', waiting, false],
  ])('%s: %s', (_, check, keepable) => {
    expect(isKeepable(check)).toBe(keepable)
  })

  it('separates what passed from what a person takes on request', () => {
    expect(keepableIds(all)).toEqual({
      passed: [original.id, decided.id, excepted.id],
      warned: [warned.id],
    })
  })

  it('leaves a photo that was not picked to a person’s own hand', () => {
    const answers = { ...noneSeen(), repeatedScene: true }
    const review = { answers, byName: 'Siti Aminah', at: anOverride.at }
    const unpicked = [original, excepted, warned].map((check) => ({ ...check, review }))
    const looked = { ...original, review: { ...review, answers: noneSeen() } }
    expect(unpicked.map(isKeepable)).toEqual([true, true, true])
    expect(keepableIds([...unpicked, looked, warned])).toEqual({
      passed: [looked.id],
      warned: [warned.id],
    })
  })
})

describe('findings', () => {
  it('come gravest first, equals in their own order', () => {
    const codes = findingsByWeight([
      aFinding({ code: 'location-data', severity: 'info' }),
      aFinding({ code: 'colour-cmyk', severity: 'warn' }),
      aFinding({ code: 'duplicate-bytes', severity: 'reject' }),
      aFinding({ code: 'deep-colour', severity: 'warn' }),
      aFinding({ code: 'damaged', severity: 'unreadable' }),
    ]).map((finding) => finding.code)
    expect(codes).toEqual([
      ...['damaged', 'duplicate-bytes', 'colour-cmyk', 'deep-colour', 'location-data'],
    ])
  })

  it('say their figures in both languages', () => {
    expect(sentenceOf(aFinding(), 'ms')).toBe('Saiz 560×300 px kurang daripada minimum 600×315 px.')
    expect(sentenceOf(aFinding(), 'en')).toBe(
      'The size 560×300 px is below the minimum of 600×315 px.',
    )
    expect(remedyOf(aFinding(), 'ms')).toBe('Gunakan imej asal yang lebih besar.')
    expect(remedyOf(aFinding({ remedy: null }), 'ms')).toBeNull()
  })

  it('name what is repeated without its folders', () => {
    const finding = aFinding({ code: 'duplicate-bytes', of: 'C:\\Majlis\\Poster asal.png' })
    expect(sentenceOf(finding, 'ms')).toBe('Fail ini salinan tepat Poster asal.png.')
    expect(lastOfPath('/a/b/c.jpg')).toBe('c.jpg')
    expect(lastOfPath('c.jpg')).toBe('c.jpg')
  })

  it('are the unit’s own where a size has no clause', () => {
    expect(isOwnRule(aFinding({ clause: null }))).toBe(true)
    expect(isOwnRule(aFinding())).toBe(false)
    expect(isOwnRule(aFinding({ code: 'damaged', clause: null }))).toBe(false)
  })
})

describe('the frame of the recommended shape', () => {
  const poster = { width: 1200, height: 630 }

  it.each([
    ['exact', { width: 1200, height: 630 }, null],
    ['half of it', { width: 600, height: 315 }, null],
    [
      'a pixel off',
      { width: 1200, height: 631 },
      { x: 0, y: 0.5 / 631, width: 1, height: 630 / 631 },
    ],
    ['a square', { width: 1000, height: 1000 }, { x: 0, y: 0.2375, width: 1, height: 0.525 }],
    ['a banner', { width: 2400, height: 630 }, { x: 0.25, y: 0, width: 0.5, height: 1 }],
  ])('%s', (_, picture, frame) => {
    const found = cropFrame(picture, poster)
    if (frame === null) expect(found).toBeNull()
    else {
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        expect(found?.[side]).toBeCloseTo(frame[side], 9)
      }
    }
  })

  it('is placed in per cent', () => {
    expect(placeOf({ x: 0.25, y: 0, width: 0.5, height: 1 })).toEqual({
      ...{ left: '25.000%', top: '0.000%', width: '50.000%', height: '100.000%' },
    })
    expect(inPixels(poster)).toBe('1200×630 px')
  })
})

it.each([
  [{ running: true, finishedAt: null }, 'running'],
  [{ running: false, finishedAt: null }, 'interrupted'],
] as const)('a batch %o is %s', (batch, state) => {
  expect(batchState(batch)).toBe(state)
})
