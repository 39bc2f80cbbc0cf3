/** How a PDF is written (ISO 32000-1, 7.2–7.5), as far as one must know it to find objects in it. */

/** An object as it stands in the file: places are offsets, `to` behind the last byte. */
export interface PdfObject {
  readonly number: number
  /** What is between `<<` and its `>>`. */
  readonly dictionary: Span
  readonly stream: Span | null
}

export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * All objects that begin with a dictionary, in the order of the file: those an editor replaced since
 * are among them. Content of streams is passed over, whatever it looks like.
 * @param text the bytes as Latin-1
 */
export function* objectsOf(text: string): Generator<PdfObject> {
  const head = /(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\s*<</g
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const dictionary = dictionaryAt(text, head.lastIndex)
    if (dictionary === null) continue
    const stream = streamBehind(text, dictionary)
    head.lastIndex = stream?.to ?? dictionary.to
    yield { number: Number(found[1]), dictionary, stream }
  }
}

/** @param from behind the `<<`; null where its end is not to be found */
export function dictionaryAt(text: string, from: number): Span | null {
  const token = /<<|>>|<[^<>]*>|\(|%[^\r\n]*/g
  token.lastIndex = from
  let depth = 1
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [word] = found
    if (word === '<<') depth++
    else if (word === '>>' && --depth === 0) return { from, to: found.index }
    else if (word === '(') {
      const end = stringEnd(text, token.lastIndex)
      if (end === null) return null
      token.lastIndex = end
    }
  }
  return null
}

/** Brackets may stand within one another, or behind a backslash. */
function stringEnd(text: string, from: number): number | null {
  const token = /\\[^]|[()]/g
  token.lastIndex = from
  let depth = 1
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '(') depth++
    else if (found[0] === ')' && --depth === 0) return token.lastIndex
  }
  return null
}

function streamBehind(text: string, dictionary: Span): Span | null {
  const start = /\s*stream(?:\r\n|\n|\r)/y
  start.lastIndex = dictionary.to + 2
  if (!start.test(text)) return null
  const from = start.lastIndex
  const said = numberIn(text.slice(dictionary.from, dictionary.to), 'Length')
  if (said !== null && /^\s*endstream/.test(text.slice(from + said, from + said + 16))) {
    return { from, to: from + said }
  }
  // Its length stands elsewhere, or is wrong.
  const end = text.indexOf('endstream', from)
  return { from, to: end < 0 ? text.length : end }
}

/** A number that stands right behind its name; null for one that stands in another object. */
export function numberIn(dictionary: string, name: string): number | null {
  const found = new RegExp(`/${name}\\s+(\\d{1,10})(?!\\d|\\s+\\d+\\s+R)`).exec(dictionary)
  return found === null ? null : Number(found[1])
}

/** The filters of a stream by name, in their order. */
export function filtersIn(dictionary: string): string[] {
  const found = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)
  return [...(found?.[1] ?? '').matchAll(/\/(\w+)/g)].map(([, name = '']) => name)
}
