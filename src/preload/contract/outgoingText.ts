import { linksOf, overlaps, spanOf, type Span } from './textLinks.ts'

/** A hashtag with its sign, as networks find it in a text. */
export const tagInText = /[#＃][\p{L}\p{M}\p{N}_]+/gu
/** A tag without its sign that networks take whole: letters, digits and low lines, one letter at least. */
export const wellFormed = /^[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*$/u

/** A hashtag. */
export interface Tag {
  /** Without its sign. */
  readonly name: string
  /** Where it stands, if in a text. */
  readonly at?: Span
}

/** Hashtags as somebody gave them, without their sign. */
export function bareTag(given: string): string {
  return given.trim().replace(/^[#＃]+/, '')
}

/**
 * What goes out, as it is counted and as it is copied: the text, then those of the hashtags that it
 * does not have yet, then those of the links that it does not have yet, a line each. Parts without
 * words leave no gap.
 */
export function outgoingText(
  text: string,
  hashtags: readonly string[],
  links: readonly string[],
): string {
  const has = new Set(tagsIn(text).map(({ name }) => name.toLowerCase()))
  const more = hashtags
    .map(bareTag)
    .filter((name) => name !== '' && !has.has(name.toLowerCase()))
    .map((name) => `#${name}`)
  const told = new Set(linksOf(text).map(([from, to]) => text.slice(from, to)))
  const untold = links.map((link) => link.trim()).filter((link) => link !== '' && !told.has(link))
  return [text.trimEnd(), [...new Set(more)].join(' '), [...new Set(untold)].join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The hashtags of a text, in their order. */
export function tagsIn(text: string): Tag[] {
  const links = linksOf(text)
  return [...text.matchAll(tagInText)].flatMap((match) => {
    const at = spanOf(match)
    const name = match[0].slice(1)
    const apart = !wordBefore(text, at[0]) && !links.some((link) => overlaps(link, at))
    return apart && wellFormed.test(name) ? [{ name, at }] : []
  })
}

/** Whether a letter, digit or "&" stands right before this place: no tag begins there. */
export function wordBefore(text: string, index: number): boolean {
  return /[\p{L}\p{N}\p{M}_&]$/u.test(text.slice(Math.max(0, index - 2), index))
}
