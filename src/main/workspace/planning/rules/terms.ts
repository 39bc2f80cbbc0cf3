import type { TermFields } from '#contract/planning'
import type { TextFinding } from '#contract/textRules'
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
        params: { term, why, suggestion },
      }
    }),
  )
}

/** The words in their order, with any blanks between them. */
function patternOf(term: string): RegExp {
  const words = term.split(/\s+/).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'giu')
}

/** Whether two terms are found in the same places: their case and blanks do not matter. */
export function isSameTerm(one: string, other: string): boolean {
  const [a, b] = [one, other].map((term) => term.trim().replaceAll(/\s+/g, ' ').toLowerCase())
  return a === b
}
