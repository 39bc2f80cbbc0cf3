import { signatureField, type Signature } from '#contract/assessmentReviews'

export type Stroke = Signature[number]

/** A stroke as an SVG path; one point is a dot. */
export function pathOf(stroke: Stroke): string {
  const [first, ...rest] = stroke
  if (first === undefined) return ''
  const start = `M${first[0]} ${first[1]}`
  if (rest.length === 0) return `${start}h0.1`
  return start + rest.map(([x, y]) => `L${x} ${y}`).join('')
}

/** Where a pointer is, in the units of the field; never outside of it. */
export function pointAt(
  at: { readonly clientX: number; readonly clientY: number },
  box: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  },
): Stroke[number] {
  const within = (share: number, most: number) =>
    Math.min(most, Math.max(0, Math.round(share * most)))
  return [
    within((at.clientX - box.left) / box.width, signatureField.width),
    within((at.clientY - box.top) / box.height, signatureField.height),
  ]
}

/** A stroke with a further point, unless the pen has not moved by more than its own width. */
export function drawnOn(stroke: Stroke, [x, y]: Stroke[number]): Stroke {
  const last = stroke.at(-1)
  const isSame = last !== undefined && Math.hypot(last[0] - x, last[1] - y) < 2
  return isSame || stroke.length >= 2_000 ? stroke : [...stroke, [x, y]]
}
