/** Parts of the day that stand behind a time, in Malay and English. */
export const partsOfDay =
  'pagi|pg|tengah\\s?hari|tengah\\s?malam|tgh\\.?\\s?hari|tgh|petang|ptg|malam|mlm|a\\.?\\s?m\\b\\.?|p\\.?\\s?m\\b\\.?'

const noon = 12 * 60
const day = 24 * 60

const partOnly = new RegExp(`^(?:${partsOfDay})$`, 'iu')

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

/**
 * What a time may mean on a clock of twelve hours, or of 24, by the part of the day: minutes of the
 * day; two where nothing says which half.
 */
export function meant(minutes: number, part: string | undefined): number[] {
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
