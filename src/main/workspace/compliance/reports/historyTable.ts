import {
  isShownIn,
  type AssessmentHistory,
  type HistoryCell,
  type HistoryChange,
  type HistoryRow,
  type HistoryShown,
} from '#contract/assessmentHistory'
import type { Language } from '#contract/values'
import type { Column } from '../../reports/csv.ts'
import { bureau, resultWords, type Words } from './assessmentTable.ts'

/** A control over the assessments, or their scores below all controls. */
export type HistoryTableRow = HistoryRow | 'scores'

export const historySheetNames = { ms: 'Perbandingan', en: 'Comparison' } as const

/** In the words of the screen. */
const changeWords: Readonly<Record<HistoryChange, Words>> = {
  better: { ms: 'Bertambah baik', en: 'Better' },
  worse: { ms: 'Merosot', en: 'Worse' },
  same: { ms: 'Sama', en: 'Same' },
  applies: { ms: 'Kaitan berubah', en: 'Applies otherwise' },
  answered: { ms: 'Baru dijawab', en: 'Newly answered' },
  unanswered: { ms: 'Belum dijawab', en: 'Not answered yet' },
  new: { ms: 'Baru ditanya', en: 'Newly asked' },
  gone: { ms: 'Tidak lagi ditanya', en: 'No longer asked' },
}
const notAsked: Words = { ms: 'Tidak ditanya', en: 'Not asked' }
const scores: Words = { ms: 'Skor (%)', en: 'Score (%)' }
const yes: Words = { ms: 'Ya', en: 'Yes' }

export function historyRows({ rows }: AssessmentHistory, shown: HistoryShown): HistoryTableRow[] {
  return [...rows.filter((row) => isShownIn(row, shown)), 'scores']
}

/** A column for each assessment, the oldest first; the change is from the one it is held against. */
export function historyColumns(
  { assessments, bases, against }: AssessmentHistory,
  language: Language,
): Column<HistoryTableRow>[] {
  const own = assessments.at(-1)
  const before = assessments.find(({ id }) => id === against)
  const held = before === undefined ? '' : ` (${before.period.from} – ${before.period.to})`
  /** Only of controls. */
  const of =
    (value: (row: HistoryRow) => string | number | null) =>
    (row: HistoryTableRow): string | number | null =>
      row === 'scores' ? null : value(row)
  return [
    { heading: { ms: 'Bil.', en: 'No.' }, value: (row, place) => of(() => place + 1)(row) },
    {
      heading: { ms: 'Yang dinilai', en: 'Assessed' },
      value: () => own?.subjectName || bureau[language],
    },
    {
      heading: { ms: 'Bahagian', en: 'Section' },
      value: of(({ control }) => control.section[language]),
    },
    { heading: { ms: 'Klausa', en: 'Clause' }, value: of(({ control }) => control.clause) },
    {
      heading: { ms: 'Perkara', en: 'Control' },
      value: (row) => (row === 'scores' ? scores[language] : row.control.question[language]),
    },
    { heading: { ms: 'Pemberat', en: 'Weight' }, value: of(({ control }) => control.weight) },
    ...assessments.map(({ period, score }, at) => ({
      heading: {
        ms: `Keputusan ${period.from} – ${period.to} (${basisWords(bases[at] ?? null).ms})`,
        en: `Result ${period.from} – ${period.to} (${basisWords(bases[at] ?? null).en})`,
      },
      value: (row: HistoryTableRow) =>
        row === 'scores' ? percentOf(score.score) : resultIn(row.cells[at], language),
    })),
    {
      heading: { ms: `Perubahan${held}`, en: `Change${held}` },
      value: (row) => {
        if (row !== 'scores') return row.change === null ? null : changeWords[row.change][language]
        const [was, is] = [before?.score.score ?? null, own?.score.score ?? null]
        return was === null || is === null ? null : Math.round((is - was) * 1_000) / 10
      },
    },
    {
      heading: { ms: 'Soalan diubah', en: 'Question changed' },
      value: of(({ reworded }) => (reworded ? yes[language] : null)),
    },
  ]
}

/** Whose answers a column has: those of an approved issue, or as they stand now. */
function basisWords(basis: number | null): Words {
  if (basis === null) return { ms: 'jawapan kini', en: 'as it stands' }
  return { ms: `keluaran ${basis}`, en: `issue ${basis}` }
}

function percentOf(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1_000) / 10
}

function resultIn(cell: HistoryCell | undefined, language: Language): string {
  if (cell === undefined || !cell.asked) return notAsked[language]
  return resultWords[cell.result ?? 'unanswered'][language]
}
