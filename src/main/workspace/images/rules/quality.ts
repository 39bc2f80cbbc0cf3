import type { Finding, ImageKind } from '#contract/findings'
import type { QualityRules } from '#contract/imageRules'
import type { Measurement } from '../measure/measurement.ts'
import type { Quality } from '../quality/quality.ts'
import { kindOfLooks, type JudgedKind } from './kind.ts'

/**
 * What may be wrong with how a picture looks: warnings only, for a person sees better. The source
 * asks for clear text and good photos without figures (Melaka 13.5, 13.6); the limits are ours and
 * settings. Said once each: what a larger original will put right anyway is left out below the
 * minimum size, and of two that come from one cause only the graver is told.
 * @param size what the rules of size found
 */
export function qualityFindings(
  picture: Measurement,
  as: JudgedKind,
  rules: QualityRules,
  size: readonly Finding[],
): Finding[] {
  const { quality } = picture
  const kind = kindOfLooks(picture, as)
  if (quality === null || picture.blank) return oddShape(picture, kind, rules, size)
  const light = [
    ...first(dark(quality, as.kind, rules), littleContent(quality, rules)),
    ...overexposed(quality, kind, rules),
  ]
  if (size.some(({ code }) => code === 'below-minimum')) return light
  return [
    ...first(blurred(quality, rules), enlarged(quality, rules)),
    ...light,
    ...heavyCompression(picture, quality, rules),
    ...(kind === 'poster' ? [...smallText(quality, rules), ...faintText(quality, rules)] : []),
    ...oddShape(picture, kind, rules, size),
  ]
}

function first(one: Finding[], other: Finding[]): Finding[] {
  return one.length > 0 ? one : other
}

function warn(
  code: Finding['code'],
  remedy: Finding['remedy'],
  measured: string | null,
  required: string | null,
): Finding[] {
  return [{ code, severity: 'warn', measured, required, clause: null, remedy }]
}

/** Edge width grows with whatever blurs: focus, a shaking hand, enlarging. */
function blurred({ edgeWidth }: Quality, { blur }: QualityRules): Finding[] {
  if (blur === 0 || edgeWidth === null || edgeWidth <= blur) return []
  return warn('blurred', 'use-sharper-original', pixels(edgeWidth), pixels(blur))
}

/** The trace of enlarging (see `quality/enlargement.ts`) alone may be a fabric or a fence; with soft edges it is not. */
const softFrom = 1.4

function enlarged({ edgeWidth, interpolation }: Quality, rules: QualityRules): Finding[] {
  const { enlargement } = rules
  if (enlargement === 0 || edgeWidth === null || interpolation === null) return []
  if (edgeWidth < softFrom || interpolation <= enlargement) return []
  return warn('enlarged', 'use-larger-original', times(interpolation), times(enlargement))
}

/** A dark drawing was meant to be dark, also one with the shape of a photo: the guess is not enough. */
function dark({ brightest }: Quality, kind: ImageKind, rules: QualityRules): Finding[] {
  if (kind !== 'photo' || brightest * 100 >= rules.dark) return []
  return warn('dark', 'brighten', percent(brightest * 100), percent(rules.dark))
}

/** White paper is no fault of a poster. */
function overexposed({ burnt }: Quality, kind: ImageKind, rules: QualityRules): Finding[] {
  if (kind !== 'photo' || rules.burnt === 0 || burnt * 100 <= rules.burnt) return []
  return warn('overexposed', 'expose-less', percent(burnt * 100), percent(rules.burnt))
}

function littleContent({ content }: Quality, rules: QualityRules): Finding[] {
  if (content * 100 >= rules.content) return []
  return warn('little-content', 'check-file', percent(content * 100), percent(rules.content))
}

/** Shown at half size or less, the squares are no longer seen. */
const squaresShowUpTo = 2_400

/** By the tables of the last saving, or by the squares that an earlier one left. */
function heavyCompression(
  { width, height }: Measurement,
  { jpegQuality, blockSteps }: Quality,
  rules: QualityRules,
): Finding[] {
  const remedy = 'use-less-compressed-original'
  const shows = Math.max(width, height) <= squaresShowUpTo
  if (shows && jpegQuality !== null && jpegQuality < rules.jpegQuality) {
    return warn('heavy-compression', remedy, `JPEG ${jpegQuality}`, `JPEG ${rules.jpegQuality}`)
  }
  if (rules.blockSteps === 0 || blockSteps === null || blockSteps <= rules.blockSteps) return []
  return warn('heavy-compression', remedy, percent(blockSteps), percent(rules.blockSteps))
}

function smallText({ letterHeight }: Quality, rules: QualityRules): Finding[] {
  if (letterHeight === null || letterHeight >= rules.letterHeight) return []
  return warn('small-text', 'enlarge-text', pixels(letterHeight), pixels(rules.letterHeight))
}

function faintText({ textContrast }: Quality, rules: QualityRules): Finding[] {
  if (textContrast === null || textContrast >= rules.textContrast) return []
  return warn('faint-text', 'strengthen-text', ratio(textContrast), ratio(rules.textContrast))
}

/** A header is wide by nature; a finding on size already says what shape to give a picture. */
function oddShape(
  { width, height }: Measurement,
  kind: ImageKind,
  rules: QualityRules,
  size: readonly Finding[],
): Finding[] {
  const sides = Math.max(width, height) / Math.min(width, height)
  const said = size.some(({ remedy }) => remedy === 'crop-or-pad')
  if (kind === 'header' || said || rules.shape === 0 || sides <= rules.shape) return []
  return warn('odd-shape', 'choose-usual-shape', ratio(sides), ratio(rules.shape))
}

function pixels(length: number): string {
  return `${tenths(length)} px`
}

function percent(share: number): string {
  return `${tenths(share)}%`
}

/** Of what would be there by chance. */
function times(value: number): string {
  return `${tenths(value)}×`
}

function ratio(value: number): string {
  return `${tenths(value)}:1`
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
