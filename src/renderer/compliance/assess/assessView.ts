import type { Finding } from '#contract/assessmentFindings'
import type { MeasuredAnswer } from '#contract/assessmentMeasures'
import type { AssessmentResult, AssessmentSubject } from '#contract/assessmentSubjects'
import type { Answer, AnswerFields, Assessment, Score } from '#contract/assessments'
import type { Control, ControlScope, Framework, VersionHead } from '#contract/frameworks'
import { isHeading } from '../checklistView'

/** The results in the order of their keys: 1 met, 2 partly, 3 not met, 4 not applicable. */
export const results = [
  'met',
  'partly',
  'not-met',
  'not-applicable',
] as const satisfies AssessmentResult[]

/** Which controls of an assessment are shown. */
export const shownControls = [
  'all',
  'unanswered',
  'again',
  'measured',
  'disagreed',
  'not-met',
  'finding',
  'overdue',
] as const
export type ShownControls = (typeof shownControls)[number]

/** How a control stands: its result, or why there is none. */
export type Standing = AssessmentResult | 'unanswered' | 'not-asked'

/** One control of an assessment with all that stands at it. */
export interface AnsweredControl {
  readonly control: Control
  readonly isHeading: boolean
  readonly answer: Answer | null
  /** What was measured of it for this assessment. */
  readonly measured: MeasuredAnswer | null
  /** Of a heading: by what stands below it. */
  readonly score: Score | null
  readonly evidence: Assessment['evidence']
  readonly findings: readonly Finding[]
  readonly standing: Standing
  /** It has a result that somebody is to look at again. */
  readonly isAgain: boolean
  readonly isOverdue: boolean
}

/** The controls of an assessment as they are read. */
export function answeredControls(assessment: Assessment): AnsweredControl[] {
  const { controls, answers, measured, headings, evidence, findings } = assessment
  return controls.map((control) => {
    const { key } = control
    const answer = answers.find((each) => each.key === key) ?? null
    const own = findings.filter((each) => each.key === key)
    return {
      control,
      isHeading: isHeading(control, controls),
      answer,
      measured: measured.find((each) => each.key === key) ?? null,
      score: headings.find((each) => each.key === key)?.score ?? null,
      evidence: evidence.filter((each) => each.key === key),
      findings: own,
      standing: control.retired === null ? (answer?.result ?? 'unanswered') : 'not-asked',
      isAgain: answer !== null && answer.result !== null && answer.progress === 'in-work',
      isOverdue: own.some(({ actions }) => actions.some((each) => each.isOverdue)),
    }
  })
}

/** Whether a control is among those of a filter; headings are shown with what stands below them. */
export function isShown(each: AnsweredControl, shown: ShownControls): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'unanswered':
      return !each.isHeading && each.standing === 'unanswered'
    case 'again':
      return each.isAgain
    case 'measured':
      return each.measured?.stand === 'followed'
    case 'disagreed':
      return each.measured?.stand === 'disagreed'
    case 'not-met':
      return each.standing === 'not-met' || each.standing === 'partly'
    case 'finding':
      return each.findings.some(({ closed }) => closed === null)
    case 'overdue':
      return each.isOverdue
  }
}

/** How many controls each filter shows; headings are not counted. */
export function countsOf(all: readonly AnsweredControl[]): Record<ShownControls, number> {
  const own = all.filter((each) => !each.isHeading)
  const count = (shown: ShownControls) => own.filter((each) => isShown(each, shown)).length
  return {
    all: count('all'),
    unanswered: count('unanswered'),
    again: count('again'),
    measured: count('measured'),
    disagreed: count('disagreed'),
    'not-met': count('not-met'),
    finding: count('finding'),
    overdue: count('overdue'),
  }
}

/** The control before (-1) or after (1) one among those that are answered; null at either end. */
export function besides(
  all: readonly AnsweredControl[],
  key: string | null,
  by: -1 | 1,
): string | null {
  const keys: string[] = all.filter((each) => !each.isHeading).map(({ control }) => control.key)
  if (key === null) return keys[0] ?? null
  return keys[keys.indexOf(key) + by] ?? null
}

/** What stands at a control that nobody touched. */
export const blankAnswer: AnswerFields = { result: null, progress: 'not-started', note: '' }

export function fieldsOfAnswer(answer: Answer | null): AnswerFields {
  if (answer === null) return blankAnswer
  const { result, progress, note } = answer
  return { result, progress, note }
}

/** An answer with a result: who gives one is done, also with what was to be looked at again. */
export function withResult(before: AnswerFields, result: AssessmentResult | null): AnswerFields {
  return { ...before, result, progress: result === null ? 'not-started' : 'done' }
}

/**
 * Whether an answer would be otherwise than measured and nothing says why yet: then whoever gives it
 * is asked for the reason first.
 */
export function needsReason(
  measured: MeasuredAnswer | null,
  before: AssessmentResult | null,
  result: AssessmentResult | null,
): boolean {
  if (measured === null || result === null || result === before) return false
  const { verdict } = measured.measured
  return verdict !== 'not-measured' && result !== verdict
}

/** What a subject is usually asked; whoever starts the assessment may choose otherwise. */
export function usualScopes(kind: AssessmentSubject['kind']): ControlScope[] {
  if (kind === 'account') return ['account', 'post']
  if (kind === 'operator') return ['operator']
  return kind === 'unit' ? ['account', 'unit', 'post'] : ['account', 'unit', 'operator', 'post']
}

/** The newest published version of each checklist in use. */
export function assessable(all: readonly Framework[]): VersionHead[] {
  return all.flatMap(({ removed, versions }) => {
    const newest = removed ? undefined : versions.find(({ state }) => state === 'published')
    return newest ? [newest] : []
  })
}

/** The half year a day stands in: assessments are usually of one. */
export function halfYear(today: string): { from: string; to: string } {
  const year = today.slice(0, 4)
  return today.slice(5) < '07-01'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` }
}
