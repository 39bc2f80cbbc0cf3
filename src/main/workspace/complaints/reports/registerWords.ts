import type { ClockStanding, SetReason } from '#contract/complaintClocks'
import type { ForwardingOutcome } from '#contract/complaintForwarding'
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
  'used-50': { ms: 'Lebih {share}', en: 'Over {share}' },
  'used-75': { ms: 'Lebih {share}', en: 'Over {share}' },
  'used-90': { ms: 'Lebih {share}', en: 'Over {share}' },
  paused: { ms: 'Dijeda', en: 'Paused' },
  late: { ms: 'Lewat', en: 'Late' },
  measured: { ms: 'Diukur', en: 'Measured' },
  unmeasured: { ms: 'Tidak diukur', en: 'Not measured' },
}

export const outcomeWords: Words<ForwardingOutcome> = {
  answered: { ms: 'Dijawab oleh mereka', en: 'Answered by them' },
  returned: { ms: 'Dikembalikan', en: 'Returned' },
  'no-answer': { ms: 'Tiada jawapan', en: 'No answer' },
}

/** Why a complaint has its set of limits; by hand with the reason after it. */
export const setWhyWords: Words<SetReason> = {
  urgent: { ms: 'kerana bahaya segera', en: 'because of the danger' },
  'wrong-door': { ms: 'kerana salah saluran', en: 'because of the wrong door' },
  severity: { ms: 'kerana tahap keseriusan', en: 'because of how serious it is' },
  complex: { ms: 'kerana aduan kompleks', en: 'because it is complex' },
  kind: { ms: 'kerana jenis aduan', en: 'because of its kind' },
  default: { ms: 'kerana tiada set lain sesuai', en: 'because no other set fits' },
  hand: { ms: 'dipilih sendiri', en: 'chosen by hand' },
}

export const yesNoWords: Words<'yes' | 'no'> = {
  yes: { ms: 'Ya', en: 'Yes' },
  no: { ms: 'Tidak', en: 'No' },
}

export const registerName = { ms: 'Daftar aduan', en: 'Complaint register' } as const
export const anonymousWord = { ms: 'Tanpa nama', en: 'Anonymous' } as const
