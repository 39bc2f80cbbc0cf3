import type { ActionFields, assessmentFindings, Finding } from '#contract/assessmentFindings'
import { ActionId, FindingId } from '#contract/assessmentIds'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { assessors } from '#contract/roleGroups'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { findPerson } from '../../people/queries.ts'
import type { ActionRow } from '../assessmentTables.ts'
import { actionRow, insertAction, updateAction } from '../queries/findings.ts'
import { found, openFinding } from './findings.ts'

type ActionCalls = Pick<
  typeof assessmentFindings,
  'addAction' | 'changeAction' | 'moveAction' | 'checkAction' | 'removeAction' | 'bringBackAction'
>

/** What is done about findings, until somebody else found that it works. */
export const actionHandlers: SliceHandlers<ActionCalls, Contexts> = {
  async addAction(context, { id: findingId, fields }) {
    const { db, writer, newId, clock, record } = context
    await openFinding(context, findingId)
    await refuseUnknownOwner(db, fields)
    const id = ActionId.parse(newId())
    const columns = { what: fields.what, owner_id: fields.ownerId, due: fields.due }
    await insertAction(writer, {
      ...{ id, finding_id: findingId, ...columns, progress: 'open', version: 1 },
      ...{ added_at: clock.now(), remark: null, checked_at: null, checked_by: null },
      removed_at: null,
    })
    record('corrective_action', id, ['finding_id', ...Object.keys(columns), 'progress'])
    return found(context, findingId)
  },

  async changeAction(context, { id, base, fields }) {
    const row = await standing(context, id, base)
    // Who did it and by when is settled once it was found to work.
    if (row.progress === 'effective') throw new WorkspaceError('compliance.finding-closed')
    await refuseUnknownOwner(context.db, fields)
    const { what, ownerId: owner_id, due } = fields
    return set(context, row, { what, owner_id, due, version: base + 1 })
  },

  async moveAction(context, { id, base, progress }) {
    const row = await standing(context, id, base)
    const { actor } = context
    const mayAssess = assessors.some((role) => actor.roles.includes(role))
    if (row.owner_id !== actor.id && !mayAssess) {
      throw new WorkspaceError('compliance.not-your-action')
    }
    return set(context, row, {
      ...{ progress, version: base + 1, remark: null, checked_at: null, checked_by: null },
    })
  },

  async checkAction(context, { id, base, remark }) {
    const row = await standing(context, id, base)
    const { actor, clock } = context
    if (row.progress !== 'done') throw new WorkspaceError('compliance.action-not-done')
    // Nobody finds that their own work worked.
    if (row.owner_id === actor.id) throw new WorkspaceError('compliance.own-action')
    return set(context, row, {
      ...{ progress: 'effective', version: base + 1, remark },
      ...{ checked_at: clock.now(), checked_by: actor.id },
    })
  },

  async removeAction(context, { id }) {
    const row = await standing(context, id)
    return set(context, row, { removed_at: context.clock.now() })
  },

  async bringBackAction(context, { id }) {
    const row = await actionRow(context.db, id)
    if (row === null) throw new WorkspaceError('compliance.unknown-action')
    if (row.removed_at === null) throw new WorkspaceError('compliance.action-not-removed')
    await openFinding(context, FindingId.parse(row.finding_id))
    return set(context, row, { removed_at: null })
  },
}

/**
 * An action that was not removed, of a finding that is open, as the person read it.
 * @throws WorkspaceError `compliance.unknown-action`, `compliance.answered-meanwhile`, and what
 *   `openFinding` refuses
 */
async function standing(context: CommandContext, id: ActionId, base?: number): Promise<ActionRow> {
  const row = await actionRow(context.db, id)
  if (row === null || row.removed_at !== null) {
    throw new WorkspaceError('compliance.unknown-action')
  }
  await openFinding(context, FindingId.parse(row.finding_id))
  if (base !== undefined && row.version !== base) {
    throw new WorkspaceError('compliance.answered-meanwhile')
  }
  return row
}

async function set(
  context: CommandContext,
  { id, finding_id }: ActionRow,
  changes: Parameters<typeof updateAction>[2],
): Promise<Finding> {
  await updateAction(context.writer, ActionId.parse(id), changes)
  context.record('corrective_action', id, Object.keys(changes))
  return found(context, FindingId.parse(finding_id))
}

/** @throws WorkspaceError `people.unknown` */
async function refuseUnknownOwner(db: Reader, { ownerId }: ActionFields): Promise<void> {
  const owner = await findPerson(db, ownerId)
  if (owner?.active !== true) throw new WorkspaceError('people.unknown')
}
