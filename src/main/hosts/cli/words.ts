import type { ImageKind, Medium, Verdict } from '#contract/findings'
import type { Language } from '#contract/values'

interface CliWords {
  readonly help: string
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly kinds: Readonly<Record<ImageKind, string>>
  readonly mediums: Readonly<Record<Exclude<Medium, 'picture'>, string>>
  readonly columns: Readonly<Record<'verdict' | 'kind' | 'size' | 'file', string>>
  /** `{total}` and one placeholder per verdict. */
  readonly summary: string
  readonly nothing: string
  readonly passphrase: string
  readonly problems: Readonly<Record<CliProblem, string>>
}

/** Why a check could not be run. */
export type CliProblem =
  | 'unknown-command'
  | 'wrong-arguments'
  | 'no-paths'
  | 'unknown-kind'
  | 'unknown-language'
  | 'no-workspace'
  | 'no-passphrase'
  | 'wrong-passphrase'
  | 'library-not-opened'
  | 'worker-unavailable'
  | 'unexpected'

export const cliWords: Readonly<Record<Language, CliWords>> = {
  ms: {
    help: `Cara guna: ruang-kerja-bkk check <fail atau folder> [pilihan]

Semak imej: saiz, format, kerosakan dan ulangan; video dan PDF: butiran dan salinan tepat.
Folder dibaca hingga ke dalam; fail tersembunyi ditinggalkan. Fail asal tidak diubah.

Pilihan:
  --kind auto|poster|photo|avatar|header   jenis imej (asal: auto; tidak pasti = poster)
  --library                                banding juga dengan pustaka; frasa laluan ditanya,
                                           atau diambil daripada BKK_PASSPHRASE
  --json                                   cetak tatasusunan JSON sahaja
  --fresh                                  ukur semula fail yang tidak berubah juga
  --lang ms|en                             bahasa ayat (asal: ms)
  --help                                   cetak bantuan ini

Kod keluar: 0 tiada yang ditolak; 1 ada yang ditolak atau tidak boleh dibaca;
2 semakan tidak dapat dijalankan.
`,
    verdicts: {
      pass: 'lulus',
      warn: 'amaran',
      reject: 'ditolak',
      unreadable: 'tidak boleh dibaca',
    },
    kinds: { poster: 'poster', photo: 'foto', avatar: 'avatar', header: 'kepala' },
    mediums: { video: 'video', document: 'PDF' },
    columns: { verdict: 'KEPUTUSAN', kind: 'JENIS', size: 'SAIZ', file: 'FAIL' },
    summary:
      '{total} fail: {pass} lulus, {warn} amaran, {reject} ditolak, {unreadable} tidak boleh dibaca.',
    nothing: 'Tiada fail untuk disemak.',
    passphrase: 'Frasa laluan ruang kerja: ',
    problems: {
      'unknown-command': 'Perintah {detail} tidak dikenali. Gunakan --help untuk bantuan.',
      'wrong-arguments': 'Pilihan tidak difahami: {detail}. Gunakan --help untuk bantuan.',
      'no-paths': 'Nyatakan sekurang-kurangnya satu fail atau folder.',
      'unknown-kind':
        'Jenis {detail} tidak dikenali: gunakan auto, poster, photo, avatar atau header.',
      'unknown-language': 'Bahasa {detail} tidak dikenali: gunakan ms atau en.',
      'no-workspace': 'Tiada ruang kerja di {detail}. Buka aplikasi sekali untuk menciptanya.',
      'no-passphrase':
        'Pustaka memerlukan frasa laluan: tetapkan BKK_PASSPHRASE, atau jalankan di terminal.',
      'wrong-passphrase': 'Frasa laluan tidak betul.',
      'library-not-opened': 'Pustaka tidak dapat dibuka: {detail}.',
      'worker-unavailable': 'Proses pembaca imej tidak dapat dimulakan.',
      unexpected: 'Semakan terhenti kerana ralat yang tidak dijangka: {detail}.',
    },
  },
  en: {
    help: `Usage: ruang-kerja-bkk check <files or folders> [options]

Checks images: size, format, damage and repeats; videos and PDFs: details and exact copies.
Folders are read recursively; hidden files are left out. The originals are not changed.

Options:
  --kind auto|poster|photo|avatar|header   what the images are for (default: auto; unsure = poster)
  --library                                compare with the library too; the passphrase is asked
                                           for, or taken from BKK_PASSPHRASE
  --json                                   print nothing but a JSON array
  --fresh                                  measure unchanged files again too
  --lang ms|en                             language of the sentences (default: ms)
  --help                                   print this help

Exit code: 0 nothing rejected; 1 something rejected or unreadable; 2 the check could not run.
`,
    verdicts: { pass: 'pass', warn: 'warning', reject: 'rejected', unreadable: 'unreadable' },
    kinds: { poster: 'poster', photo: 'photo', avatar: 'avatar', header: 'header' },
    mediums: { video: 'video', document: 'PDF' },
    columns: { verdict: 'VERDICT', kind: 'KIND', size: 'SIZE', file: 'FILE' },
    summary:
      'Files: {total} (pass {pass}, warning {warn}, rejected {reject}, unreadable {unreadable}).',
    nothing: 'No files to check.',
    passphrase: 'Passphrase of the workspace: ',
    problems: {
      'unknown-command': 'Unknown command {detail}. Use --help for help.',
      'wrong-arguments': 'Option not understood: {detail}. Use --help for help.',
      'no-paths': 'Name at least one file or folder.',
      'unknown-kind': 'Unknown kind {detail}: use auto, poster, photo, avatar or header.',
      'unknown-language': 'Unknown language {detail}: use ms or en.',
      'no-workspace': 'There is no workspace in {detail}. Open the application once to create it.',
      'no-passphrase':
        'The library needs its passphrase: set BKK_PASSPHRASE, or run this in a terminal.',
      'wrong-passphrase': 'The passphrase is not the right one.',
      'library-not-opened': 'The library could not be opened: {detail}.',
      'worker-unavailable': 'The processes that read images could not be started.',
      unexpected: 'The check stopped because of an unexpected error: {detail}.',
    },
  },
}
