import type { RegisterField, RegisterProblem } from './complaintImports.ts'
import { sheetProblemWords, type ProblemWords } from './sheetWords.ts'
import type { Language } from './values.ts'

/** What each column of a sheet of complaints is called. */
export const registerFieldWords: Readonly<
  Record<RegisterField, Readonly<Record<Language, string>>>
> = {
  oldReference: { ms: 'Nombor daftar lama', en: 'Number in the old register' },
  received: { ms: 'Tarikh terima', en: 'Received' },
  receivedTime: { ms: 'Masa diterima', en: 'Time received' },
  channel: { ms: 'Saluran', en: 'Channel' },
  account: { ms: 'Akaun', en: 'Account' },
  reference: { ms: 'Rujukan daripada saluran', en: 'Reference of the channel' },
  link: { ms: 'Pautan komen awam', en: 'Link' },
  name: { ms: 'Nama pengadu', en: 'Name' },
  anonymous: { ms: 'Tanpa nama (ya atau tidak)', en: 'Anonymous (yes or no)' },
  phone: { ms: 'Telefon', en: 'Phone' },
  email: { ms: 'E-mel', en: 'E-mail' },
  address: { ms: 'Alamat surat', en: 'Address' },
  identityNumber: { ms: 'Nombor kad pengenalan', en: 'Identity number' },
  kind: { ms: 'Jenis aduan', en: 'Kind' },
  subKind: { ms: 'Subjenis', en: 'Sub-kind' },
  what: { ms: 'Butiran aduan', en: 'What happened' },
  state: { ms: 'Negeri', en: 'State' },
  district: { ms: 'Daerah', en: 'District' },
  road: { ms: 'Kod jalan', en: 'Road' },
  kilometre: { ms: 'Kilometer', en: 'Kilometre' },
  place: { ms: 'Tempat', en: 'Place' },
  severity: { ms: 'Tahap keseriusan', en: 'Severity' },
  difficulty: { ms: 'Tahap kerumitan', en: 'Difficulty' },
  agency: { ms: 'Dimajukan kepada', en: 'Forwarded to' },
  forwarded: { ms: 'Tarikh dimajukan kepada agensi', en: 'Date forwarded' },
  status: { ms: 'Status', en: 'Status' },
  acknowledged: { ms: 'Tarikh akuan terima', en: 'Date acknowledged' },
  answered: { ms: 'Tarikh dijawab', en: 'Date answered' },
  closed: { ms: 'Tarikh ditutup', en: 'Date closed' },
  remarks: { ms: 'Catatan', en: 'Remarks' },
}

/** What is wrong with a cell of a sheet of complaints, and what to do. */
export const registerProblemWords: ProblemWords<RegisterProblem> = {
  ...sheetProblemWords,
  'what-missing': {
    ms: 'Butiran aduan kosong. Isi perkara yang diadukan.',
    en: 'What happened is empty. Fill in what was complained of.',
  },
  'received-missing': {
    ms: 'Tarikh terima kosong. Isi tarikh aduan diterima.',
    en: 'The date received is empty. Fill in when the complaint was received.',
  },
  'not-a-moment': {
    ms: '{column}: “{value}” bukan tarikh. Tulis seperti 24/11/2026 atau 24/11/2026 14:30.',
    en: '{column}: “{value}” is not a date. Write it as 24/11/2026 or 24/11/2026 14:30.',
  },
  'not-a-time': {
    ms: '{column}: “{value}” bukan masa. Tulis seperti 14:30 atau 2.30 petang.',
    en: '{column}: “{value}” is not a time. Write it as 14:30 or 2.30 pm.',
  },
  'in-future': {
    ms: '{column}: “{value}” belum tiba. Betulkan tarikh atau masanya.',
    en: '{column}: “{value}” is still to come. Correct the date or the time.',
  },
  'before-received': {
    ms: '{column}: “{value}” lebih awal daripada tarikh aduan diterima. Betulkan salah satu.',
    en: '{column}: “{value}” is before the complaint was received. Correct one of them.',
  },
  'channel-missing': {
    ms: 'Baris ini tiada saluran. Isi saluran, atau pilih saluran bagi baris tanpa saluran.',
    en: 'This row has no channel. Fill it in, or choose the channel of rows without one.',
  },
  'unknown-channel': {
    ms: '{column}: saluran “{value}” tiada dalam senarai. Gunakan nama dalam Tetapan, Data rujukan.',
    en: '{column}: the channel “{value}” is not in the list. Use a name from Settings, Reference data.',
  },
  'unknown-account': {
    ms: '{column}: akaun “{value}” tidak dikenali pada saluran ini. Tulis saluran dan nama pengguna, seperti Facebook @nama, atau kosongkan.',
    en: '{column}: the account “{value}” is not known on this channel. Write the channel and the handle, as in Facebook @name, or leave it empty.',
  },
  'kind-missing': {
    ms: 'Baris ini tiada jenis aduan. Isi jenis, atau pilih jenis bagi baris tanpa jenis.',
    en: 'This row has no kind. Fill it in, or choose the kind of rows without one.',
  },
  'unknown-kind': {
    ms: '{column}: jenis “{value}” tiada dalam senarai. Gunakan nama dalam Tetapan, Data rujukan, seperti Jalan Persekutuan.',
    en: '{column}: the kind “{value}” is not in the list. Use a name from Settings, Reference data, such as Federal road.',
  },
  'unknown-sub-kind': {
    ms: '{column}: subjenis “{value}” tiada di bawah jenis aduan ini. Gunakan nama dalam Tetapan, Data rujukan, atau kosongkan.',
    en: '{column}: the sub-kind “{value}” is not under this kind. Use a name from Settings, Reference data, or leave it empty.',
  },
  'unknown-state': {
    ms: '{column}: negeri “{value}” tidak dikenali. Tulis nama penuh negeri.',
    en: '{column}: the state “{value}” is not known. Write the full name of a state.',
  },
  'unknown-severity': {
    ms: '{column}: “{value}” tidak dikenali. Gunakan Keselamatan, Berat, Sederhana atau Ringan.',
    en: '{column}: “{value}” is not known. Use Safety, Serious, Moderate or Minor.',
  },
  'unknown-difficulty': {
    ms: '{column}: “{value}” tidak dikenali. Gunakan Biasa atau Kompleks.',
    en: '{column}: “{value}” is not known. Use Ordinary or Complex.',
  },
  'unknown-agency': {
    ms: '{column}: agensi “{value}” tiada dalam senarai. Tambahkannya dalam Tetapan, Data rujukan, atau gunakan nama yang ada.',
    en: '{column}: the agency “{value}” is not in the list. Add it in Settings, Reference data, or use a name that is there.',
  },
  'agency-missing': {
    ms: '{column}: ada tarikh “{value}” tetapi tiada agensi. Isi agensi yang menerima aduan ini.',
    en: '{column}: there is the date “{value}” but no agency. Fill in to whom it was forwarded.',
  },
  'unknown-status': {
    ms: '{column}: status “{value}” tidak dikenali. Gunakan Baharu, Perlu maklumat, Dimajukan, Dalam tindakan, Selesai, Ditutup, Luar bidang kuasa atau Palsu.',
    en: '{column}: the status “{value}” is not known. Use New, Needs information, Forwarded, In progress, Resolved, Closed, Outside jurisdiction or False.',
  },
  'status-not-taken': {
    ms: '{column}: aduan berstatus “{value}” tidak diimport. Buang baris ini, atau tukar statusnya.',
    en: '{column}: a complaint with the status “{value}” is not imported. Remove the row, or change its status.',
  },
  'closed-while-open': {
    ms: '{column}: ada tarikh “{value}” tetapi statusnya belum selesai. Betulkan salah satu.',
    en: '{column}: there is the date “{value}” but the status says it is open. Correct one of them.',
  },
  'not-an-email': {
    ms: '{column}: “{value}” bukan alamat e-mel. Betulkan atau kosongkan.',
    en: '{column}: “{value}” is not an e-mail address. Correct it or leave it empty.',
  },
  'not-a-link': {
    ms: '{column}: “{value}” bukan alamat web lengkap. Tulis seperti https://www.facebook.com/… atau kosongkan.',
    en: '{column}: “{value}” is not a whole web address. Write it as https://www.facebook.com/… or leave it empty.',
  },
  'not-yes-no': {
    ms: '{column}: “{value}” bukan ya atau tidak.',
    en: '{column}: “{value}” is neither yes nor no.',
  },
  'name-missing': {
    ms: 'Ada butiran hubungan tetapi tiada nama pengadu. Isi nama, atau buang butiran hubungan.',
    en: 'There are contact details but no name. Fill in the name, or remove the details.',
  },
  'named-anonymous': {
    ms: '{column}: baris ini tanpa nama, tetapi ada “{value}”. Buang salah satu.',
    en: '{column}: this row is anonymous, yet “{value}” stands there. Remove one of them.',
  },
  'has-covers': {
    ms: '{column}: “{value}” mengandungi ••• pelindung data peribadi. Isi teks asal.',
    en: '{column}: “{value}” holds ••• that cover personal data. Fill in the original text.',
  },
  'too-long': {
    ms: '{column}: “{value}” terlalu panjang. Pendekkan.',
    en: '{column}: “{value}” is too long. Shorten it.',
  },
  'repeated-in-sheet': {
    ms: '{column}: nombor ini sudah ada pada baris {value}. Setiap aduan perlu nombor sendiri.',
    en: '{column}: this number stands in row {value} already. Each complaint needs its own.',
  },
  'already-registered': {
    ms: '{column}: sudah ada dalam daftar sebagai {value}. Buang baris ini, atau langkau baris yang sudah didaftarkan.',
    en: '{column}: it is in the register as {value}. Remove the row, or leave out rows that are registered.',
  },
}
