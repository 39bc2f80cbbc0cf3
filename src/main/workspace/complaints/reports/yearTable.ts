import type { Tally } from '#contract/complaintOverview'
import { difficultyWords, severityWords } from '#contract/complaintWeight'
import type { YearReport } from '#contract/complaintStatistics'
import type { Language } from '#contract/values'
import type { Column } from '../../reports/csv.ts'
import { clockWords, nameIn, stepWords } from './figureWords.ts'

/** One figure of the year. */
interface YearRow {
  readonly part: string
  readonly what: string
  readonly detail: string
  readonly value: number | null
}

type Both = Readonly<Record<Language, string>>

const parts = {
  kpi: { ms: 'Petunjuk', en: 'Indicator' },
  months: { ms: 'Diterima mengikut bulan', en: 'Received by month' },
  kinds: { ms: 'Jenis', en: 'Kind' },
  subKinds: { ms: 'Subjenis', en: 'Sub-kind' },
  states: { ms: 'Negeri', en: 'State' },
  channels: { ms: 'Saluran', en: 'Channel' },
  accounts: { ms: 'Akaun', en: 'Account' },
  difficulties: { ms: 'Tahap kerumitan', en: 'Difficulty' },
  severities: { ms: 'Tahap keseriusan', en: 'Severity' },
  agencies: { ms: 'Dimajukan kepada', en: 'Forwarded to' },
  promises: { ms: 'Piagam', en: 'Charter' },
  times: { ms: 'Tempoh (minit)', en: 'Time taken (minutes)' },
  satisfaction: { ms: 'Kepuasan', en: 'Satisfaction' },
} as const satisfies Record<string, Both>

const indicators: Readonly<Record<keyof YearReport['before'], Both>> = {
  received: { ms: 'Diterima', en: 'Received' },
  stillOpen: { ms: 'Masih terbuka', en: 'Still open' },
  wrongDoor: { ms: 'Salah saluran', en: 'Wrong door' },
  reopened: { ms: 'Dibuka semula', en: 'Reopened' },
  duplicates: { ms: 'Pendua', en: 'Duplicates' },
  falses: { ms: 'Palsu', en: 'False' },
  settled: { ms: 'Diselesaikan', en: 'Settled' },
  voided: { ms: 'Dibatalkan', en: 'Voided' },
}
const outcomes = {
  met: { ms: 'dicapai', en: 'met' },
  missed: { ms: 'tidak dicapai', en: 'not met' },
  running: { ms: 'masih berjalan', en: 'running' },
} as const satisfies Record<string, Both>
const quantiles = {
  count: { ms: 'bilangan', en: 'count' },
  median: { ms: 'median', en: 'median' },
  p90: { ms: '90%', en: '90%' },
} as const satisfies Record<string, Both>
const mean: Both = { ms: 'Purata (1 hingga 5)', en: 'Mean (1 to 5)' }
const score: Both = { ms: 'Skor', en: 'Score' }

export const yearColumns: Column<YearRow>[] = [
  { heading: { ms: 'Bahagian', en: 'Part' }, value: ({ part }) => part },
  { heading: { ms: 'Perkara', en: 'Item' }, value: ({ what }) => what },
  { heading: { ms: 'Butiran', en: 'Detail' }, value: ({ detail }) => detail },
  { heading: { ms: 'Nilai', en: 'Value' }, value: ({ value }) => value },
]

/** Every figure of the yearly set, a row each. */
export function yearRows(report: YearReport, language: Language): YearRow[] {
  const { overview, before, names, year } = report
  const tallies = (part: keyof typeof parts, all: readonly Tally[], named: Names): YearRow[] =>
    all.map(({ key, count }) => ({
      ...{ part: parts[part][language], what: nameIn(named, key, language) },
      ...{ detail: String(year), value: count },
    }))
  return [
    ...indicatorRows(overview.period, String(year), language),
    ...indicatorRows(before, String(year - 1), language),
    ...overview.years.flatMap(({ year: of, months }) =>
      months.map((value, at) => ({
        ...{ part: parts.months[language], what: String(of) },
        ...{ detail: `${of}-${String(at + 1).padStart(2, '0')}`, value },
      })),
    ),
    ...tallies('kinds', overview.kinds, names.kinds),
    ...tallies('subKinds', overview.subKinds, names.subKinds),
    ...tallies('states', overview.states, names.states),
    ...tallies('channels', overview.channels, names.channels),
    ...tallies('accounts', overview.accounts, names.accounts),
    ...tallies('difficulties', overview.difficulties, difficultyWords),
    ...tallies('severities', overview.severities, severityWords),
    ...tallies('agencies', overview.agencies, names.agencies),
    ...promiseRows(report, language),
    ...timeRows(report, language),
    ...satisfactionRows(report, language),
  ]
}

type Names = Parameters<typeof nameIn>[0]

function indicatorRows(
  period: YearReport['before'],
  detail: string,
  language: Language,
): YearRow[] {
  const order = ['received', 'settled', 'stillOpen', 'wrongDoor', 'reopened'] as const
  return [...order, ...(['duplicates', 'falses', 'voided'] as const)].map((name) => ({
    ...{ part: parts.kpi[language], what: indicators[name][language], detail },
    value: period[name],
  }))
}

function promiseRows({ overview, names }: YearReport, language: Language): YearRow[] {
  return overview.promises.flatMap((line) =>
    (['met', 'missed', 'running'] as const).map((outcome) => ({
      ...{ part: parts.promises[language], what: nameIn(names.sets, line.set, language) },
      detail: `${clockWords[line.clock][language]}: ${outcomes[outcome][language]}`,
      value: line[outcome],
    })),
  )
}

function timeRows({ overview }: YearReport, language: Language): YearRow[] {
  return overview.times.flatMap((times) =>
    (['count', 'median', 'p90'] as const).map((name) => {
      const value = times[name]
      return {
        ...{ part: parts.times[language], what: stepWords[times.step][language] },
        ...{ detail: quantiles[name][language], value: value === null ? null : Math.round(value) },
      }
    }),
  )
}

function satisfactionRows({ overview }: YearReport, language: Language): YearRow[] {
  const { count, mean: value, scores } = overview.satisfaction
  const part = parts.satisfaction[language]
  return [
    { part, what: mean[language], detail: `n = ${count}`, value: value && round2(value) },
    ...scores.map((of, at) => ({ part, what: score[language], detail: String(at + 1), value: of })),
  ]
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
