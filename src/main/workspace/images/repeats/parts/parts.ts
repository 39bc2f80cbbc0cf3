/**
 * Small parts of a picture, each with what it looks like and where it is: by them a picture is found
 * within another one, under text and cards, cut and at another size, where no hash of the whole helps.
 */
import { cosinesOf, kernels } from '../../kernels/kernels.ts'
import { greyOf, greySide } from '../sketch.ts'
import type { Sketch } from '../sketch.ts'

/** Grows whenever parts are made differently: those of another version are made again. */
export const partsVersion = 1

/** Of the 64-bit hash of what is around a corner. */
export const partHashBytes = 8
/** Samples around a corner, in each direction, that its hash is made of. */
const reach = 10
/** Its surroundings are hashed as 16×16 samples, by their 8×8 lowest frequencies. */
const hashSide = 16
const frequencies = 8

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

let isReady = false

/** The tables that the kernel works by are written once. */
function readyKernels() {
  const kernel = kernels()
  if (!isReady) {
    const cosines = cosinesOf(hashSide, 0, frequencies)
    kernel.numbers(kernel.partCosinesAt(), cosines.length).set(cosines)
    const scales = Array.from({ length: levels }, (_, level) => levelRatio ** level)
    kernel.numbers(kernel.levelScalesAt(), levels).set(scales)
    isReady = true
  }
  return kernel
}

/** @returns `partBytes` bytes for each part; some tens of parts, few or none for a smooth picture */
export function partsOf(sketch: Pick<Sketch, 'samples' | 'width' | 'height'>): Uint8Array {
  const kernel = readyKernels()
  const grey = greyOf(sketch)
  const sizes = sizesOf(sketch)
  kernel.bytes(kernel.sketchAt(), grey.length).set(grey)
  kernel.words(kernel.levelSizesAt(), 2 * levels).set(sizes.flat())
  const found = kernel.parts(sizes.length, reach + 1)
  return kernel.bytes(kernel.partsAt(), found * partBytes).slice()
}

/**
 * Width and height of each level: as many as there is room in for a part. A sketch is square whatever
 * the picture's shape is; patterns are compared as they look.
 */
function sizesOf(sketch: Pick<Sketch, 'width' | 'height'>): [number, number][] {
  const units = unitsOf(sketch)
  const sizes: [number, number][] = []
  let width = Math.max(1, Math.round(units.width))
  let height = Math.max(1, Math.round(units.height))
  while (sizes.length < levels && Math.min(width, height) >= 2 * reach + 8) {
    sizes.push([width, height])
    width = Math.round(width / levelRatio)
    height = Math.round(height / levelRatio)
  }
  return sizes
}
