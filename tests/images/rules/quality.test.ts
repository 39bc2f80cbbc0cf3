import { describe, expect, it } from 'vitest'
import type { Finding, ImageKind } from '#contract/findings'
import { defaultQualityRules, SizeRules } from '#contract/imageRules'
import { Measurement } from '../../../src/main/workspace/images/measure/measurement.ts'
import type { Quality } from '../../../src/main/workspace/images/quality/quality.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { findingsFor } from '../../../src/main/workspace/images/rules/verdict.ts'
import { aPicture } from './picture.ts'

const good: Quality = {
  version: 1,
  edgeWidth: 0.5,
  interpolation: null,
  blockSteps: 1,
  jpegQuality: 85,
  brightest: 0.9,
  burnt: 0.01,
  content: 0.4,
  letterHeight: 12,
  textContrast: 7,
}

function found(
  quality: Partial<Quality> | null,
  kind: ImageKind = 'poster',
  picture: Partial<Measurement> = {},
  rules = defaultSizeRules,
  isGuessed = false,
): Finding[] {
  const measured = quality === null ? null : { ...good, ...quality }
  return findingsFor(aPicture({ quality: measured, ...picture }), { kind, isGuessed }, rules)
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code)

describe('warnings on quality', () => {
  it.each<[string, Partial<Quality>, ImageKind, string[]]>([
    ['nothing wrong', {}, 'poster', []],
    ['edges at the limit', { edgeWidth: 3.4 }, 'photo', []],
    ['edges beyond it', { edgeWidth: 3.41 }, 'photo', ['blurred']],
    ['too few edges to tell', { edgeWidth: null }, 'photo', []],
    ['a trace of enlarging', { edgeWidth: 1.4, interpolation: 13.1 }, 'poster', ['enlarged']],
    ['the same in a sharp picture', { edgeWidth: 1.39, interpolation: 40 }, 'poster', []],
    ['a fainter trace', { edgeWidth: 2, interpolation: 13 }, 'poster', []],
    ['blurred and enlarged', { edgeWidth: 4, interpolation: 40 }, 'poster', ['blurred']],
    ['just light enough', { brightest: 0.3 }, 'photo', []],
    ['too dark', { brightest: 0.29 }, 'photo', ['dark']],
    ['a dark drawing', { brightest: 0.1 }, 'poster', []],
    ['dark and empty', { brightest: 0.1, content: 0 }, 'photo', ['dark']],
    ['nearly empty', { content: 0.0049 }, 'poster', ['little-content']],
    ['a few words', { content: 0.005 }, 'poster', []],
    ['a burnt sky', { burnt: 0.35 }, 'photo', []],
    ['burnt out', { burnt: 0.36 }, 'photo', ['overexposed']],
    ['white paper', { burnt: 0.9 }, 'poster', []],
    ['JPEG 45', { jpegQuality: 45 }, 'poster', []],
    ['JPEG 44', { jpegQuality: 44 }, 'poster', ['heavy-compression']],
    ['squares left', { blockSteps: 14.1 }, 'photo', ['heavy-compression']],
    ['both', { jpegQuality: 20, blockSteps: 30 }, 'photo', ['heavy-compression']],
    ['letters at the limit', { letterHeight: 7.5 }, 'poster', []],
    ['small letters', { letterHeight: 7 }, 'poster', ['small-text']],
    ['small letters in a photo', { letterHeight: 5, textContrast: 1.2 }, 'photo', []],
    ['contrast at the limit', { textContrast: 3 }, 'poster', []],
    ['faint writing', { textContrast: 2.9 }, 'poster', ['faint-text']],
    ['no writing', { letterHeight: null, textContrast: null }, 'poster', []],
  ])('%s', (_, quality, kind, expected) => {
    const picture = kind === 'photo' ? { width: 1600, height: 1067 } : {}
    const findings = found(quality, kind, picture)
    expect(codes(findings)).toEqual(expected)
    expect(findings.every(({ severity, clause }) => severity === 'warn' && clause === null)).toBe(
      true,
    )
  })

  it.each<[string, ImageKind, number, number, boolean, string[]]>([
    ['a photo of a banner, from a messenger', 'poster', 1600, 1200, true, ['overexposed']],
    ['the same upright', 'poster', 1066, 1600, true, ['overexposed']],
    ['said to be a photo', 'photo', 1600, 1200, false, ['dark', 'overexposed']],
    [
      'a poster of that shape, said to be one',
      'poster',
      1600,
      1200,
      false,
      ['small-text', 'faint-text'],
    ],
    ['a guessed poster', 'poster', 1200, 630, true, ['small-text', 'faint-text']],
    ['a guessed poster of a feed', 'poster', 1080, 1350, true, ['small-text', 'faint-text']],
    ['a guessed avatar', 'avatar', 800, 600, true, []],
  ])('on %s', (_, kind, width, height, isGuessed, expected) => {
    const bad = { brightest: 0.1, burnt: 0.9, letterHeight: 5, textContrast: 1.2 }
    const findings = found(bad, kind, { width, height }, defaultSizeRules, isGuessed)
    // Its rules of size stay those of a poster.
    expect(codes(findings).filter((code) => !/size|minimum/.test(code))).toEqual(expected)
    expect(codes(findings).includes('not-recommended-size')).toBe(
      kind === 'poster' && height !== 630,
    )
  })

  it('say what was measured against what is asked for', () => {
    const of = (quality: Partial<Quality>, kind: ImageKind = 'poster') =>
      found(quality, kind, { width: 1200, height: kind === 'photo' ? 800 : 630 }).map(
        ({ measured, required }) => [measured, required],
      )
    expect(of({ edgeWidth: 5.24 })).toEqual([['5.2 px', '3.4 px']])
    expect(of({ edgeWidth: 2, interpolation: 20.04 })).toEqual([['20×', '13×']])
    expect(of({ brightest: 0.204 }, 'photo')).toEqual([['20.4%', '30%']])
    expect(of({ burnt: 0.5 }, 'photo')).toEqual([['50%', '35%']])
    expect(of({ content: 0.001 })).toEqual([['0.1%', '0.5%']])
    expect(of({ jpegQuality: 20 })).toEqual([['JPEG 20', 'JPEG 45']])
    expect(of({ letterHeight: 5 })).toEqual([['5 px', '7.5 px']])
    expect(of({ textContrast: 2.04 })).toEqual([['2:1', '3:1']])
  })

  it('leave out what a larger original puts right, and what a blank picture cannot have', () => {
    const bad = { edgeWidth: 9, jpegQuality: 10, letterHeight: 4, textContrast: 1.2 }
    expect(codes(found(bad, 'poster', { width: 500, height: 300 }))).toEqual(['below-minimum'])
    const small = found({ ...bad, brightest: 0.1 }, 'photo', { width: 500, height: 300 })
    expect(codes(small)).toEqual(['below-minimum', 'dark'])
    expect(codes(found({ content: 0, brightest: 0 }, 'poster', { blank: true }))).toEqual(['blank'])
  })

  it('see strong compression only where it is shown near its size', () => {
    const size = (width: number) => ({ width, height: Math.round(width * 0.525) })
    expect(codes(found({ jpegQuality: 30 }, 'photo', size(2400)))).toEqual(['heavy-compression'])
    expect(codes(found({ jpegQuality: 30 }, 'photo', size(2402)))).toEqual([])
  })

  it.each<[ImageKind, number, number, string[]]>([
    ['photo', 3600, 1200, []],
    ['photo', 3601, 1200, ['odd-shape']],
    ['photo', 1200, 3601, ['odd-shape']],
    ['header', 4000, 500, []],
    // What to do about a poster's shape is said by its size.
    ['poster', 4000, 700, ['not-recommended-size']],
  ])('on shape: a %s of %i×%i: %j', (kind, width, height, expected) => {
    expect(codes(found({}, kind, { width, height }))).toEqual(expected)
    expect(codes(found(null, kind, { width, height }))).toEqual(expected)
  })

  it('are each silenced by a limit of 0', () => {
    const bad: Partial<Quality> = {
      edgeWidth: 9,
      interpolation: 90,
      blockSteps: 90,
      jpegQuality: 5,
      brightest: 0.1,
      burnt: 0.9,
      content: 0,
      letterHeight: 4,
      textContrast: 1.1,
    }
    const quality = Object.fromEntries(Object.keys(defaultQualityRules).map((key) => [key, 0]))
    const silent = SizeRules.parse({ ...defaultSizeRules, quality })
    const picture = { width: 6000, height: 1200 }
    expect(codes(found(bad, 'photo', picture)).length).toBeGreaterThan(3)
    expect(codes(found(bad, 'photo', picture, silent))).toEqual([])
    expect(codes(found(bad, 'poster', {}, silent))).toEqual([])
  })
})

describe('what was measured before there were such measures', () => {
  it('still parses, and gives no warnings', () => {
    const { quality, personal, ...older } = aPicture({ quality: good, personal: [] })
    expect([quality, personal]).toBeDefined()
    const parsed = Measurement.parse(JSON.parse(JSON.stringify(older)))
    expect(parsed).toMatchObject({ quality: null, personal: [] })
    expect(findingsFor(parsed, { kind: 'poster', isGuessed: false }, defaultSizeRules)).toEqual([])
  })

  it('counts as not measured when the numbers meant something else', () => {
    const other = { ...aPicture(), quality: { ...good, version: 0 } }
    expect(Measurement.parse(other).quality).toBeNull()
    expect(Measurement.parse(aPicture({ quality: good })).quality).toEqual(good)
  })

  it('so do the rules of an office that has none of these', () => {
    const { quality, ...older } = defaultSizeRules
    expect(SizeRules.parse(older).quality).toEqual(quality)
  })
})
