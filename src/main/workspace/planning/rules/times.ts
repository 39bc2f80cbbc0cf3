/** Parts of the day that stand behind a time, in Malay and English. */
const parts =
  'pagi|pg|tengah\\s?hari|tengah\\s?malam|tgh\\.?\\s?hari|tgh|petang|ptg|malam|mlm|a\\.?\\s?m\\b\\.?|p\\.?\\s?m\\b\\.?'

const clock = new RegExp(
  `(?<![\\p{L}\\d.:/,])(?<hour>\\d{1,2})(?:[.:](?<minute>[0-5]\\d))?(?![\\d:/]|[.,]\\d)` +
    `(?:\\s*(?<part>${parts})(?!\\p{L}))?(?!\\s?%)`,
  'giu',
)
const hourBefore = /(?:jam|pukul|at)\s+$/iu
const fourDigits = /(?<![\d.,/#-])(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?![\d.,]*\d)/gu

const noon = 12 * 60
const day = 24 * 60

interface Told {
  readonly index: number
  /** Minutes of the day; two where it may be either half of it. */
  readonly times: readonly number[]
}

/**
 * The times a text tells, in their order: 9.00 pagi, 9 pagi, 9:00 a.m., 14:30, 1430, jam 9. A time that
 * does not say its half of the day (2.30) stands for both.
 */
function timesIn(text: string): Told[] {
  const onClock = [...text.matchAll(clock)].flatMap((match): Told[] => {
    const { hour, minute, part } = match.groups ?? {}
    const spoken = minute ?? part ?? hourBefore.exec(text.slice(0, match.index))?.[0]
    const hours = Number(hour)
    if (spoken === undefined || hours > 24) return []
    return [{ index: match.index, times: meant(hours * 60 + Number(minute ?? 0), part) }]
  })
  const inFour = [...text.matchAll(fourDigits)].map(({ index, groups }): Told => {
    return { index, times: [Number(groups?.hour) * 60 + Number(groups?.minute)] }
  })
  return [...onClock, ...inFour].sort((a, b) => a.index - b.index)
}

const partOnly = new RegExp(`^(?:${parts})$`, 'iu')

/**
 * The minute of the day that a time with a part of the day behind it means: 12 malam begins a day,
 * 11.30 tengah hari lies before noon. Null where the part is none, or the two contradict each other
 * (14.30 pagi).
 */
export function minuteMeant(minutes: number, part: string): number | null {
  if (!partOnly.test(part.trim()) || minutes >= day) return null
  const [time] = meant(minutes, part.trim())
  const early = time !== undefined && time < noon
  const saysEarly = /^(?:pagi|pg|a)/i.test(part.trim())
  return time === undefined || (saysEarly && !early) ? null : time
}

/** A time on a clock of twelve hours, or of 24, by the part of the day. */
function meant(minutes: number, part: string | undefined): number[] {
  const time = minutes % day
  const twelve = time % noon
  // In 24 hours, perhaps with the part of the day all the same: 14.30 petang.
  if (time >= noon + 60) return [time]
  if (part === undefined) return [twelve, twelve + noon]
  const said = part.toLowerCase().replaceAll(/[\s.]/g, '')
  if (/^(pagi|pg|am)$/.test(said)) return [twelve]
  // 12 malam begins a day, 12.30 malam too.
  if (/(malam|mlm)$/.test(said)) return [time >= noon ? twelve : twelve + noon]
  // Around noon: 11.30 tengah hari is before it, 12.30 and 1.00 after.
  if (said.startsWith('t') && time >= 11 * 60) return [time]
  return [twelve + noon]
}

/**
 * Whether a text tells when a programme begins: the first time that its record names.
 * @returns null where the record's words hold no time ("selepas Maghrib")
 */
export function tellsTime(text: string, recorded: string): boolean | null {
  const [start] = timesIn(recorded)
  if (start === undefined) return null
  const told = new Set(timesIn(text).flatMap(({ times }) => times))
  return start.times.some((time) => told.has(time))
}
