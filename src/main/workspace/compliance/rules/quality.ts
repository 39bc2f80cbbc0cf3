import type { MeasuredStand } from '#contract/assessmentMeasures'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { AnswerProgress } from '#contract/assessments'
import type { Severity } from '#contract/assessmentFindings'
import type { QualityFinding, QualityKind } from '#contract/assessmentQuality'
import type { ControlKey } from '#contract/frameworks'

/** What the check knows of a piece of evidence at a control. */
export interface CheckedEvidence {
  readonly kind: 'file' | 'link' | 'post' | 'complaint' | 'image'
  readonly isGone: boolean
  /** When each of its files came. */
  readonly files: readonly string[]
}

export interface CheckedFinding {
  readonly severity: Severity
  readonly isOpen: boolean
  /** Of each of its actions: whether its day has passed. */
  readonly actions: readonly { readonly isOverdue: boolean }[]
}

/** One control that is answered, with all that stands at it. */
export interface CheckedControl {
  readonly key: ControlKey
  readonly clause: string
  readonly weight: number
  readonly result: AssessmentResult | null
  readonly progress: AnswerProgress
  readonly note: string
  /** ISO; null where nobody answered. */
  readonly answeredAt: string | null
  readonly evidence: readonly CheckedEvidence[]
  /** How the answer stands to what was measured; null: nothing was; `none`: it is not measured. */
  readonly measured: 'none' | null | { readonly stand: MeasuredStand; readonly reason: string }
  readonly findings: readonly CheckedFinding[]
}

type Level = QualityFinding['level']
type Rule = readonly [QualityKind, Level, (control: CheckedControl) => boolean]

/** Weight of what the law or safety asks. */
const law = 3

/** Neither evidence nor a measurement that says the same. */
const isUnproved = ({ evidence, measured }: CheckedControl): boolean =>
  evidence.length === 0 && standOf(measured) !== 'followed'
const standOf = (measured: CheckedControl['measured']): MeasuredStand | null =>
  measured === null || measured === 'none' ? null : measured.stand
const disagrees = ({ measured }: CheckedControl, isSaid: boolean): boolean =>
  measured !== null &&
  measured !== 'none' &&
  measured.stand === 'disagreed' &&
  (measured.reason.trim() !== '') === isSaid
const open = ({ findings }: CheckedControl): readonly CheckedFinding[] =>
  findings.filter(({ isOpen }) => isOpen)
const hasIdle = (control: CheckedControl, severity: Severity): boolean =>
  open(control).some((each) => each.severity === severity && each.actions.length === 0)

/**
 * What is missing at a control (all ours). Errors are what would make the report untrue or
 * unfinished: no answer, an answer somebody is still at, "met" by law or for safety with nothing to
 * show, "not met" that nobody wrote down as a finding, "not applicable" without a reason, a major
 * finding nobody does anything about. The rest is told and acknowledged.
 */
const rules: readonly Rule[] = [
  ['unanswered', 'error', ({ result }) => result === null],
  ['in-work', 'error', ({ result, progress }) => result !== null && progress !== 'done'],
  [
    ...(['met-unproved', 'error'] as const),
    (each) => each.result === 'met' && each.weight >= law && isUnproved(each),
  ],
  [
    ...(['no-evidence', 'warning'] as const),
    (each) =>
      isUnproved(each) &&
      (each.result === 'partly' || (each.result === 'met' && each.weight < law)),
  ],
  [
    ...(['evidence-empty', 'error'] as const),
    ({ evidence }) => evidence.some(({ kind, files }) => kind === 'file' && files.length === 0),
  ],
  [
    ...(['evidence-gone', 'warning'] as const),
    ({ evidence }) => evidence.length > 0 && evidence.every(({ isGone }) => isGone),
  ],
  [
    ...(['evidence-newer', 'warning'] as const),
    ({ evidence, answeredAt }) =>
      answeredAt !== null && evidence.some(({ files }) => files.some((at) => at > answeredAt)),
  ],
  [
    ...(['not-met-no-finding', 'error'] as const),
    ({ result, findings }) => result === 'not-met' && findings.length === 0,
  ],
  [
    ...(['partly-no-finding', 'warning'] as const),
    ({ result, findings }) => result === 'partly' && findings.length === 0,
  ],
  ['no-reason', 'error', ({ result, note }) => result === 'not-applicable' && note.trim() === ''],
  ['major-no-action', 'error', (each) => hasIdle(each, 'major')],
  ['minor-no-action', 'warning', (each) => hasIdle(each, 'minor')],
  [
    ...(['action-overdue', 'warning'] as const),
    ({ findings }) => findings.some(({ actions }) => actions.some(({ isOverdue }) => isOverdue)),
  ],
  [
    ...(['finding-at-met', 'warning'] as const),
    (each) =>
      each.result === 'met' &&
      open(each).some(({ severity }) => severity === 'major' || severity === 'minor'),
  ],
  ['disagreed-no-reason', 'error', (each) => disagrees(each, false)],
  ['disagreed', 'warning', (each) => disagrees(each, true)],
  ['not-measured-yet', 'warning', ({ measured }) => measured === null],
]

/**
 * What is missing of an assessment: of the whole first, then control by control in their order.
 * @param whole what is known of its checklist
 */
export function qualityOf(
  whole: { readonly isIntact: boolean; readonly hasNewer: boolean },
  controls: readonly CheckedControl[],
): QualityFinding[] {
  const general: readonly (readonly [boolean, QualityKind, Level])[] = [
    [!whole.isIntact, 'hash-differs', 'error'],
    [whole.hasNewer, 'newer-version', 'warning'],
  ]
  return [
    ...general.flatMap(([is, kind, level]) =>
      is ? [{ kind, level, key: null, clause: null }] : [],
    ),
    ...controls.flatMap((control) =>
      rules.flatMap(([kind, level, applies]) =>
        applies(control) ? [{ kind, level, key: control.key, clause: control.clause }] : [],
      ),
    ),
  ]
}
