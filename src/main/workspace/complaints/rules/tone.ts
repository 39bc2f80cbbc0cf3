import type { ToneHint, ToneRule } from '#contract/complaintAnswers'
import { checkPersonalData } from '../../planning/rules/personal.ts'

/** Diplomatic, never emotional, with thanks; the number is what KKS G has answers give. */
const clauses: Readonly<Record<ToneRule, string>> = {
  ...{ capitals: 'Melaka 13.4', exclamation: 'Melaka 13.4', blame: 'Melaka 7' },
  ...{ greeting: 'ours', thanks: 'Melaka 13.4', number: 'KKS G', personal: 'Melaka 8' },
}

/** Two words in capitals side by side, of four letters or more: an acronym alone is none. */
const capitals = /(?<!\p{L})\p{Lu}{4,}(?:[\s,.-]+\p{Lu}{4,})+(?!\p{L})/u

/** Words that lay the fault on the complainant, or show temper. Ours, by Melaka 7. */
const blame = new RegExp(
  `(?<!\\p{L})(?:${[
    ...['(?:salah|kesalahan|kesilapan|kecuaian|kelalaian) (?:tuan|puan|anda|awak|pengadu)'],
    ...['(?:tuan|puan|anda|awak) (?:gagal|cuai|lalai|salah|tidak faham)', 'mengada-ada'],
    ...['tidak masuk akal', 'tidak berasas', 'tuduhan melulu', 'jangan (?:marah|memaki)'],
    ...['sepatutnya (?:tuan|puan|anda|awak)', '(?:your|the complainant.s) (?:fault|mistake)'],
    ...['you (?:failed|should have|did not bother)', 'nonsense', 'baseless', 'obviously'],
  ].join('|')})(?!\\p{L})`,
  'iu',
)

const greeting =
  /^\s*(?:(?:yang |yb|ybhg|y\.b)[^\n]*|tuan|puan|encik|cik|salam|assalamualaikum|selamat|dear|sir|madam|hello|hi|good (?:morning|afternoon|evening))(?!\p{L})/iu
const thanks = /terima kasih|thank|dihargai|appreciat/iu

/**
 * What an answer to a complainant should be, as hints: never emotional, thanking (Melaka 13.4),
 * without blame (Melaka 7), with its number (KKS G) and without personal data (Melaka 8).
 * @param text as it was written, its places open
 * @param number of the complaint
 */
export function toneHints(text: string, number: string): ToneHint[] {
  if (text.trim() === '') return []
  const hint = (rule: ToneRule, words: string): ToneHint => ({
    ...{ rule, clause: clauses[rule], words },
  })
  const found = (rule: ToneRule, pattern: RegExp): ToneHint[] => {
    const match = pattern.exec(text)
    return match === null ? [] : [hint(rule, match[0])]
  }
  const lacks = (rule: ToneRule, isThere: boolean) => (isThere ? [] : [hint(rule, '')])
  return [
    ...found('capitals', capitals),
    ...found('exclamation', /[^\s!]*\s?!+/u),
    ...found('blame', blame),
    ...lacks('greeting', greeting.test(text)),
    ...lacks('thanks', thanks.test(text)),
    ...lacks('number', /\{\s*nombor\s*\}/i.test(text) || text.includes(number)),
    ...personal(text).map((words) => hint('personal', words)),
  ]
}

/** Numbers of identity cards and phones, private e-mail addresses, and the complainant's name. */
function personal(text: string): string[] {
  const named = /\{\s*nama\s*\}/i.exec(text)
  const spans = checkPersonalData(text, '').flatMap(({ at }) => (at === undefined ? [] : [at]))
  return [...(named === null ? [] : [named[0]]), ...spans.map(([from, to]) => text.slice(from, to))]
}

/** A postal address of Malaysia has a postcode of five digits (table B 16: letters came back). */
export function addressState(address: string): 'complete' | 'no-postcode' | 'missing' {
  if (address.trim() === '') return 'missing'
  return /(?<!\d)\d{5}(?!\d)/.test(address) ? 'complete' : 'no-postcode'
}
