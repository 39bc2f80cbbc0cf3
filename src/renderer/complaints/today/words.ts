import { inBothLanguages } from '../../words/tree'

/** What is due of complaints, on the board and in numbers. */
export const complaintsTodayWords = inBothLanguages(
  {
    today: {
      title: 'Aduan',
      late: '{count} lewat',
      by: 'Tarikh akhir',
      all: 'Lihat semua: aduan lewat dan perlu hari ini',
      due: {
        late: '{count} aduan lewat',
        today: '{count} aduan perlu tindakan hari ini',
      },
    },
  },
  {
    today: {
      title: 'Complaints',
      late: '{count} late',
      by: 'Due',
      all: 'Show all: complaints late or due today',
      due: {
        late: '{count} complaint is late | {count} complaints are late',
        today: '{count} complaint is due today | {count} complaints are due today',
      },
    },
  },
)
