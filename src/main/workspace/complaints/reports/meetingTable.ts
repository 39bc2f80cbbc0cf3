import type { Decision } from '#contract/complaintDecisions'
import type { ComplaintRow } from '#contract/complaints'
import type { StatisticNames } from '#contract/complaintStatistics'
import { roadName } from '#contract/roads'
import type { Instant, Language } from '#contract/values'
import { malaysianMoment, type Column } from '../../reports/csv.ts'
import type { WaitingDraft } from '../queries/openCases.ts'
import { nameIn } from './figureWords.ts'
import { statusWords } from './registerWords.ts'
import { decisionLines, draftLines, type WaitingNames } from './waitingTables.ts'

const yes = { ms: 'Ya', en: 'Yes' }
const no = { ms: 'Tidak', en: 'No' }

export const meetingName: Readonly<Record<Language, string>> = {
  ms: 'Pek mesyuarat',
  en: 'Meeting pack',
}

/** Room beside each case for what the meeting decides. */
export const decidedColumns: readonly Column<ComplaintRow>[] = [
  { heading: { ms: 'Keputusan', en: 'Decision' }, value: () => null },
  { heading: { ms: 'Tindakan oleh', en: 'Who acts' }, value: () => null },
  { heading: { ms: 'Selewat-lewatnya', en: 'To be done by' }, value: () => null },
]

/** What open complaints wait for beside their clocks. */
export interface MeetingWaits {
  readonly decided: readonly Decision[]
  readonly drafts: readonly WaitingDraft[]
}

/** Every open complaint, a row each; texts and places stand covered. */
export function meetingColumns(
  language: Language,
  names: StatisticNames & WaitingNames,
  now: Instant,
  { decided, drafts }: MeetingWaits,
): Column<ComplaintRow>[] {
  return [
    { heading: { ms: 'Nombor', en: 'Number' }, value: ({ number }) => number },
    {
      heading: { ms: 'Diterima', en: 'Received' },
      value: ({ receivedAt }) => malaysianMoment(receivedAt),
    },
    { heading: { ms: 'Status', en: 'Status' }, value: (row) => statusWords[row.status][language] },
    {
      heading: { ms: 'Jenis', en: 'Kind' },
      value: ({ kind }) => nameIn(names.kinds, kind, language),
    },
    { heading: { ms: 'Butiran', en: 'What happened' }, value: ({ excerpt }) => excerpt },
    {
      heading: { ms: 'Negeri', en: 'State' },
      value: ({ state }) => (state === null ? null : nameIn(names.states, state, language)),
    },
    { heading: { ms: 'Daerah', en: 'District' }, value: ({ district }) => district },
    {
      heading: { ms: 'Jalan', en: 'Road' },
      value: ({ road }) => (road === null ? null : roadName(road)),
    },
    {
      heading: { ms: 'Kilometer', en: 'Kilometre' },
      value: ({ fromMetres }) => (fromMetres === null ? null : fromMetres / 1_000),
    },
    { heading: { ms: 'Tempat', en: 'Place' }, value: ({ place }) => place },
    {
      heading: { ms: 'Pegawai', en: 'Officer' },
      value: ({ assigneeId }) => (assigneeId === null ? null : (names.people[assigneeId] ?? null)),
    },
    {
      heading: { ms: 'Tarikh akhir', en: 'Due' },
      value: ({ nextDue }) => (nextDue === null ? null : malaysianMoment(nextDue)),
    },
    {
      heading: { ms: 'Lewat', en: 'Late' },
      value: ({ nextDue }) => (nextDue !== null && nextDue < now ? yes : no)[language],
    },
    {
      heading: { ms: 'Keputusan belum dilaksanakan', en: 'Decisions not done' },
      value: ({ id }) =>
        decisionLines(
          decided.filter(({ complaintId, doneAt }) => complaintId === id && doneAt === null),
        ),
    },
    {
      heading: { ms: 'Jawapan belum dihantar', en: 'Answers not sent' },
      value: ({ id }) =>
        draftLines(
          drafts.filter(({ complaintId }) => complaintId === id),
          names,
          language,
        ),
    },
  ]
}
