import { isBlackout, markIcons, type DayMark } from './dayMarks'
import { iconElement } from './iconTemplates'
import type { BehindDay } from './useDayMarks'

/** What stands behind a day, as its head tells it: the first by name, of the others how many. */
export function dayMarksElement(): HTMLElement {
  const root = document.createElement('span')
  root.className = 'day-marks'
  // The day's own button says all of it.
  root.setAttribute('aria-hidden', 'true')
  return root
}

/** Writes the marks into the place for them; all their words are in its title. */
export function tellMarks(root: HTMLElement, marks: readonly DayMark[]): void {
  const [first] = marks
  root.title = marks.map(({ words }) => words).join('\n')
  root.replaceChildren()
  root.className = first === undefined ? 'day-marks' : `day-marks is-${first.kind}`
  if (first === undefined) return
  const icon = markIcons[first.kind]
  const name = document.createElement('span')
  name.className = 'day-mark-name'
  name.textContent = first.text
  if (icon !== null) root.append(iconElement(icon, 12))
  root.append(name)
  if (marks.length > 1) root.append(restElement(marks.length - 1))
}

function restElement(count: number): HTMLElement {
  const rest = document.createElement('span')
  rest.className = 'day-mark-rest figures'
  rest.textContent = `+${String(count)}`
  return rest
}

/**
 * Colours the ground of a day: a holiday, a blackout's hatch, a line in the phase's colour. By
 * attributes, since the grid writes the classes of its cells itself.
 */
export function tellCell(cell: HTMLElement, { marks, phase }: BehindDay): void {
  cell.toggleAttribute(
    'data-holiday',
    marks.some(({ kind }) => kind === 'holiday'),
  )
  cell.toggleAttribute('data-blackout', marks.some(isBlackout))
  cell.toggleAttribute('data-phase', phase !== null)
  if (phase === null) cell.style.removeProperty('--day-phase')
  else cell.style.setProperty('--day-phase', `var(--phase-${phase.colour})`)
}
