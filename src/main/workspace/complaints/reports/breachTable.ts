import type { BreachDeed, BreachEntry, BreachField } from '#contract/complaintBreaches'
import type { Language } from '#contract/values'
import { malaysianMoment, type Column } from '../../reports/csv.ts'

type InBoth = Readonly<Record<Language, string>>

const deeds: Readonly<Record<BreachDeed, InBoth>> = {
  shown: { ms: 'Ditunjukkan pada skrin', en: 'Shown on the screen' },
  'taken-out': { ms: 'Dibawa keluar', en: 'Taken out' },
  saved: { ms: 'Disimpan sebagai fail', en: 'Saved as a file' },
  covered: { ms: 'Disimpan sebagai fail, dilindungi', en: 'Saved as a file, covered' },
  'access-file': { ms: 'Fail akses dibuka', en: 'Access file opened' },
  file: { ms: 'Lampiran disimpan', en: 'Attachment saved' },
  'answer-copied': { ms: 'Jawapan disalin', en: 'Answer copied' },
  'answer-printed': { ms: 'Jawapan dicetak', en: 'Answer printed' },
  'letter-copied': { ms: 'Surat pemajuan disalin', en: 'Letter to an agency copied' },
  'letter-printed': { ms: 'Surat pemajuan dicetak', en: 'Letter to an agency printed' },
}

const fields: Readonly<Record<BreachField, InBoth>> = {
  name: { ms: 'Nama', en: 'Name' },
  phone: { ms: 'Telefon', en: 'Phone' },
  email: { ms: 'E-mel', en: 'E-mail' },
  identityNumber: { ms: 'No. kad pengenalan', en: 'Identity number' },
  address: { ms: 'Alamat', en: 'Address' },
  what: { ms: 'Butiran aduan', en: 'What was complained of' },
  files: { ms: 'Lampiran', en: 'Attachments' },
  sensitive: { ms: 'Data sensitif', en: 'Sensitive data' },
}

/** The pack of a breach: an entry of the audit log a row. */
export function breachColumns(language: Language): Column<BreachEntry>[] {
  return [
    { heading: { ms: 'Entri log', en: 'Log entry' }, value: ({ sequence }) => sequence },
    { heading: { ms: 'Masa', en: 'Time' }, value: ({ at }) => malaysianMoment(at) },
    { heading: { ms: 'Oleh', en: 'By' }, value: ({ byName }) => byName },
    {
      heading: { ms: 'Perbuatan', en: 'What was done' },
      value: ({ deed }) => deeds[deed][language],
    },
    {
      heading: { ms: 'Data', en: 'Data' },
      value: (entry) => entry.fields.map((field) => fields[field][language]).join(', '),
    },
    { heading: { ms: 'Aduan', en: 'Complaints' }, value: ({ cases }) => cases },
    { heading: { ms: 'Orang', en: 'Persons' }, value: ({ people }) => people },
    {
      heading: { ms: 'Nombor aduan', en: 'Numbers of complaints' },
      value: ({ numbers, cases }) =>
        numbers.length < cases ? [...numbers, '…'].join(', ') : numbers.join(', '),
    },
    {
      heading: { ms: 'Sudah dilupuskan', en: 'Disposed of since' },
      value: ({ gone }) => (gone ? { ms: 'Ya', en: 'Yes' } : { ms: 'Tidak', en: 'No' })[language],
    },
  ]
}
