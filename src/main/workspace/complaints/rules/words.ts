import { readRoad, roadName } from '#contract/roads'

/**
 * Prefixes of Malay words, the longest first: what stands behind one is a word of its own that
 * people search by (`berlubang`: `lubang`). Nasal forms that swallow a letter (`memotong`: `potong`)
 * give it back.
 */
const prefixes: readonly (readonly [prefix: string, swallowed: string])[] = [
  ...([
    ['menge', ''],
    ['penge', ''],
    ['meng', ''],
    ['peng', ''],
    ['meny', 's'],
    ['peny', 's'],
    ['mem', ''],
    ['pem', ''],
    ['mem', 'p'],
    ['pem', 'p'],
    ['men', ''],
    ['pen', ''],
    ['men', 't'],
    ['pen', 't'],
  ] as const),
  ...(['ber', 'ter', 'per', 'be', 'te', 'me', 'di', 'ke', 'se'] as const).map(
    (prefix) => [prefix, ''] as const,
  ),
]

/** What is left behind a prefix is a word only from so many letters. */
const shortestStem = 4

/**
 * The words by which a text is found, each once: lower case without accents; beside a Malay word
 * with a prefix what stands behind it, beside a road's code (`FT04`) its other spellings, beside a
 * number plate (`WXY 1234`) it without the blank, beside a number with signs (`012-345 6789`) its
 * digits alone.
 */
export function wordsOf(text: string): string[] {
  const plain = folded(text)
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return [
    ...new Set([
      ...words,
      ...words.flatMap(stemsOf),
      ...words.flatMap(roadWords),
      ...platesIn(plain),
      ...digitsIn(plain),
    ]),
  ]
}

/** One word somebody searches by, as it stands in the index: the word, and other spellings of it. */
export function searchWords(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/**
 * Whether what somebody types may be the beginning of a word. Beside other words one of fewer than
 * three letters stands for itself: what it begins is nearly everything (`km 12` is no `1234`), and
 * the index would read all of that (`R-5000`: a second among a million).
 */
export function mayGoOn(word: string, words: readonly string[]): boolean {
  return words.length === 1 || word.length >= 3
}

/** Lower case, without accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** What stands behind the prefixes that a Malay word in small letters may have. */
export function stemsOf(word: string): string[] {
  return prefixes.flatMap(([prefix, swallowed]) => {
    const stem = `${swallowed}${word.slice(prefix.length)}`
    return word.startsWith(prefix) && stem.length >= shortestStem && /^\p{L}+$/u.test(stem)
      ? [stem]
      : []
  })
}

function roadWords(word: string): string[] {
  const road = readRoad(word)
  return road === null ? [] : [road.toLowerCase(), roadName(road).toLowerCase()]
}

/** Malaysian plates: one to three letters, up to four digits, perhaps a letter behind them. */
function platesIn(plain: string): string[] {
  return [...plain.matchAll(/\b([a-z]{1,3})\s?(\d{1,4})\s?([a-z])?\b/g)].map(
    ([, letters = '', digits = '', last = '']) => `${letters}${digits}${last}`,
  )
}

/** Identity cards and phone numbers, which people write with and without their signs. */
function digitsIn(plain: string): string[] {
  return [...plain.matchAll(/\+?\d[\d\s()-]{5,}\d/g)].map(([written]) =>
    written.replaceAll(/\D/g, ''),
  )
}
