import type { LinePart } from '#contract/complaints'
import { textKey } from './keys.ts'
import { mayGoOn, stemsOf } from './words.ts'

/** Characters of a line that is shown of what was found. */
const lineLength = 160
/** Characters shown before the first word that was found. */
const before = 40

/** A text as a list shows it: one line, its beginning alone. */
export function excerpt(text: string, length = lineLength): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${cutAtWord(line.slice(0, length))}…`
}

/** Whether a word in small letters, or its stem, is or begins with what was looked for. */
export function begins(key: string, each: string, asked: readonly string[]): boolean {
  if (!mayGoOn(each, asked)) return key === each
  return key.startsWith(each) || stemsOf(key).some((stem) => stem.startsWith(each))
}

function isHit(word: string, asked: readonly string[]): boolean {
  const key = textKey(word)
  return asked.some((each) => begins(key, each, asked))
}

/**
 * The part of a text in which the words were found, with them marked; null where none is in it.
 * @param asked as `searchWords` gives them
 */
export function markedLine(text: string, asked: readonly string[]): LinePart[] | null {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const words = [...line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  const first = words.find(([word]) => isHit(word, asked))
  if (first === undefined) return null
  const start = first.index + first[0].length <= lineLength ? 0 : first.index - before
  const from = start <= 0 ? 0 : line.indexOf(' ', start) + 1
  const end = Math.min(line.length, from + lineLength)
  const parts: LinePart[] = []
  let at = from
  for (const { 0: word, index } of words) {
    if (index < from || index + word.length > end || !isHit(word, asked)) continue
    if (index > at) parts.push({ text: line.slice(at, index), hit: false })
    parts.push({ text: word, hit: true })
    at = index + word.length
  }
  const rest = `${line.slice(at, end)}${end < line.length ? '…' : ''}`
  if (rest !== '') parts.push({ text: rest, hit: false })
  const [head] = parts
  if (from === 0 || head === undefined) return parts
  return [{ text: '…', hit: false }, ...parts]
}

function cutAtWord(text: string): string {
  const blank = text.lastIndexOf(' ')
  return blank > text.length / 2 ? text.slice(0, blank) : text
}
