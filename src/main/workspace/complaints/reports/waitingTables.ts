import type { Decision } from '#contract/complaintDecisions'
import type { Bilingual } from '#contract/findingWords'
import type { Language, PersonId } from '#contract/values'
import { malaysianMoment, type Column } from '../../reports/csv.ts'
import type { WaitingDraft } from '../queries/openCases.ts'
import { nameIn } from './figureWords.ts'

/** Sheets that lie beside a list of cases. */
export const sheetNames = {
  decisions: { ms: 'Keputusan', en: 'Decisions' },
  drafts: { ms: 'Draf menunggu', en: 'Drafts waiting' },
} as const satisfies Record<string, Bilingual>

const draftWords = {
  draft: { ms: 'Draf', en: 'Draft' },
  reviewed: { ms: 'Disemak', en: 'Reviewed' },
} as const satisfies Record<WaitingDraft['status'], Bilingual>
const inFreeWords: Bilingual = { ms: 'Jawapan bebas', en: 'In free words' }

/** What names the kinds of answers and the people. */
export interface WaitingNames {
  readonly standardAnswers: Readonly<Record<string, Bilingual>>
  readonly people: Readonly<Record<string, string>>
}

export const decisionColumns: readonly Column<Decision>[] = [
  { heading: { ms: 'Nombor', en: 'Number' }, value: ({ number }) => number },
  { heading: { ms: 'Mesyuarat', en: 'Meeting' }, value: ({ metOn }) => metOn, holds: 'day' },
  { heading: { ms: 'Keputusan', en: 'Decision' }, value: ({ text }) => text },
  { heading: { ms: 'Tindakan oleh', en: 'Who acts' }, value: ({ personName }) => personName },
  {
    heading: { ms: 'Selewat-lewatnya', en: 'To be done by' },
    value: ({ dueOn }) => dueOn,
    holds: 'day',
  },
  {
    heading: { ms: 'Dilaksanakan', en: 'Done' },
    value: ({ doneAt }) => (doneAt === null ? null : malaysianMoment(doneAt)),
  },
  { heading: { ms: 'Dicatat oleh', en: 'Typed by' }, value: ({ byName }) => byName },
]

/** Answers that were begun and have not left; what they say stays in the case. */
export function draftColumns(language: Language, names: WaitingNames): Column<WaitingDraft>[] {
  return [
    { heading: { ms: 'Nombor', en: 'Number' }, value: ({ number }) => number },
    {
      heading: { ms: 'Pegawai', en: 'Officer' },
      value: ({ assigneeId }) => officerName(assigneeId, names),
    },
    {
      heading: { ms: 'Jawapan', en: 'Answer' },
      value: ({ kind }) => draftName(kind, names, language),
    },
    { heading: { ms: 'Status', en: 'Status' }, value: (row) => draftWords[row.status][language] },
    { heading: { ms: 'Ditulis oleh', en: 'Written by' }, value: (row) => row.writtenByName },
    {
      heading: { ms: 'Diubah', en: 'Changed' },
      value: ({ changedAt }) => malaysianMoment(changedAt),
    },
  ]
}

/** `Terima kasih (Draf, Siti)`, one a line. */
export function draftLines(
  drafts: readonly Pick<WaitingDraft, 'kind' | 'status' | 'writtenByName'>[],
  names: WaitingNames,
  language: Language,
): string | null {
  const lines = drafts.map(
    ({ kind, status, writtenByName }) =>
      `${draftName(kind, names, language)} (${draftWords[status][language]}, ${writtenByName})`,
  )
  return lines.join('\n') || null
}

/** `2026-11-24 · Tampal lubang · Hafiz · 2026-12-01`, one a line. */
export function decisionLines(decisions: readonly Decision[]): string | null {
  const lines = decisions.map(({ metOn, text, personName, dueOn }) =>
    [metOn, text, personName, dueOn ?? ''].filter((part) => part !== '').join(' · '),
  )
  return lines.join('\n') || null
}

export function officerName(id: PersonId | null, { people }: WaitingNames): string | null {
  return id === null ? null : (people[id] ?? null)
}

function draftName(kind: string | null, names: WaitingNames, language: Language): string {
  return kind === null ? inFreeWords[language] : nameIn(names.standardAnswers, kind, language)
}
