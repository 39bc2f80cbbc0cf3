import type { Finding, ImageKind, Remedy } from '#contract/findings'
import type { SizeRule, SizeRules } from '#contract/imageRules'
import { inPixels } from '../measure/measurement.ts'
import { defaultSizeRules } from './defaults.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * At most one finding on size, in pixels after EXIF rotation. Below the minimum in width **or**
 * height is below it (Melaka 13.5 for posters). Exactly the recommended size says nothing.
 */
export function sizeFindings(size: Size, kind: ImageKind, rules: SizeRules): Finding[] {
  const rule = rules[kind]
  const measured = laid(size, rule)
  const { minimum, recommended } = rule
  if (measured.width < minimum.width || measured.height < minimum.height) {
    return [
      {
        code: 'below-minimum',
        severity: rule.belowMinimum,
        measured: inPixels(size.width, size.height),
        required: inPixels(minimum.width, minimum.height),
        clause: clauseFor(kind, 'minimum', minimum),
        remedy: 'use-larger-original',
      },
    ]
  }
  const remedy = remedyFor(measured, rule)
  if (remedy === null) return []
  return [
    {
      code: 'not-recommended-size',
      severity: 'warn',
      measured: inPixels(size.width, size.height),
      required: inPixels(recommended.width, recommended.height),
      clause: clauseFor(kind, 'recommended', recommended),
      remedy,
    },
  ]
}

/** What to do to reach the recommended size; null when it is reached. */
function remedyFor(size: Size, { recommended, recommendedMeans }: SizeRule): Remedy | null {
  const smaller = size.width < recommended.width || size.height < recommended.height
  if (recommendedMeans === 'at-least') return smaller ? 'use-larger-original' : null
  if (size.width === recommended.width && size.height === recommended.height) return null
  if (!sameRatio(size, recommended)) return 'crop-or-pad'
  return smaller ? 'scale-up' : 'scale-down'
}

/**
 * True when one side is what the other asks for, rounded to whole pixels: 602×316 has the ratio of
 * 1200×630, 1200×628 does not. Anything looser would have to distort the picture.
 */
function sameRatio(size: Size, wanted: Size): boolean {
  const height = Math.round((size.width * wanted.height) / wanted.width)
  const width = Math.round((size.height * wanted.width) / wanted.height)
  return height === size.height || width === size.width
}

function laid({ width, height }: Size, rule: SizeRule): Size {
  const lies = rule.minimum.width >= rule.minimum.height
  return rule.anyOrientation && width < height === lies
    ? { width: height, height: width }
    : { width, height }
}

/** The clause holds for the source's own figures; where a setting replaced them, the rule is ours. */
function clauseFor(
  kind: ImageKind,
  which: 'minimum' | 'recommended',
  size: Size,
): 'Melaka 13.5' | null {
  const source = defaultSizeRules.poster[which]
  const sources = size.width === source.width && size.height === source.height
  return kind === 'poster' && sources ? 'Melaka 13.5' : null
}
