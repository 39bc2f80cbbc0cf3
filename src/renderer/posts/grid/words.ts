import { inBothLanguages } from '../../words/tree'

/** What the days of the grid say besides their posts: what stands behind them, and the rhythm. */
export const gridWords = inBothLanguages(
  {
    behind: {
      hold: 'Tempoh sekatan (penerbitan ditahan): {text}',
      warn: 'Tempoh sekatan: {text}',
      holiday: 'Cuti: {text}',
      note: 'Nota: {text}',
    },
    rhythm: {
      title: 'Irama',
      show: 'Tunjukkan irama akaun',
      hide: 'Sembunyikan irama akaun',
      onDay: 'Irama pada {day}',
      over: 'Melebihi panduan',
      under: 'Di bawah panduan',
      mark: {
        over: '{channel}: {count} akaun melebihi panduan',
        under: '{channel}: {count} akaun di bawah panduan',
      },
      posts: '{count} hantaran · panduan {guide} sehari',
      note: 'Panduan bagi hari yang ada bahan (KKS E). Hari tanpa hantaran bukan kegagalan.',
    },
  },
  {
    behind: {
      hold: 'Blackout period (publication held): {text}',
      warn: 'Blackout period: {text}',
      holiday: 'Holiday: {text}',
      note: 'Note: {text}',
    },
    rhythm: {
      title: 'Rhythm',
      show: 'Show the rhythm of the accounts',
      hide: 'Hide the rhythm of the accounts',
      onDay: 'Rhythm on {day}',
      over: 'Over the guide',
      under: 'Under the guide',
      mark: {
        over: '{channel}: {count} account over the guide | {channel}: {count} accounts over the guide',
        under:
          '{channel}: {count} account under the guide | {channel}: {count} accounts under the guide',
      },
      posts:
        '{count} post · the guide is {guide} a day | {count} posts · the guide is {guide} a day',
      note: 'A guide for days with something to tell (KKS E). A day without posts is no failure.',
    },
  },
)
