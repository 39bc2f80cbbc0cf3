import { linksOf } from './textLinks.ts'

/**
 * How X counts, from the public configuration version 3 of twitter-text (config/v3.json: 280
 * weighted characters, scale 100): code points of these ranges weigh one, all others two, a link 23
 * whatever its length, an emoji of however many code points two. The package itself is not used: it
 * has had no release since 2020.
 */
const light: readonly (readonly [first: number, last: number])[] = [
  [0, 4_351],
  [8_192, 8_205],
  [8_208, 8_223],
  [8_242, 8_247],
]
const linkWeight = 23
const heavyWeight = 2

/** Built here, since the compiler's target does not know the flag yet. */
const qualified = new RegExp('^\\p{RGI_Emoji}$', 'v')
/** No emoji joins more than four (a family); a longer run would only be tried in vain. */
const emojiLike =
  /[\u{1F1E6}-\u{1F1FF}]{2}|[#*0-9]\uFE0F?\u20E3|\p{Emoji}(?:\p{EMod}|\uFE0F)?[\u{E0020}-\u{E007F}]{0,7}(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F)?){0,3}/uy
const variation = '\uFE0F'
const keycap = '\u20E3'

/** The weighted length of a text on X, in its characters. Normalised to NFC first, as X does. */
export function countX(text: string): number {
  const whole = text.normalize('NFC')
  const links = new Map(linksOf(whole))
  let count = 0
  let at = 0
  while (at < whole.length) {
    const linkEnd = links.get(at)
    if (linkEnd !== undefined) {
      count += linkWeight
      at = linkEnd
      continue
    }
    const emoji = emojiAt(whole, at)
    if (emoji !== null) {
      count += heavyWeight
      at += emoji.length
      continue
    }
    const point = whole.codePointAt(at) ?? 0
    count += light.some(([first, last]) => first <= point && point <= last) ? 1 : heavyWeight
    at += point > 0xffff ? 2 : 1
  }
  return count
}

/** The channel that counts in its own way. */
export const x = 'x'

const letters = new Intl.Segmenter('ms', { granularity: 'grapheme' })

/**
 * The length of a text on a channel. X weighs (`countX`). Everywhere else what a person sees as one
 * character counts once, whatever it is made of: the limit is for readers (Jatim 17, "denser is
 * better"), far below what those networks technically take.
 */
export function lengthOn(channel: string, text: string): number {
  return channel === x ? countX(text) : charactersOf(text).length
}

/** What a person sees as one character each, with its place in UTF-16 units. */
export function charactersOf(text: string): Intl.SegmentData[] {
  return [...letters.segment(text)]
}

/** The emoji that begins here: one that Unicode recommends (RGI), with or without its U+FE0F. */
function emojiAt(text: string, at: number): string | null {
  emojiLike.lastIndex = at
  const [candidate] = emojiLike.exec(text) ?? []
  if (candidate === undefined) return null
  // Joined to what X does not know as one, the first part still counts by itself.
  const joined = candidate.split('\u200D')
  for (let parts = joined.length; parts > 0; parts -= 1) {
    const shorter = joined.slice(0, parts).join('\u200D')
    const several = parts > 1 || shorter.endsWith(keycap)
    if (qualified.test(shorter)) return shorter
    if (several && qualified.test(withVariations(shorter))) return shorter
  }
  return null
}

/** With U+FE0F after each part that has none and would else be drawn as text. */
function withVariations(joined: string): string {
  return joined.replaceAll(
    /\p{Emoji}(?![\uFE0F\p{EMod}])/gu,
    (one) => one + (/\p{Emoji_Presentation}/u.test(one) ? '' : variation),
  )
}
