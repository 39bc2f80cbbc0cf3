import type { assessmentFindings, Finding } from '#contract/assessmentFindings'
import { AssessmentId, FindingId } from '#contract/assessmentIds'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import type { FindingRow } from '../assessmentTables.ts'
import { findFinding, insertFinding, updateFinding } from '../queries/findings.ts'
import { askedIn, inSight, openAssessment, todayOf } from './assessed.ts'

type FindingCalls = Pick<
  typeof assessmentFindings,
  | 'addFinding'
  | 'changeFinding'
  | 'closeFinding'
  | 'reopenFinding'
  | 'removeFinding'
  | 'bringBackFinding'
>

/** What an assessment found. Findings go on to their end after it was closed. */
export const findingHandlers: SliceHandlers<FindingCalls, Contexts> = {
  async addFinding(context, { id: assessmentId, key, fields }) {
    const { db, writer, newId, clock, actor, record } = context
    await askedIn(db, assessmentId, key)
    const id = FindingId.parse(newId())
    await insertFinding(writer, {
      ...{ id, assessment_id: assessmentId, control_key: key, severity: fields.severity },
      ...{ finding: fields.text, version: 1, raised_at: clock.now(), raised_by: actor.id },
      ...{ closing: null, closed_at: null, closed_by: null, removed_at: null },
    })
    record('assessment_finding', id, ['assessment_id', 'control_key', 'severity', 'finding'])
    return found(context, id)
  },

  async changeFinding(context, { id, base, fields }) {
    const { row } = await openFinding(context, id)
    await openAssessment(context.db, AssessmentId.parse(row.assessment_id))
    if (row.version !== base) throw new WorkspaceError('compliance.answered-meanwhile')
    const { severity, text } = fields
    return set(context, id, { severity, finding: text, version: base + 1 })
  },

  async closeFinding(context, { id, how }) {
    const { finding } = await openFinding(context, id)
    if (finding.actions.some(({ progress }) => progress !== 'effective')) {
      throw new WorkspaceError('compliance.actions-open')
    }
    const { clock, actor } = context
    return set(context, id, { closing: how, closed_at: clock.now(), closed_by: actor.id })
  },

  async reopenFinding(context, { id }) {
    const { finding } = await findingInSight(context, id)
    if (finding.closed === null) throw new WorkspaceError('compliance.finding-open')
    return set(context, id, { closing: null, closed_at: null, closed_by: null })
  },

  async removeFinding(context, { id }) {
    const { row } = await openFinding(context, id)
    await openAssessment(context.db, AssessmentId.parse(row.assessment_id))
    return set(context, id, { removed_at: context.clock.now() })
  },

  async bringBackFinding(context, { id }) {
    const known = await findFinding(context.db, id, todayOf(context))
    if (known === null) throw new WorkspaceError('compliance.unknown-finding')
    if (known.row.removed_at === null) throw new WorkspaceError('compliance.finding-not-removed')
    await openAssessment(context.db, AssessmentId.parse(known.row.assessment_id))
    return set(context, id, { removed_at: null })
  },
}

type Known = NonNullable<Awaited<ReturnType<typeof findFinding>>>

/**
 * A finding that was not removed, of an assessment that was not.
 * @throws WorkspaceError `compliance.unknown-finding`, `compliance.assessment-removed`
 */
export async function findingInSight(context: CommandContext, id: FindingId): Promise<Known> {
  const known = await findFinding(context.db, id, todayOf(context))
  if (known === null || known.row.removed_at !== null) {
    throw new WorkspaceError('compliance.unknown-finding')
  }
  await inSight(context.db, AssessmentId.parse(known.row.assessment_id))
  return known
}

/** One that is not settled yet. @throws WorkspaceError `compliance.finding-closed` */
export async function openFinding(context: CommandContext, id: FindingId): Promise<Known> {
  const known = await findingInSight(context, id)
  if (known.finding.closed !== null) throw new WorkspaceError('compliance.finding-closed')
  return known
}

/** As it stands now. */
export async function found(context: CommandContext, id: FindingId): Promise<Finding> {
  const known = await findFinding(context.db, id, todayOf(context))
  if (known === null) throw new WorkspaceError('compliance.unknown-finding')
  return known.finding
}

async function set(
  context: CommandContext,
  id: FindingId,
  changes: Partial<Omit<FindingRow, 'id' | 'assessment_id'>>,
): Promise<Finding> {
  await updateFinding(context.writer, id, changes)
  context.record('assessment_finding', id, Object.keys(changes))
  return found(context, id)
}
