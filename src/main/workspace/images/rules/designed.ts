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
  if (picture.fromCamera) return false
  if (hasShape(picture, posterShape)) return true
  return (picture.quality?.letterHeight ?? null) !== null && !isAsSensed(picture)
}

/** Whether its shape is that of a camera's sensor, which messengers leave as it is. */
export function isAsSensed(picture: Sides): boolean {
  return cameraShapes.some((shape) => hasShape(picture, shape))
}

type Sides = Pick<Measurement, 'width' | 'height'>

function hasShape({ width, height }: Sides, shape: number): boolean {
  return Math.abs(width / height / shape - 1) <= nearShape
}
