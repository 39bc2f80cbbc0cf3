import { inBothLanguages } from '../words/tree'

/** What the computer tells people of their day, and when. */
export const reminderWords = inBothLanguages(
  {
    title: 'Peringatan',
    intro:
      'Pemberitahuan komputer semasa aplikasi dibuka, juga apabila tetingkap dikecilkan. Hanya bilangan disebut, tanpa nama atau tajuk.',
    on: 'Papar peringatan',
    morning: 'Senarai pagi pada',
    morningHint: 'Sekali sehari bagi setiap orang, pada hari bekerja di negeri di bawah sahaja.',
    before: 'Sebelum waktu terbit',
    beforeHint: 'Bagi hantaran yang sedia terbit, pada mana-mana hari.',
    minutes: 'minit',
    between: 'Antara {least} hingga {most}.',
    state: 'Hari bekerja mengikut',
    saved: 'Peringatan disimpan',
    board: 'Papan hari ini',
    slot: '{count} hantaran perlu diterbitkan pada {time}',
  },
  {
    title: 'Reminders',
    intro:
      'Notices of the computer while the application is open, also when its window is minimised. They name counts only, no names or titles.',
    on: 'Show reminders',
    morning: 'Morning list at',
    morningHint: 'Once a day for each person, on working days of the state below only.',
    before: 'Before a slot',
    beforeHint: 'For posts that are ready to publish, on any day.',
    minutes: 'minutes',
    between: 'Between {least} and {most}.',
    state: 'Working days of',
    saved: 'Reminders saved',
    board: 'Today’s board',
    slot: '{count} post to publish at {time} | {count} posts to publish at {time}',
  },
)
