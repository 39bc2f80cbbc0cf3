import type { Bilingual } from '#contract/findingWords'
import type { PromiseClock } from '#contract/complaintFigures'
import type { ClockLimit } from '#contract/clockLimits'
import type { TimedStep } from '#contract/complaintOverview'
import type { Language } from '#contract/values'

/** Names as the window says them; a test holds the two against each other. */
export const clockWords: Readonly<Record<PromiseClock, Bilingual>> = {
  acknowledge: { ms: 'Akuan terima', en: 'Acknowledged' },
  respond: { ms: 'Jawapan pertama', en: 'First answer' },
  progress: { ms: 'Perkembangan', en: 'Progress' },
  close: { ms: 'Selesai', en: 'Settled' },
}

export const stepWords: Readonly<Record<TimedStep, Bilingual>> = {
  acknowledge: { ms: 'Akuan terima', en: 'Acknowledgement' },
  respond: { ms: 'Maklum balas awal', en: 'First response' },
  answer: { ms: 'Jawapan dihantar', en: 'Answer sent' },
  close: { ms: 'Selesai', en: 'Settled' },
}

const units: Readonly<Record<ClockLimit['unit'], Bilingual>> = {
  'elapsed-hours': { ms: 'jam', en: 'hours' },
  'calendar-days': { ms: 'hari kalendar', en: 'calendar days' },
  'working-days': { ms: 'hari bekerja', en: 'working days' },
}

/** `3 hari bekerja` */
export function limitWords({ amount, unit }: ClockLimit, language: Language): string {
  return `${amount} ${units[unit][language]}`
}

/** What has no name of its own any more stands by its key. */
export function nameIn(
  names: Readonly<Record<string, Bilingual>>,
  key: string | null,
  language: Language,
): string {
  if (key === null) return nothing[language]
  return names[key]?.[language] ?? key
}

const nothing: Bilingual = { ms: 'Tidak dinyatakan', en: 'Not stated' }
