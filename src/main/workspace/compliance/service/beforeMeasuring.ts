import { z } from 'zod'
import { AssessmentId, type MeasuringId, type RoundId } from '#contract/assessmentIds'
import type { MeasureChange } from '#contract/assessmentMeasures'
import { AssessmentResult } from '#contract/assessmentSubjects'
import { AnswerProgress } from '#contract/assessments'
import { WorkspaceError } from '#contract/errors'
import { ControlKey, FrameworkVersionId } from '#contract/frameworks'
import { Instant } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { updateAnswer } from '../queries/answers.ts'
import { updateMeasure } from '../queries/assessmentMeasures.ts'
import { findAssessment, type AssessmentHead } from '../queries/assessments.ts'
import {
  answerRows,
  insertMeasuring,
  lastMeasuring,
  measureRows,
  removeMeasure,
  setMeasuringUndone,
} from '../queries/measurings.ts'

/** How a control stood before its round was measured anew. */
const BeforeControl = z.object({
  key: ControlKey,
  /** Null: it was not measured yet. */
  measure: z
    .object({
      ...{ verdict: z.string(), at: z.string(), byId: z.string() },
      /** The row's own text. */
      measured: z.string(),
    })
    .nullable(),
  result: AssessmentResult.nullable(),
  progress: AnswerProgress,
  /** Whether the answer moved, and its version since; 0: there is none. */
  moved: z.boolean(),
  version: z.number().int().min(0),
})

/** One assessment before it was measured anew, and the moment from which it has what was measured. */
const BeforeMeasuring = z.object({
  id: AssessmentId,
  versionId: FrameworkVersionId,
  at: Instant,
  controls: z.array(BeforeControl).min(1),
})
export type BeforeMeasuring = z.infer<typeof BeforeMeasuring>

/** What these changes are about to take the place of; null where there are none. */
export async function beforeMeasuring(
  db: Reader,
  { id, pinned }: AssessmentHead,
  changes: readonly MeasureChange[],
  at: Instant,
): Promise<BeforeMeasuring | null> {
  if (changes.length === 0) return null
  const [measures, answers] = [await measureRows(db, id), await answerRows(db, id)]
  const controls = changes.map(({ key, answerBefore, answerAfter }) => {
    const [measure, answer] = [measures.get(key), answers.get(key)]
    const moved = answerBefore !== answerAfter
    return {
      ...{ key, moved, version: (answer?.version ?? 0) + (moved ? 1 : 0) },
      ...{ result: answerBefore, progress: answer?.progress ?? 'not-started' },
      measure:
        measure === undefined
          ? null
          : {
              ...{ verdict: measure.verdict, measured: measure.measured },
              ...{ at: measure.at, byId: measure.by_id },
            },
    }
  })
  return BeforeMeasuring.parse({ id, versionId: pinned.id, at, controls })
}

/** Keeps what a measuring of a round changed. */
export async function keepBefore(
  { writer, actor, record }: CommandContext,
  { id, round, at }: { readonly id: MeasuringId; readonly round: RoundId; readonly at: Instant },
  before: readonly BeforeMeasuring[],
): Promise<void> {
  const columns = { round_id: round, before: JSON.stringify(before), at, by_id: actor.id }
  await insertMeasuring(writer, { id, ...columns, undone_at: null })
  record('campaign_measuring', id, Object.keys(columns))
}

/**
 * Puts each assessment of a round back as it was before the last measuring, where nothing of what
 * that changed was touched since.
 * @throws WorkspaceError `compliance.measuring-passed`
 */
export async function putBack(
  context: CommandContext,
  round: RoundId,
  measuring: MeasuringId,
): Promise<{ assessments: number; left: number }> {
  const { db, writer, clock, record } = context
  const last = await lastMeasuring(db, round)
  if (last === null || last.id !== measuring || last.undone_at !== null) {
    throw new WorkspaceError('compliance.measuring-passed')
  }
  let [assessments, left] = [0, 0]
  for (const before of z.array(BeforeMeasuring).parse(JSON.parse(last.before))) {
    if (await putOneBack(context, before)) assessments += 1
    else left += 1
  }
  await setMeasuringUndone(writer, measuring, clock.now())
  record('campaign_measuring', measuring, ['undone_at'])
  return { assessments, left }
}

/** @returns false where it was touched since, and is left as it is */
async function putOneBack(
  { db, writer, clock, actor, record }: CommandContext,
  { id, versionId, at, controls }: BeforeMeasuring,
): Promise<boolean> {
  const head = await findAssessment(db, id)
  if (head?.state !== 'open' || head.pinned.id !== versionId) return false
  const [measures, answers] = [await measureRows(db, id), await answerRows(db, id)]
  const isUntouched = controls.every(
    ({ key, version }) =>
      measures.get(key)?.at === at && (answers.get(key)?.version ?? 0) === version,
  )
  if (!isUntouched) return false
  for (const { key, measure, moved, result, progress, version } of controls) {
    const row = measures.get(key)
    if (row !== undefined) {
      record('assessment_measure', row.id, ['verdict', 'measured', 'at', 'by_id'])
      if (measure === null) await removeMeasure(writer, row.id)
      else {
        const { verdict, measured, at: measuredAt, byId } = measure
        await updateMeasure(writer, row.id, { verdict, measured, at: measuredAt, by_id: byId })
      }
    }
    const answer = answers.get(key)
    if (!moved || answer === undefined) continue
    const columns = {
      ...{ result, progress, version: version + 1 },
      ...{ changed_at: clock.now(), changed_by: actor.id },
    }
    await updateAnswer(writer, answer.id, columns)
    record('assessment_answer', answer.id, Object.keys(columns))
  }
  return true
}
