import { ClockTime, PlainDate } from '#contract/values'
import { minuteMeant } from './partsOfDay.ts'

/** Months by the first three letters of their names, Malay and English. */
const months = new Map(
  [
    ...([
      'jan',
      'feb',
      'mac',
      'apr',
      'mei',
      'jun',
      'jul',
      'ogo',
      'sep',
      'okt',
      'nov',
      'dis',
    ] as const),
    ...([
      'jan',
      'feb',
      'mar',
      'apr',
      'may',
      'jun',
      'jul',
      'aug',
      'sep',
      'oct',
      'nov',
      'dec',
    ] as const),
  ].map((name, place) => [name as string, (place % 12) + 1]),
)

/** Days of a spreadsheet are counted from the end of 1899. */
const firstSerial = Date.UTC(1899, 11, 30)
const msPerDay = 86_400_000

/**
 * A day as people write it, the day before the month: `24/11/2026`, `24.11.26`, `24 Nov 2026`,
 * `2026-11-24`, each with a weekday before it or a time behind it, or a spreadsheet's own number.
 * Null where it is none.
 */
export function writtenDay(text: string): PlainDate | null {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^\p{L}+,\s*/u, '')
  const serial = /^\d{5}(?:\.\d+)?$/.exec(said)
  if (serial) {
    const time = firstSerial + Math.floor(Number(said)) * msPerDay
    return soundDay(new Date(time).toISOString().slice(0, 10))
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t\s].*)?$/.exec(said)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const figures = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:\s.*)?$/.exec(said)
  if (figures) return dayOf(figures[3], figures[2], figures[1])
  const words = /^(\d{1,2})[\s-]+(\p{L}{3})\p{L}*\.?[\s,-]+(\d{4}|\d{2})(?:\s.*)?$/u.exec(said)
  const month = months.get(words?.[2] ?? '')
  return words && month !== undefined ? dayOf(words[3], String(month), words[1]) : null
}

function dayOf(year = '', month = '', day = ''): PlainDate | null {
  const whole = year.length === 2 ? `20${year}` : year
  return soundDay(`${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function soundDay(text: string): PlainDate | null {
  const day = PlainDate.safeParse(text)
  return day.success ? day.data : null
}

/**
 * A time of day as people write it: `9:30`, `09.30`, `0930`, `9.30 pagi`, `2 petang`, `2pm`, or the
 * part of a day that a spreadsheet counts. Null where it is none.
 */
export function writtenTime(text: string): ClockTime | null {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (/^0?\.\d+$/.test(said)) {
    const minutes = Math.round(Number(said) * 24 * 60)
    return soundTime(Math.floor(minutes / 60), minutes % 60)
  }
  const whole = /^(\d{1,2})(?:[:.](\d{2})(?::\d{2})?|(\d{2}))? ?([a-z. ]+)?$/.exec(said)
  if (!whole) return null
  const [, hours = '', apart, together, part = ''] = whole
  const hour = Number(hours)
  // A bare number is no time, but `2 petang` is one.
  if (part === '') {
    return apart === undefined && together === undefined
      ? null
      : soundTime(hour, Number(apart ?? together))
  }
  const minute = Number(apart ?? together ?? '0')
  const meant = minute > 59 ? null : minuteMeant(hour * 60 + minute, part)
  return meant === null ? null : soundTime(Math.floor(meant / 60), meant % 60)
}

function soundTime(hour: number, minute: number): ClockTime | null {
  const two = (number: number) => String(number).padStart(2, '0')
  const time = ClockTime.safeParse(`${two(hour)}:${two(minute)}`)
  return time.success ? time.data : null
}
