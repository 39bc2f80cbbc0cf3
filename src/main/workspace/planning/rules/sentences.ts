import { ownClause } from '#contract/reference'
import type { TextFinding } from '#contract/textRules'
import { linksOf, spanOf, without, type Span } from '#contract/textLinks'

/** Full, clear sentences in the official language. */
const clause = 'Melaka 13.2; KKS J'

/**
 * Hashtags, names, e-mails: not part of a sentence, at its beginning or its end. The full stop
 * behind an address is the sentence's.
 */
const asides = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*|[#＃@＠][\p{L}\p{M}\p{N}_]+/gu

/**
 * Short forms of messages, which official texts do without. A short list, ours; words that are also
 * names or units (org, lg, pm) are left out.
 */
const shortForms = new Set(
  (
    'yg dgn utk sbb tp tpi jgn dlm kpd drpd dr pd sgt skrg mcm klu klau kalo blh blm tlg dpt bkn ' +
    'ngn nk x xde xtau sy awk korg dorg diorg bgi byk krn mmg msh spt sdh tq ' +
    'plz pls u ur thx'
  ).split(' '),
)

/** Sentences that begin and end as such, without shouting and without short forms: advice. */
export function checkSentences(text: string): TextFinding[] {
  const aside = [...linksOf(text), ...[...text.matchAll(asides)].map(spanOf)]
  const prose = without(text, aside)
  if (!/\p{L}/u.test(prose)) return []
  return [
    ...beginning(text, prose),
    ...ending(prose),
    ...capitalsOnly(prose),
    ...repeatedMarks(prose),
    ...shortWords(prose),
  ]
}

/** The first sign that is a letter or a digit is a capital letter or a digit. */
function beginning(text: string, prose: string): TextFinding[] {
  const first = /[\p{L}\p{N}]/u.exec(prose)
  if (first === null || !/\p{Ll}/u.test(first[0])) return []
  // After a name or a tag the sentence goes on: "@JKRMalaysia mengucapkan…".
  if (/[\p{L}\p{N}]/u.test(text.slice(0, first.index))) return []
  return [advice('no-capital', spanOf(first))]
}

/** The last sentence has its mark; what stands behind it in brackets, tags, links and emoji may. */
function ending(prose: string): TextFinding[] {
  const end = prose.search(/[^\p{L}\p{N}.!?…]*$/u)
  const last = prose.slice(0, end).at(-1) ?? ''
  return /[.!?…]/u.test(last) ? [] : [advice('no-end-mark', [end, end])]
}

/** Several words in capitals and not one small letter; an abbreviation alone is none. */
function capitalsOnly(prose: string): TextFinding[] {
  const letters = prose.match(/\p{L}/gu) ?? []
  const words = prose.match(/\p{Lu}{4,}/gu) ?? []
  const shouts = words.length >= 2 && letters.length >= 12 && !/\p{Ll}/u.test(prose)
  if (!shouts) return []
  const from = prose.search(/\p{L}/u)
  return [advice('all-capitals', [from, prose.trimEnd().length])]
}

function repeatedMarks(prose: string): TextFinding[] {
  return [...prose.matchAll(/[!?]{2,}/g)].map((match) =>
    advice('repeated-marks', spanOf(match), { marks: match[0] }, ownClause),
  )
}

function shortWords(prose: string): TextFinding[] {
  return [...prose.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter((match) => isShortForm(prose, match))
    .map((match) => advice('short-form', spanOf(match), { word: match[0] }, clause))
}

/** In capitals it is an abbreviation (PD, SY); an x between numbers is a sign (3 x 4 m). */
function isShortForm(prose: string, match: RegExpExecArray): boolean {
  const [word] = match
  const small = /^\p{L}?[\p{Ll}\p{N}]*$/u.test(word)
  if (!small || !shortForms.has(word.toLowerCase())) return false
  if (word.length > 1) return true
  const sign = /[\p{N}\p{P}]\s*$/u.test(prose.slice(0, match.index))
  return /\p{Ll}/u.test(word) && !sign
}

function advice(
  rule: TextFinding['rule'],
  [from, to]: Span,
  params: TextFinding['params'] = {},
  source: string = clause,
): TextFinding {
  return { rule, severity: 'advice', clause: source, at: [from, to], params }
}
