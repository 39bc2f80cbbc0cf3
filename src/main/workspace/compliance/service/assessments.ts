import type { SliceHandlers } from '#contract/call'
import { AssessmentId } from '#contract/assessmentIds'
import type { AssessmentSubject } from '#contract/assessmentSubjects'
import type { assessments, NewAssessment } from '#contract/assessments'
import { WorkspaceError } from '#contract/errors'
import type { FrameworkVersion } from '#contract/frameworks'
import { findAccount } from '../../accounts/queries.ts'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { findPerson } from '../../people/queries.ts'
import { answerRow, insertAnswer, updateAnswer } from '../queries/answers.ts'
import {
  assessmentsOfSubject,
  columnsOfSubject,
  insertAssessment,
  listAssessments,
  updateAssessment,
} from '../queries/assessments.ts'
import { findVersion } from '../queries/reading.ts'
import { answerable, askedOf } from '../rules/asked.ts'
import {
  askedIn,
  inSight,
  knownAssessment,
  openAssessment,
  summariesOf,
  summaryOfOne,
  todayOf,
  wholeOf,
} from './assessed.ts'
import { bringAlong } from './carrying.ts'
import { knownFramework } from './known.ts'

/** Assessments, and what is answered in them. */
export const assessmentHandlers: SliceHandlers<typeof assessments, Contexts> = {
  async assessments(context, filter) {
    const heads = await listAssessments(context.db, filter)
    return summariesOf(context.db, heads, todayOf(context))
  },

  async assessment(context, { id }) {
    return wholeOf(context.db, await knownAssessment(context.db, id), todayOf(context))
  },

  async startAssessment(context, wanted) {
    const { db, writer, newId, clock, actor, record } = context
    const version = await publishedVersion(db, wanted)
    await refuseUnknownSubject(db, wanted.subject)
    if (answerable(askedOf(version.controls, wanted.scopes)).size === 0) {
      throw new WorkspaceError('compliance.nothing-for-subject')
    }
    if (!wanted.beside) await refuseSecond(db, version, wanted)
    const id = AssessmentId.parse(newId())
    const columns = {
      ...{ version_id: version.id, hash: version.hash ?? '', ...columnsOfSubject(wanted.subject) },
      ...{ period_from: wanted.period.from, period_to: wanted.period.to },
      scopes: JSON.stringify([...new Set(wanted.scopes)]),
    }
    await insertAssessment(writer, {
      ...{ id, ...columns, started_at: clock.now(), started_by: actor.id },
      ...{ closed_at: null, closed_by: null, removed_at: null },
    })
    record('assessment', id, Object.keys(columns))
    if (wanted.carry !== null) await bringAlong(context, id, version, wanted)
    return summaryOfOne(db, id, todayOf(context))
  },

  async closeAssessment(context, { id }) {
    await openAssessment(context.db, id)
    return set(context, id, { closed_at: context.clock.now(), closed_by: context.actor.id })
  },

  async reopenAssessment(context, { id }) {
    const { state } = await inSight(context.db, id)
    if (state !== 'closed') throw new WorkspaceError('compliance.assessment-open')
    return set(context, id, { closed_at: null, closed_by: null })
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

  async answerControl(context, { id, key, base, answer }) {
    const { db, writer, newId, clock, actor, record } = context
    await askedIn(db, id, key)
    const before = await answerRow(db, id, key)
    if ((before?.version ?? 0) !== base) throw new WorkspaceError('compliance.answered-meanwhile')
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
    return { ...answer, key, version: base + 1, changedAt: clock.now(), changedBy: actor.name }
  },
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

/**
 * The version an assessment is to be bound to.
 * @throws WorkspaceError `compliance.unknown-version`, `compliance.not-published`, `compliance.removed`
 */
async function publishedVersion(
  db: Reader,
  { versionId }: Pick<NewAssessment, 'versionId'>,
): Promise<FrameworkVersion> {
  const version = await findVersion(db, versionId)
  if (version === null) throw new WorkspaceError('compliance.unknown-version')
  if (version.state !== 'published') throw new WorkspaceError('compliance.not-published')
  const { removed } = await knownFramework(db, version.frameworkId)
  if (removed) throw new WorkspaceError('compliance.removed')
  return version
}

/** @throws WorkspaceError `accounts.unknown`, `people.unknown` */
async function refuseUnknownSubject(db: Reader, subject: AssessmentSubject): Promise<void> {
  if (subject.kind === 'account' && (await findAccount(db, subject.accountId)) === null) {
    throw new WorkspaceError('accounts.unknown')
  }
  if (subject.kind === 'operator' && (await findPerson(db, subject.personId)) === null) {
    throw new WorkspaceError('people.unknown')
  }
}

/** Two of the same over the same days would be two truths: whoever wants that says so. */
async function refuseSecond(
  db: Reader,
  { frameworkId }: FrameworkVersion,
  { subject, period }: NewAssessment,
): Promise<void> {
  const others = await assessmentsOfSubject(db, frameworkId, subject)
  const other = others.find(
    (each) =>
      each.state === 'open' && each.period.from <= period.to && period.from <= each.period.to,
  )
  if (other === undefined) return
  throw new WorkspaceError('compliance.assessment-there', { ...other.period })
}
