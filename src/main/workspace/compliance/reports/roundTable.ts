import type { ResultCounts } from '#contract/assessmentReports'
import type { AssessmentState } from '#contract/assessments'
import type { RoundEntry, RoundPaper } from '#contract/campaignReports'
import type { Language } from '#contract/values'
import type { Column } from '../../reports/csv.ts'
import { bureau, resultWords, type Words } from './assessmentTable.ts'

/** One assessment of a round. */
export interface RoundTableRow extends RoundEntry {
  readonly of: Pick<RoundPaper, 'campaign' | 'round'>
}

export const roundSheetNames = { ms: 'Pusingan', en: 'Round' } as const

/** In the words of the lists on the screen. */
const stateWords: Readonly<Record<AssessmentState, Words>> = {
  open: { ms: 'Dalam penyediaan', en: 'In preparation' },
  prepared: { ms: 'Disediakan', en: 'Prepared' },
  reviewed: { ms: 'Disemak', en: 'Reviewed' },
  approved: { ms: 'Diluluskan', en: 'Approved' },
  closed: { ms: 'Ditutup', en: 'Closed' },
  removed: { ms: 'Dibatalkan', en: 'Withdrawn' },
}

const counted = [
  ...(['met', 'partly', 'not-met', 'not-applicable', 'unanswered'] as const),
] satisfies (keyof ResultCounts)[]

export function roundRows({ campaign, round, papers }: RoundPaper): RoundTableRow[] {
  return papers.map((entry) => ({ ...entry, of: { campaign, round } }))
}

export function roundColumns(language: Language): Column<RoundTableRow>[] {
  return [
    { heading: { ms: 'Bil.', en: 'No.' }, value: (_, place) => place + 1 },
    { heading: { ms: 'Kempen', en: 'Campaign' }, value: ({ of }) => of.campaign.name },
    { heading: { ms: 'Pusingan', en: 'Round' }, value: ({ of }) => of.round.number },
    {
      heading: { ms: 'Yang dinilai', en: 'Assessed' },
      value: ({ report }) => report.subjectName || bureau[language],
    },
    {
      ...{ heading: { ms: 'Tempoh dari', en: 'Period from' }, holds: 'day' },
      value: ({ report }) => report.period.from,
    },
    {
      ...{ heading: { ms: 'Tempoh hingga', en: 'Period to' }, holds: 'day' },
      value: ({ report }) => report.period.to,
    },
    {
      ...{ heading: { ms: 'Tarikh akhir', en: 'Due' }, holds: 'day' },
      value: ({ of }) => of.round.due,
    },
    {
      heading: { ms: 'Skor (%)', en: 'Score (%)' },
      value: ({ report: { score } }) =>
        score.score === null ? null : Math.round(score.score * 1_000) / 10,
    },
    { heading: { ms: 'Mata', en: 'Points' }, value: ({ report }) => report.score.points },
    {
      heading: { ms: 'Mata penuh', en: 'Possible points' },
      value: ({ report }) => report.score.possible,
    },
    { heading: { ms: 'Ditanya', en: 'Asked' }, value: ({ report }) => report.score.asked },
    { heading: { ms: 'Dijawab', en: 'Answered' }, value: ({ report }) => report.score.answered },
    ...counted.map((result) => ({
      heading: resultWords[result],
      value: ({ report }: RoundTableRow) => report.counts[result],
    })),
    {
      heading: { ms: 'Berlainan daripada ukuran', en: 'Differs from measurement' },
      value: ({ report }) =>
        report.controls.filter(({ measured }) => measured?.stand === 'disagreed').length,
    },
    {
      heading: { ms: 'Penemuan terbuka', en: 'Open findings' },
      value: ({ report }) =>
        report.findings.filter(
          ({ closed, severity }) => closed === null && severity !== 'good-practice',
        ).length,
    },
    {
      heading: { ms: 'Tindakan lewat', en: 'Late actions' },
      value: ({ report }) =>
        report.findings.flatMap(({ actions }) => actions).filter(({ isOverdue }) => isOverdue)
          .length,
    },
    { heading: { ms: 'Keadaan', en: 'State' }, value: ({ state }) => stateWords[state][language] },
    { heading: { ms: 'Keluaran', en: 'Issue' }, value: ({ report }) => report.revision },
    {
      heading: { ms: 'SHA-256 petikan', en: 'SHA-256 of the snapshot' },
      value: ({ snapshot }) => snapshot?.hash ?? null,
    },
  ]
}
