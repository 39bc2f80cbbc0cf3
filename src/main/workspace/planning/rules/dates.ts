/** Names of the months as Malay and English texts write them, by number. */
const months: readonly string[] = [
  'januari|january|jan',
  'februari|february|feb',
  'mac|march|mar',
  'april|apr',
  'mei|may',
  'jun|june',
  'julai|july|jul',
  'ogos|august|ogo|aug',
  'september|sept|sep',
  'oktober|october|okt|oct',
  'november|nov',
  'disember|december|dis|dec',
]

/** Behind a day: 24hb, 24th. */
const ordinal = '(?:\\s?hb\\.?|st|nd|rd|th)?'
/** The other day of a span: 24–26 November, 24 hingga 26 November, 24 & 25 November. */
const span = `(?:\\s*(?:[-–—,&]|hingga|sehingga|dan|to|and)\\s*\\d{1,2}${ordinal}){0,3}`

/**
 * Whether a text tells a day, in the forms that Malay and English texts use: 24 November 2026,
 * 24hb Nov, 24–26 November, November 24, 24/11/2026, 24.11.26, 2026-11-24. A year may be left out; one
 * that is given must be right. "Esok" and the like tell a day only to who reads on the same day, and
 * do not count.
 * @param date `2026-11-24`
 */
export function tellsDate(text: string, date: string): boolean {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = months[Number(month) - 1]
  if (name === undefined) return false
  const d = `0?${Number(day)}`
  const m = `0?${Number(month)}`
  // A time that follows has two digits too: only four digits are a year that can be wrong.
  const laterYear = `(?!\\p{L})(?:\\.?,?\\s+(?:${year})(?!\\d)|(?!\\.?,?\\s+(?:19|20)\\d\\d(?![\\d.:])))`
  const shortYear = `(?:${year}|${year.slice(2)})`
  const forms = [
    `(?<!\\d)${d}${ordinal}${span}\\s*(?:of\\s+|haribulan\\s+)?(?:${name})${laterYear}`,
    `(?<!\\p{L})(?:${name})\\.?\\s+${d}${ordinal}${laterYear.replace('(?!\\p{L})', '(?!\\d)')}`,
    `(?<![\\d/.-])${d}(?<cut>[/.-])${m}(?:\\k<cut>${shortYear}(?!\\d)|(?![\\d/-]|\\.\\d))`,
    `(?<!\\d)${year}-${month}-${day}(?!\\d)`,
  ]
  return forms.some((form) => new RegExp(form, 'iu').test(text))
}
