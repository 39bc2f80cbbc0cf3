import { Plus } from '@lucide/vue'
import type { PlainDate } from '#contract/values'
import { dayMarksElement, tellMarks } from './dayMarksElement'
import { iconElement } from './iconTemplates'
import { rhythmStrip, tellRhythm, type StripMark } from './rhythmStrip'
import type { BehindDay } from './useDayMarks'

/** What is known of a day besides its posts. */
export interface DayFacts {
  /** `Rabu, 25 November 2026, 3 hantaran, Cuti: Deepavali, Fasa 4: Pelaksanaan` */
  readonly label: string
  readonly behind: BehindDay
  /** `Fasa 4: Pelaksanaan`; empty for a day in none. */
  readonly phaseWords: string
  readonly isFocused: boolean
  readonly mayAdd: boolean
  /** Channels that stand over or under their guide; mostly none. */
  readonly rhythm: readonly StripMark[]
  /** What the strip of them is called. */
  readonly rhythmLabel: string
}

/** The head of a day, and how it hears what is known now. */
export interface DayHead {
  readonly day: PlainDate
  readonly root: HTMLElement
  readonly tell: (facts: DayFacts) => void
}

/**
 * The head of a day: its number as the button that has the focus of that day, what stands behind it,
 * the strip of its rhythm, and the sign for adding. The grid's own cells take no keys.
 * @param addLabel what the sign for adding is called
 */
export function dayTop(day: PlainDate, text: string, addLabel: string): DayHead {
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
  const [marks, strip, add] = [dayMarksElement(), rhythmStrip(), addButton(addLabel)]
  root.append(number, marks, strip, add)
  let known = ''

  function tell(facts: DayFacts): void {
    const { label, behind, phaseWords, isFocused, mayAdd, rhythm, rhythmLabel } = facts
    number.tabIndex = isFocused ? 0 : -1
    strip.tabIndex = isFocused ? 0 : -1
    add.hidden = !mayAdd
    tellRhythm(strip, rhythm, rhythmLabel)
    // All days are told of every change: those of which nothing changed are not laid out anew.
    if (label === known) return
    known = label
    heard.textContent = label
    root.title = phaseWords
    tellMarks(marks, behind.marks)
  }

  return { day, root, tell }
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
