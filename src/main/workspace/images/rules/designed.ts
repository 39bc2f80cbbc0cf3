import type { Measurement } from '../measure/measurement.ts'

/** Width by height of the recommended poster, 1200×630 (Melaka 13.5), and how near counts as it. */
const posterShape = 1200 / 630
const nearShape = 0.01

/**
 * Whether somebody composed the picture, so that it may contain others: it bears writing, or has a
 * poster's shape. What a camera took is no composition, whatever stands written in it.
 */
export function isDesigned(picture: Measurement): boolean {
  if (picture.fromCamera) return false
  const shape = picture.width / picture.height / posterShape
  return picture.quality?.letterHeight != null || Math.abs(shape - 1) <= nearShape
}
