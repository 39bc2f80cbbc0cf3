import type { Grey } from './detail.ts'

/** Fewer edges say nothing of how sharp they are. */
const leastEdges = 60
/** Rows and columns looked at: every sixteenth tells as much as all of them. */
const step = 16
/** Grey levels from which a rise is an edge and not noise. */
const leastRise = 24
const binsPerPixel = 8
/** The share of edges that count as the sharpest: what is in focus may be small (bokeh). */
const sharpest = 0.05

/**
 * How wide the sharpest edges are, in pixels; 1 is a step from one pixel to the next, null is too few
 * edges to tell. Measured as Marziliano et al. do ("A no-reference perceptual blur metric", ICIP
 * 2002), from one local extremum to the next, but as the rise over its steepest step: a step blurred
 * by σ px is about 2.5 σ wide. Only the sharpest edges count, so that a blurred background (bokeh) or
 * a flat design does not look like blur; of rows and columns the wider ones, because a picture that
 * was moved is blurred in one direction only.
 */
export function edgeWidth(grey: Grey): number | null {
  const widths = [alongRows, alongColumns].map((look) => {
    const bins = new Uint32Array(40 * binsPerPixel)
    const edges = look(grey, bins)
    return edges < leastEdges ? 0 : sharpestOf(bins, edges)
  })
  const widest = Math.max(...widths)
  return widest === 0 ? null : widest
}

function sharpestOf(bins: Uint32Array, edges: number): number {
  let counted = 0
  const bin = bins.findIndex((count) => (counted += count) >= edges * sharpest)
  return (bin + 0.5) / binsPerPixel
}

function note(bins: Uint32Array, rise: number, steepest: number): void {
  const bin = Math.min(bins.length - 1, Math.floor((rise / steepest) * binsPerPixel))
  bins[bin] = (bins[bin] ?? 0) + 1
}

function alongRows({ samples, width, height }: Grey, bins: Uint32Array): number {
  let edges = 0
  for (let y = 0; y < height; y += step) {
    edges += along(samples, y * width, 1, width, bins)
  }
  return edges
}

function alongColumns({ samples, width, height }: Grey, bins: Uint32Array): number {
  let edges = 0
  for (let x = 0; x < width; x += step) edges += along(samples, x, width, height, bins)
  return edges
}

/** Notes the edges of one row or column: `count` samples from `first` on, `apart` from each other. */
function along(
  samples: Uint8Array,
  first: number,
  apart: number,
  count: number,
  bins: Uint32Array,
): number {
  let edges = 0
  let before = samples[first] ?? 0
  let from = before
  let direction = 0
  let steepest = 0
  const end = first + count * apart
  for (let at = first + apart; at < end; at += apart) {
    const here = samples[at] ?? 0
    const change = here - before
    const turned = change > 0 ? 1 : change < 0 ? -1 : 0
    if (turned !== direction) {
      const rise = before > from ? before - from : from - before
      if (rise >= leastRise) {
        note(bins, rise, steepest)
        edges++
      }
      from = before
      direction = turned
      steepest = 0
    }
    const size = change < 0 ? -change : change
    if (size > steepest) steepest = size
    before = here
  }
  return edges
}
