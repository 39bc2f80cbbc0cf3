import { inBothLanguages } from '../../words/tree'

/** What is due of posts, in numbers. */
export const postDueWords = inBothLanguages(
  {
    due: {
      expired: '{count} hantaran tamat tempoh',
      publish: '{count} hantaran perlu diterbitkan hari ini',
      'held-hold':
        '{count} hantaran ditahan kerana semua penerbitan digantung: jangan terbitkan dahulu',
      'held-blackout': '{count} hantaran ditahan oleh tempoh sekatan: jangan terbitkan dahulu',
      prepare: '{count} hantaran perlu ditandakan sedia terbit',
      decide: '{count} hantaran menunggu keputusan',
      changes: '{count} hantaran perlu pindaan',
      approve: '{count} hantaran perlu diluluskan segera',
      produce: '{count} hantaran perlu mula dihasilkan',
      moved: 'Tarikh akhir {count} hantaran berubah',
      remark: '{count} hantaran ada ulasan terbuka',
      results: '{count} hantaran belum ada prestasi',
    },
  },
  {
    due: {
      expired: '{count} post expired | {count} posts expired',
      publish: '{count} post to publish today | {count} posts to publish today',
      'held-hold':
        '{count} post held, as all publication is on hold: do not publish it yet | {count} posts held, as all publication is on hold: do not publish them yet',
      'held-blackout':
        '{count} post held by a blackout: do not publish it yet | {count} posts held by a blackout: do not publish them yet',
      prepare: '{count} post to mark as ready | {count} posts to mark as ready',
      decide: '{count} post waits for a decision | {count} posts wait for a decision',
      changes: '{count} post needs changes | {count} posts need changes',
      approve: '{count} post needs approval soon | {count} posts need approval soon',
      moved: 'Last days of {count} post moved | Last days of {count} posts moved',
      produce: 'Work on {count} post has to begin | Work on {count} posts has to begin',
      remark: '{count} post has an open remark | {count} posts have open remarks',
      results: '{count} post lacks results | {count} posts lack results',
    },
  },
)
