import { describe, expect, it } from 'vitest'
import type { ImageKind } from '#contract/findings'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { sizeFindings } from '../../../src/main/workspace/images/rules/size.ts'

function said(kind: ImageKind, width: number, height: number) {
  return sizeFindings({ width, height }, kind, defaultSizeRules).map(
    ({ code, severity, remedy, clause }) => [code, severity, remedy, clause],
  )
}

describe('the size of a poster (Melaka 13.5: recommended 1200 × 630, minimum 600 × 315)', () => {
  it('says nothing of exactly the recommended size', () => {
    expect(said('poster', 1200, 630)).toEqual([])
  })

  it.each([
    [599, 315],
    [600, 314],
    [599, 314],
    [599, 5000],
    [5000, 314],
    [560, 315],
    [1, 200_000],
    [200_000, 1],
    // Lying on its side does not make a poster large enough.
    [315, 600],
  ])('rejects %i×%i: below the minimum in one direction is below it', (width, height) => {
    expect(said('poster', width, height)).toEqual([
      ['below-minimum', 'reject', 'use-larger-original', 'Melaka 13.5'],
    ])
  })

  // A poster of the ratio 40:21 is scaled, any other one has to be cropped or padded.
  it.each([
    [600, 315, 'scale-up'],
    [800, 420, 'scale-up'],
    [1160, 609, 'scale-up'],
    [602, 316, 'scale-up'], // 602 × 21/40 = 316.05
    [2400, 1260, 'scale-down'],
    [1240, 651, 'scale-down'],
    [1202, 631, 'scale-down'], // 1202 × 21/40 = 631.05
    [1920, 1008, 'scale-down'],
    [1200, 628, 'crop-or-pad'],
    [1200, 629, 'crop-or-pad'],
    [1199, 630, 'crop-or-pad'],
    [1200, 631, 'crop-or-pad'],
    [600, 600, 'crop-or-pad'],
    [1080, 1080, 'crop-or-pad'],
    [1080, 1350, 'crop-or-pad'],
    [1920, 1080, 'crop-or-pad'],
    [630, 1200, 'crop-or-pad'],
  ])('warns of %i×%i and says what to do: %s', (width, height, remedy) => {
    expect(said('poster', width, height)).toEqual([
      ['not-recommended-size', 'warn', remedy, 'Melaka 13.5'],
    ])
  })

  it('prints what was measured against what is asked for', () => {
    expect(sizeFindings({ width: 560, height: 315 }, 'poster', defaultSizeRules)).toMatchObject([
      { measured: '560×315 px', required: '600×315 px' },
    ])
    expect(sizeFindings({ width: 800, height: 420 }, 'poster', defaultSizeRules)).toMatchObject([
      { measured: '800×420 px', required: '1200×630 px' },
    ])
  })

  it('cites the clause only while the figures are the clause’s', () => {
    const rules = {
      ...defaultSizeRules,
      poster: { ...defaultSizeRules.poster, minimum: { width: 700, height: 368 } },
    }
    expect(sizeFindings({ width: 600, height: 315 }, 'poster', rules)).toMatchObject([
      { code: 'below-minimum', required: '700×368 px', clause: null },
    ])
  })
})

describe('the size of other kinds (our own figures, so they never reject)', () => {
  it.each<[ImageKind, number, number, string[]]>([
    ['photo', 1200, 800, []],
    ['photo', 800, 1200, []],
    ['photo', 4000, 3000, []],
    ['photo', 800, 600, ['not-recommended-size']],
    ['photo', 639, 480, ['below-minimum']],
    ['photo', 480, 640, ['not-recommended-size']],
    ['photo', 479, 640, ['below-minimum']],
    ['avatar', 400, 400, []],
    ['avatar', 300, 300, ['not-recommended-size']],
    ['avatar', 199, 199, ['below-minimum']],
    ['header', 1500, 500, []],
    ['header', 820, 312, ['not-recommended-size']],
    ['header', 819, 312, ['below-minimum']],
  ])('%s of %i×%i: %j', (kind, width, height, codes) => {
    const found = sizeFindings({ width, height }, kind, defaultSizeRules)
    expect(found.map(({ code }) => code)).toEqual(codes)
    expect(found.every(({ severity, clause }) => severity === 'warn' && clause === null)).toBe(true)
  })
})
