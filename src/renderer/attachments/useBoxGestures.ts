import { ref, type Ref } from 'vue'
import type { RedactionBox } from '#contract/attachmentRedaction'
import {
  boxBetween,
  corners,
  moved,
  stretched,
  type Corner,
  type PictureSize,
  type Point,
} from './redactView'

/** What a hand does to the boxes, between the press and letting go. */
type Gesture = (at: Point) => readonly RedactionBox[]

interface Parts {
  readonly sheet: Ref<HTMLElement | null>
  readonly size: PictureSize
  readonly boxes: Ref<readonly RedactionBox[]>
  readonly isFull: () => boolean
  readonly show: (boxes: readonly RedactionBox[]) => void
  readonly set: (boxes: readonly RedactionBox[], before: readonly RedactionBox[]) => void
  /** Gives a box the focus, once it is drawn. */
  readonly focus: (place: number) => void
}

/** Smaller than this on the screen it was a press and no box, in pixels. */
const leastDrawn = 4

/** Draws, moves and sizes boxes with the mouse, a pen or a finger. */
export function useBoxGestures({ sheet, size, boxes, isFull, show, set, focus }: Parts) {
  let gesture: Gesture | null = null
  let before: readonly RedactionBox[] = []
  let place = 0
  let from = { x: 0, y: 0 }
  const isDrawing = ref(false)

  function pointOf(event: PointerEvent): Point {
    const { left, top, width, height } = present(sheet.value).getBoundingClientRect()
    return {
      x: ((event.clientX - left) / width) * size.width,
      y: ((event.clientY - top) / height) * size.height,
    }
  }

  function press(event: PointerEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const start = pointOf(event)
    const held = event.target.closest<HTMLElement>('[data-box]')
    before = boxes.value
    from = { x: event.clientX, y: event.clientY }
    if (held === null) {
      if (isFull()) return
      isDrawing.value = true
      place = before.length
      gesture = (at) => [...before, boxBetween(start, at, size)]
    } else {
      place = Number(held.dataset['box'])
      const box = before[place]
      if (box === undefined) return
      const corner = cornerOf(event.target)
      const offset = (at: Point) => ({ x: at.x - start.x, y: at.y - start.y })
      gesture = (at) =>
        before.with(
          place,
          corner === null ? moved(box, offset(at), size) : stretched(box, corner, at, size),
        )
      focus(place)
    }
    event.preventDefault()
    sheet.value?.setPointerCapture(event.pointerId)
  }

  function move(event: PointerEvent): void {
    if (gesture === null || isMere(event)) return
    show(gesture(pointOf(event)))
  }

  function release(event: PointerEvent): void {
    if (gesture === null) return
    const done = gesture
    gesture = null
    isDrawing.value = false
    if (isMere(event)) {
      show(before)
      return
    }
    set(done(pointOf(event)), before)
    focus(place)
  }

  /** The system took the pointer away: as if nothing had been done. */
  function lose(): void {
    if (gesture === null) return
    gesture = null
    isDrawing.value = false
    show(before)
  }

  /** A press that hardly moved: it chooses, and draws nothing. */
  function isMere(event: PointerEvent): boolean {
    const far = Math.max(Math.abs(event.clientX - from.x), Math.abs(event.clientY - from.y))
    return far < leastDrawn
  }

  return { press, move, release, lose, isDrawing }
}

function cornerOf(target: Element): Corner | null {
  const name = target instanceof HTMLElement ? target.dataset['corner'] : undefined
  return corners.find((corner) => corner === name) ?? null
}

function present(element: HTMLElement | null): HTMLElement {
  if (element === null) throw new Error('No sheet is drawn')
  return element
}
