import type { PromiseFigures } from '#contract/complaintOverview'
import type { CharterReport } from '#contract/complaintStatistics'
import type { Language } from '#contract/values'
import type { Column } from '../../reports/csv.ts'
import { clockWords, limitWords, nameIn } from './figureWords.ts'

/** A promise in a month, or in all of them. */
interface CharterRow extends PromiseFigures {
  readonly month: string
  readonly name: string
  readonly limit: string
}

const all = { ms: 'Semua', en: 'All' }

/** Month by month, and then all together. */
export function charterRows(report: CharterReport, language: Language): CharterRow[] {
  const limits = new Map(
    report.limits.map(({ set, clock, limit }) => [`${set} ${clock}`, limitWords(limit, language)]),
  )
  const row = (month: string, line: PromiseFigures): CharterRow => ({
    ...{ ...line, month },
    name: nameIn(report.names.sets, line.set, language),
    limit: limits.get(`${line.set} ${line.clock}`) ?? '',
  })
  return [
    ...report.months.flatMap(({ month, lines }) => lines.map((line) => row(month, line))),
    ...report.total.map((line) => row(all[language], line)),
  ]
}

/** Per cent of those that are decided, with one decimal. */
function share(part: number, { met, missed }: CharterRow): number | null {
  return met + missed === 0 ? null : Math.round((part / (met + missed)) * 1_000) / 10
}

export function charterColumns(language: Language): Column<CharterRow>[] {
  return [
    { heading: { ms: 'Bulan', en: 'Month' }, value: ({ month }) => month },
    { heading: { ms: 'Set had masa', en: 'Set of time limits' }, value: ({ name }) => name },
    { heading: { ms: 'Janji', en: 'Promise' }, value: ({ clock }) => clockWords[clock][language] },
    { heading: { ms: 'Had', en: 'Limit' }, value: ({ limit }) => limit },
    { heading: { ms: 'Dicapai', en: 'Met' }, value: ({ met }) => met },
    { heading: { ms: 'Dicapai (%)', en: 'Met (%)' }, value: (row) => share(row.met, row) },
    { heading: { ms: 'Tidak dicapai', en: 'Not met' }, value: ({ missed }) => missed },
    {
      heading: { ms: 'Tidak dicapai (%)', en: 'Not met (%)' },
      value: (row) => share(row.missed, row),
    },
    { heading: { ms: 'Masih berjalan', en: 'Running' }, value: ({ running }) => running },
    {
      heading: { ms: 'Jumlah', en: 'Total' },
      value: ({ met, missed, running }) => met + missed + running,
    },
  ]
}
