import type { ResultField, ResultProblem } from './postResultImports.ts'
import { sheetProblemWords, type ProblemWords } from './sheetWords.ts'
import type { Language } from './values.ts'

/** What a column of results is called. */
export const resultFieldWords: Readonly<Record<ResultField, Readonly<Record<Language, string>>>> = {
  link: { ms: 'Pautan hantaran', en: 'Link of the post' },
  title: { ms: 'Tajuk hantaran', en: 'Title of the post' },
  account: { ms: 'Akaun', en: 'Account' },
  postDay: { ms: 'Tarikh terbit', en: 'Date published' },
  day: { ms: 'Tarikh prestasi', en: 'Date of the results' },
  reach: { ms: 'Capaian', en: 'Reach' },
  likes: { ms: 'Suka', en: 'Likes' },
  shares: { ms: 'Kongsi', en: 'Shares' },
  comments: { ms: 'Komen', en: 'Comments' },
}

/** What is wrong with a cell of a sheet of results, and what to do. */
export const resultProblemWords: ProblemWords<ResultProblem> = {
  ...sheetProblemWords,
  'post-not-named': {
    ms: 'Hantaran tidak disebut. Isi pautan atau tajuknya.',
    en: 'No post is named. Fill in its link or its title.',
  },
  'unknown-link': {
    ms: '{column}: tiada hantaran direkod dengan pautan “{value}”. Semak pautan dalam rekod penerbitan.',
    en: '{column}: no post is recorded with the link “{value}”. Check the link in the record of publication.',
  },
  'unknown-title': {
    ms: '{column}: tiada hantaran bertajuk “{value}”.',
    en: '{column}: no post has the title “{value}”.',
  },
  'not-published': {
    ms: '{column}: hantaran “{value}” belum direkod sebagai terbit. Rekod penerbitannya dahulu.',
    en: '{column}: the post “{value}” is not recorded as published. Record its publication first.',
  },
  'several-posts': {
    ms: '{column}: lebih daripada satu hantaran sepadan dengan “{value}”. Tambah pautan, akaun atau tarikh terbit.',
    en: '{column}: more than one post fits “{value}”. Add the link, the account or the date published.',
  },
  'unknown-account': {
    ms: '{column}: akaun “{value}” tidak dikenali, atau lebih daripada satu akaun bernama begitu. Tulis saluran dan nama pengguna, seperti Facebook @nama.',
    en: '{column}: the account “{value}” is not known, or several go by that name. Write the channel and the handle, as in Facebook @name.',
  },
  'not-on-account': {
    ms: '{column}: hantaran ini tidak diterbitkan pada akaun “{value}”.',
    en: '{column}: this post was not published on the account “{value}”.',
  },
  'account-missing': {
    ms: '{column}: hantaran “{value}” terbit pada beberapa akaun. Isi akaun atau pautannya.',
    en: '{column}: the post “{value}” was published on several accounts. Fill in the account or the link.',
  },
  'not-a-day': {
    ms: '{column}: “{value}” bukan tarikh. Tulis seperti 24/11/2026 atau 2026-11-24.',
    en: '{column}: “{value}” is not a date. Write it as 24/11/2026 or 2026-11-24.',
  },
  'day-missing': {
    ms: 'Tarikh prestasi kosong. Isi tarikh angka dibaca.',
    en: 'The date of the results is empty. Fill in the date on which the numbers were read.',
  },
  'day-in-future': {
    ms: '{column}: {value} belum tiba.',
    en: '{column}: {value} has not come yet.',
  },
  'not-a-count': {
    ms: '{column}: “{value}” bukan nombor bulat. Tulis seperti 1234 atau 1,234.',
    en: '{column}: “{value}” is not a whole number. Write it as 1234 or 1,234.',
  },
  'rounded-count': {
    ms: '{column}: “{value}” telah dibundarkan. Tulis nombor penuh, seperti 1234.',
    en: '{column}: “{value}” is rounded. Write the whole number, as in 1234.',
  },
  'no-counts': {
    ms: 'Tiada angka pada baris ini. Isi sekurang-kurangnya satu.',
    en: 'There is no number in this row. Fill in one at least.',
  },
  'repeated-row': {
    ms: 'Hantaran, akaun dan tarikh yang sama sudah ada pada baris {value}. Kekalkan satu.',
    en: 'The same post, account and date already stand in row {value}. Keep one.',
  },
}
