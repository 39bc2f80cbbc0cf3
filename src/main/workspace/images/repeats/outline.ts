/** Cells that differ, joined into rectangles that can be drawn over a picture. */

/** A rectangle as shares (0–1) of a picture's width and height. */
export interface Region {
  x: number
  y: number
  width: number
  height: number
}

export type Share = Pick<Region, 'width' | 'height'>

interface Grid {
  columns: number
  rows: number
}

/**
 * The rectangles around cells that touch, also at a corner.
 *
 * @param isOver whether the cell with this number (row by row) differs
 * @param cell a cell's size as a share of the picture; the last ones may reach over its edge
 */
export function outlined(
  { columns, rows }: Grid,
  isOver: (cell: number) => boolean,
  cell: Share,
): Region[] {
  const seen = new Uint8Array(columns * rows)
  const regions: Region[] = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || !isOver(start)) continue
    const waiting = [start]
    seen[start] = 1
    let [left, right, top, bottom] = [columns, 0, rows, 0]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const column = at % columns
      const row = Math.floor(at / columns)
      left = Math.min(left, column)
      right = Math.max(right, column)
      top = Math.min(top, row)
      bottom = Math.max(bottom, row)
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          const near = y * columns + x
          if (seen[near] === 1 || !isOver(near)) continue
          seen[near] = 1
          waiting.push(near)
        }
      }
    }
    const x = left * cell.width
    const y = top * cell.height
    regions.push({
      x,
      y,
      width: Math.min(1, (right + 1) * cell.width) - x,
      height: Math.min(1, (bottom + 1) * cell.height) - y,
    })
  }
  return regions
}
