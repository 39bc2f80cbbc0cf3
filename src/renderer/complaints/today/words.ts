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
        'next-day': '{count} aduan perlu tindakan sebelum tamat hari bekerja berikutnya',
        'flag-approvals': '{count} cadangan perhatian menunggu kelulusan',
        'flag-reviews': '{count} semakan pengadu perlu dibuat',
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
        'next-day':
          '{count} complaint is due by the next working day | {count} complaints are due by the next working day',
        'flag-approvals':
          '{count} proposal of care to approve | {count} proposals of care to approve',
        'flag-reviews': '{count} complainant to review | {count} complainants to review',
      },
    },
  },
)
