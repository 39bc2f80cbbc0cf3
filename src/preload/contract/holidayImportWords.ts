import type { HolidayField, HolidayProblem } from './holidayImports.ts'
import { sheetProblemWords, type ProblemWords } from './sheetWords.ts'
import type { Language } from './values.ts'

/** What a column of holidays is called. */
export const holidayFieldWords: Readonly<Record<HolidayField, Readonly<Record<Language, string>>>> =
  {
    date: { ms: 'Tarikh', en: 'Date' },
    name: { ms: 'Nama cuti', en: 'Name of the holiday' },
    states: { ms: 'Negeri yang bercuti', en: 'States that have it' },
    nameEn: { ms: 'Nama dalam bahasa Inggeris', en: 'Name in English' },
    kind: { ms: 'Jenis', en: 'Kind' },
    reference: { ms: 'Rujukan', en: 'Reference' },
  }

/** What is wrong with a cell of a sheet of holidays, and what to do. */
export const holidayProblemWords: ProblemWords<HolidayProblem> = {
  ...sheetProblemWords,
  'date-missing': { ms: 'Tarikh kosong.', en: 'The date is empty.' },
  'not-a-day': {
    ms: '{column}: “{value}” bukan tarikh. Tulis seperti 24/11/2026 atau 2026-11-24.',
    en: '{column}: “{value}” is not a date. Write it as 24/11/2026 or 2026-11-24.',
  },
  'beyond-years': {
    ms: '{column}: {value} di luar tahun 2013 hingga 2040.',
    en: '{column}: {value} lies outside the years 2013 to 2040.',
  },
  'name-missing': { ms: 'Nama cuti kosong.', en: 'The name of the holiday is empty.' },
  'too-long': {
    ms: '{column}: melebihi 200 aksara. Ringkaskan.',
    en: '{column}: longer than 200 characters. Shorten it.',
  },
  'states-missing': {
    ms: 'Negeri kosong. Tulis nama negeri, atau “Semua negeri” bagi seluruh Malaysia.',
    en: 'No state is named. Write the states, or “All states” for all of Malaysia.',
  },
  'unknown-state': {
    ms: '{column}: “{value}” bukan nama negeri. Pisahkan negeri dengan koma, seperti Selangor, Perak.',
    en: '{column}: “{value}” is not the name of a state. Separate states by commas, as in Selangor, Perak.',
  },
  'unknown-kind': {
    ms: '{column}: “{value}” bukan jenis cuti. Tulis Persekutuan, Negeri, Cuti ganti atau Cuti khas.',
    en: '{column}: “{value}” is not a kind of holiday. Write Federal, State, Replacement or Special.',
  },
  'repeated-row': {
    ms: 'Cuti yang sama sudah ada pada baris {value}.',
    en: 'The same holiday stands in row {value}.',
  },
  'other-name': {
    ms: 'Tarikh ini sudah cuti di negeri itu dengan nama “{value}”. Semak sama ada cuti yang sama.',
    en: 'That day is a holiday there already, as “{value}”. Check whether it is the same one.',
  },
}
