import type { assessmentCarrying, CarriedControl } from '#contract/assessmentCarrying'
import type { AssessmentId } from '#contract/assessmentIds'
import type { AnswerFields, NewAssessment } from '#contract/assessments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Control, ControlScope, FrameworkVersion } from '#contract/frameworks'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import {
  answerRow,
  answersOf,
  insertAnswer,
  insertCarry,
  lastCarry,
  setCarryUndone,
  updateAnswer,
} from '../queries/answers.ts'
import {
  assessmentsOfSubject,
  updateAssessment,
  type AssessmentHead,
} from '../queries/assessments.ts'
import { verdictsOf } from '../queries/assessmentMeasures.ts'
import { evidenceOf, insertUse } from '../queries/evidence.ts'
import { familyOf } from '../queries/families.ts'
import { controlsOf, findVersion } from '../queries/reading.ts'
import { answerable, askedOf } from '../rules/asked.ts'
import { planCarry } from '../rules/carry.ts'
import { inSight, openAssessment, summaryOfOne, todayOf } from './assessed.ts'
import { changedBy, isUntouched, type ChangedAnswer } from './carryRecord.ts'

/** Answers brought from one version to another, or from an earlier assessment, as a person says. */
export const carryHandlers: SliceHandlers<typeof assessmentCarrying, Contexts> = {
  async carryPlan({ db }, { from, to, scopes }) {
    const head = await inSight(db, from)
    const version = await known(db, to)
    if (scopes !== null) return planOfNew(db, head, version.controls, scopes)
    return planOf(db, head, version.controls, head.scopes)
  },

  async earlierAssessments({ db }, { versionId, subject }) {
    const { frameworkId } = await known(db, versionId)
    const heads = await assessmentsOfSubject(db, await familyOf(db, frameworkId), subject)
    const answers = await answersOf(
      db,
      heads.map(({ id }) => id),
    )
    return heads.map(({ id, period, pinned: { number }, startedAt }) => {
      const answered = (answers.get(id) ?? []).filter(({ result }) => result !== null).length
      return { id, period, number, answered, startedAt }
    })
  },

  async carryOver(context, { id, from, to, keys }) {
    const { db, writer, newId, clock, actor, record } = context
    const head = await openAssessment(db, id)
    if (head.pinned.id !== from) throw new WorkspaceError('compliance.answered-meanwhile')
    const version = await known(db, to)
    refuseOlder(head, version)
    const plan = await planOf(db, head, version.controls, head.scopes)
    if (answerable(askedOf(version.controls, head.scopes)).size === 0) {
      throw new WorkspaceError('compliance.nothing-for-subject')
    }
    const before: ChangedAnswer[] = []
    for (const { key, answer, change, proposal } of plan) {
      // What is no longer asked stays as it was answered, out of sight.
      if (answer === null || change === 'retired') continue
      const wanted = keys.includes(key) ? carried(answer, proposal) : blank
      if (isSame(answer, wanted)) continue
      await rewrite(context, id, key, wanted)
      const { result, progress, note } = answer
      before.push({ key, result, progress, note, after: answer.version + 1 })
    }
    const carry = newId()
    await insertCarry(writer, {
      ...{ id: carry, assessment_id: id, from_version: from, from_hash: head.pinned.hash },
      ...{ to_version: to, before: JSON.stringify(before), at: clock.now(), by_id: actor.id },
      undone_at: null,
    })
    record('assessment_carry', carry, ['assessment_id', 'from_version', 'to_version', 'before'])
    await updateAssessment(writer, id, { version_id: to, hash: version.hash ?? '' })
    record('assessment', id, ['version_id', 'hash'])
    return summaryOfOne(db, id, todayOf(context))
  },

  async undoCarry(context, { id }) {
    const { db, writer, clock, record } = context
    await openAssessment(db, id)
    const carry = await lastCarry(db, id)
    if (carry === null || !(await isUntouched(db, carry))) {
      throw new WorkspaceError('compliance.carry-passed')
    }
    for (const { key, result, progress, note } of changedBy(carry)) {
      await rewrite(context, id, key, { result, progress, note })
    }
    await updateAssessment(writer, id, { version_id: carry.from_version, hash: carry.from_hash })
    record('assessment', id, ['version_id', 'hash'])
    await setCarryUndone(writer, carry.id, clock.now())
    record('assessment_carry', carry.id, ['undone_at'])
    return summaryOfOne(db, id, todayOf(context))
  },
}

/**
 * Brings answers of an earlier assessment of the same into a new one, with the evidence they rest on.
 * @throws WorkspaceError `compliance.unknown-assessment` where it is of something else
 */
export async function bringAlong(
  context: CommandContext,
  id: AssessmentId,
  version: FrameworkVersion,
  { subject, scopes, carry }: NewAssessment,
): Promise<void> {
  if (carry === null) return
  const { db } = context
  const others = await assessmentsOfSubject(db, await familyOf(db, version.frameworkId), subject)
  const earlier = others.find((each) => each.id === carry.from && each.id !== id)
  if (earlier === undefined) throw new WorkspaceError('compliance.unknown-assessment')
  const plan = await planOfNew(db, earlier, version.controls, scopes)
  await bring(
    context,
    id,
    earlier,
    plan.filter(({ key }) => carry.keys.includes(key)),
  )
}

/**
 * Brings every answer by hand of an earlier assessment into one of a campaign. Nobody looked through
 * them, so each is marked to be looked at again.
 */
export async function bringAllAlong(
  context: CommandContext,
  id: AssessmentId,
  version: FrameworkVersion,
  earlier: AssessmentHead,
  scopes: readonly ControlScope[],
): Promise<void> {
  const plan = await planOfNew(context.db, earlier, version.controls, scopes)
  const again = plan.map((each) =>
    each.proposal === 'keep' ? { ...each, proposal: 'again' as const } : each,
  )
  await bring(context, id, earlier, again)
}

/** Answers as a plan proposes, with the evidence they rest on. */
async function bring(
  context: CommandContext,
  id: AssessmentId,
  earlier: AssessmentHead,
  plan: readonly CarriedControl[],
): Promise<void> {
  const { db, writer, newId, clock, actor, record } = context
  const coming = plan.filter(({ proposal }) => proposal !== 'none')
  for (const { key, answer, proposal } of coming) {
    if (answer === null) continue
    const { result, progress, note } = carried(answer, proposal)
    const row = newId()
    await insertAnswer(writer, {
      ...{ id: row, assessment_id: id, control_key: key, result, progress, note, version: 1 },
      ...{ changed_at: clock.now(), changed_by: actor.id },
    })
    record('assessment_answer', row, ['control_key', 'result', 'progress', 'note', 'version'])
  }
  const keys = new Set(coming.map(({ key }) => key))
  for (const { key, evidence } of await evidenceOf(db, earlier.id)) {
    if (!keys.has(key)) continue
    const use = newId()
    await insertUse(writer, {
      ...{ id: use, evidence_id: evidence.id, assessment_id: id, control_key: key },
      ...{ added_at: clock.now(), added_by: actor.id, removed_at: null },
    })
    record('evidence_use', use, ['evidence_id', 'assessment_id', 'control_key'])
  }
}

const blank: AnswerFields = { result: null, progress: 'not-started', note: '' }

/** What comes along of an answer: where the control says something else now, somebody looks again. */
function carried(
  { result, progress, note }: AnswerFields,
  proposal: CarriedControl['proposal'],
): AnswerFields {
  return { result, note, progress: proposal === 'again' ? 'in-work' : progress }
}

function isSame(one: AnswerFields, other: AnswerFields): boolean {
  return one.result === other.result && one.progress === other.progress && one.note === other.note
}

async function rewrite(
  { db, writer, clock, actor, record }: CommandContext,
  id: AssessmentId,
  key: string,
  { result, progress, note }: AnswerFields,
): Promise<void> {
  const row = await answerRow(db, id, key)
  if (row === null) return
  const columns = { result, progress, note, version: row.version + 1 }
  await updateAnswer(writer, row.id, {
    ...columns,
    ...{ changed_at: clock.now(), changed_by: actor.id },
  })
  record('assessment_answer', row.id, Object.keys(columns))
}

async function planOf(
  db: Reader,
  head: AssessmentHead,
  after: readonly Control[],
  scopes: readonly ControlScope[],
): Promise<CarriedControl[]> {
  const before = askedOf(await controlsOf(db, head.pinned.id), head.scopes)
  const answers = (await answersOf(db, [head.id])).get(head.id) ?? []
  return planCarry(before, askedOf(after, scopes), answers)
}

/**
 * Into an assessment of other days only answers by hand come along: what the workspace could measure
 * is measured anew, and a disagreement was with the figures of its days.
 */
async function planOfNew(
  db: Reader,
  earlier: AssessmentHead,
  after: readonly Control[],
  scopes: readonly ControlScope[],
): Promise<CarriedControl[]> {
  const verdicts = (await verdictsOf(db, [earlier.id])).get(earlier.id) ?? []
  const measured = new Set(
    verdicts.flatMap(({ key, verdict }) => (verdict === 'not-measured' ? [] : [key])),
  )
  const plan = await planOf(db, earlier, after, scopes)
  return plan.map((each) => (measured.has(each.key) ? { ...each, proposal: 'none' } : each))
}

/** @throws WorkspaceError `compliance.not-newer` */
function refuseOlder({ pinned }: AssessmentHead, version: FrameworkVersion): void {
  const isNewer =
    version.state === 'published' &&
    version.frameworkId === pinned.frameworkId &&
    (version.number ?? 0) > pinned.number
  if (!isNewer) throw new WorkspaceError('compliance.not-newer')
}

/** @throws WorkspaceError `compliance.unknown-version` */
async function known(db: Reader, id: FrameworkVersion['id']): Promise<FrameworkVersion> {
  const version = await findVersion(db, id)
  if (version === null) throw new WorkspaceError('compliance.unknown-version')
  return version
}
