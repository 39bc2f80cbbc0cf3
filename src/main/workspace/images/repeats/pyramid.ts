/** Grey sketches at several sizes, for finding one picture in another coarse to fine. */
import { kernels } from '../kernels/kernels.ts'

/** A square of grey samples, one level of a pyramid; never changed once it is made. */
export interface Grey {
  side: number
  values: Float32Array
  /** How much a sample says about place: 1 at an edge, little in a flat part. */
  texture: Float32Array
}

/** 256, 128, 64 and 32 samples a side, finest first. */
export type Pyramid = readonly [Grey, Grey, Grey, Grey]

/** What lies in the kernels' memory as the kept and the questioned sketch, by its side. */
const kept = new Map<number, Grey>()
const questioned = new Map<number, Grey>()

/** @param grey 256×256 samples */
export function pyramidOf(grey: Uint8Array): Pyramid {
  const kernel = kernels()
  kernel.bytes(kernel.sketchAt(), grey.length).set(grey)
  kernel.levels()
  return [levelFrom(256), levelFrom(128), levelFrom(64), levelFrom(32)]
}

function levelFrom(side: number): Grey {
  const kernel = kernels()
  const level: Grey = {
    side,
    values: kernel.fractions(kernel.keptValuesAt(side), side * side).slice(),
    texture: kernel.fractions(kernel.keptTextureAt(side), side * side).slice(),
  }
  kept.set(side, level)
  return level
}

/** Two levels of one size to where the kernels look at them, unless they are there already. */
export function layOut(keptLevel: Grey, questionedLevel: Grey): void {
  const kernel = kernels()
  const { side } = keptLevel
  const length = side * side
  if (kept.get(side) !== keptLevel) {
    kernel.fractions(kernel.keptValuesAt(side), length).set(keptLevel.values)
    kernel.fractions(kernel.keptTextureAt(side), length).set(keptLevel.texture)
    kept.set(side, keptLevel)
  }
  if (questioned.get(side) !== questionedLevel) {
    kernel.fractions(kernel.questionedValuesAt(side), length).set(questionedLevel.values)
    questioned.set(side, questionedLevel)
  }
}
