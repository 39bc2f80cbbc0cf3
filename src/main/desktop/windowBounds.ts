/** Position and size in device-independent pixels, as Electron gives and takes them. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const leastSize = { width: 1024, height: 680 } as const
export const firstSize = { width: 1280, height: 800 } as const

/**
 * Where to open the window: as it was left, unless its screen is gone or has shrunk; then within
 * the nearest thing there is, the first (primary) work area.
 * @param workAreas of all displays, the primary one first
 */
export function windowBounds(
  remembered: Bounds | null,
  workAreas: readonly Bounds[],
): Partial<Bounds> & Pick<Bounds, 'width' | 'height'> {
  const home = remembered === null ? undefined : workAreas.find((area) => holds(area, remembered))
  const screen = home ?? workAreas[0]
  const wanted = remembered ?? firstSize
  const size = {
    width: between(leastSize.width, wanted.width, screen?.width ?? wanted.width),
    height: between(leastSize.height, wanted.height, screen?.height ?? wanted.height),
  }
  if (remembered === null || home === undefined) return size
  return {
    x: between(home.x, remembered.x, home.x + home.width - size.width),
    y: between(home.y, remembered.y, home.y + home.height - size.height),
    ...size,
  }
}

/** Whether enough of the title bar is on this screen to take hold of: 100 by 30 pixels. */
function holds(area: Bounds, window: Bounds): boolean {
  const acrossBy =
    Math.min(area.x + area.width, window.x + window.width) - Math.max(area.x, window.x)
  return acrossBy >= 100 && window.y >= area.y - 30 && window.y + 30 <= area.y + area.height
}

/** The least wins over the most: a window larger than its screen can still be moved. */
function between(least: number, wanted: number, most: number): number {
  return Math.max(least, Math.min(wanted, most))
}
