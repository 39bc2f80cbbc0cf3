import type { QualityFinding, QualityMark } from '#contract/assessmentQuality'
import { WorkspaceError } from '#contract/errors'
import { answerable } from '../rules/asked.ts'
import { qualityOf, type CheckedControl } from '../rules/quality.ts'
import type { Gathered } from './reporting.ts'

/** What is missing of an assessment, as it stands now. */
export function checkQuality({ whole, files }: Gathered): QualityFinding[] {
  const asked = answerable(whole.controls)
  const checked = whole.controls.flatMap((control): CheckedControl[] => {
    const { key, clause, weight, measurement } = control
    const measured = whole.measured.find((each) => each.key === key)
    if (!asked.has(key)) return []
    const answer = whole.answers.find((each) => each.key === key)
    return [
      {
        ...{ key, clause, weight, result: answer?.result ?? null },
        ...{ progress: answer?.progress ?? 'not-started', note: answer?.note ?? '' },
        answeredAt: answer?.changedAt ?? null,
        evidence: whole.evidence
          .filter((use) => use.key === key)
          .map(({ evidence: { id, source, isGone } }) => ({
            ...{ kind: source.kind, isGone },
            files: (files.get(id) ?? []).map(({ addedAt }) => addedAt),
          })),
        measured: measurement === null ? 'none' : (measured ?? null),
        findings: whole.findings
          .filter((each) => each.key === key)
          .map(({ severity, closed, actions }) => ({
            ...{ severity, isOpen: closed === null, actions },
          })),
      },
    ]
  })
  const { isIntact } = whole.pinned
  return qualityOf({ isIntact, hasNewer: whole.newer !== null }, checked)
}

/** @throws WorkspaceError `compliance.quality-errors` with how many */
export function refuseErrors(quality: readonly QualityFinding[]): void {
  const count = quality.filter(({ level }) => level === 'error').length
  if (count > 0) throw new WorkspaceError('compliance.quality-errors', { count })
}

/**
 * The warnings, each of which was acknowledged.
 * @throws WorkspaceError `compliance.quality-unseen` with how many were not
 */
export function acknowledged(
  quality: readonly QualityFinding[],
  seen: readonly QualityMark[],
): QualityMark[] {
  const marks = new Set(seen.map(({ kind, key }) => `${kind} ${key ?? ''}`))
  const warnings = quality.filter(({ level }) => level === 'warning')
  const count = warnings.filter(({ kind, key }) => !marks.has(`${kind} ${key ?? ''}`)).length
  if (count > 0) throw new WorkspaceError('compliance.quality-unseen', { count })
  return warnings.map(({ kind, key }) => ({ kind, key }))
}
