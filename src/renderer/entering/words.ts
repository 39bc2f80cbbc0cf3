import { inBothLanguages } from '../words/tree'

/** Sheets that come in, whatever they hold. */
export const enteringWords = inBothLanguages(
  {
    steps: { file: 'Fail', columns: 'Lajur', check: 'Semakan' },
    choose: 'Pilih fail',
    chooseHint:
      'Fail XLSX atau CSV dengan tajuk lajur pada baris pertama, paling banyak {most} baris.',
    chosen: '{name}: {count} baris',
    oldLetters:
      'Fail ini bukan UTF-8 dan dibaca sebagai Windows-1252. Semak huruf khas dalam contoh di bawah.',
    column: 'Lajur {name}',
    example: 'Contoh: {text}',
    ignore: 'Abaikan',
    fieldTwice: 'Setiap medan hanya boleh dipadankan sekali.',
    check: 'Semak baris',
    badRow: 'Baris {row}',
    saveProblems: 'Simpan senarai (CSV)',
    problemsFile: 'Baris ditolak',
    earlier: 'Import terdahulu',
    undo: 'Batalkan import',
    undoneAlready: 'Telah dibatalkan',
    back: 'Kembali',
    otherFile: 'Pilih fail lain',
    moreProblems: '{count} sebab lagi ada dalam senarai yang disimpan.',
  },
  {
    steps: { file: 'File', columns: 'Columns', check: 'Check' },
    choose: 'Choose a file',
    chooseHint: 'An XLSX or CSV file with headings in its first row, {most} rows at most.',
    chosen: '{name}: {count} row | {name}: {count} rows',
    oldLetters:
      'This file is not UTF-8 and was read as Windows-1252. Check the special letters in the examples below.',
    column: 'Column {name}',
    example: 'Example: {text}',
    ignore: 'Ignore',
    fieldTwice: 'Each field can be matched only once.',
    check: 'Check the rows',
    badRow: 'Row {row}',
    saveProblems: 'Save the list (CSV)',
    problemsFile: 'Rejected rows',
    earlier: 'Earlier imports',
    undo: 'Undo the import',
    undoneAlready: 'Undone',
    back: 'Back',
    otherFile: 'Choose another file',
    moreProblems:
      '{count} more reason is in the list that is saved. | {count} more reasons are in the list that is saved.',
  },
)
