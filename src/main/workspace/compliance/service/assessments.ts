import type { SliceHandlers } from '#contract/call'
import type { AssessmentId } from '#contract/assessmentIds'
import { AssessmentResult } from '#contract/assessmentSubjects'
import type { AnswerFields, assessments, NewAssessment } from '#contract/assessments'
import { WorkspaceError } from '#contract/errors'
import type { FrameworkVersion } from '#contract/frameworks'
import { MeasureVerdict } from '#contract/measures'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { hasAnswered, insertAnswerer } from '../queries/answerers.ts'
import { answerRow, insertAnswer, updateAnswer } from '../queries/answers.ts'
import {
  assessmentsOfSubject,
  listAssessments,
  updateAssessment,
  type AssessmentHead,
} from '../queries/assessments.ts'
import { measureRow, updateMeasure } from '../queries/assessmentMeasures.ts'
import { reasonAfter } from '../rules/following.ts'
import { overlaps } from '../rules/rounds.ts'
import {
  askedIn,
  knownAssessment,
  openAssessment,
  summariesOf,
  summaryOfOne,
  todayOf,
  wholeOf,
} from './assessed.ts'
import {
  beginAssessment,
  publishedVersion,
  refuseNothing,
  refuseUnknownSubject,
} from './beginning.ts'
import { bringAlong } from './carrying.ts'
import { knownFramework } from './known.ts'
import { waitingHeads } from './waiting.ts'

/** Assessments, and what is answered in them. */
export const assessmentHandlers: SliceHandlers<typeof assessments, Contexts> = {
  async assessments(context, { state, ...filter }) {
    const { db } = context
    const heads =
      state === 'waiting'
        ? await waitingHeads(context, filter)
        : await listAssessments(db, { ...filter, state })
    return summariesOf(db, heads, todayOf(context))
  },

  async assessment(context, { id }) {
    return wholeOf(context.db, await knownAssessment(context.db, id), todayOf(context))
  },

  async startAssessment(context, wanted) {
    const { db } = context
    const version = await publishedVersion(db, wanted)
    await refuseUnknownSubject(db, wanted.subject)
    refuseNothing(version, wanted)
    if (!wanted.beside) await refuseSecond(db, version, wanted)
    const id = await beginAssessment(context, version, wanted)
    if (wanted.carry !== null) await bringAlong(context, id, version, wanted)
    return summaryOfOne(db, id, todayOf(context))
  },

  async removeAssessment(context, { id }) {
    await openAssessment(context.db, id)
    return set(context, id, { removed_at: context.clock.now() })
  },

  async bringBackAssessment(context, { id }) {
    const { db } = context
    const { state, pinned } = await knownAssessment(db, id)
    if (state !== 'removed') throw new WorkspaceError('compliance.assessment-not-removed')
    // Meanwhile nothing may have kept its checklist.
    const { removed } = await knownFramework(db, pinned.frameworkId)
    if (removed) throw new WorkspaceError('compliance.removed')
    return set(context, id, { removed_at: null })
  },

  async answerControl(context, { id, key, base, answer, reason }) {
    const { db, writer, newId, clock, actor, record } = context
    await askedIn(db, id, key)
    const before = await answerRow(db, id, key)
    if ((before?.version ?? 0) !== base) throw new WorkspaceError('compliance.answered-meanwhile')
    await keepReason(context, id, key, { before: before?.result ?? null, answer, reason })
    const columns = {
      ...{ result: answer.result, progress: answer.progress, note: answer.note },
      ...{ version: base + 1, changed_at: clock.now(), changed_by: actor.id },
    }
    const row = before?.id ?? newId()
    if (before === null) {
      await insertAnswer(writer, { id: row, assessment_id: id, control_key: key, ...columns })
    } else {
      await updateAnswer(writer, row, columns)
    }
    record('assessment_answer', row, ['control_key', ...Object.keys(columns)])
    await keepAnswerer(context, id, key)
    return { ...answer, key, version: base + 1, changedAt: clock.now(), changedBy: actor.name }
  },
}

/** Whoever answers by hand, if only in part, does not look it through afterwards (`rules/route`). */
async function keepAnswerer(
  { db, writer, newId, clock, actor, record }: CommandContext,
  id: AssessmentId,
  key: string,
): Promise<void> {
  const columns = { assessment_id: id, control_key: key, person_id: actor.id }
  if (await hasAnswered(db, columns)) return
  const row = newId()
  await insertAnswerer(writer, { id: row, ...columns, at: clock.now() })
  record('assessment_answerer', row, Object.keys(columns))
}

/**
 * Why an answer is otherwise than measured, where it is.
 * @throws WorkspaceError `compliance.disagree-reason`
 */
async function keepReason(
  { db, writer, clock, actor, record }: CommandContext,
  id: AssessmentId,
  key: string,
  said: { before: string | null; answer: AnswerFields; reason: string | null },
): Promise<void> {
  const row = await measureRow(db, id, key)
  if (row === null) return
  const kept = { verdict: MeasureVerdict.parse(row.verdict), reason: row.reason }
  const before = AssessmentResult.nullable().parse(said.before)
  const reason = reasonAfter(before, said.answer.result, kept, said.reason)
  if (reason === null) throw new WorkspaceError('compliance.disagree-reason')
  if (reason === row.reason) return
  const isSaid = reason !== ''
  const columns = {
    ...{ reason, reason_at: isSaid ? clock.now() : null, reason_by: isSaid ? actor.id : null },
  }
  await updateMeasure(writer, row.id, columns)
  record('assessment_measure', row.id, Object.keys(columns))
}

async function set(
  context: CommandContext,
  id: AssessmentId,
  changes: Parameters<typeof updateAssessment>[2],
) {
  await updateAssessment(context.writer, id, changes)
  context.record('assessment', id, Object.keys(changes))
  return summaryOfOne(context.db, id, todayOf(context))
}

/** Two of the same over the same days would be two truths: whoever wants that says so. */
async function refuseSecond(
  db: Reader,
  { frameworkId }: FrameworkVersion,
  { subject, period }: NewAssessment,
): Promise<void> {
  const others = await assessmentsOfSubject(db, [frameworkId], subject)
  const other = others.find((each) => isUnderway(each) && overlaps(each.period, period))
  if (other === undefined) return
  throw new WorkspaceError('compliance.assessment-there', { ...other.period })
}

/** Worked on, or waiting for somebody's word. */
function isUnderway({ state }: AssessmentHead): boolean {
  return state === 'open' || state === 'prepared' || state === 'reviewed'
}
