import type { Language } from '#contract/values'

/** What stands over a column of the plan; a sheet that comes in is known by the same words. */
export const planHeadings = {
  number: { ms: 'Bil.', en: 'No.' },
  day: { ms: 'Tarikh', en: 'Date' },
  time: { ms: 'Masa', en: 'Time' },
  title: { ms: 'Tajuk', en: 'Title' },
  status: { ms: 'Status', en: 'Status' },
  kind: { ms: 'Jenis', en: 'Kind' },
  phase: { ms: 'Fasa', en: 'Phase' },
  category: { ms: 'Kategori gelombang', en: 'Wave category' },
  approach: { ms: 'Pendekatan', en: 'Approach' },
  accounts: { ms: 'Akaun', en: 'Accounts' },
  text: { ms: 'Teks induk', en: 'Master text' },
  hashtags: { ms: 'Tanda pagar', en: 'Hashtags' },
  links: { ms: 'Pautan', en: 'Links' },
  brief: { ms: 'Taklimat', en: 'Brief' },
  notes: { ms: 'Catatan', en: 'Notes' },
  programmeName: { ms: 'Nama program', en: 'Name of the programme' },
  programmeDay: { ms: 'Tarikh program', en: 'Date of the programme' },
  programmePlace: { ms: 'Tempat program', en: 'Place of the programme' },
  thrusts: { ms: 'Teras', en: 'Thrusts' },
  segments: { ms: 'Segmen', en: 'Segments' },
  owner: { ms: 'Pemilik', en: 'Owner' },
  designer: { ms: 'Pereka', en: 'Designer' },
  approver: { ms: 'Pelulus', en: 'Approver' },
  missing: { ms: 'Belum ada', en: 'Missing' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>
