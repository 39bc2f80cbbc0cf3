/** How much the grey bends in each column and in each row; see `quality/enlargement.ts`. */
import { greyAt, scratchAt } from './grey'

const rowStep: i32 = 4
/** Curvature of letters and outlines says nothing about interpolation. */
const strongest: i32 = 40

/** A sum of 32 bits for each column, or for each row. */
export function bendsAt(): usize {
  return scratchAt()
}

export function bendsAcrossColumns(width: i32, height: i32): void {
  const sums = scratchAt()
  memory.fill(sums, 0, (<usize>width) << 2)
  for (let y = 0; y < height; y += rowStep) {
    const row = greyAt() + y * width
    let x = 1
    for (; x + 8 <= width - 1; x += 8) {
      const middle = v128.load_ext<u8>(row + x)
      const before = v128.load_ext<u8>(row + x - 1)
      const after = v128.load_ext<u8>(row + x + 1)
      const size = i16x8.abs(i16x8.sub(i16x8.sub(i16x8.shl(middle, 1), before), after))
      const counted = v128.and(size, i16x8.lt_s(size, i16x8.splat(<i16>strongest)))
      const at = sums + ((<usize>x) << 2)
      v128.store(at, i32x4.add(v128.load(at), i32x4.extend_low_i16x8_u(counted)))
      v128.store(at, i32x4.add(v128.load(at, 16), i32x4.extend_high_i16x8_u(counted)), 16)
    }
    for (; x < width - 1; x++) {
      const size = bend(row + x, 1)
      const at = sums + ((<usize>x) << 2)
      if (size < strongest) store<u32>(at, load<u32>(at) + size)
    }
  }
}

export function bendsAcrossRows(width: i32, height: i32): void {
  const sums = scratchAt()
  memory.fill(sums, 0, (<usize>height) << 2)
  const every4th = i32x4.splat(0xff)
  for (let y = 1; y < height - 1; y++) {
    const row = greyAt() + y * width
    let four = i32x4.splat(0)
    let x = 0
    for (; x + 16 <= width; x += 16) {
      const middle = v128.and(v128.load(row + x), every4th)
      const above = v128.and(v128.load(row + x - width), every4th)
      const below = v128.and(v128.load(row + x + width), every4th)
      const size = i32x4.abs(i32x4.sub(i32x4.sub(i32x4.shl(middle, 1), above), below))
      four = i32x4.add(four, v128.and(size, i32x4.lt_s(size, i32x4.splat(strongest))))
    }
    let sum =
      i32x4.extract_lane(four, 0) +
      i32x4.extract_lane(four, 1) +
      i32x4.extract_lane(four, 2) +
      i32x4.extract_lane(four, 3)
    for (; x < width; x += rowStep) {
      const size = bend(row + x, width)
      if (size < strongest) sum += size
    }
    store<u32>(sums + ((<usize>y) << 2), sum)
  }
}

function bend(at: usize, apart: i32): i32 {
  const twice = (<i32>load<u8>(at)) << 1
  return abs(twice - <i32>load<u8>(at - apart) - <i32>load<u8>(at + apart))
}
