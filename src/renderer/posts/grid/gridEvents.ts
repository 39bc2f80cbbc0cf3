import type { EventInput } from '@fullcalendar/vue3'
import type { PostMove, PostTile } from '#contract/posts'
import { ClockTime, PlainDate } from '#contract/values'
import { tileKey } from './tileElement'

/** The instance's own name, so that nothing of the post needs to be copied into the grid's events. */
export function eventOf(tile: PostTile, place: number, mayMove: boolean): EventInput {
  return {
    ...{ id: tileKey(tile), title: tile.title, place },
    start: tile.time === null ? (tile.day ?? '') : `${tile.day ?? ''}T${tile.time}:00`,
    allDay: tile.time === null,
    startEditable: mayMove,
  }
}

/** Tiles as the grid draws them, in the order in which the workspace tells them. */
export function eventsOf(tiles: readonly PostTile[], mayMove: boolean): EventInput[] {
  return tiles.flatMap((tile, place) => (tile.day === null ? [] : [eventOf(tile, place, mayMove)]))
}

/** Where a drop put a post. Days of a month have no hours: there the post keeps its time. */
export function droppedAt(
  tile: Pick<PostTile, 'id' | 'time'>,
  start: string,
  allDay: boolean,
  hasHours: boolean,
): PostMove {
  const day = PlainDate.parse(start.slice(0, 10))
  if (!hasHours) return { id: tile.id, day, time: tile.time }
  return { id: tile.id, day, time: allDay ? null : ClockTime.parse(start.slice(11, 16)) }
}

/** How many tiles each day has. */
export function countByDay(tiles: readonly PostTile[]): ReadonlyMap<PlainDate, number> {
  const days = new Map<PlainDate, number>()
  for (const { day } of tiles) if (day !== null) days.set(day, (days.get(day) ?? 0) + 1)
  return days
}
