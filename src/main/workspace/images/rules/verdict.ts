import type { Finding, Verdict } from '#contract/findings'
import { verdictOf } from '#contract/verdicts'
import type { SizeRules } from '#contract/imageRules'
import type { Measurement } from '../measure/measurement.ts'
import { fileFindings } from './file.ts'
import type { JudgedKind } from './kind.ts'
import { qualityFindings } from './quality.ts'
import { repeatFindings } from './repeats.ts'
import type { RepeatToJudge } from './repeats.ts'
import { sizeFindings } from './size.ts'

/** What one picture's own measurement gives rise to, apart from any other picture. */
export function findingsFor(picture: Measurement, as: JudgedKind, rules: SizeRules): Finding[] {
  const size = sizeFindings(picture, as.kind, rules)
  const quality = qualityFindings(picture, as, rules.quality, size)
  return [...size, ...fileFindings(picture), ...quality]
}

export { verdictOf }

export interface Judged {
  readonly findings: Finding[]
  readonly verdict: Verdict
}

/**
 * Findings and verdict from what is stored: for a picture just checked, and again whenever its kind,
 * the settings or a person's word on a repeat change.
 */
export function judgePicture(
  picture: Measurement,
  as: JudgedKind,
  rules: SizeRules,
  repeats: readonly RepeatToJudge[],
): Judged {
  const findings = [...repeatFindings(repeats), ...findingsFor(picture, as, rules)]
  return { findings, verdict: verdictOf(findings) }
}
