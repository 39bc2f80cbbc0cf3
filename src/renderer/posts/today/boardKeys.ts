import { placeAfter } from '../../ui/listKeys'

/** Arrows go from line to line over all cards of the board that hears them. */
export function moveBetweenLines(event: KeyboardEvent): void {
  const board = event.currentTarget
  if (event.ctrlKey || event.metaKey || event.altKey || !(board instanceof HTMLElement)) return
  const lines = [...board.querySelectorAll<HTMLElement>('[data-line]')]
  const from = lines.findIndex((line) => line === document.activeElement)
  if (from === -1) return
  const place = placeAfter(event.key, from, { count: lines.length, columns: 1, page: 5 })
  if (place === null) return
  lines[place]?.focus()
  event.preventDefault()
}
