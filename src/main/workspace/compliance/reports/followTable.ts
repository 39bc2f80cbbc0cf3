import type { FollowUp } from '#contract/assessmentFollowUps'
import type { Language } from '#contract/values'
import type { Column } from '../../reports/csv.ts'
import { bureau } from './assessmentTable.ts'
import { progressWords, severityWords, waitWords } from './followWords.ts'

export const followSheetNames = { ms: 'Tindakan', en: 'Actions' } as const

/** What findings wait for: a row for each action, or for a finding that waits itself. */
export function followColumns(language: Language): Column<FollowUp>[] {
  return [
    { heading: { ms: 'Bil.', en: 'No.' }, value: (_, place) => place + 1 },
    {
      heading: { ms: 'Menunggu', en: 'Waits for' },
      value: ({ wait }) => waitWords[wait][language],
    },
    {
      heading: { ms: 'Yang dinilai', en: 'Assessed' },
      value: ({ subjectName }) => subjectName || bureau[language],
    },
    {
      ...{ heading: { ms: 'Tempoh dari', en: 'Period from' }, holds: 'day' },
      value: ({ period }) => period.from,
    },
    {
      ...{ heading: { ms: 'Tempoh hingga', en: 'Period to' }, holds: 'day' },
      value: ({ period }) => period.to,
    },
    { heading: { ms: 'Klausa', en: 'Clause' }, value: ({ clause }) => clause },
    {
      heading: { ms: 'Tahap', en: 'Severity' },
      value: ({ severity }) => severityWords[severity][language],
    },
    { heading: { ms: 'Penemuan', en: 'Finding' }, value: ({ text }) => text },
    { heading: { ms: 'Tindakan', en: 'Action' }, value: ({ action }) => action?.what ?? null },
    {
      heading: { ms: 'Penanggungjawab', en: 'Responsible' },
      value: ({ action }) => action?.ownerName ?? null,
    },
    {
      ...{ heading: { ms: 'Tarikh akhir', en: 'Due date' }, holds: 'day' },
      value: ({ action }) => action?.due ?? null,
    },
    {
      heading: { ms: 'Kemajuan', en: 'Progress' },
      value: ({ action }) => (action === null ? null : progressWords[action.progress][language]),
    },
  ]
}
