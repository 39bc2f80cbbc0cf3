import type { ResultField } from '#contract/postResultImports'
import { resultFieldWords } from '#contract/resultImportWords'
import type { Language } from '#contract/values'
import { inBothLanguages } from '../../words/tree'

function fields(language: Language) {
  const { link, title, account, postDay, day, reach, likes, shares, comments } = resultFieldWords
  return {
    ...{ link: link[language], title: title[language], account: account[language] },
    ...{ postDay: postDay[language], day: day[language], reach: reach[language] },
    ...{ likes: likes[language], shares: shares[language], comments: comments[language] },
  } satisfies Record<ResultField, string>
}

/** Results that come in from a sheet. */
export const resultImportWords = inBothLanguages(
  {
    bring: {
      open: 'Import prestasi daripada Excel atau CSV…',
      title: 'Import prestasi',
      columnsHint:
        'Padankan setiap lajur. Hantaran dikenali melalui pautannya, atau melalui tajuk, akaun dan tarikh terbit.',
      preset: {
        meta: 'Dikenali sebagai eksport Meta Business Suite. Semak padanan di bawah. Tarikh dalam fail ini tidak dibaca.',
        x: 'Dikenali sebagai eksport X Analytics. X tiada angka capaian: tera (Impressions) dipadankan dengan Capaian. Semak padanan di bawah.',
      },
      day: 'Tarikh prestasi bagi baris tanpa tarikh',
      postNeeded: 'Padankan satu lajur dengan Pautan hantaran atau Tajuk hantaran.',
      countNeeded: 'Padankan sekurang-kurangnya satu lajur dengan angka.',
      dayNeeded: 'Isi tarikh prestasi atau padankan lajurnya.',
      importing: 'Mengimport prestasi',
      bad: '{count} baris perlu dibetulkan. Tiada prestasi diimport selagi ada baris yang ditolak.',
      added: '{count} rekod baharu.',
      replaced: '{count} rekod sedia ada akan diganti.',
      same: '{count} baris sama dengan yang direkod.',
      skipped: '{count} baris dilangkau.',
      skip: 'Langkau baris yang hantarannya tiada dalam kalendar',
      skipHint: 'Eksport saluran biasanya mengandungi semua hantaran pada akaun itu.',
      replacedTitle: 'Akan diganti',
      moreReplaced: 'dan {count} lagi.',
      nothing: 'tiada',
      import: 'Import {count} rekod',
      done: '{count} rekod prestasi diimport',
      undone: 'Import dibatalkan: {count} rekod dikembalikan seperti sebelumnya',
      undonePartly:
        'Import dibatalkan: {count} rekod dikembalikan, {kept} dikekalkan kerana telah diubah',
      earlierLine: '{name}, {moment}: {count} rekod',
      fields: fields('ms'),
    },
  },
  {
    bring: {
      open: 'Import results from Excel or CSV…',
      title: 'Import results',
      columnsHint:
        'Match each column. A post is known by its link, or by its title, account and date published.',
      preset: {
        meta: 'Recognised as an export of Meta Business Suite. Check the matches below. The dates of this file are not read.',
        x: 'Recognised as an export of X Analytics. X has no figure of reach: Impressions are matched with Reach. Check the matches below.',
      },
      day: 'Date of the results for rows without one',
      postNeeded: 'Match one column with Link of the post or Title of the post.',
      countNeeded: 'Match at least one column with a number.',
      dayNeeded: 'Fill in the date of the results or match its column.',
      importing: 'Importing results',
      bad: '{count} row needs correcting. Nothing is imported while a row is rejected. | {count} rows need correcting. Nothing is imported while a row is rejected.',
      added: '{count} new record. | {count} new records.',
      replaced:
        '{count} existing record will be replaced. | {count} existing records will be replaced.',
      same: '{count} row is as recorded. | {count} rows are as recorded.',
      skipped: '{count} row left out. | {count} rows left out.',
      skip: 'Leave out rows whose post is not in the calendar',
      skipHint: 'The export of a network usually holds every post of the account.',
      replacedTitle: 'Will be replaced',
      moreReplaced: 'and {count} more.',
      nothing: 'none',
      import: 'Import {count} record | Import {count} records',
      done: '{count} record of results imported | {count} records of results imported',
      undone:
        'Import undone: {count} record put back as it was | Import undone: {count} records put back as they were',
      undonePartly:
        'Import undone: {count} record put back, {kept} kept because changed since | Import undone: {count} records put back, {kept} kept because changed since',
      earlierLine: '{name}, {moment}: {count} record | {name}, {moment}: {count} records',
      fields: fields('en'),
    },
  },
)
