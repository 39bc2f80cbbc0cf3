import type { AnswerValues } from '#contract/answerText'
import { malayDay } from '#contract/placeholders'
import type { ComplaintFields, ComplaintNumber } from '#contract/complaintFields'
import { roadName } from '#contract/roads'
import type { Language } from '#contract/values'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'

/** What an answer's places are filled from; names are in the answer's language. */
export interface AnswerFacts {
  readonly number: ComplaintNumber
  readonly fields: ComplaintFields
  /** Empty where nobody gave one. */
  readonly name: string
  readonly agency: string
  readonly subject: string
  readonly channel: string
  readonly office: string
}

/** The words for each place; empty where the case does not say it. */
export function answerValues(facts: AnswerFacts, language: Language): AnswerValues {
  const { fields } = facts
  return {
    nombor: facts.number,
    nama: facts.name,
    agensi: facts.agency,
    tarikh: dayIn(language, malaysianTime(fields.receivedAt).day),
    perkara: facts.subject,
    tempat: placeWords(fields),
    saluran: facts.channel,
    pejabat: facts.office,
  }
}

/** `FT04 km 12.3, Simpang Gombak, Raub`. */
function placeWords({ road, fromMetres, place, district }: ComplaintFields): string {
  const kilometre = fromMetres === null ? '' : ` km ${String(fromMetres / 1_000)}`
  const along = road === null ? '' : `${roadName(road)}${kilometre}`
  return [along, place, district].filter((part) => part.trim() !== '').join(', ')
}

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** `20 November 2026`, in either language. */
export function dayIn(language: Language, day: string): string {
  return language === 'ms' ? malayDay(day) : english.format(new Date(`${day}T00:00:00.000Z`))
}
