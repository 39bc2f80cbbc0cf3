/**
 * Small parts of a picture, each with what it looks like and where it is: by them a picture is found
 * within another one, under text and cards, cut and at another size, where no hash of the whole helps.
 */
import { greyOf, greySide } from '../sketch.ts'
import type { Sketch } from '../sketch.ts'
import { cornersOf } from './corners.ts'
import { partHashBytes, reach, writePartHash } from './partHash.ts'
import { resized } from './plane.ts'
import type { Plane } from './plane.ts'

/** Grows whenever parts are made differently: those of another version are made again. */
export const partsVersion = 1

/** A hash, then x, y and level, a byte each; x and y in 256ths of the picture's longer side. */
export const partBytes = partHashBytes + 3

/** Sizes at which parts are looked for, each 1.26 times smaller than the one before: a third of an octave. */
const levels = 8
export const levelRatio = 2 ** (1 / 3)

/** Width and height in 256ths of the longer side. */
export function unitsOf({ width, height }: Pick<Sketch, 'width' | 'height'>) {
  const longer = Math.max(width, height)
  return { width: (greySide * width) / longer, height: (greySide * height) / longer }
}

/** @returns `partBytes` bytes for each part; some tens of parts, few or none for a smooth picture */
export function partsOf(sketch: Pick<Sketch, 'samples' | 'width' | 'height'>): Uint8Array {
  const found: Uint8Array[] = []
  for (const [level, plane] of levelsOf(shaped(sketch)).entries()) {
    const scale = levelRatio ** level
    for (const corner of cornersOf(plane, reach + 1)) {
      const part = new Uint8Array(partBytes)
      writePartHash(plane, corner, part.subarray(0, partHashBytes))
      part[partHashBytes] = Math.min(255, Math.round(corner.x * scale))
      part[partHashBytes + 1] = Math.min(255, Math.round(corner.y * scale))
      part[partHashBytes + 2] = level
      found.push(part)
    }
  }
  const parts = new Uint8Array(found.length * partBytes)
  for (const [at, part] of found.entries()) parts.set(part, at * partBytes)
  return parts
}

/** A sketch is square whatever the picture's shape is; patterns are compared as they look. */
function shaped(sketch: Pick<Sketch, 'samples' | 'width' | 'height'>): Plane {
  const { width, height } = unitsOf(sketch)
  const values = new Float32Array(greyOf(sketch))
  const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
  return resized({ width: greySide, height: greySide, values }, size)
}

/** As many as there is room in for a part. */
function levelsOf(finest: Plane): Plane[] {
  const planes: Plane[] = []
  let plane = finest
  while (isLargeEnough(plane)) {
    planes.push(plane)
    if (planes.length === levels) break
    const [width, height] = [plane.width, plane.height].map((side) => side / levelRatio)
    plane = resized(plane, { width: Math.round(width ?? 0), height: Math.round(height ?? 0) })
  }
  return planes
}

function isLargeEnough({ width, height }: Plane): boolean {
  return Math.min(width, height) >= 2 * reach + 8
}
