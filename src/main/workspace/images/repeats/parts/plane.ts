/** Grey samples of any shape, and smaller copies of them. */

export interface Plane {
  readonly width: number
  readonly height: number
  /** Row by row. */
  readonly values: Float32Array
}

/** Samples along one direction: how many, and how far apart in memory. */
interface Axis {
  readonly count: number
  readonly step: number
}

/** A copy of another size, each sample the mean of those it stands for, nearer ones counting more. */
export function resized({ width, height, values }: Plane, to: Omit<Plane, 'values'>): Plane {
  const across = new Float32Array(to.width * height)
  const lines = { count: height, step: width }
  resample(values, { count: width, step: 1 }, lines, across, to.width, 1, to.width)
  const result = new Float32Array(to.width * to.height)
  const columns = { count: to.width, step: 1 }
  resample(across, { count: height, step: to.width }, columns, result, to.height, to.width, 1)
  return { width: to.width, height: to.height, values: result }
}

function resample(
  from: Float32Array,
  axis: Axis,
  lines: Axis,
  to: Float32Array,
  count: number,
  step: number,
  lineStep: number,
): void {
  const scale = axis.count / count
  const reach = Math.max(1, scale)
  for (let place = 0; place < count; place++) {
    const centre = (place + 0.5) * scale - 0.5
    const first = Math.max(0, Math.ceil(centre - reach))
    const last = Math.min(axis.count - 1, Math.floor(centre + reach))
    const weights = Float64Array.from({ length: last - first + 1 }, (_, at) =>
      Math.max(0, 1 - Math.abs(first + at - centre) / reach),
    )
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    for (let line = 0; line < lines.count; line++) {
      let sum = 0
      let at = line * lines.step + first * axis.step
      for (let near = 0; near < weights.length; near++, at += axis.step) {
        sum += (from[at] ?? 0) * (weights[near] ?? 0)
      }
      to[line * lineStep + place * step] = sum / all
    }
  }
}
