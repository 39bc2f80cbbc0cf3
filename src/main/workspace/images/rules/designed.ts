import type { Measurement } from '../measure/measurement.ts'

/** Width by height of the recommended poster, 1200×630 (Melaka 13.5). */
const posterShape = 1200 / 630
/** The sensors of phones and of other cameras, upright and lying; posters are drawn in other shapes. */
const cameraShapes = [4 / 3, 3 / 4, 3 / 2, 2 / 3]
/** How near counts as it. */
const nearShape = 0.01

/**
 * Whether somebody composed the picture, so that it may show others. Our own heuristic, by what is
 * known of a file: it bears writing, or has a poster's shape. What a camera took is no composition,
 * whatever stands written on the banner behind the guests; messengers take away the block that names
 * the camera, but leave the shape.
 */
export function isDesigned(picture: Measurement): boolean {
  const { fromCamera, width, height, quality } = picture
  if (fromCamera) return false
  const has = (shape: number) => Math.abs(width / height / shape - 1) <= nearShape
  if (has(posterShape)) return true
  return (quality?.letterHeight ?? null) !== null && !cameraShapes.some(has)
}
