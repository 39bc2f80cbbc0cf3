import { ImportField } from '#contract/postImports'
import { planHeadings } from '../../reports/planHeadings.ts'
import { guessBy } from '../../../sheets/guess.ts'

/** What offices write over their columns besides our own headings, in small letters. */
const alsoCalled: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  title: ['tajuk hantaran', 'tajuk posting', 'hantaran', 'perkara', 'topik', 'post title', 'topic'],
  day: ['tarikh hantaran', 'tarikh siaran', 'tarikh terbit', 'hari/tarikh', 'publish date', 'day'],
  time: ['masa siaran', 'masa hantaran', 'waktu', 'publish time'],
  kind: ['jenis hantaran', 'jenis kandungan', 'format', 'bahan', 'type', 'content type'],
  phase: ['fasa promosi', 'promotion phase'],
  category: ['kategori', 'category', 'gelombang'],
  accounts: ['platform', 'saluran', 'media sosial', 'account', 'channel', 'channels'],
  text: ['teks', 'kapsyen', 'caption', 'kandungan', 'text', 'content', 'copy'],
  hashtags: ['hashtag', 'tagar', 'tanda pagar (hashtag)'],
  links: ['link', 'pautan rujukan'],
  status: ['keadaan', 'status hantaran', 'status of post'],
  url: [
    ...['url', 'permalink', 'pautan hantaran', 'pautan siaran', 'pautan posting', 'url hantaran'],
    ...['link hantaran', 'link siaran', 'link posting', 'post url', 'post link', 'published link'],
  ],
  post: ['nombor hantaran', 'id hantaran', 'no. posting', 'post number', 'post id'],
  brief: ['ringkasan', 'keterangan', 'ringkasan kandungan', 'description', 'objektif'],
  notes: ['nota', 'ulasan', 'remarks', 'note'],
  programmeName: ['program', 'programme', 'event', 'aktiviti'],
  programmePlace: ['tempat', 'lokasi', 'venue', 'place'],
  programmeTime: ['waktu program', 'masa majlis', 'time of programme'],
  programmeState: ['negeri', 'state'],
  programmeGuests: ['tetamu', 'tetamu kehormat', 'vip', 'guests'],
  thrusts: ['teras strategik', 'thrust', 'strategic thrust'],
  segments: ['segmen sasaran', 'sasaran', 'segment', 'audience'],
  requestedOn: ['tarikh permohonan', 'tarikh diminta', 'date requested'],
  deliveredOn: ['tarikh terima', 'tarikh bahan diterima', 'date delivered'],
  accountTexts: ['teks setiap akaun', 'account texts'],
  owner: ['pegawai', 'pegawai bertanggungjawab', 'penyedia', 'pic', 'person in charge'],
  designer: ['pereka grafik', 'graphic designer'],
  approver: ['diluluskan oleh', 'approved by'],
}

/** What each column seems to hold of a post, by its heading. */
export const guessColumns = guessBy(
  ImportField.options.map((field) => ({
    field,
    names: [planHeadings[field].ms, planHeadings[field].en, ...(alsoCalled[field] ?? [])],
  })),
)
