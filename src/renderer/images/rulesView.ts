import type { SizeRule, SizeRules } from '#contract/imageRules'
import { isWithin, type Bounds } from './bounds'
import { qualityBounds, qualityLimits } from './qualityView'

/** Melaka 13.5: posters and infographics 1200 × 630 px, at least 600 × 315 px. */
export const posterSource = {
  minimum: { width: 600, height: 315 },
  recommended: { width: 1200, height: 630 },
} as const

export const ruleKinds = ['poster', 'photo', 'avatar', 'header'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** The bounds of `SizeRules` in the contract; a test compares them. */
export const pixelBounds = { from: 1, to: 30_000 } as const
export const limitBounds = {
  megapixels: { from: 1, to: 1_000 },
  megabytes: { from: 1, to: 1_000 },
  secondsPerFile: { from: 1, to: 600 },
  videoMegabytes: { from: 1, to: 50_000 },
} as const satisfies Record<Limit, Bounds>
type Limit = keyof SizeRules['limits']
export const limits = [
  'megapixels',
  'megabytes',
  'videoMegabytes',
  'secondsPerFile',
] as const satisfies Limit[]

export type RuleProblem = 'not-whole' | 'out-of-bounds' | 'minimum-above-recommended'
export type RuleField = `${'minimum' | 'recommended'}.${'width' | 'height'}`

/** What is wrong with a rule as typed, by field. */
export function problemsOf(rule: SizeRule): Partial<Record<RuleField, RuleProblem>> {
  const problems: Partial<Record<RuleField, RuleProblem>> = {}
  for (const side of ['width', 'height'] as const) {
    const recommended = problemOfPixels(rule.recommended[side])
    if (recommended) problems[`recommended.${side}`] = recommended
    const minimum = problemOfPixels(rule.minimum[side])
    if (minimum) problems[`minimum.${side}`] = minimum
    else if (!recommended && rule.minimum[side] > rule.recommended[side]) {
      problems[`minimum.${side}`] = 'minimum-above-recommended'
    }
  }
  return problems
}

function problemOfPixels(pixels: number): RuleProblem | null {
  if (!Number.isInteger(pixels)) return 'not-whole'
  return pixels < pixelBounds.from || pixels > pixelBounds.to ? 'out-of-bounds' : null
}

export function isSound(rules: SizeRules): boolean {
  return (
    ruleKinds.every((kind) => Object.keys(problemsOf(rules[kind])).length === 0) &&
    limits.every((limit) => isWithin(limitBounds[limit], rules.limits[limit])) &&
    qualityLimits.every((limit) => isWithin(qualityBounds[limit], rules.quality[limit]))
  )
}

/** Whether the sizes for posters are still those of Melaka 13.5. */
export function followsSource(rule: SizeRule): boolean {
  return (['minimum', 'recommended'] as const).every(
    (part) =>
      rule[part].width === posterSource[part].width &&
      rule[part].height === posterSource[part].height,
  )
}

export function sameRules(one: SizeRules, other: SizeRules): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder({ poster, photo, avatar, header, limits, quality }: SizeRules) {
  return [poster, photo, avatar, header, limits, quality]
}

/** The recommended size as it applies to this picture: laid on its side where the rule allows it. */
export function wantedSize(
  rule: SizeRule,
  picture: { width: number; height: number },
): { width: number; height: number } {
  const { width, height } = rule.recommended
  const turned = rule.anyOrientation && picture.width < picture.height === width > height
  return turned && width !== height ? { width: height, height: width } : { width, height }
}
