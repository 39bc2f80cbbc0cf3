import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { Score } from '#contract/assessments'
import type { Control, TitlePair } from '#contract/frameworks'
import { isHeading } from './content.ts'

/** What a result is worth; "not applicable" is worth nothing and weighs nothing (ours). */
const worth = { met: 1, partly: 0.5, 'not-met': 0 } as const

export type Results = ReadonlyMap<string, AssessmentResult | null>

/**
 * The score of some controls: worth times weight, over the weights of what applies and was answered
 * (ours). A heading is left out: it is answered by what stands below it.
 * @param controls asked ones; headings among them weigh nothing
 * @param results by the key of the control; null or missing: not answered
 */
export function scoreOf(
  controls: readonly Control[],
  results: Results,
  all: readonly Control[] = controls,
): Score {
  const asked = controls.filter(
    (control) => control.retired === null && !isHeading(control, all) && control.weight > 0,
  )
  let [points, possible, answered, notApplicable] = [0, 0, 0, 0]
  for (const { key, weight } of asked) {
    const result = results.get(key) ?? null
    if (result === null) continue
    answered += 1
    if (result === 'not-applicable') {
      notApplicable += 1
      continue
    }
    points += worth[result] * weight
    possible += weight
  }
  const score = possible === 0 ? null : points / possible
  return { score, points, possible, asked: asked.length, answered, notApplicable }
}

/** The score of each section, in the order in which sections first appear. */
export function sectionScores(
  controls: readonly Control[],
  results: Results,
): { title: TitlePair; score: Score }[] {
  const titles = new Map(controls.map(({ section }) => [section.ms, section]))
  return [...titles.values()].map((title) => {
    const own = controls.filter(({ section }) => section.ms === title.ms)
    return { title, score: scoreOf(own, results, controls) }
  })
}

/** The score of each heading, by what stands below it. */
export function headingScores(
  controls: readonly Control[],
  results: Results,
): { key: string; score: Score }[] {
  return controls
    .filter((control) => isHeading(control, controls))
    .map(({ key }) => {
      const below = controls.filter(({ parent }) => parent === key)
      return { key, score: scoreOf(below, results, controls) }
    })
}
