import type { TermFields } from '#contract/planning'
import type { TextFinding } from '#contract/textRules'
import { bareTag } from '#contract/outgoingText'
import { spanOf } from '#contract/textLinks'

/**
 * The office's sensitive terms, found as whole words whatever their case: `banjir` is found in
 * "Banjir!" and "kes-kes banjir", not in "kebanjiran". Each needs a person's look (Melaka 11:
 * accuracy and sensitivity are checked before anything is sent).
 */
export function checkTerms(text: string, terms: readonly TermFields[]): TextFinding[] {
  return terms.flatMap(({ term, why, suggestion }) =>
    [...text.matchAll(patternOf(term))].map((match): TextFinding => {
      const [from, to] = spanOf(match)
      return {
        ...{ rule: 'sensitive-term', severity: 'warn', clause: 'Melaka 11', at: [from, to] },
        params: { term, why, suggestion, passage: passageAt(text, from) },
      }
    }),
  )
}

/**
 * The same in the tags that go out with a text, each of which is a passage of its own: also where a
 * term is one of the words that a tag is made of (`#BanjirKelantan`, `#banjir_besar`).
 */
export function checkTermsInTags(
  hashtags: readonly string[],
  terms: readonly TermFields[],
): TextFinding[] {
  return hashtags.map(bareTag).flatMap((tag) => {
    const found = [tag, wordsOfTag(tag)].flatMap((text) => checkTerms(text, terms))
    const once = new Map(found.map((finding) => [String(finding.params['term']), finding]))
    return [...once.values()].map(({ at: _, ...finding }) => ({
      ...finding,
      params: { ...finding.params, passage: `#${tag}`, hashtag: `#${tag}` },
    }))
  })
}

/** `BanjirBesar_2026` as `Banjir Besar 2026`. */
function wordsOfTag(tag: string): string {
  return tag
    .replaceAll('_', ' ')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ')
}

/** The line in which a place of a text lies, its blanks evened out: what a person looks at. */
function passageAt(text: string, place: number): string {
  const from = text.lastIndexOf('\n', place) + 1
  const to = text.indexOf('\n', place)
  return evened(text.slice(from, to === -1 ? text.length : to))
}

function evened(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}

/** The words in their order, with any blanks between them. */
function patternOf(term: string): RegExp {
  const words = term.split(/\s+/).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'giu')
}

/** Whether two terms are found in the same places: their case and blanks do not matter. */
export function isSameTerm(one: string, other: string): boolean {
  const [a, b] = [one, other].map((term) => evened(term).toLowerCase())
  return a === b
}
