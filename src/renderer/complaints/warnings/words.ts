import { inBothLanguages } from '../../words/tree'

/** Warnings of time limits: in notices, on the board and in the timeline; and the ladder they rest on. */
export const complaintWarningWords = inBothLanguages(
  {
    warnings: {
      title: 'Had masa aduan',
      line: {
        used: '{share} masa digunakan: {numbers}',
        late: 'Had masa dilepasi: {numbers}',
        rung: 'Untuk makluman {role}: {numbers}',
      },
      andMore: '{first} dan {count} lagi',
      event: {
        used: 'Amaran: {share} masa digunakan ({clock})',
        late: 'Amaran: had masa dilepasi ({clock})',
        rung: 'Kes lewat ini perlu diketahui {role} ({clock})',
      },
      reached: 'Dicapai {moment}',
      board: {
        rung: 'Aduan lewat untuk makluman {role}',
        all: 'Lihat semua: aduan lewat untuk makluman {role}',
      },
    },
    ladder: {
      title: 'Amaran dan eskalasi aduan',
      intro:
        'Bila amaran diberi sebelum had masa tamat, dan siapa dimaklumkan apabila aduan sudah lewat. Penapis, notis, Papan Pemuka, peringatan pagi, memo dan garis masa mengikut tetapan ini. Aduan terbuka dikira semula sebaik disimpan.',
      saved: 'Tetapan amaran dan eskalasi disimpan',
      shares: 'Amaran sebelum had masa tamat',
      sharesHint:
        'Peratus masa yang sudah digunakan. Amaran pertama hanya diberi bagi bahaya; pegawai yang lain melihatnya dalam senarai.',
      share: { 'used-50': 'Amaran pertama', 'used-75': 'Amaran kedua', 'used-90': 'Amaran ketiga' },
      ofTime: '% masa',
      rungs: 'Selepas had masa tamat',
      rungsHint:
        'Pegawai aduan dimaklumkan sebaik had masa tamat. Bagi bahaya, semua dimaklumkan pada saat itu juga.',
      rung: { approver: 'Peringkat pertama', head: 'Peringkat kedua' },
      role: 'Siapa dimaklumkan',
      roleOf: 'Siapa dimaklumkan: {rung}',
      days: 'Selepas had masa dalam hari',
      daysOf: 'Selepas had masa dalam hari: {rung}',
      workingDays: 'hari bekerja',
      hours: 'Selepas had masa dalam jam',
      hoursOf: 'Selepas had masa dalam jam: {rung}',
      elapsedHours: 'jam',
      hoursHint:
        'Jam dikira siang malam, termasuk hari cuti. Kosongkan kedua-duanya jika had masa dalam jam juga dikira dengan hari bekerja.',
      own: 'Tetapan unit; sumber memberi had masa sahaja, bukan tangga eskalasi.',
      between: 'Isi nombor bulat antara {least} dan {most}.',
      reset: 'Guna nilai asal',
      resetDone: 'Nilai asal digunakan semula',
      isShipped: 'Ini nilai asal.',
    },
  },
  {
    warnings: {
      title: 'Time limits of complaints',
      line: {
        used: '{share} of the time used: {numbers}',
        late: 'Time limit passed: {numbers}',
        rung: 'For the {role} to know: {numbers}',
      },
      andMore: '{first} and {count} more',
      event: {
        used: 'Warned: {share} of the time used ({clock})',
        late: 'Warned: time limit passed ({clock})',
        rung: 'The {role} must know of this late case ({clock})',
      },
      reached: 'Reached {moment}',
      board: {
        rung: 'Late complaints for the {role} to know',
        all: 'Show all: late complaints for the {role} to know',
      },
    },
    ladder: {
      title: 'Warnings and escalation of complaints',
      intro:
        'When warnings are given before a time limit passes, and who is told once a complaint is late. Filters, notices, the dashboard, the morning’s reminder, memos and the timeline follow it. Open complaints are counted again when it is saved.',
      saved: 'Warnings and escalation saved',
      shares: 'Warnings before the time limit passes',
      sharesHint:
        'Per cent of the time that is used. The first warning is given of dangers alone; others see it in the list.',
      share: {
        'used-50': 'First warning',
        'used-75': 'Second warning',
        'used-90': 'Third warning',
      },
      ofTime: '% of the time',
      rungs: 'After the time limit passed',
      rungsHint:
        'The complaints officer is told as the time limit passes. Of dangers everybody is told at that moment.',
      rung: { approver: 'First step', head: 'Second step' },
      role: 'Who is told',
      roleOf: 'Who is told: {rung}',
      days: 'After a limit in days',
      daysOf: 'After a limit in days: {rung}',
      workingDays: 'working days',
      hours: 'After a limit in hours',
      hoursOf: 'After a limit in hours: {rung}',
      elapsedHours: 'hours',
      hoursHint:
        'Hours pass day and night, on days off too. Leave both empty where working days are counted after limits in hours as well.',
      own: 'A setting of the unit; the sources give time limits, and no ladder.',
      between: 'Enter a whole number from {least} to {most}.',
      reset: 'Use the shipped values',
      resetDone: 'The shipped values are used again',
      isShipped: 'These are the shipped values.',
    },
  },
)
