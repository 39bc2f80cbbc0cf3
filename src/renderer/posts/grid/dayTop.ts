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
 * The head of a day: its number as the button that has the focus of that day and, where there are
 * any, what stands behind it and the strip of its rhythm. The grid's own cells take no keys.
 */
export function dayTop(day: PlainDate, text: string): DayHead {
  const root = copyOf(blank)
  root.dataset['day'] = day
  const [number] = root.children
  if (!(number instanceof HTMLElement)) throw new TypeError('A head of a day has a number')
  const said = saidBy(number, text)
  let known = ''
  let marks: HTMLElement | null = null
  let strip: HTMLElement | null = null

  function tellBehind({ marks: behind }: BehindDay): void {
    if (behind.length === 0) {
      marks?.remove()
      marks = null
      return
    }
    marks ??= dayMarksElement()
    if (marks.parentElement === null) number?.after(marks)
    tellMarks(marks, behind)
  }

  function tellStrip({ rhythm, rhythmLabel, isFocused }: DayFacts): void {
    if (rhythm.length === 0) {
      strip?.remove()
      strip = null
      return
    }
    strip ??= rhythmStrip()
    if (strip.parentElement === null) (marks ?? number)?.after(strip)
    strip.tabIndex = isFocused ? 0 : -1
    tellRhythm(strip, rhythm, rhythmLabel)
  }

  function tell(facts: DayFacts): void {
    const { label, behind, phaseWords, isFocused } = facts
    if (number instanceof HTMLElement) number.tabIndex = isFocused ? 0 : -1
    // All days are told of every change: those of which nothing changed are not laid out anew.
    if (label !== known) {
      known = label
      said.setAttribute('aria-label', label)
      if (root.title !== phaseWords) root.title = phaseWords
      tellBehind(behind)
    }
    tellStrip(facts)
  }

  return { day, root, tell }
}

/**
 * What is heard as all that is known of the day: the button itself, which names it by the number that
 * is seen; where it shows more, a picture of it within, since a button is called what it shows.
 */
function saidBy(number: HTMLElement, text: string): HTMLElement {
  if (/^\d+$/.test(text)) {
    number.textContent = text
    return number
  }
  const said = document.createElement('span')
  said.setAttribute('role', 'img')
  said.textContent = text
  number.append(said)
  return said
}

/** A head without a day: copied, since each is made alike. */
const blank = blankHead()

function blankHead(): HTMLElement {
  const root = document.createElement('div')
  root.className = 'day-top'
  const number = document.createElement('button')
  number.type = 'button'
  number.className = 'plain-button day-number figures'
  number.tabIndex = -1
  root.append(number)
  return root
}
