import type { RedactionBox } from '#contract/attachmentRedaction'

/** A picture's size in pixels, as it is seen. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A place in a picture, in pixels, not yet rounded. */
export interface Point {
  readonly x: number
  readonly y: number
}

export const corners = ['nw', 'ne', 'sw', 'se'] as const
export type Corner = (typeof corners)[number]

/** How far a key moves a box, in pixels: a hundredth of the shorter side. */
export function stepOf({ width, height }: PictureSize): number {
  return Math.max(1, Math.round(Math.min(width, height) / 100))
}

/** The box that lies between two places, within the picture and at least a pixel large. */
export function boxBetween(one: Point, other: Point, size: PictureSize): RedactionBox {
  const [left, right] = span(one.x, other.x, size.width)
  const [top, bottom] = span(one.y, other.y, size.height)
  return { left, top, width: right - left, height: bottom - top }
}

function span(one: number, other: number, most: number): [from: number, to: number] {
  const within = (value: number) => Math.min(most, Math.max(0, Math.round(value)))
  const from = Math.min(most - 1, within(Math.min(one, other)))
  return [from, Math.max(from + 1, within(Math.max(one, other)))]
}

/** Moved as far as the picture goes; it keeps its size. */
export function moved(box: RedactionBox, by: Point, size: PictureSize): RedactionBox {
  return {
    ...box,
    left: Math.round(Math.min(size.width - box.width, Math.max(0, box.left + by.x))),
    top: Math.round(Math.min(size.height - box.height, Math.max(0, box.top + by.y))),
  }
}

/** Larger or smaller to the right and downwards; where it begins stays. */
export function sized(box: RedactionBox, by: Point, size: PictureSize): RedactionBox {
  return {
    ...box,
    width: Math.round(Math.min(size.width - box.left, Math.max(1, box.width + by.x))),
    height: Math.round(Math.min(size.height - box.top, Math.max(1, box.height + by.y))),
  }
}

/** One corner taken to another place; the corner across stays, even where it is passed. */
export function stretched(
  { left, top, width, height }: RedactionBox,
  corner: Corner,
  to: Point,
  size: PictureSize,
): RedactionBox {
  const across = {
    x: corner.endsWith('w') ? left + width : left,
    y: corner.startsWith('n') ? top + height : top,
  }
  return boxBetween(across, to, size)
}

/** A box for whoever has no mouse: a sixth of the picture, in its middle or beside others there. */
export function freshBox(size: PictureSize, boxes: readonly RedactionBox[]): RedactionBox {
  const [width, height] = [Math.ceil(size.width / 6), Math.ceil(size.height / 6)]
  const middle = {
    ...{ left: Math.floor((size.width - width) / 2), top: Math.floor((size.height - height) / 2) },
    ...{ width, height },
  }
  const step = stepOf(size) * 3
  let box = middle
  for (let tries = 1; tries < 20 && boxes.some((other) => sameBox(other, box)); tries++) {
    box = moved(middle, { x: step * tries, y: step * tries }, size)
  }
  return box
}

/** What a key does to a box; null where it does nothing. Ctrl takes one pixel, Shift sizes. */
export function byKey(
  box: RedactionBox,
  { key, shiftKey, ctrlKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey'>,
  size: PictureSize,
): RedactionBox | null {
  const step = ctrlKey ? 1 : stepOf(size)
  const ways: Readonly<Record<string, Point>> = {
    ArrowLeft: { x: -step, y: 0 },
    ArrowRight: { x: step, y: 0 },
    ArrowUp: { x: 0, y: -step },
    ArrowDown: { x: 0, y: step },
  }
  const by = ways[key]
  if (by === undefined) return null
  return shiftKey ? sized(box, by, size) : moved(box, by, size)
}

export function sameBox(one: RedactionBox, other: RedactionBox): boolean {
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.width === other.width &&
    one.height === other.height
  )
}

export function sameBoxes(one: readonly RedactionBox[], other: readonly RedactionBox[]): boolean {
  return (
    one.length === other.length &&
    one.every((box, place) => other[place] !== undefined && sameBox(box, other[place]))
  )
}
