import type { RegisterField } from '#contract/complaintImports'
import { registerFieldWords } from '#contract/complaintImportWords'
import type { Language } from '#contract/values'
import { inBothLanguages } from '../../words/tree'

function fields(language: Language): Record<RegisterField, string> {
  const words = registerFieldWords
  return {
    ...{ oldReference: words.oldReference[language], received: words.received[language] },
    ...{ receivedTime: words.receivedTime[language], channel: words.channel[language] },
    ...{ account: words.account[language], reference: words.reference[language] },
    ...{ link: words.link[language], name: words.name[language] },
    ...{ anonymous: words.anonymous[language], phone: words.phone[language] },
    ...{ email: words.email[language], address: words.address[language] },
    ...{ identityNumber: words.identityNumber[language], kind: words.kind[language] },
    ...{ subKind: words.subKind[language], what: words.what[language] },
    ...{ state: words.state[language], district: words.district[language] },
    ...{ road: words.road[language], kilometre: words.kilometre[language] },
    ...{ place: words.place[language], severity: words.severity[language] },
    ...{ difficulty: words.difficulty[language], agency: words.agency[language] },
    ...{ forwarded: words.forwarded[language], status: words.status[language] },
    ...{ acknowledged: words.acknowledged[language], answered: words.answered[language] },
    ...{ closed: words.closed[language], remarks: words.remarks[language] },
  }
}

/** Complaints that come in from the register an office kept before. */
export const complaintImportWords = inBothLanguages(
  {
    import: {
      open: 'Import daftar lama…',
      title: 'Import daftar aduan lama',
      columnsHint:
        'Padankan setiap lajur. Butiran aduan dan tarikh terima mesti ada. Tarikh tanpa masa diukur dalam hari sahaja.',
      needed: 'Padankan satu lajur dengan Butiran aduan dan satu dengan Tarikh terima.',
      channel: 'Saluran bagi baris tanpa saluran',
      kind: 'Jenis bagi baris tanpa jenis',
      none: 'Tolak baris itu',
      checking: 'Menyemak daftar lama',
      importing: 'Mengimport aduan',
      bad: '{count} baris perlu dibetulkan. Tiada aduan diimport selagi ada baris yang ditolak.',
      sound: '{count} aduan sedia diimport.',
      nothing: 'Tiada aduan baharu untuk diimport.',
      people: '{count} pengadu baharu.',
      skipped: '{count} baris dilangkau kerana sudah didaftarkan.',
      unmeasured:
        '{count} aduan yang selesai tiada tarikh jawapan atau tarikh ditutup: had masanya tidak diukur.',
      skip: 'Langkau baris yang sudah ada dalam daftar',
      skipHint: 'Dikenali melalui nombor daftar lama atau rujukan saluran.',
      likely: 'Mungkin berulang: {count} baris',
      likelyHint: 'Baris ini tetap diimport. Semak selepas import dan gabungkan jika perlu.',
      likelyRow: 'Baris {row}: serupa dengan baris {other}',
      likelyNumber: 'Baris {row}: serupa dengan {number}',
      moreLikely: 'dan {count} lagi.',
      import: 'Import {count} aduan',
      done: '{count} aduan diimport',
      undoReason: 'Import dibatalkan',
      undone: 'Import dibatalkan: {count} aduan berstatus dibatalkan',
      undonePartly:
        'Import dibatalkan: {count} aduan berstatus dibatalkan, {kept} dikekalkan kerana telah dikerjakan',
      earlierLine: '{name}, {moment}: {count} aduan',
      fields: fields('ms'),
    },
  },
  {
    import: {
      open: 'Import an old register…',
      title: 'Import an old register of complaints',
      columnsHint:
        'Match each column. What happened and when it was received must be there. Dates without a time are measured in days alone.',
      needed: 'Match one column with What happened and one with Received.',
      channel: 'Channel of rows without one',
      kind: 'Kind of rows without one',
      none: 'Reject those rows',
      checking: 'Checking the old register',
      importing: 'Importing complaints',
      bad: '{count} row needs correcting. Nothing is imported while a row is rejected. | {count} rows need correcting. Nothing is imported while a row is rejected.',
      sound:
        '{count} complaint is ready to be imported. | {count} complaints are ready to be imported.',
      nothing: 'There is no new complaint to import.',
      people: '{count} new complainant. | {count} new complainants.',
      skipped:
        '{count} row left out because it is registered. | {count} rows left out because they are registered.',
      unmeasured:
        '{count} settled complaint has no date of the answer or of closing: its limits are not measured. | {count} settled complaints have no date of the answer or of closing: their limits are not measured.',
      skip: 'Leave out rows that are in the register',
      skipHint: 'Known by the number in the old register or the reference of the channel.',
      likely: 'Possible repeats: {count} row | Possible repeats: {count} rows',
      likelyHint:
        'They are imported all the same. Look at them afterwards and join them if needed.',
      likelyRow: 'Row {row}: like row {other}',
      likelyNumber: 'Row {row}: like {number}',
      moreLikely: 'and {count} more.',
      import: 'Import {count} complaint | Import {count} complaints',
      done: '{count} complaint imported | {count} complaints imported',
      undoReason: 'Import undone',
      undone: 'Import undone: {count} complaint voided | Import undone: {count} complaints voided',
      undonePartly:
        'Import undone: {count} complaint voided, {kept} kept because somebody worked on it | Import undone: {count} complaints voided, {kept} kept because somebody worked on them',
      earlierLine: '{name}, {moment}: {count} complaint | {name}, {moment}: {count} complaints',
      fields: fields('en'),
    },
  },
)
