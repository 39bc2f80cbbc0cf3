import type { AssessmentPaper, ReportControl, ReportFinding } from '#contract/assessmentReports'
import type { AssessmentState } from '#contract/assessments'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { Language } from '#contract/values'
import { malaysianMoment, type Column } from '../../reports/csv.ts'
import { progressWords, severityWords, standingOfFinding } from './followWords.ts'

/** One control of one assessment. */
export interface AssessmentTableRow {
  readonly paper: AssessmentPaper
  readonly control: ReportControl
}

export const sheetNames = { ms: 'Penilaian', en: 'Assessments' } as const

export type Words = Readonly<Record<Language, string>>

export const resultWords: Readonly<Record<AssessmentResult | 'unanswered', Words>> = {
  met: { ms: 'Dipatuhi', en: 'Met' },
  partly: { ms: 'Sebahagian', en: 'Partly' },
  'not-met': { ms: 'Tidak dipatuhi', en: 'Not met' },
  'not-applicable': { ms: 'Tidak berkaitan', en: 'Not applicable' },
  unanswered: { ms: 'Belum dijawab', en: 'Not answered' },
}

const standingWords: Readonly<Record<Extract<AssessmentState, 'approved'> | 'draft', Words>> = {
  approved: { ms: 'Diluluskan', en: 'Approved' },
  draft: { ms: 'Draf', en: 'Draft' },
}

export const bureau: Words = { ms: 'Seluruh bahagian', en: 'The whole bureau' }

const between = '; '

/** What is answered, assessment by assessment; headings hold no answer. */
export function assessmentRows(papers: readonly AssessmentPaper[]): AssessmentTableRow[] {
  return papers.flatMap((paper) =>
    paper.report.controls
      .filter(({ isHeading }) => !isHeading)
      .map((control) => ({ paper, control })),
  )
}

export function assessmentColumns(language: Language): Column<AssessmentTableRow>[] {
  return [
    { heading: { ms: 'Bil.', en: 'No.' }, value: (_, place) => place + 1 },
    {
      heading: { ms: 'Yang dinilai', en: 'Assessed' },
      value: ({ paper: { report } }) => report.subjectName || bureau[language],
    },
    {
      ...{ heading: { ms: 'Tempoh dari', en: 'Period from' }, holds: 'day' },
      value: ({ paper }) => paper.report.period.from,
    },
    {
      ...{ heading: { ms: 'Tempoh hingga', en: 'Period to' }, holds: 'day' },
      value: ({ paper }) => paper.report.period.to,
    },
    {
      heading: { ms: 'Senarai semak', en: 'Checklist' },
      value: ({ paper: { report } }) => report.checklist.title[language],
    },
    {
      heading: { ms: 'Versi senarai semak', en: 'Checklist version' },
      value: ({ paper }) => paper.report.checklist.number,
    },
    {
      heading: { ms: 'Semakan ke-', en: 'Revision' },
      value: ({ paper }) => paper.report.revision,
    },
    {
      heading: { ms: 'Keadaan', en: 'State' },
      value: ({ paper: { snapshot } }) =>
        standingWords[snapshot === null ? 'draft' : 'approved'][language],
    },
    {
      heading: { ms: 'Bahagian', en: 'Section' },
      value: ({ control }) => control.section[language],
    },
    { heading: { ms: 'Klausa', en: 'Clause' }, value: ({ control }) => control.clause },
    {
      heading: { ms: 'Perkara', en: 'Control' },
      value: ({ control }) => control.question[language],
    },
    { heading: { ms: 'Pemberat', en: 'Weight' }, value: ({ control }) => control.weight },
    {
      heading: { ms: 'Keputusan', en: 'Result' },
      value: ({ control }) => resultWords[control.result ?? 'unanswered'][language],
    },
    { heading: { ms: 'Catatan', en: 'Note' }, value: ({ control }) => control.note },
    {
      heading: { ms: 'Ukuran: dipatuhi', en: 'Measured: kept' },
      value: ({ control: { measured } }) => measured?.kept ?? null,
    },
    {
      heading: { ms: 'Ukuran: dikira', en: 'Measured: counted' },
      value: ({ control: { measured } }) => measured?.counted ?? null,
    },
    {
      heading: { ms: 'Diukur pada', en: 'Measured at' },
      value: ({ control: { measured } }) =>
        measured === null ? null : malaysianMoment(measured.at),
    },
    {
      heading: { ms: 'Sebab berlainan daripada ukuran', en: 'Why otherwise than measured' },
      value: ({ control: { measured } }) =>
        measured?.stand === 'disagreed' ? measured.reason : null,
    },
    {
      heading: { ms: 'Bukti', en: 'Evidence' },
      value: ({ paper: { report }, control }) =>
        report.evidence
          .filter(({ number }) => control.evidence.includes(number))
          .map(({ title, url }) => (url === null ? title : `${title} (${url})`))
          .join(between),
    },
    {
      heading: { ms: 'Penemuan', en: 'Findings' },
      value: (row) =>
        findingsOf(row)
          .map(({ text }) => text)
          .join(between),
    },
    {
      heading: { ms: 'Tahap penemuan', en: 'Severity of the findings' },
      value: (row) =>
        findingsOf(row)
          .map(({ severity }) => severityWords[severity][language])
          .join(between),
    },
    {
      heading: { ms: 'Keadaan penemuan', en: 'State of the findings' },
      value: (row) =>
        findingsOf(row)
          .map((finding) => stateOf(finding, language))
          .join(between),
    },
    {
      heading: { ms: 'Tindakan', en: 'Actions' },
      value: (row) =>
        actionsOf(row)
          .map(({ what, ownerName, due }) => `${what} (${ownerName}, ${due})`)
          .join(between),
    },
    {
      heading: { ms: 'Kemajuan tindakan', en: 'Progress of the actions' },
      value: (row) =>
        actionsOf(row)
          .map(({ progress }) => progressWords[progress][language])
          .join(between),
    },
    {
      heading: { ms: 'Dijawab oleh', en: 'Answered by' },
      value: ({ control }) => control.answered?.by ?? null,
    },
    {
      heading: { ms: 'Dijawab pada', en: 'Answered at' },
      value: ({ control: { answered } }) =>
        answered === null ? null : malaysianMoment(answered.at),
    },
    {
      heading: { ms: 'SHA-256 petikan', en: 'SHA-256 of the snapshot' },
      value: ({ paper: { snapshot } }) => snapshot?.hash ?? null,
    },
  ]
}

function findingsOf({ paper: { report }, control }: AssessmentTableRow) {
  return report.findings.filter(({ key }) => key === control.key)
}

function actionsOf(row: AssessmentTableRow) {
  return findingsOf(row).flatMap(({ actions }) => actions)
}

/** Good practice is neither open nor settled: nobody follows it up. */
function stateOf({ severity, closed }: ReportFinding, language: Language): string {
  if (severity === 'good-practice') return '–'
  return standingOfFinding[closed === null ? 'open' : 'closed'][language]
}
