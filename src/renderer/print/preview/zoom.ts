/** Per cent of the paper's own size, or as wide as there is room for. */
export type Zoom = 'width' | number

export const zoomSteps = [50, 75, 100, 125, 150, 200] as const

/** The next larger (1) or smaller (-1) step; from the whole width it goes by way of 100 %. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom {
  if (zoom === 'width') return by === 1 ? 125 : 75
  const ordered = by === 1 ? zoomSteps : zoomSteps.toReversed()
  return ordered.find((step) => (step - zoom) * by > 0) ?? zoom
}

/** Widest that a page is shown when it fills the width, in CSS pixels. */
const widest = 1_000

/** How wide a page is shown, in CSS pixels. */
export function widthOf(zoom: Zoom, ownWidth: number, room: number): number {
  const wanted = zoom === 'width' ? Math.min(room, widest) : (ownWidth * zoom) / 100
  return Math.max(120, Math.floor(wanted))
}
