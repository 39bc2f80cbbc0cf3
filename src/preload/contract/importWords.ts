import type { RowProblem } from './postImports.ts'
import { sheetProblemWords, type ProblemWords } from './sheetWords.ts'

/** What is wrong with a cell of a sheet of posts, and what to do. */
export const rowProblemWords: ProblemWords<RowProblem> = {
  ...sheetProblemWords,
  'title-missing': {
    ms: 'Tajuk kosong. Isi tajuk hantaran.',
    en: 'The title is empty. Fill in a title.',
  },
  'too-long': {
    ms: '{column}: “{value}” terlalu panjang. Pendekkan.',
    en: '{column}: “{value}” is too long. Shorten it.',
  },
  'not-a-day': {
    ms: '{column}: “{value}” bukan tarikh. Tulis seperti 24/11/2026.',
    en: '{column}: “{value}” is not a date. Write it as 24/11/2026.',
  },
  'not-a-time': {
    ms: '{column}: “{value}” bukan masa. Tulis seperti 14:30 atau 2.30 petang.',
    en: '{column}: “{value}” is not a time. Write it as 14:30 or 2.30 pm.',
  },
  'unknown-kind': {
    ms: '{column}: jenis “{value}” tidak dikenali. Gunakan Infografik, Videografik, Vox pop, Video MCP, Video SCP, Album foto atau Teks.',
    en: '{column}: the kind “{value}” is not known. Use Infographic, Videographic, Vox pop, MCP video, SCP video, Photo album or Text.',
  },
  'unknown-phase': {
    ms: '{column}: fasa “{value}” tidak dikenali. Tulis nombor 1 hingga 5 atau nama fasa.',
    en: '{column}: the phase “{value}” is not known. Write a number from 1 to 5 or the name of a phase.',
  },
  'unknown-category': {
    ms: '{column}: kategori “{value}” tiada dalam senarai. Gunakan nama dalam Tetapan, Data rujukan.',
    en: '{column}: the category “{value}” is not in the list. Use a name from Settings, Reference data.',
  },
  'unknown-approach': {
    ms: '{column}: pendekatan “{value}” tiada dalam senarai. Gunakan nama dalam Tetapan, Data rujukan.',
    en: '{column}: the approach “{value}” is not in the list. Use a name from Settings, Reference data.',
  },
  'unknown-thrust': {
    ms: '{column}: teras “{value}” tiada dalam senarai. Gunakan nama dalam Tetapan, Data rujukan.',
    en: '{column}: the thrust “{value}” is not in the list. Use a name from Settings, Reference data.',
  },
  'unknown-segment': {
    ms: '{column}: segmen “{value}” tiada dalam senarai. Gunakan nama dalam Tetapan, Data rujukan.',
    en: '{column}: the segment “{value}” is not in the list. Use a name from Settings, Reference data.',
  },
  'unknown-state': {
    ms: '{column}: negeri “{value}” tidak dikenali. Tulis nama penuh negeri.',
    en: '{column}: the state “{value}” is not known. Write the full name of a state.',
  },
  'unknown-account': {
    ms: '{column}: akaun “{value}” tidak dikenali, atau lebih daripada satu akaun bernama begitu. Tulis saluran dan nama pengguna, seperti Facebook @nama.',
    en: '{column}: the account “{value}” is not known, or several go by that name. Write the channel and the handle, as in Facebook @name.',
  },
  'repeated-account': {
    ms: '{column}: akaun “{value}” disebut dua kali. Kekalkan satu.',
    en: '{column}: the account “{value}” is named twice. Keep one.',
  },
  'text-of-no-account': {
    ms: '{column}: “{value}” tiada akaunnya dalam baris ini. Tulis akaun seperti [Facebook @nama] pada baris di atas teksnya, dan namakan akaun itu dalam lajur akaun.',
    en: '{column}: “{value}” has no account in this row. Write the account as [Facebook @name] on the line above its text, and name it in the column of accounts.',
  },
  'unknown-person': {
    ms: '{column}: “{value}” tiada antara orang yang aktif. Gunakan nama penuh seperti dalam Tetapan, Orang.',
    en: '{column}: “{value}” is not among the people in use. Use the full name as in Settings, People.',
  },
  'not-a-hashtag': {
    ms: '{column}: “{value}” bukan tanda pagar. Gunakan satu perkataan tanpa # di tengahnya.',
    en: '{column}: “{value}” is not a hashtag. Use one word without a # within it.',
  },
  'not-a-link': {
    ms: '{column}: “{value}” bukan alamat web lengkap. Tulis seperti https://www.jkr.gov.my.',
    en: '{column}: “{value}” is not a whole web address. Write it as https://www.jkr.gov.my.',
  },
  'programme-nameless': {
    ms: 'Program ada butiran tetapi tiada nama. Isi nama program.',
    en: 'The programme has details but no name. Fill in its name.',
  },
  'unknown-status': {
    ms: '{column}: status “{value}” tidak dikenali. Gunakan Idea, Draf, Diterbitkan, Diarkibkan, Ditangguh atau Dibatalkan.',
    en: '{column}: the status “{value}” is not known. Use Idea, Draft, Published, Archived, On hold or Cancelled.',
  },
  'needs-approval': {
    ms: '{column}: “{value}” memerlukan kelulusan dalam kalendar ini. Hantaran ini akan masuk sebagai draf.',
    en: '{column}: “{value}” needs approval in this calendar. This post will come in as a draft.',
  },
  'reason-missing': {
    ms: '{column}: “{value}” memerlukan sebab. Isi lajur Sebab status.',
    en: '{column}: “{value}” needs a reason. Fill in the column Reason of the status.',
  },
  'account-missing': {
    ms: 'Baris ini tiada akaun. Tulis akaun tempat hantaran diterbitkan.',
    en: 'This row has no account. Write the account on which the post comes out.',
  },
  'day-missing': {
    ms: 'Hantaran yang diterbitkan memerlukan tarikh. Isi tarikh terbitnya.',
    en: 'A published post needs a date. Fill in the date on which it came out.',
  },
  'link-unpublished': {
    ms: '{column}: “{value}” ialah pautan terbitan, tetapi statusnya belum diterbitkan. Tukar status, atau padankan lajur ini dengan Pautan.',
    en: '{column}: “{value}” is the link of something published, but the status says otherwise. Change the status, or match this column with Links.',
  },
  'link-missing': {
    ms: 'Baris lain hantaran ini ada pautan terbitan, baris ini tidak. Isi pautannya, atau tulis Diterbitkan dalam lajur status.',
    en: 'Another row of this post has the link of its publication, this one has none. Fill it in, or write Published in the column of statuses.',
  },
  'link-of-no-account': {
    ms: '{column}: “{value}” tidak jelas akaunnya. Tulis satu baris bagi setiap akaun, atau nama akaun di hadapan setiap pautan.',
    en: '{column}: “{value}” belongs to no account that is clear. Write a row for each account, or the account before each link.',
  },
  'out-in-future': {
    ms: '{column}: “{value}” belum tiba, jadi hantaran ini belum diterbitkan. Betulkan tarikh atau statusnya.',
    en: '{column}: “{value}” is still to come, so this post is not published yet. Correct its date or its status.',
  },
  'out-while-held': {
    ms: '{column}: semua hantaran digantung pada “{value}”. Betulkan tarikh atau masanya.',
    en: '{column}: everything was on hold on “{value}”. Correct the date or the time.',
  },
  'out-in-blackout': {
    ms: '{column}: “{value}” dalam tempoh sekatan yang menahan hantaran sebegini. Betulkan tarikhnya, atau import sebagai draf.',
    en: '{column}: “{value}” is in a blackout that holds such posts. Correct the date, or import it as a draft.',
  },
  'differs-from-first': {
    ms: '{column}: “{value}” berbeza daripada baris pertama hantaran ini. Samakan, atau kosongkan sel ini.',
    en: '{column}: “{value}” differs from the first row of this post. Make them the same, or empty this cell.',
  },
}
