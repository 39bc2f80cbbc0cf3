import type { PlainDate } from '#contract/values'
import { copyOf } from './copyOf'
import { dayMarksElement, tellMarks } from './dayMarksElement'
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
  const root = copyOf(blankOf(addLabel))
  root.setAttribute('data-day', day)
  const { number, marks, strip, add } = partsOf(root)
  const said = number.firstElementChild
  if (said !== null) said.textContent = text
  let known = ''

  function tell(facts: DayFacts): void {
    const { label, behind, phaseWords, isFocused, mayAdd, rhythm, rhythmLabel } = facts
    number.tabIndex = isFocused ? 0 : -1
    strip.tabIndex = isFocused ? 0 : -1
    if (add.hidden === mayAdd) add.hidden = !mayAdd
    tellRhythm(strip, rhythm, rhythmLabel)
    // All days are told of every change: those of which nothing changed are not laid out anew.
    if (label === known) return
    known = label
    said?.setAttribute('aria-label', label)
    if (root.title !== phaseWords) root.title = phaseWords
    tellMarks(marks, behind.marks)
  }

  return { day, root, tell }
}

/** Heads without a day, by the language of their texts. */
const blanks = new Map<string, HTMLElement>()

function blankOf(addLabel: string): HTMLElement {
  const known = blanks.get(addLabel)
  if (known !== undefined) return known
  const root = document.createElement('div')
  root.className = 'day-top'
  const number = document.createElement('button')
  number.type = 'button'
  number.className = 'plain-button day-number figures'
  number.tabIndex = -1
  const said = document.createElement('span')
  // Seen as a number, heard as all that is known of the day.
  said.setAttribute('role', 'img')
  number.append(said)
  root.append(number, dayMarksElement(), rhythmStrip(), addButton(addLabel))
  blanks.set(addLabel, root)
  return root
}

function partsOf(root: HTMLElement) {
  const [number, marks, strip, add] = root.children
  if (
    !(number instanceof HTMLElement && marks instanceof HTMLElement) ||
    !(strip instanceof HTMLElement && add instanceof HTMLElement)
  ) {
    throw new TypeError('A head of a day has four parts')
  }
  return { number, marks, strip, add }
}

function addButton(label: string): HTMLElement {
  const add = document.createElement('button')
  add.type = 'button'
  add.className = 'plain-button day-add'
  // By keys the day's own button adds.
  add.tabIndex = -1
  add.title = label
  add.setAttribute('aria-label', label)
  return add
}
