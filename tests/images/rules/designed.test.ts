import { expect, it } from 'vitest'
import type { Quality } from '../../../src/main/workspace/images/quality/quality.ts'
import { isDesigned } from '../../../src/main/workspace/images/rules/designed.ts'
import { aPicture } from './picture.ts'

const written = (letterHeight: number | null): Quality => ({
  version: 1,
  edgeWidth: null,
  interpolation: null,
  blockSteps: null,
  jpegQuality: null,
  brightest: 1,
  burnt: 0,
  content: 1,
  letterHeight,
  textContrast: null,
})

// The recommended poster is 1200×630 (Melaka 13.5): 1.905 times as wide as high.
it.each<[string, [number, number], number | null, boolean, boolean]>([
  ['a poster of the recommended size', [1200, 630], null, false, true],
  ['twice that', [2400, 1260], null, false, true],
  ['1 % wider', [1211, 630], null, false, true],
  ['more than 1 % wider', [1214, 630], null, false, false],
  ['that size from a camera', [1200, 630], null, true, false],
  ['a square with writing', [1080, 1080], 12, false, true],
  ['a square without', [1080, 1080], null, false, false],
  ['an upright one with writing', [1080, 1350], 20, false, true],
  ['a photo with a banner, from a messenger', [1600, 1200], 14, false, false],
  ['the same upright', [1200, 1600], 14, false, false],
  ['a photo of a large camera, from a messenger', [1620, 1080], 14, false, false],
  ['writing in a camera’s photo', [1920, 1080], 14, true, false],
  ['a slide with writing', [1920, 1080], 14, false, true],
])('%s %j', (_, [width, height], letterHeight, fromCamera, designed) => {
  const quality = written(letterHeight)
  expect(isDesigned(aPicture({ width, height, quality, fromCamera }))).toBe(designed)
})

it('knows of no writing where quality was not measured', () => {
  expect(isDesigned(aPicture({ width: 1080, height: 1080, quality: null }))).toBe(false)
})
