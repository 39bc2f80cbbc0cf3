import type { MeasureChange, MeasuredAnswer } from '#contract/assessmentMeasures'
import type { Answer } from '#contract/assessments'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { Control } from '#contract/frameworks'
import type { AssessmentId } from '#contract/assessmentIds'
import { Measured } from '#contract/measures'
import type { Instant } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { answerRow, answersOf, insertAnswer, updateAnswer } from '../queries/answers.ts'
import type { AssessmentHead } from '../queries/assessments.ts'
import {
  insertMeasures,
  measuresOf,
  updateMeasure,
  type KeptMeasure,
} from '../queries/assessmentMeasures.ts'
import { followed, standOf } from '../rules/following.ts'

/** What keeping these measurements would change. */
export async function changesBy(
  db: Reader,
  id: AssessmentId,
  measured: readonly Measured[],
): Promise<MeasureChange[]> {
  const [last, results] = [await measuresOf(db, id), await resultsOf(db, id)]
  return measured.flatMap((after) => {
    const before = last.get(after.key) ?? null
    const result = results.get(after.key) ?? null
    const answerAfter = followed(result, before && keptOf(before), after.verdict)
    const isSame = before !== null && isSameMeasure(before.measured, after)
    if (isSame && answerAfter === result) return []
    const was = before === null ? null : withoutFailed(before.measured)
    const changed = { key: after.key, before: was, after: withoutFailed(after) }
    return [{ ...changed, answerBefore: result, answerAfter }]
  })
}

/**
 * Keeps measurements of this moment, and has the answers follow that do.
 * @param at the moment that stands with them
 * @returns what came out otherwise than before
 */
export async function keepMeasures(
  context: CommandContext,
  id: AssessmentId,
  measured: readonly Measured[],
  at: Instant = context.clock.now(),
): Promise<MeasureChange[]> {
  const { db, writer, newId, actor, record } = context
  const changes = await changesBy(db, id, measured)
  const last = await measuresOf(db, id)
  const added = []
  for (const each of measured) {
    const columns = {
      ...{ verdict: each.verdict, measured: JSON.stringify(each) },
      ...{ at, by_id: actor.id },
    }
    const row = last.get(each.key)?.rowId ?? newId()
    record('assessment_measure', row, ['control_key', ...Object.keys(columns)])
    if (last.has(each.key)) {
      await updateMeasure(writer, row, columns)
      continue
    }
    added.push({
      ...{ id: row, assessment_id: id, control_key: each.key, ...columns },
      ...{ reason: '', reason_at: null, reason_by: null },
    })
  }
  await insertMeasures(writer, added)
  for (const { key, answerBefore, answerAfter } of changes) {
    if (answerBefore !== answerAfter) await follow(context, id, key, answerAfter)
  }
  return changes
}

/** What was measured for an assessment, with how its answers stand to it. */
export async function measuredAnswersOf(
  db: Reader,
  { id }: Pick<AssessmentHead, 'id'>,
  controls: readonly Control[],
  answers: readonly Answer[],
): Promise<MeasuredAnswer[]> {
  const kept = await measuresOf(db, id)
  const results = new Map<string, AssessmentResult | null>(
    answers.map(({ key, result }) => [key, result]),
  )
  return controls.flatMap(({ key, measurement }) => {
    const found = kept.get(key)
    // A newer version may have the control answered by a person, or measured otherwise.
    if (found === undefined || found.measured.measurement !== measurement) return []
    const { measured, at, by, reason, reasonBy, reasonAt } = found
    const stand = standOf(results.get(key) ?? null, keptOf(found))
    return [{ key, measured, at, by, stand, reason, reasonBy, reasonAt }]
  })
}

/** The result that a measurement gives, or none: the note of whoever wrote one stays. */
async function follow(
  { db, writer, newId, clock, actor, record }: CommandContext,
  id: AssessmentId,
  key: string,
  result: AssessmentResult | null,
): Promise<void> {
  const before = await answerRow(db, id, key)
  const columns = {
    ...{ result, progress: result === null ? 'not-started' : 'done' },
    ...{ version: (before?.version ?? 0) + 1, changed_at: clock.now(), changed_by: actor.id },
  }
  const row = before?.id ?? newId()
  if (before === null) {
    const added = { id: row, assessment_id: id, control_key: key, note: '' }
    await insertAnswer(writer, { ...added, ...columns })
  } else {
    await updateAnswer(writer, row, columns)
  }
  record('assessment_answer', row, ['control_key', ...Object.keys(columns)])
}

function keptOf({ measured, reason }: KeptMeasure) {
  return { verdict: measured.verdict, reason }
}

/** What failed is kept with a measurement; a change of a whole round would be heavy with it. */
function withoutFailed({ failed: _, ...figures }: Measured): Measured {
  return figures
}

/** By its figures: what was measured before failed items were named is not another measurement. */
function isSameMeasure(one: Measured, other: Measured): boolean {
  return figuresOf(one) === figuresOf(other)
}

function figuresOf(measured: Measured): string {
  return JSON.stringify(Measured.parse(withoutFailed(measured)))
}

async function resultsOf(
  db: Reader,
  id: AssessmentId,
): Promise<Map<string, AssessmentResult | null>> {
  const answers = (await answersOf(db, [id])).get(id) ?? []
  return new Map(answers.map(({ key, result }) => [key, result]))
}
