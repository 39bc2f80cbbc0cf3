import type { ActionProgress, Severity } from '#contract/assessmentFindings'
import type { FollowWait } from '#contract/assessmentFollowUps'
import type { Language } from '#contract/values'

type Words = Readonly<Record<Language, string>>

/** Words of findings and actions in tables: those of the screen. */
export const severityWords: Readonly<Record<Severity, Words>> = {
  major: { ms: 'Besar', en: 'Major' },
  minor: { ms: 'Kecil', en: 'Minor' },
  observation: { ms: 'Pemerhatian', en: 'Observation' },
  'good-practice': { ms: 'Amalan baik', en: 'Good practice' },
}

export const progressWords: Readonly<Record<ActionProgress, Words>> = {
  open: { ms: 'Belum mula', en: 'Not started' },
  'in-work': { ms: 'Sedang dibuat', en: 'In work' },
  done: { ms: 'Siap', en: 'Done' },
  effective: { ms: 'Berkesan', en: 'Effective' },
}

export const standingOfFinding: Readonly<Record<'open' | 'closed', Words>> = {
  open: { ms: 'Terbuka', en: 'Open' },
  closed: { ms: 'Selesai', en: 'Settled' },
}

export const waitWords: Readonly<Record<FollowWait, Words>> = {
  late: { ms: 'Lewat', en: 'Late' },
  soon: { ms: 'Dalam 7 hari', en: 'Within 7 days' },
  verify: { ms: 'Menunggu pengesahan', en: 'To be confirmed' },
  settle: { ms: 'Boleh diselesaikan', en: 'Can be settled' },
  unplanned: { ms: 'Tiada tindakan', en: 'No action yet' },
  going: { ms: 'Kemudian', en: 'Later' },
}
