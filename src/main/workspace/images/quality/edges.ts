import { kernels } from '../kernels/kernels.ts'
import type { Grey } from './detail.ts'

/** Fewer edges say nothing of how sharp they are. */
const leastEdges = 60
/** As the kernel counts them; it looks at every sixteenth row or column, at rises of 24 levels or more. */
const binsPerPixel = 8
const binCount = 40 * binsPerPixel
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
export function edgeWidth({ width, height }: Grey): number | null {
  const kernel = kernels()
  const widths = [kernel.edgesAlongRows, kernel.edgesAlongColumns].map((look) => {
    const edges = look(width, height)
    const bins = kernel.words(kernel.edgeBinsAt(), binCount)
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
