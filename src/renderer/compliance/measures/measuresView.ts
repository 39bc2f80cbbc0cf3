import type { AssessmentPeriod, AssessmentSubject } from '#contract/assessmentSubjects'
import type { Control, Framework, VersionHead } from '#contract/frameworks'
import type { Measured, MeasureVerdict } from '#contract/measures'
import type { PlainDate } from '#contract/values'
import { daysOf } from '../../complaints/overview/periods'
import { bySection, type Section } from '../sections'

/** Periods that are measured: those that last, those before them, or any days. */
export const periodKeys = [
  ...(['month', 'last-month', 'quarter', 'last-quarter'] as const),
  ...(['year', 'last-year', 'free'] as const),
] as const
export type PeriodKey = (typeof periodKeys)[number]

/** The days of a period around a day; the whole of it, also what is still to come. */
export function periodOf(key: Exclude<PeriodKey, 'free'>, today: PlainDate): AssessmentPeriod {
  if (key === 'last-month') return daysOf('month', dayBefore(daysOf('month', today).from))
  if (key === 'last-quarter') return daysOf('quarter', dayBefore(daysOf('quarter', today).from))
  return daysOf(key, today)
}

function dayBefore(day: PlainDate): PlainDate {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000)
  // A day less one day is a day.
  return before.toISOString().slice(0, 10) as PlainDate
}

/** A version that can be measured, with the title of its checklist. */
export interface MeasurableVersion extends VersionHead {
  readonly shipped: boolean
}

/** Versions of checklists in use, in the order of the checklists. */
export function measurableVersions(all: readonly Framework[]): MeasurableVersion[] {
  return all
    .filter(({ removed }) => !removed)
    .flatMap(({ versions, shipped }) =>
      versions.map((version) => ({ ...version, shipped: shipped !== null })),
    )
}

/** A control with its answer. */
export interface MeasuredControl {
  readonly control: Control
  readonly measured: Measured
}

/** The answers with their controls, section by section, in the order of the checklist. */
export function measuredSections(
  controls: readonly Control[],
  answers: readonly Measured[],
  shown: MeasureVerdict | 'all',
): Section<MeasuredControl>[] {
  const byKey = new Map(answers.map((answer) => [answer.key, answer]))
  const rows = controls.flatMap((control) => {
    const measured = byKey.get(control.key)
    const isShown = measured !== undefined && (shown === 'all' || measured.verdict === shown)
    return isShown ? [{ control, measured }] : []
  })
  return bySection(rows, ({ control }) => control)
}

/** How many answers have each verdict. */
export function verdictCounts(answers: readonly Measured[]): Record<MeasureVerdict, number> {
  const of = (verdict: MeasureVerdict) =>
    answers.filter((answer) => answer.verdict === verdict).length
  return {
    ...{ met: of('met'), partly: of('partly') },
    ...{ 'not-met': of('not-met'), 'not-measured': of('not-measured') },
  }
}

/** Nothing under what everybody would call met is written as 100 %. */
export function shareOf({ kept, counted }: Pick<Measured, 'kept' | 'counted'>): number {
  if (counted === 0) return 0
  return kept === counted ? 1 : Math.min(0.99, kept / counted)
}

export type SubjectKind = AssessmentSubject['kind']
