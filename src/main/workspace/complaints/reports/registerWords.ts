import type { ClockStanding } from '#contract/complaintClocks'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { Language } from '#contract/values'

/** Words in both languages; a test holds them against those of the window. */
type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>

export const statusWords: Words<ComplaintStatus> = {
  new: { ms: 'Baharu', en: 'New' },
  'needs-information': { ms: 'Perlu maklumat', en: 'Needs information' },
  forwarded: { ms: 'Dimajukan', en: 'Forwarded' },
  'in-progress': { ms: 'Dalam tindakan', en: 'In progress' },
  resolved: { ms: 'Selesai', en: 'Resolved' },
  closed: { ms: 'Ditutup', en: 'Closed' },
  'outside-jurisdiction': { ms: 'Luar bidang kuasa', en: 'Outside jurisdiction' },
  duplicate: { ms: 'Pendua', en: 'Duplicate' },
  false: { ms: 'Palsu', en: 'False' },
  voided: { ms: 'Dibatalkan', en: 'Voided' },
}

export const standingWords: Words<ClockStanding> = {
  met: { ms: 'Dipenuhi', en: 'Met' },
  'met-late': { ms: 'Dipenuhi lewat', en: 'Met late' },
  running: { ms: 'Berjalan', en: 'Running' },
  'used-50': { ms: 'Lebih 50%', en: 'Over 50%' },
  'used-75': { ms: 'Lebih 75%', en: 'Over 75%' },
  'used-90': { ms: 'Lebih 90%', en: 'Over 90%' },
  paused: { ms: 'Dijeda', en: 'Paused' },
  late: { ms: 'Lewat', en: 'Late' },
  measured: { ms: 'Diukur', en: 'Measured' },
  unmeasured: { ms: 'Tidak diukur', en: 'Not measured' },
}

export const yesNoWords: Words<'yes' | 'no'> = {
  yes: { ms: 'Ya', en: 'Yes' },
  no: { ms: 'Tidak', en: 'No' },
}

export const registerName = { ms: 'Daftar aduan', en: 'Complaint register' } as const
export const anonymousWord = { ms: 'Tanpa nama', en: 'Anonymous' } as const
