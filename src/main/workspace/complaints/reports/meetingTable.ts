import type { ComplaintRow } from '#contract/complaints'
import type { StatisticNames } from '#contract/complaintStatistics'
import { roadName } from '#contract/roads'
import type { Instant, Language } from '#contract/values'
import { malaysianMoment, type Column } from '../../reports/csv.ts'
import { nameIn } from './figureWords.ts'
import { statusWords } from './registerWords.ts'

const yes = { ms: 'Ya', en: 'Yes' }
const no = { ms: 'Tidak', en: 'No' }

/** Every open complaint, a row each; texts and places stand covered. */
export function meetingColumns(
  language: Language,
  names: StatisticNames,
  now: Instant,
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
  ]
}
