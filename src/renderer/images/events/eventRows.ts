import type { CheckedImage } from '#contract/images'
import type { EventGroup } from './eventsView'

/** A line of photos side by side. */
export interface PhotoLine {
  readonly kind: 'line'
  readonly group: EventGroup
  /** Place of its first photo among the photos of all groups. */
  readonly from: number
  readonly photos: readonly CheckedImage[]
}

/** What stands below each other: the head of each group, what is kept of it, its photos in lines. */
export type EventRow =
  | { readonly kind: 'head'; readonly group: EventGroup }
  | { readonly kind: 'kept'; readonly group: EventGroup }
  | PhotoLine

export function rowsOf(groups: readonly EventGroup[], columns: number): EventRow[] {
  let from = 0
  return groups.flatMap((group) => {
    const rows: EventRow[] = [{ kind: 'head', group }]
    if (group.event.kept.length > 0) rows.push({ kind: 'kept', group })
    for (let at = 0; at < group.photos.length; at += columns) {
      const photos = group.photos.slice(at, at + columns)
      rows.push({ kind: 'line', group, from, photos })
      from += photos.length
    }
    return rows
  })
}

/** The row that holds the photo of this place; -1 where there is none. */
export function rowOfPhoto(rows: readonly EventRow[], place: number): number {
  return rows.findIndex((row) => row.kind === 'line' && holds(row, place))
}

/** The last group's head at or above a row. */
export function headAbove(rows: readonly EventRow[], row: number): number {
  return rows.findLastIndex(({ kind }, at) => at <= row && kind === 'head')
}

/**
 * Where a key leads among the photos; null when the key does not move. Up and down keep the column
 * as far as the line there is long enough.
 * @param page lines that are in sight
 */
export function photoAfter(
  key: string,
  from: number,
  rows: readonly EventRow[],
  page: number,
): number | null {
  const lines = rows.filter((row) => row.kind === 'line')
  const at = lines.findIndex((line) => holds(line, from))
  const here = lines[at]
  const end = lines.at(-1)
  if (!here || !end) return null
  const last = end.from + end.photos.length - 1
  const inLine = (wanted: number) => {
    const there = lines[Math.min(lines.length - 1, Math.max(0, wanted))] ?? here
    return there.from + Math.min(from - here.from, there.photos.length - 1)
  }
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1)
    case 'ArrowRight':
      return Math.min(last, from + 1)
    case 'ArrowUp':
      return inLine(at - 1)
    case 'ArrowDown':
      return inLine(at + 1)
    case 'PageUp':
      return inLine(at - page)
    case 'PageDown':
      return inLine(at + page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

function holds({ from, photos }: PhotoLine, place: number): boolean {
  return place >= from && place < from + photos.length
}
