import type { ComplaintNumber } from '#contract/complaintFields'
import { kilometreIn, readRoad, roadsIn, type RoadCode } from '#contract/roads'
import { signsKey } from './keys.ts'
import { readNumber, readSerial } from './number.ts'
import { searchWords } from './words.ts'

/** What somebody who types a text into the search may mean, the most exact first. */
export interface Question {
  readonly number: ComplaintNumber | null
  /** Within any year. */
  readonly serial: number | null
  /** The channel's own number. */
  readonly reference: string
  readonly road: RoadCode | null
  /** Along that road; null: anywhere on it. */
  readonly metres: number | null
  /** As it stands in the word index. */
  readonly plate: string | null
  /** Each begins a word of what is found. */
  readonly words: readonly string[]
}

/** So many words are looked for; what somebody types beyond is not. */
const mostWords = 12

/** Reads what was typed into the search box. */
export function readQuestion(text: string): Question {
  const [found] = roadsIn(text)
  const withoutPlace = text.replace(/\bkm\.?\s?\d{1,4}(?:[.,]\d{1,3})?.*$/i, '')
  const road = found ?? readRoad(withoutPlace)
  return {
    number: readNumber(text),
    serial: readSerial(text),
    reference: signsKey(text),
    road,
    metres: road === null ? null : kilometreIn(text),
    plate: road === null ? readPlate(text) : null,
    words: [...new Set(searchWords(text))].slice(0, mostWords),
  }
}

/** A Malaysian number plate by itself: letters, up to four digits, perhaps a letter behind them. */
function readPlate(text: string): string | null {
  const [, letters = '', digits, last = ''] =
    /^\s*([a-z]{1,3})\s?(\d{1,4})\s?([a-z])?\s*$/i.exec(text) ?? []
  return digits === undefined ? null : `${letters}${digits}${last}`.toLowerCase()
}
