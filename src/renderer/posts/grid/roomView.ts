/** Pixels of what stands in a cell of the month, as the style sheets draw it. */
const sizes = { weekdays: 26, dayHead: 23, more: 17, tile: 36, denseTile: 22 } as const

/** Posts without a time that a day of the week shows above "+n lagi". */
export const tilesWithoutTime = 3

/**
 * How many posts a day of the month shows above "+n lagi": as many as there is room for, at least
 * one. The grid by itself would give the line of the rest the height of a post.
 * @param height pixels of the whole grid
 */
export function tilesFitting(height: number, weeks: number, dense: boolean): number {
  const cell = (height - sizes.weekdays) / weeks
  const room = cell - sizes.dayHead - sizes.more
  return Math.max(1, Math.floor(room / (dense ? sizes.denseTile : sizes.tile)))
}

/** How wide the days of a month are, as its tiles are drawn: the style sheets know no pixels of it. */
export type RoomAcross = 'narrow' | 'usual' | 'wide'

/**
 * From 1,350 pixels of the whole grid a tile has room for its picture; up to 748, about 107 each,
 * none for the word of its status beside its signs.
 * @param width pixels of the whole grid
 */
export function roomAcross(width: number): RoomAcross {
  if (width >= 1_350) return 'wide'
  return width <= 748 ? 'narrow' : 'usual'
}
