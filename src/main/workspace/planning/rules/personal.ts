import type { TextFinding } from '#contract/textRules'
import { bareTag } from '#contract/outgoingText'
import { overlaps, spanOf, type Span } from '#contract/textLinks'

/** Personal data are not shared (Melaka 8). */
const clause = 'Melaka 8'

const identityCard =
  /(?<![\d-])(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})(?<cut>[-– ]?)(?<place>\d{2})\k<cut>\d{4}(?![\d-])/gu
/** So many digits, with a blank, a hyphen or a bracket before each. */
const run = (count: number): string => `(?:\\)?[- ]?\\d){${count}}`
const prefix = '(?<![\\d+-])(?:\\+?\\(?60\\)?[- ]?\\(?0?|\\(?0)'
/** 01x and seven digits; 011 and 015 have eight. */
const mobile = new RegExp(`${prefix}1(?:[02-46-9]${run(7)}|[15]${run(8)})(?!\\d)`, 'gu')
/** 03 and eight digits, 04–07 and 09 seven, 08x six. */
const landline = new RegExp(`${prefix}(?:3${run(8)}|[4-9]${run(7)})(?!\\d)`, 'gu')
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/**
 * Numbers of identity cards (stop), of mobile phones (warn) and of other lines (advice: an office's
 * may be meant to be told), private e-mail addresses (warn). Service numbers (1-300, 1-800, 15999) and
 * official addresses are not personal.
 * @param officialEmail the account's own, allowed wherever it is kept; empty where there is none
 */
export function checkPersonalData(text: string, officialEmail: string): TextFinding[] {
  const cards = [...text.matchAll(identityCard)].filter(isPlausible).map(spanOf)
  const apart = (match: RegExpExecArray): boolean =>
    cards.every((card) => !overlaps(card, spanOf(match)))
  const lines = (pattern: RegExp) => [...text.matchAll(pattern)].filter(apart).map(spanOf)
  return [
    ...cards.map((at) => finding('identity-card', 'stop', at)),
    ...lines(mobile).map((at) => finding('phone', 'warn', at, { kind: 'mobile' })),
    ...lines(landline).map((at) => finding('phone', 'advice', at, { kind: 'landline' })),
    ...[...text.matchAll(email)]
      .filter(([address]) => !isOfficial(address, officialEmail))
      .map((match) => finding('private-email', 'warn', spanOf(match))),
  ]
}

/** The same in the tags that go out with a text: a number may be a tag, too. */
export function checkPersonalDataInTags(
  hashtags: readonly string[],
  officialEmail: string,
): TextFinding[] {
  return hashtags.map(bareTag).flatMap((tag) =>
    checkPersonalData(tag, officialEmail).map(({ at: _, ...finding }) => ({
      ...finding,
      params: { ...finding.params, hashtag: `#${tag}` },
    })),
  )
}

/**
 * A MyKad number is a birth date, a place of birth and four digits. The codes of places are those of
 * the National Registration Department: 01–16 and 21–59 states, 60–99 abroad and unknown, with gaps.
 */
function isPlausible({ groups }: RegExpExecArray): boolean {
  const [month, day, place] = [groups?.month, groups?.day, groups?.place].map(Number)
  if (month === undefined || day === undefined || place === undefined) return false
  // Of which century is not told: 29 February is possible in 2000 as in every leap year.
  const leap = Number(groups?.year) % 4 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (lengths[month - 1] ?? 0) && isPlace(place)
}

const noPlace = new Set([0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97])

function isPlace(code: number): boolean {
  return !noPlace.has(code)
}

function isOfficial(address: string, officialEmail: string): boolean {
  const small = address.toLowerCase().replace(/\.$/, '')
  return /[@.]gov\.my$/.test(small) || small === officialEmail.trim().toLowerCase()
}

function finding(
  rule: TextFinding['rule'],
  severity: TextFinding['severity'],
  [from, to]: Span,
  params: TextFinding['params'] = {},
): TextFinding {
  return { rule, severity, clause, at: [from, to], params }
}
