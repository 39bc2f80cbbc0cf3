import type { QualityRules } from '#contract/imageRules'
import type { Bounds } from './bounds'

/** The bounds of `QualityRules` in the contract; a test compares them. */
export const qualityBounds = {
  blur: { from: 0, to: 40 },
  dark: { from: 0, to: 100 },
  burnt: { from: 0, to: 100 },
  content: { from: 0, to: 100 },
  shape: { from: 0, to: 100 },
  jpegQuality: { from: 0, to: 100 },
  blockSteps: { from: 0, to: 100 },
  enlargement: { from: 0, to: 1_000 },
  letterHeight: { from: 0, to: 100 },
  textContrast: { from: 0, to: 21 },
} as const satisfies Record<QualityLimit, Bounds>
type QualityLimit = keyof QualityRules

/** In the order in which they are shown. */
export const qualityLimits = [
  'letterHeight',
  'textContrast',
  'blur',
  'dark',
  'burnt',
  'content',
  'jpegQuality',
  'blockSteps',
  'enlargement',
  'shape',
] as const satisfies QualityLimit[]
