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
        'rung-administrator': '{count} aduan lewat perlu diketahui pentadbir',
        'rung-approver': '{count} aduan lewat perlu diketahui pelulus',
        'rung-head': '{count} aduan lewat perlu diketahui ketua',
        'decisions-late': '{count} keputusan mesyuarat anda lewat dilaksanakan',
        'decisions-today': '{count} keputusan mesyuarat anda perlu dilaksanakan hari ini',
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
        'rung-administrator':
          '{count} late complaint for the administrator to know | {count} late complaints for the administrator to know',
        'rung-approver':
          '{count} late complaint for the approver to know | {count} late complaints for the approver to know',
        'rung-head':
          '{count} late complaint for the head to know | {count} late complaints for the head to know',
        'decisions-late':
          '{count} meeting decision of yours is late | {count} meeting decisions of yours are late',
        'decisions-today':
          '{count} meeting decision of yours is due today | {count} meeting decisions of yours are due today',
        'flag-approvals':
          '{count} proposal of care to approve | {count} proposals of care to approve',
        'flag-reviews': '{count} complainant to review | {count} complainants to review',
      },
    },
  },
)
