import type { MeasuredAnswer } from '#contract/assessmentMeasures'
import type {
  ReportControl,
  ReportEvidence,
  ReportFile,
  ReportFinding,
  ReportMeasure,
} from '#contract/assessmentReports'
import type { Assessment } from '#contract/assessments'
import type { Sha256 } from '#contract/values'
import { isHeading } from './content.ts'

/** A piece of evidence with its id, which the report does not show. */
export type NumberedEvidence = ReportEvidence & { readonly id: string }

/** The evidence of an assessment, each piece once, numbered in the order of the controls. */
export function reportEvidence(
  { controls, evidence }: Pick<Assessment, 'controls' | 'evidence'>,
  {
    files,
    hashes,
  }: {
    readonly files: ReadonlyMap<string, readonly ReportFile[]>
    readonly hashes: ReadonlyMap<string, Sha256 | null>
  },
): NumberedEvidence[] {
  const places = new Map<string, number>(controls.map(({ key }, place) => [key, place]))
  const clauses = new Map<string, string>(controls.map(({ key, clause }) => [key, clause]))
  const inOrder = evidence.toSorted(
    (one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0),
  )
  const pieces = new Map(inOrder.map(({ evidence: piece }) => [piece.id, piece]))
  return [...pieces.values()].map((piece, place) => ({
    ...{ id: piece.id, number: place + 1, kind: piece.source.kind, title: piece.title },
    url: piece.source.kind === 'link' ? piece.source.url : null,
    ...{ isGone: piece.isGone, addedAt: piece.addedAt, addedBy: piece.addedBy },
    clauses: inOrder.flatMap((use) =>
      use.evidence.id === piece.id ? [clauses.get(use.key) ?? ''] : [],
    ),
    files: [...(files.get(piece.id) ?? [])],
    ...(hashes.has(piece.id) && { hash: hashes.get(piece.id) ?? null }),
  }))
}

/** The controls as they are read, with what was answered and the numbers of their evidence. */
export function reportControls(
  whole: Pick<Assessment, 'controls' | 'answers' | 'evidence' | 'measured'>,
  pieces: readonly NumberedEvidence[],
): ReportControl[] {
  const { controls, answers, evidence, measured } = whole
  const numbers = new Map(pieces.map(({ id, number }) => [id, number]))
  return controls.map((control) => {
    const { key, parent, clause, section, question, weight, scope } = control
    const answer = answers.find((each) => each.key === key)
    return {
      ...{ key, parent, clause, section, question, weight, scope },
      isHeading: isHeading(control, controls),
      isRetired: control.retired !== null,
      result: answer?.result ?? null,
      progress: answer?.progress ?? 'not-started',
      note: answer?.note ?? '',
      answered: answer === undefined ? null : { at: answer.changedAt, by: answer.changedBy },
      evidence: evidence
        .flatMap((use) => (use.key === key ? (numbers.get(use.evidence.id) ?? []) : []))
        .toSorted((one, other) => one - other),
      measured: measureOf(measured.find((each) => each.key === key)),
    }
  })
}

/** Figures and moment of a measurement, what it was held to, and how the answer stands to it. */
function measureOf(found: MeasuredAnswer | undefined): ReportMeasure | null {
  if (found === undefined) return null
  const { at, by, stand, reason, reasonBy, measured } = found
  const { verdict, kept, counted, limit, settings, guide, uncounted, why, amounts } = measured
  return {
    ...{ at, by, stand, reason, reasonBy, verdict, kept, counted },
    ...{ limit, settings, guide, uncounted, why, amounts },
    ...(measured.failed !== undefined && { failed: measured.failed }),
  }
}

/** The findings in the order of their controls, numbered. */
export function reportFindings({
  controls,
  findings,
}: Pick<Assessment, 'controls' | 'findings'>): ReportFinding[] {
  const inOrder = controls.flatMap(({ key, clause }) =>
    findings.filter((each) => each.key === key).map((finding) => ({ finding, clause })),
  )
  return inOrder.map(({ finding, clause }, place) => {
    const { key, severity, text, raisedAt, raisedBy, closed, actions } = finding
    return {
      ...{ number: place + 1, key, clause, severity, text, raisedAt, raisedBy, closed },
      actions: actions.map(({ what, ownerName, due, progress, isOverdue, checked }) => ({
        ...{ what, ownerName, due, progress, isOverdue, checked },
      })),
    }
  })
}
