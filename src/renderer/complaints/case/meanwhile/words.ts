import { inBothLanguages } from '../../../words/tree'

/** Texts of a complaint that somebody else saved while it was corrected. */
export const meanwhileWords = inBothLanguages(
  {
    meanwhile: {
      title: 'Aduan ini diubah semasa anda menaip',
      by: '{name} mengubahnya pada {moment}.',
      safe: 'Taipan anda masih di sini. Medan yang diubah oleh kedua-duanya dibandingkan sebelum disimpan.',
      compare: 'Bandingkan',
      explain: 'Pilih satu bagi setiap medan yang diubah oleh kedua-duanya, kemudian simpan.',
      taken: 'Diambil daripada yang disimpan, tanpa taipan anda: {fields}.',
      mine: 'Taipan saya',
      theirs: 'Yang disimpan',
      allMine: 'Semua taipan saya',
      allTheirs: 'Semua yang disimpan',
      left: 'Belum dipilih: {count} medan',
      save: 'Simpan dengan pilihan ini',
      kept: 'Perubahan orang lain dikekalkan: {fields}',
    },
  },
  {
    meanwhile: {
      title: 'This complaint changed while you were typing',
      by: '{name} changed it on {moment}.',
      safe: 'Your typing is still here. Fields that both changed are compared before it is saved.',
      compare: 'Compare',
      explain: 'Choose one for every field that both changed, then save.',
      taken: 'Taken as saved, for you did not touch them: {fields}.',
      mine: 'My typing',
      theirs: 'As saved',
      allMine: 'All of mine',
      allTheirs: 'All as saved',
      left: '{count} field to be chosen | {count} fields to be chosen',
      save: 'Save with these choices',
      kept: 'Changes of others were kept: {fields}',
    },
  },
)
