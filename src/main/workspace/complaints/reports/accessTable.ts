import type { AccessFile } from '#contract/complaintRequests'
import { malaysianMoment, type Column } from '../../reports/csv.ts'

/** A line of the file that answers an access request. */
export interface AccessLine {
  readonly number: string
  readonly at: string
  readonly what: string
  readonly text: string
}

/** What is kept of a person, line by line, as a spreadsheet takes it. */
export function accessLines(file: Pick<AccessFile, 'complaints'>): AccessLine[] {
  return file.complaints.flatMap(({ number, fields, events, answers, forwardings, files }) => {
    const line = (at: string, what: string, text: string) => ({ number, at, what, text })
    return [
      line(fields.receivedAt, 'complaint', fields.what),
      line(fields.receivedAt, 'place', fields.place),
      ...Object.entries(fields.answers).map(([key, text]) => line(fields.receivedAt, key, text)),
      ...events.map(({ at, kind, text }) => line(at, kind, text)),
      ...answers.map(({ at, way, text }) => line(at, `answer ${way}`, text)),
      ...forwardings.map(({ at, agency, text }) => line(at, `forwarded ${agency}`, text)),
      ...files.map(({ at, title, fileName }) => line(at, 'file', `${title} (${fileName})`)),
    ]
  })
}

export const accessColumns: readonly Column<AccessLine>[] = [
  { heading: { ms: 'Nombor aduan', en: 'Complaint' }, value: ({ number }) => number },
  { heading: { ms: 'Masa', en: 'Time' }, value: ({ at }) => malaysianMoment(at) },
  { heading: { ms: 'Perkara', en: 'What' }, value: ({ what }) => what },
  { heading: { ms: 'Butiran', en: 'Details' }, value: ({ text }) => text },
]
