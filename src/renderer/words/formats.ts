import type { Language } from '#contract/values'

/** Ways of writing dates, numbers and sizes; dates are those of Malaysia (UTC+8). */
export interface Formats {
  /** `1,234` */
  number(value: number): string
  /** At most one decimal: `4.5`. */
  decimal(value: number): string
  /** `0.42` is `42%`. */
  percent(share: number): string
  /** Bytes: `940 B`, `12 kB`, `4.2 MB`. Decimal units, as file managers show them. */
  bytes(count: number): string
  /** `21 Nov 2026` of an instant (ISO, UTC) or of a plain date (`2026-11-21`). */
  day(date: string): string
  /** `21 November 2026`, for paper. */
  longDay(date: string): string
  /** `Sabtu, 21 November 2026`, where the day of the week matters. */
  weekDay(date: string): string
  /** `Nov`, for scales. */
  month(date: string): string
  /** `09:05`, 24 hours. */
  time(instant: string): string
  /** `21 Nov 2026, 09:05` */
  moment(instant: string): string
  /** `45 s`, `3 min`, `1 h 20 min` (`1 j 20 min` in Malay), for time left. */
  duration(seconds: number): string
}

const timeZone = 'Asia/Kuala_Lumpur'
const sizeUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const
const made = new Map<Language, Formats>()

/** The formats of one language, made once. */
export function formatsFor(language: Language): Formats {
  const known = made.get(language)
  if (known) return known
  const fresh = makeFormats(language)
  made.set(language, fresh)
  return fresh
}

function makeFormats(language: Language): Formats {
  const locale = language === 'ms' ? 'ms-MY' : 'en-MY'
  const number = new Intl.NumberFormat(locale)
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const weekDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone })
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const hour = language === 'ms' ? 'j' : 'h'
  return {
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
    percent: (share) => percent.format(share),
    bytes: (count) => bytes(count, decimal, number),
    day: kept((date) => day.format(toDate(date))),
    longDay: (date) => longDay.format(toDate(date)),
    weekDay: kept((date) => weekDay.format(toDate(date))),
    month: (date) => month.format(toDate(date)),
    time: (instant) => time.format(toDate(instant)),
    moment: (instant) => `${day.format(toDate(instant))}, ${time.format(toDate(instant))}`,
    duration: (seconds) => duration(seconds, hour),
  }
}

/** Days are few and asked for again and again: each plain date is written once. */
function kept(write: (date: string) => string): (date: string) => string {
  const written = new Map<string, string>()
  return (date) => {
    if (date.includes('T')) return write(date)
    const known = written.get(date)
    if (known !== undefined) return known
    const text = write(date)
    written.set(date, text)
    return text
  }
}

/** A plain date is taken at noon in Malaysia, so that no time zone moves it to another day. */
function toDate(date: string): Date {
  return new Date(date.includes('T') ? date : `${date}T12:00:00+08:00`)
}

function bytes(count: number, small: Intl.NumberFormat, large: Intl.NumberFormat): string {
  let value = count
  let step = 0
  while (value >= 999.5 && step < sizeUnits.length - 1) {
    value /= 1000
    step += 1
  }
  const written = value < 10 && step > 0 ? small.format(value) : large.format(Math.round(value))
  return `${written} ${sizeUnits[step] ?? 'B'}`
}

function duration(seconds: number, hour: string): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  const hours = `${Math.floor(minutes / 60)} ${hour}`
  return rest === 0 ? hours : `${hours} ${rest} min`
}
