/** How strongly a plane changes in both directions; see `repeats/parts/parts.ts`. */

const xx: usize = memory.data(128 * 128 * 4)
const yy: usize = memory.data(128 * 128 * 4)
const xy: usize = memory.data(128 * 128 * 4)
const rows: usize = memory.data(128 * 128 * 4)

/**
 * The smaller eigenvalue of the structure tensor over 6×6 samples (Shi and Tomasi, "Good features to
 * track", CVPR 1994), for each 2×2 samples: half as wide and half as high as the plane.
 */
export function strengths(plane: usize, width: i32, height: i32, into: usize): void {
  const across = width / 2
  const down = height / 2
  const step = (<usize>width) << 2
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      let sumXX: f64 = 0
      let sumYY: f64 = 0
      let sumXY: f64 = 0
      // The outermost samples have no neighbour on one side.
      const top = max(1, row * 2)
      const bottom = min(height - 1, (row + 1) * 2)
      const left = max(1, column * 2)
      const right = min(width - 1, (column + 1) * 2)
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const at = plane + ((<usize>(y * width + x)) << 2)
          const byX = (<f64>load<f32>(at, 4) - <f64>load<f32>(at - 4)) / 2
          const byY = (<f64>load<f32>(at + step) - <f64>load<f32>(at - step)) / 2
          sumXX += byX * byX
          sumYY += byY * byY
          sumXY += byX * byY
        }
      }
      const to = (<usize>(row * across + column)) << 2
      store<f32>(xx + to, <f32>sumXX)
      store<f32>(yy + to, <f32>sumYY)
      store<f32>(xy + to, <f32>sumXY)
    }
  }
  sumUp(xx, across, down)
  sumUp(yy, across, down)
  sumUp(xy, across, down)
  for (let at: usize = 0; at < (<usize>(across * down)) << 2; at += 4) {
    const mean = (<f64>load<f32>(xx + at) + <f64>load<f32>(yy + at)) / 2
    const half = (<f64>load<f32>(xx + at) - <f64>load<f32>(yy + at)) / 2
    const both = <f64>load<f32>(xy + at)
    store<f32>(into + at, <f32>(mean - Math.sqrt(half * half + both * both)))
  }
}

/** Sums of 3×3; beyond the edges there is nothing. */
function sumUp(values: usize, width: i32, height: i32): void {
  const step = (<usize>width) << 2
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = (<usize>(y * width + x)) << 2
      const at = values + here
      const before: f64 = x > 0 ? <f64>load<f32>(at - 4) : 0
      const after: f64 = x < width - 1 ? <f64>load<f32>(at, 4) : 0
      store<f32>(rows + here, <f32>(before + <f64>load<f32>(at) + after))
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = (<usize>(y * width + x)) << 2
      const at = rows + here
      const before: f64 = y > 0 ? <f64>load<f32>(at - step) : 0
      const after: f64 = y < height - 1 ? <f64>load<f32>(at + step) : 0
      store<f32>(values + here, <f32>(before + <f64>load<f32>(at) + after))
    }
  }
}

/** Stronger than all eight around it. */
export function isPeak(strength: usize, width: i32, x: i32, y: i32): bool {
  const here = load<f32>(strength + ((<usize>(y * width + x)) << 2))
  for (let row = (y - 1) * width; row <= (y + 1) * width; row += width) {
    for (let at = row + x - 1; at <= row + x + 1; at++) {
      if (load<f32>(strength + ((<usize>at) << 2)) > here) return false
    }
  }
  return true
}

/** How far from `at` (-0.5 to 0.5) a parabola through it and both neighbours is highest. */
export function peakBetween(at: usize, step: usize): f64 {
  const here = <f64>load<f32>(at)
  const before = <f64>load<f32>(at - step)
  const after = <f64>load<f32>(at + step)
  const bend = before - 2 * here + after
  return bend == 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)))
}
