import { isBlackout, markIcons, type DayMark, type MarkKind } from './dayMarks'
import { signsClass, signsIn, type Ink } from './signs'
import type { BehindDay } from './useDayMarks'

const inks: Readonly<Record<MarkKind, Ink>> = {
  hold: 'danger',
  warn: 'warning',
  holiday: 'warning',
  note: 'textSoft',
}

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
  const title = marks.map(({ words }) => words).join('\n')
  if (root.title === title) return
  root.title = title
  root.replaceChildren()
  root.className = first === undefined ? 'day-marks' : `day-marks is-${first.kind}`
  if (first === undefined) return
  const icon = markIcons[first.kind]
  const name = document.createElement('span')
  const signs = icon === null ? '' : signsClass(signsIn([icon], inks[first.kind]))
  name.className = `day-mark-name ${signs}`
  name.textContent = first.text
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
  if (phase === null) cell.removeAttribute('data-phase')
  else cell.dataset['phase'] = phase.colour
}
