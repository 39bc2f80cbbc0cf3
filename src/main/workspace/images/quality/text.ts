import { shownWidth } from './detail.ts'
import type { Detail, Grey } from './detail.ts'
import { textLines } from './textLines.ts'
import type { TextLine } from './textLines.ts'

/** What can be told of writing on a poster. */
export interface TextFacts {
  /** Height of the smallest letters' body, in pixels of a picture 1 200 px wide. */
  readonly letterHeight: number
  /** The weakest contrast of a line to what it stands on (WCAG 2.2, 1.4.3): 1 to 21. */
  readonly contrast: number | null
}

/**
 * Writing stands on something plain: the share of its rows that is within `plain` levels of it.
 * Small letters leave less of it between them.
 */
const leastPlain = (height: number) => (height < 8 ? 0.28 : 0.4)
const plain = 6
/** Ink differs from what it stands on by more than this many grey levels. */
const leastInk = 16
/** The share of a line that is ink, on one side of the paper's grey; the other side has less. */
const inkFrom = 0.06
const mostOther = 0.04
/** Strokes of smaller letters never reach the colour they were drawn in. */
const contrastFrom = 8

/** @returns null where no writing is found */
export function textFacts(detail: Detail, grey: Grey): TextFacts | null {
  const lines = textLines(grey).flatMap((line) => {
    const tones = tonesOf(grey, line)
    return tones === null ? [] : [{ line, tones }]
  })
  if (lines.length === 0) return null
  const contrasts = lines
    .filter(({ line }) => line.height >= contrastFrom)
    .map(({ line, tones }) => contrastOf(detail, grey, line, tones))
  const scale = shownWidth / detail.width
  return {
    letterHeight: Math.min(...lines.map(({ line }) => line.height)) * scale,
    contrast: contrasts.length === 0 ? null : Math.min(...contrasts),
  }
}

/** Ranges of grey. */
interface Tones {
  readonly paper: readonly [number, number]
  readonly ink: readonly [number, number]
}

/** Null where there is no plain paper with one ink on it: then it is no writing. */
function tonesOf({ samples, width }: Grey, line: TextLine): Tones | null {
  const counts = new Uint32Array(256)
  let all = 0
  for (let y = line.top; y < line.top + line.height; y++) {
    for (let at = y * width + line.left; at < y * width + line.right; at++) {
      const sample = samples[at] ?? 0
      counts[sample] = (counts[sample] ?? 0) + 1
      all++
    }
  }
  const paper = densest(counts)
  if (sumOf(counts, paper - plain, paper + plain) < leastPlain(line.height) * all) return null
  const darker = sumOf(counts, 0, paper - leastInk) / all
  const lighter = sumOf(counts, paper + leastInk, 255) / all
  if (Math.max(darker, lighter) < inkFrom || Math.min(darker, lighter) > mostOther) return null
  const extreme = (Math.max(darker, lighter) * all) / 4
  const ink =
    darker > lighter
      ? ([0, reaching(counts, extreme, 0, 1)] as const)
      : ([reaching(counts, extreme, 255, -1), 255] as const)
  return { paper: [paper - plain, paper + plain], ink }
}

function sumOf(counts: Uint32Array, from: number, to: number): number {
  let sum = 0
  for (let at = Math.max(0, from); at <= Math.min(255, to); at++) sum += counts[at] ?? 0
  return sum
}

function densest(counts: Uint32Array): number {
  let best = 0
  let most = 0
  for (let level = 0; level < 256; level++) {
    const near = sumOf(counts, level - plain, level + plain)
    if (near > most) {
      most = near
      best = level
    }
  }
  return best
}

/** The level at which `wanted` samples are reached, counted from an end. */
function reaching(counts: Uint32Array, wanted: number, from: number, step: 1 | -1): number {
  let sum = 0
  let level = from
  for (; level >= 0 && level <= 255; level += step) {
    sum += counts[level] ?? 0
    if (sum >= wanted) break
  }
  return level
}

function contrastOf(detail: Detail, grey: Grey, line: TextLine, { paper, ink }: Tones): number {
  const one = meanLuminance(detail, grey, line, paper)
  const other = meanLuminance(detail, grey, line, ink)
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Relative luminance (WCAG 2.2) of the mean colour of those pixels whose grey is in the range. */
function meanLuminance(
  { data, channels }: Detail,
  { samples, width }: Grey,
  line: TextLine,
  [from, to]: readonly [number, number],
): number {
  const sums: [number, number, number] = [0, 0, 0]
  let count = 0
  for (let y = line.top; y < line.top + line.height; y++) {
    for (let at = y * width + line.left; at < y * width + line.right; at++) {
      const sample = samples[at] ?? 0
      if (sample < from || sample > to) continue
      count++
      sums[0] += data[at * channels] ?? 0
      sums[1] += data[at * channels + 1] ?? 0
      sums[2] += data[at * channels + 2] ?? 0
    }
  }
  const [red, green, blue] = sums.map((sum) => linear(sum / Math.max(1, count) / 255))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
