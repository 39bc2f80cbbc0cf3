import { meant, partsOfDay } from '../../sheets/partsOfDay.ts'

const clock = new RegExp(
  `(?<![\\p{L}\\d.:/,])(?<hour>\\d{1,2})(?:[.:](?<minute>[0-5]\\d))?(?![\\d:/]|[.,]\\d)` +
    `(?:\\s*(?<part>${partsOfDay})(?!\\p{L}))?(?!\\s?%)`,
  'giu',
)
const hourBefore = /(?:jam|pukul|at)\s+$/iu
const fourDigits = /(?<![\d.,/#-])(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?![\d.,]*\d)/gu

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
