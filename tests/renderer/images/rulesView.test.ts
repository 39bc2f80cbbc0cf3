import { describe, expect, it } from 'vitest'
import { SizeRules } from '#contract/imageRules'
import { qualityBounds, qualityLimits } from '../../../src/renderer/images/qualityView'
import {
  followsSource,
  isSound,
  limitBounds,
  limits,
  pixelBounds,
  posterSource,
  problemsOf,
  sameRules,
  wantedSize,
} from '../../../src/renderer/images/rulesView'

// Entered anew: the sizes of Melaka 13.5 for posters, arbitrary ones for the rest.
const poster = {
  minimum: { width: 600, height: 315 },
  belowMinimum: 'reject',
  recommended: { width: 1200, height: 630 },
  recommendedMeans: 'exact',
  anyOrientation: false,
} as const
const photo = { ...poster, recommended: { width: 1200, height: 800 }, anyOrientation: true }
const rules = SizeRules.parse({
  ...{ poster, photo, avatar: poster, header: poster },
  limits: { megapixels: 100, megabytes: 100, secondsPerFile: 30, videoMegabytes: 2_000 },
})

describe('rules as typed', () => {
  it.each([
    ['sound', poster, {}],
    [
      'a half pixel',
      { ...poster, minimum: { width: 600.5, height: 315 } },
      { 'minimum.width': 'not-whole' },
    ],
    [
      'an empty field',
      { ...poster, recommended: { width: NaN, height: 630 } },
      { 'recommended.width': 'not-whole' },
    ],
    [
      'none',
      { ...poster, minimum: { width: 600, height: 0 } },
      { 'minimum.height': 'out-of-bounds' },
    ],
    [
      'too many',
      { ...poster, recommended: { width: 30_001, height: 630 } },
      { 'recommended.width': 'out-of-bounds' },
    ],
    [
      'upside down',
      { ...poster, minimum: { width: 1201, height: 315 } },
      { 'minimum.width': 'minimum-above-recommended' },
    ],
  ])('%s', (_, rule, problems) => {
    expect(problemsOf(rule)).toEqual(problems)
  })

  it('are held to the same bounds as the contract holds them', () => {
    const accepts = (changed: unknown) => SizeRules.safeParse(changed).success
    for (const [pixels, fits] of [
      [pixelBounds.from - 1, false],
      [pixelBounds.from, true],
      [pixelBounds.to, true],
      [pixelBounds.to + 1, false],
    ] as const) {
      const recommended = { width: pixels, height: pixels }
      expect(accepts({ ...rules, poster: { ...poster, recommended } })).toBe(fits)
    }
    for (const limit of limits) {
      const { from, to } = limitBounds[limit]
      for (const [value, fits] of [
        [from - 0.5, false],
        [from, true],
        [to, true],
        [to + 1, false],
      ] as const) {
        const changed = { ...rules, limits: { ...rules.limits, [limit]: value } }
        expect(accepts(changed)).toBe(fits)
        expect(isSound(changed)).toBe(fits)
      }
    }
    for (const limit of qualityLimits) {
      const { from, to } = qualityBounds[limit]
      for (const [value, fits] of [
        [from - 0.5, false],
        [from, true],
        [to, true],
        [to + 1, false],
      ] as const) {
        const changed = { ...rules, quality: { ...rules.quality, [limit]: value } }
        expect(accepts(changed)).toBe(fits)
        expect(isSound(changed)).toBe(fits)
      }
    }
    expect([...qualityLimits].sort()).toEqual(Object.keys(rules.quality).sort())
  })

  it('are compared by value', () => {
    const copy = structuredClone(rules)
    expect(sameRules(copy, rules)).toBe(true)
    expect(sameRules({ ...copy, quality: { ...copy.quality, blur: 5 } }, rules)).toBe(false)
    copy.poster.minimum.width = 601
    expect(sameRules(copy, rules)).toBe(false)
  })
})

it('a poster rule cites Melaka 13.5 only while it keeps its figures', () => {
  expect(posterSource).toEqual({
    minimum: { width: 600, height: 315 },
    recommended: { width: 1200, height: 630 },
  })
  expect(followsSource(poster)).toBe(true)
  expect(followsSource({ ...poster, minimum: { width: 600, height: 300 } })).toBe(false)
})

it.each([
  ['landscape photo', photo, { width: 1600, height: 900 }, { width: 1200, height: 800 }],
  ['portrait photo', photo, { width: 900, height: 1600 }, { width: 800, height: 1200 }],
  ['portrait poster', poster, { width: 900, height: 1600 }, { width: 1200, height: 630 }],
])('the size wanted of a %s', (_, rule, picture, wanted) => {
  expect(wantedSize(rule, picture)).toEqual(wanted)
})
