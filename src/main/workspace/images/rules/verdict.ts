import type { Finding, ImageKind, Verdict } from '#contract/findings'
import type { SizeRules } from '#contract/imageRules'
import type { Measurement } from '../measure/measurement.ts'
import { fileFindings } from './file.ts'
import { qualityFindings } from './quality.ts'
import { repeatFindings } from './repeats.ts'
import type { RepeatToJudge } from './repeats.ts'
import { sizeFindings } from './size.ts'

/** What one picture's own measurement gives rise to, apart from any other picture. */
export function findingsFor(picture: Measurement, kind: ImageKind, rules: SizeRules): Finding[] {
  const size = sizeFindings(picture, kind, rules)
  const quality = qualityFindings(picture, kind, rules.quality, size)
  return [...size, ...fileFindings(picture), ...quality]
}

/** The gravest finding decides; what is only told (`info`) does not. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const has = (severity: Finding['severity']) => findings.some((f) => f.severity === severity)
  if (has('unreadable')) return 'unreadable'
  if (has('reject')) return 'reject'
  return has('warn') ? 'warn' : 'pass'
}

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
  kind: ImageKind,
  rules: SizeRules,
  repeats: readonly RepeatToJudge[],
): Judged {
  const findings = [...repeatFindings(repeats), ...findingsFor(picture, kind, rules)]
  return { findings, verdict: verdictOf(findings) }
}
