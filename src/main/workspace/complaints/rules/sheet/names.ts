import type { ComplaintStatus } from '#contract/complaintStatus'
import { Difficulty, difficultyWords, Severity, severityWords } from '#contract/complaintWeight'
import { namedBy } from '../../../sheets/names.ts'

/** What offices write for where a complaint stands, our own words first. */
const statusNames: Readonly<Record<ComplaintStatus, readonly string[]>> = {
  new: ['baharu', 'new', 'baru', 'diterima', 'received', 'belum diambil tindakan', 'open'],
  'needs-information': [
    ...[
      'perlu maklumat',
      'needs information',
      'menunggu maklumat',
      'kiv',
      'maklumat tidak lengkap',
    ],
  ],
  forwarded: ['dimajukan', 'forwarded', 'dipanjangkan', 'diserahkan', 'dirujuk', 'referred'],
  'in-progress': [
    ...['dalam tindakan', 'in progress', 'in hand', 'dalam proses', 'sedang diambil tindakan'],
    ...['dalam siasatan', 'tindakan', 'tertunggak', 'belum selesai', 'pending', 'processing'],
  ],
  resolved: ['selesai', 'resolved', 'settled', 'telah selesai', 'siap', 'done', 'completed'],
  closed: ['ditutup', 'closed', 'tutup', 'kes ditutup'],
  'outside-jurisdiction': [
    ...['luar bidang kuasa', 'outside jurisdiction', 'bukan bidang kuasa', 'bukan jkr', 'not ours'],
  ],
  duplicate: ['pendua', 'duplicate', 'bertindih', 'aduan berulang', 'repeat'],
  false: ['palsu', 'false', 'tidak berasas', 'unfounded', 'aduan palsu'],
  voided: ['dibatalkan', 'voided', 'batal', 'cancelled'],
}

export const statuses = namedBy(
  Object.entries(statusNames).map(([value, names]) => ({
    value: value as ComplaintStatus,
    names: [value, ...names],
  })),
)

const alsoGrave: Readonly<Record<Severity, readonly string[]>> = {
  safety: ['keselamatan awam', 'bahaya', 'kritikal', 'critical', 'danger'],
  serious: ['tinggi', 'serius', 'high', 'major'],
  moderate: ['medium', 'sedang'],
  minor: ['rendah', 'low', 'kecil'],
}

export const severities = namedBy(
  Severity.options.map((value) => ({
    value,
    names: [value, severityWords[value].ms, severityWords[value].en, ...alsoGrave[value]],
  })),
)

const alsoHard: Readonly<Record<Difficulty, readonly string[]>> = {
  ordinary: ['mudah', 'simple', 'normal', 'tidak kompleks'],
  complex: ['rumit', 'sukar', 'difficult'],
}

export const difficulties = namedBy(
  Difficulty.options.map((value) => ({
    value,
    names: [value, difficultyWords[value].ms, difficultyWords[value].en, ...alsoHard[value]],
  })),
)

/** What people write where there is nothing to write. */
const nothing = /^(?:[-–—.]+|n\/?a|nil|tiada|none)$/i

/** A cell without what only says that it is empty. */
export function withoutDash(cell: string): string {
  return nothing.test(cell.trim()) ? '' : cell
}

/** Yes, no, or null for neither. */
export function readYesNo(text: string): boolean | null {
  if (/^(?:ya|y|yes|true|1|x|✓|√|benar)$/i.test(text)) return true
  return /^(?:tidak|t|no|n|false|0|bukan)$/i.test(text) ? false : null
}

/** Whether somebody who gave no name is meant. */
export function isNobody(name: string): boolean {
  return /^(?:tanpa nama|tidak bernama|anonim|anonymous|tidak dinyatakan|unknown)$/i.test(name)
}
