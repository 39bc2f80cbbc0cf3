import type { HolidayField } from '#contract/holidayImports'
import { holidayFieldWords } from '#contract/holidayImportWords'
import type { Language } from '#contract/values'
import { inBothLanguages } from '../../words/tree'

function fields(language: Language) {
  const { date, name, states, nameEn, kind, reference } = holidayFieldWords
  return {
    ...{ date: date[language], name: name[language], states: states[language] },
    ...{ nameEn: nameEn[language], kind: kind[language], reference: reference[language] },
  } satisfies Record<HolidayField, string>
}

/** Holidays that come in from a sheet. */
export const holidayImportWords = inBothLanguages(
  {
    bring: {
      open: 'Import daripada Excel atau CSV…',
      title: 'Import cuti umum',
      columnsHint:
        'Padankan setiap lajur. Negeri ditulis dengan koma, misalnya Selangor, Perak; atau Semua negeri kecuali Sabah.',
      needed: 'Padankan lajur Tarikh, Nama cuti dan Negeri yang bercuti.',
      checking: 'Menyemak cuti umum',
      importing: 'Mengimport cuti umum',
      bad: '{count} baris perlu dibetulkan. Tiada cuti diimport selagi ada baris yang ditolak.',
      added: '{count} cuti baharu.',
      same: '{count} baris sudah ada dalam senarai.',
      recounts: 'Tarikh akhir aduan dan hantaran yang terlibat dikira semula dan dicatat.',
      warned: '{count} tarikh sudah cuti dengan nama lain:',
      coming: 'Cuti yang akan diimport',
      more: 'dan {count} lagi.',
      import: 'Import {count} cuti',
      done: '{count} cuti umum diimport',
      undone: 'Import dibatalkan: {count} cuti dibuang',
      undonePartly:
        'Import dibatalkan: {count} cuti dibuang, {kept} dikekalkan kerana telah diubah',
      earlierLine: '{name}, {moment}: {count} cuti',
      fields: fields('ms'),
    },
  },
  {
    bring: {
      open: 'Import from Excel or CSV…',
      title: 'Import public holidays',
      columnsHint:
        'Match each column. States are written with commas, as in Selangor, Perak; or All states except Sabah.',
      needed: 'Match the columns Date, Name of the holiday and States that have it.',
      checking: 'Checking public holidays',
      importing: 'Importing public holidays',
      bad: '{count} row needs correcting. Nothing is imported while a row is rejected. | {count} rows need correcting. Nothing is imported while a row is rejected.',
      added: '{count} new holiday. | {count} new holidays.',
      same: '{count} row is in the list already. | {count} rows are in the list already.',
      recounts:
        'The due dates of complaints and posts that it touches are counted again and logged.',
      warned:
        '{count} day is a holiday already under another name: | {count} days are holidays already under another name:',
      coming: 'What will come in',
      more: 'and {count} more.',
      import: 'Import {count} holiday | Import {count} holidays',
      done: '{count} public holiday imported | {count} public holidays imported',
      undone:
        'Import undone: {count} holiday taken out | Import undone: {count} holidays taken out',
      undonePartly:
        'Import undone: {count} holiday taken out, {kept} kept because changed since | Import undone: {count} holidays taken out, {kept} kept because changed since',
      earlierLine: '{name}, {moment}: {count} holiday | {name}, {moment}: {count} holidays',
      fields: fields('en'),
    },
  },
)
