/** Levels of the pyramids of two sketches that are laid on each other; see `repeats/pyramid.ts`. */
import { sketchAt } from './sketch'

const finest: i32 = 256
const coarsest: i32 = 32

/** A level's bytes are also how far it lies from the start: all of a pyramid's levels have room. */
const keptValues: usize = memory.data(2 * 256 * 256 * 4)
const keptTexture: usize = memory.data(2 * 256 * 256 * 4)
const questionedValues: usize = memory.data(2 * 256 * 256 * 4)

const flatWeight: f64 = 0.03
const twiceFullSlope: f64 = 24

/** Grey of a level of the kept sketch with `side` samples a side: numbers of 32 bits, row by row. */
export function keptValuesAt(side: i32): usize {
  return keptValues + levelOf(side)
}

/** How much each of them says about place. */
export function keptTextureAt(side: i32): usize {
  return keptTexture + levelOf(side)
}

export function questionedValuesAt(side: i32): usize {
  return questionedValues + levelOf(side)
}

function levelOf(side: i32): usize {
  return (<usize>(side * side)) << 2
}

/** Makes every level of the kept sketch from its 256×256 grey samples, written where the sketch is. */
export function levels(): void {
  const values = keptValuesAt(finest)
  for (let at: usize = 0; at < <usize>(finest * finest); at++) {
    store<f32>(values + (at << 2), <f32>load<u8>(sketchAt() + at))
  }
  texture(finest)
  for (let side = finest; side > coarsest; side >>= 1) {
    halve(side)
    texture(side >> 1)
  }
}

function halve(side: i32): void {
  const below = (<usize>side) << 2
  let into = keptValuesAt(side >> 1)
  for (let y = 0; y < side; y += 2) {
    let from = keptValuesAt(side) + <usize>y * below
    for (const end = from + below; from < end; from += 8, into += 4) {
      const sum =
        <f64>load<f32>(from) +
        <f64>load<f32>(from, 4) +
        <f64>load<f32>(from + below) +
        <f64>load<f32>(from + below, 4)
      store<f32>(into, <f32>(sum / 4))
    }
  }
}

/** Slopes against the samples beside, above and below; at the border against the sample itself. */
function texture(side: i32): void {
  const values = keptValuesAt(side)
  let into = keptTextureAt(side)
  const bytes = (<usize>side) << 2
  for (let y = 0; y < side; y++) {
    const row = values + <usize>y * bytes
    const above = y == 0 ? row : row - bytes
    const below = y == side - 1 ? row : row + bytes
    for (let x: usize = 0; x < bytes; x += 4, into += 4) {
      const left = <f64>load<f32>(row + (x == 0 ? x : x - 4))
      const right = <f64>load<f32>(row + (x == bytes - 4 ? x : x + 4))
      const high = <f64>load<f32>(above + x)
      const low = <f64>load<f32>(below + x)
      const slope = Math.abs(right - left) + Math.abs(low - high)
      store<f32>(into, <f32>Math.min(1, flatWeight + slope / twiceFullSlope))
    }
  }
}
