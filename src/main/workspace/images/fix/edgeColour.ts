import type { Plan } from './plan.ts'

/** Pixels row by row, `channels` bytes each; a fourth is opacity. */
export interface Raster {
  readonly data: Buffer
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
}

export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * The colour most of the picture's edge has, where edges are to be added: the median of each channel
 * over the outermost pixels of those two sides. A few words or a logo at the edge do not move it.
 * See-through pixels are left out; white where nothing else is there.
 */
export function edgeColourOf(drawn: Raster, { canvas }: Pick<Plan, 'canvas'>): Rgb {
  const upright = drawn.width < canvas.width
  const length = upright ? drawn.height : drawn.width
  const last = (upright ? drawn.width : drawn.height) - 1
  const levels: [number[], number[], number[]] = [[], [], []]
  for (let along = 0; along < length; along++) {
    for (const across of [0, last]) {
      const at =
        drawn.channels * (upright ? along * drawn.width + across : across * drawn.width + along)
      if (drawn.channels === 4 && (drawn.data[at + 3] ?? 0) < 128) continue
      for (const [part, list] of levels.entries()) list.push(drawn.data[at + part] ?? 0)
    }
  }
  const [red, green, blue] = levels
  return [median(red), median(green), median(blue)]
}

function median(levels: number[]): number {
  return levels.sort((one, other) => one - other)[levels.length >> 1] ?? 255
}

export function toHex(colour: Rgb): string {
  return `#${colour.map((level) => level.toString(16).padStart(2, '0')).join('')}`
}

export function fromHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
