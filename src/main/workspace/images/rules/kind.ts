import type { ImageKind } from '#contract/findings'
import type { Measurement } from '../measure/measurement.ts'
import { isAsSensed } from './designed.ts'

/** What a picture is judged as. */
export interface JudgedKind {
  readonly kind: ImageKind
  /** Nobody said so: it was guessed of the file. */
  readonly isGuessed: boolean
}

/** Sizes the networks ask of a page's header, and nobody draws anything else in. Ours. */
const headerSizes = ['1500×500', '3000×1000', '820×312', '1640×624', '851×315', '1702×630']

/**
 * What a picture most likely is for. Only what speaks clearly is believed; unsure is a poster, whose
 * rules are the strictest. Our own heuristic:
 * - header: a size the networks ask of headers, or at least 2.4 times as wide as high and named so;
 * - avatar: square, at most 1024 px, and named so (a small square alone may be a poster too small);
 * - photo: the EXIF block names a camera or an exposure, and it was not sized as a poster.
 */
export function guessKind(picture: Measurement): ImageKind {
  const { width, height } = picture
  const words = wordsOf(picture.name)
  if (headerSizes.includes(`${width}×${height}`)) return 'header'
  if (width >= 2.4 * height && words.some((word) => headerWords.has(word))) return 'header'
  const square = width === height && width <= 1024
  if (square && words.some((word) => avatarWords.has(word))) return 'avatar'
  const poster = width === 1200 && height === 630
  return picture.fromCamera && !poster ? 'photo' : 'poster'
}

/**
 * What its looks are judged as. A poster by guess alone that has a sensor's shape is more likely a
 * photo which a messenger took the camera's name from: it keeps a poster's rules of size, as the
 * stricter ones, but writing on what was photographed is nobody's typesetting (figures: decision
 * 0006).
 */
export function kindOfLooks(picture: Measurement, { kind, isGuessed }: JudgedKind): ImageKind {
  return isGuessed && kind === 'poster' && isAsSensed(picture) ? 'photo' : kind
}

const headerWords = new Set(['header', 'cover', 'kepala', 'sampul'])
const avatarWords = new Set(['avatar', 'profil', 'profile', 'logo'])

function wordsOf(name: string): string[] {
  return name
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .split(/[^\p{Letter}]+/u)
}
