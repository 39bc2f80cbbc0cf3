import { HolidayField } from '#contract/holidayImports'
import { holidayFieldWords } from '#contract/holidayImportWords'
import { guessBy } from '../../../sheets/guess.ts'

/** What offices and gazettes write over their columns besides our own headings. */
const alsoCalled: Readonly<Record<HolidayField, readonly string[]>> = {
  date: ['tarikh cuti', 'hari bulan', 'holiday date', 'day'],
  name: ['cuti', 'nama', 'cuti umum', 'perayaan', 'name', 'holiday', 'public holiday', 'perkara'],
  states: ['negeri', 'negeri-negeri', 'state', 'states', 'kawasan', 'negeri bercuti', 'lokasi'],
  nameEn: ['nama inggeris', 'english name', 'name (english)', 'nama (inggeris)'],
  kind: ['jenis cuti', 'kategori', 'type', 'category'],
  reference: ['no. rujukan', 'surat', 'pekeliling', 'warta', 'source', 'gazette'],
}

/** Which field each heading seems to be. */
export const guessHolidays = guessBy(
  HolidayField.options.map((field) => ({
    field,
    names: [holidayFieldWords[field].ms, holidayFieldWords[field].en, ...alsoCalled[field]],
  })),
)
