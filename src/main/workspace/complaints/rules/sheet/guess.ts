import { RegisterField } from '#contract/complaintImports'
import { registerFieldWords } from '#contract/complaintImportWords'
import { guessBy } from '../../../sheets/guess.ts'

/** What offices write over their columns besides our own headings, in small letters. */
const alsoCalled: Readonly<Record<RegisterField, readonly string[]>> = {
  oldReference: [
    ...['no', 'no.', 'bil', 'bil.', 'no. aduan', 'no aduan', 'nombor aduan', 'no. rujukan'],
    ...['no rujukan', 'no. fail', 'no. daftar', 'case no', 'complaint no', 'ref no', 'id aduan'],
  ],
  received: [
    ...['tarikh', 'tarikh aduan', 'tarikh terima aduan', 'tarikh diterima', 'tarikh & masa'],
    ...['tarikh/masa', 'tarikh dan masa', 'date', 'date received', 'complaint date', 'received on'],
  ],
  receivedTime: ['masa', 'masa terima', 'masa aduan', 'waktu', 'time'],
  channel: [
    ...['sumber', 'sumber aduan', 'saluran aduan', 'platform', 'medium', 'cara aduan', 'source'],
    ...['media', 'media sosial', 'kaedah aduan'],
  ],
  account: ['akaun media sosial', 'nama akaun', 'page', 'social media account'],
  reference: [
    ...['no. sispaa', 'no sispaa', 'sispaa', 'rujukan saluran', 'no. tiket', 'ticket no'],
    'no. rujukan sispaa',
  ],
  link: ['pautan', 'pautan komen', 'url', 'link komen', 'comment link'],
  name: ['nama', 'nama pengadu', 'pengadu', 'complainant', 'complainant name', 'full name'],
  anonymous: ['tanpa nama', 'anonim', 'aduan tanpa nama', 'is anonymous'],
  phone: [
    ...['no. telefon', 'no telefon', 'telefon', 'no. tel', 'no tel', 'no. hp', 'tel', 'phone'],
    ...['phone no', 'phone number', 'mobile', 'no. telefon pengadu', 'contact no'],
  ],
  email: ['emel', 'e-mel pengadu', 'emel pengadu', 'email', 'email address', 'alamat e-mel'],
  address: ['alamat', 'alamat pengadu', 'alamat surat-menyurat', 'postal address'],
  identityNumber: [
    ...['no. kp', 'no kp', 'no. k/p', 'no. kad pengenalan', 'kad pengenalan', 'mykad', 'ic no'],
    ...['no. ic', 'nric', 'pasport', 'passport no'],
  ],
  kind: ['jenis', 'kategori', 'kategori aduan', 'jenis jalan', 'category', 'complaint category'],
  subKind: ['sub-kategori', 'subkategori', 'sub kategori', 'jenis kerosakan', 'subcategory', 'isu'],
  what: [
    ...['aduan', 'butiran', 'keterangan', 'keterangan aduan', 'perkara', 'kandungan', 'details'],
    ...['ringkasan aduan', 'perihal aduan', 'description', 'complaint', 'complaint details'],
    'maklumat aduan',
  ],
  state: ['negeri aduan'],
  district: ['daerah/jajahan', 'jajahan', 'bahagian'],
  road: ['jalan', 'nama jalan', 'no. laluan', 'laluan', 'road name', 'route', 'no. jalan'],
  kilometre: ['km', 'seksyen', 'kilometer', 'section', 'chainage', 'lokasi km'],
  place: ['lokasi', 'tempat kejadian', 'lokasi aduan', 'alamat lokasi', 'location'],
  severity: ['keterukan', 'tahap keterukan', 'keutamaan', 'prioriti', 'priority'],
  difficulty: ['tahap kesukaran', 'kesukaran', 'kerumitan', 'kategori kerumitan', 'complexity'],
  agency: [
    ...['agensi', 'dimajukan ke', 'agensi bertanggungjawab', 'tindakan oleh', 'jkr daerah'],
    ...['pemilik tindakan', 'agency', 'referred to', 'action by'],
  ],
  forwarded: ['tarikh dimajukan', 'tarikh majukan', 'tarikh dirujuk', 'date referred'],
  status: ['status aduan', 'keadaan', 'status tindakan', 'complaint status'],
  acknowledged: ['tarikh akuan', 'akuan terima', 'tarikh akuan penerimaan', 'acknowledgement date'],
  answered: [
    ...['tarikh jawapan', 'tarikh maklum balas', 'tarikh jawab', 'tarikh balas', 'date answered'],
    ...['tarikh respon', 'response date', 'reply date'],
  ],
  closed: [
    ...['tarikh tutup', 'tarikh selesai', 'tarikh siap', 'tarikh penyelesaian', 'date closed'],
    ...['completion date', 'date resolved', 'date completed'],
  ],
  remarks: [
    'ulasan',
    'nota',
    'tindakan',
    'tindakan diambil',
    'catatan tindakan',
    'remark',
    'notes',
  ],
}

/** What each column seems to hold of a complaint, by its heading. */
export const guessRegister = guessBy(
  RegisterField.options.map((field) => ({
    field,
    names: [registerFieldWords[field].ms, registerFieldWords[field].en, ...alsoCalled[field]],
  })),
)
