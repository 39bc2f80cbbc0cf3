import type { Decision } from '#contract/complaintDecisions'
import type { HandoverCase } from '#contract/complaintPapers'
import { roadName } from '#contract/roads'
import type { Bilingual } from '#contract/findingWords'
import type { Instant, Language } from '#contract/values'
import { malaysianMoment, type Column } from '../../reports/csv.ts'
import type { RegisterNames } from '../queries/registerNames.ts'
import { clockWords } from './figureWords.ts'
import { anonymousWord, statusWords, yesNoWords } from './registerWords.ts'
import { decisionLines, draftLines, type WaitingNames } from './waitingTables.ts'

export const handoverName: Readonly<Record<Language, string>> = {
  ms: 'Serah tugas',
  en: 'Handover',
}

const followUp: Bilingual = { ms: 'Susulan agensi', en: 'Follow-up of an agency' }

/** What the columns are worked out from beside the case. */
interface HandoverBasis {
  readonly now: Instant
  readonly decided: readonly Decision[]
  readonly register: RegisterNames
  readonly waiting: WaitingNames
}

/** An open case a row, with what is due and all that it waits for; persons and texts stand covered. */
export function handoverColumns(
  language: Language,
  { now, decided, register, waiting }: HandoverBasis,
): Column<HandoverCase>[] {
  return [
    {
      heading: { ms: 'Pegawai', en: 'Officer' },
      value: ({ row }) => register.person(row.assigneeId) || null,
    },
    { heading: { ms: 'Nombor', en: 'Number' }, value: ({ row }) => row.number },
    {
      heading: { ms: 'Diterima', en: 'Received' },
      value: ({ row }) => malaysianMoment(row.receivedAt),
    },
    {
      heading: { ms: 'Status', en: 'Status' },
      value: ({ row }) => statusWords[row.status][language],
    },
    {
      heading: { ms: 'Jenis', en: 'Kind' },
      value: ({ row }) => register.item('complaint-kinds', row.kind),
    },
    {
      heading: { ms: 'Bahaya', en: 'Danger' },
      value: ({ row }) => register.item('urgent-kinds', row.urgent) || null,
    },
    { heading: { ms: 'Butiran', en: 'What happened' }, value: ({ row }) => row.excerpt },
    { heading: { ms: 'Tempat', en: 'Place' }, value: ({ row }) => placeOf(row, register) },
    {
      heading: { ms: 'Pengadu', en: 'Complainant' },
      value: ({ row }) => row.complainantName ?? anonymousWord[language],
    },
    {
      heading: { ms: 'Perhatian khas', en: 'Care' },
      value: ({ flagged }) => (flagged ? yesNoWords.yes[language] : null),
    },
    {
      heading: { ms: 'Had seterusnya', en: 'Next limit' },
      value: (each) => nextOf(each, language),
    },
    {
      heading: { ms: 'Tarikh akhir', en: 'Due' },
      value: ({ next }) => (next === null ? null : malaysianMoment(next.dueAt)),
    },
    {
      heading: { ms: 'Lewat', en: 'Late' },
      value: ({ next }) => yesNoWords[next !== null && next.dueAt < now ? 'yes' : 'no'][language],
    },
    {
      heading: { ms: 'Dijeda', en: 'Paused' },
      value: ({ pause }) =>
        pause === null ? null : `${malaysianMoment(pause.from)} · ${pause.reason}`,
    },
    {
      heading: { ms: 'Pada agensi', en: 'With agencies' },
      value: ({ forwardings }) =>
        forwardings
          .map(
            ({ agency, at, dueAt }) =>
              `${register.item('agencies', agency)} · ${malaysianMoment(at)} · ${malaysianMoment(dueAt)}`,
          )
          .join('\n') || null,
    },
    {
      heading: { ms: 'Jawapan belum dihantar', en: 'Answers not sent' },
      value: ({ answers }) => draftLines(answers, waiting, language),
    },
    {
      heading: { ms: 'Keputusan belum dilaksanakan', en: 'Decisions not done' },
      value: ({ row }) => decisionLines(decided.filter((each) => each.complaintId === row.id)),
    },
    {
      heading: { ms: 'Nota terakhir', en: 'Last note' },
      value: ({ note }) =>
        note === null ? null : `${malaysianMoment(note.at)} · ${note.byName}: ${note.text}`,
    },
  ]
}

function nextOf({ next }: HandoverCase, language: Language): string | null {
  if (next === null) return null
  return (next.clock === 'follow-up' ? followUp : clockWords[next.clock])[language]
}

function placeOf(row: HandoverCase['row'], register: RegisterNames): string | null {
  const road = row.road === null ? '' : roadName(row.road)
  const km = row.fromMetres === null ? '' : `km ${row.fromMetres / 1_000}`
  const state = register.item('states', row.state)
  const parts = [`${road} ${km}`.trim(), row.place, row.district, state]
  return parts.filter((part) => part !== '').join(' · ') || null
}
