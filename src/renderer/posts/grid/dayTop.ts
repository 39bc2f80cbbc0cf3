import { Plus } from '@lucide/vue'
import type { PlainDate } from '#contract/values'
import { iconElement } from './iconTemplates'
import { rhythmStrip, tellRhythm, type StripMark } from './rhythmStrip'

/** What is known of a day besides its posts. */
export interface DayFacts {
  /** `Rabu, 25 November 2026, 3 hantaran, Cuti: Deepavali` */
  readonly label: string
  /** Names of its holidays; empty where it has none. */
  readonly holidays: string
  readonly isFocused: boolean
  /** Channels that stand over or under their guide; mostly none. */
  readonly rhythm: readonly StripMark[]
  /** What the strip of them is called. */
  readonly rhythmLabel: string
}

/**
 * The head of a day: its number as the button that has the focus of that day, its holidays, the strip
 * of its rhythm, and the sign for adding. The grid's own cells take no keys.
 * @param add what the sign for adding is called; null where nobody may add
 */
export function dayTop(day: PlainDate, text: string, add: string | null): HTMLElement {
  const root = document.createElement('div')
  root.className = 'day-top'
  root.dataset['day'] = day
  const number = document.createElement('button')
  number.type = 'button'
  number.className = 'plain-button day-number figures'
  number.tabIndex = -1
  const seen = document.createElement('span')
  seen.setAttribute('aria-hidden', 'true')
  seen.textContent = text
  const heard = document.createElement('span')
  heard.className = 'heard-only'
  number.append(seen, heard)
  const holiday = document.createElement('span')
  holiday.className = 'day-holiday'
  root.append(number, holiday, rhythmStrip())
  if (add !== null) root.append(addButton(add))
  return root
}

function addButton(label: string): HTMLElement {
  const add = document.createElement('button')
  add.type = 'button'
  add.className = 'plain-button day-add'
  // By keys the day's own button adds.
  add.tabIndex = -1
  add.title = label
  add.setAttribute('aria-label', label)
  add.append(iconElement(Plus, 14))
  return add
}

/** Writes what is known now into a head that stands already. */
export function tellDay(root: HTMLElement, facts: DayFacts): void {
  const { label, holidays, isFocused, rhythm, rhythmLabel } = facts
  const number = root.querySelector<HTMLElement>('.day-number')
  const holiday = root.querySelector<HTMLElement>('.day-holiday')
  const heard = root.querySelector<HTMLElement>('.heard-only')
  const strip = root.querySelector<HTMLButtonElement>('.day-rhythm')
  if (number === null || holiday === null || heard === null || strip === null) return
  heard.textContent = label
  number.tabIndex = isFocused ? 0 : -1
  root.classList.toggle('is-holiday', holidays !== '')
  holiday.textContent = holidays
  holiday.title = holidays
  strip.tabIndex = isFocused ? 0 : -1
  tellRhythm(strip, rhythm, rhythmLabel)
}
