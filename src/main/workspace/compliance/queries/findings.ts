import {
  ActionProgress,
  Severity,
  type CorrectiveAction,
  type Finding,
} from '#contract/assessmentFindings'
import { ActionId, AssessmentId, FindingId } from '#contract/assessmentIds'
import { ControlKey } from '#contract/frameworks'
import { Instant, PersonId, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ActionRow, FindingRow } from '../assessmentTables.ts'

/**
 * Findings of some assessments with their actions, as they were raised.
 * @param only null: all of them
 */
export async function findingsOf(
  db: Reader,
  ids: readonly AssessmentId[],
  today: PlainDate,
  only: readonly FindingId[] | null = null,
): Promise<Map<AssessmentId, Finding[]>> {
  const rows = await selectFindings(db)
    .$if(only !== null, (q) =>
      q.where('assessment_finding.id', 'in', only?.length ? [...only] : ['']),
    )
    .where('assessment_id', 'in', ids.length === 0 ? [''] : [...ids])
    .where('assessment_finding.removed_at', 'is', null)
    .orderBy('raised_at')
    .orderBy('assessment_finding.id')
    .execute()
  const actions = await actionsOf(
    db,
    rows.map(({ id }) => id),
    today,
  )
  const byId = new Map<AssessmentId, Finding[]>(ids.map((id) => [id, []]))
  for (const row of rows) {
    const finding = toFinding(row, actions.get(row.id) ?? [])
    byId.get(AssessmentId.parse(row.assessment_id))?.push(finding)
  }
  return byId
}

/** One finding, removed or not, with its row. */
export async function findFinding(
  db: Reader,
  id: FindingId,
  today: PlainDate,
): Promise<{ readonly row: FindingRow; readonly finding: Finding } | null> {
  const row = await selectFindings(db).where('assessment_finding.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const actions = await actionsOf(db, [id], today)
  return { row, finding: toFinding(row, actions.get(id) ?? []) }
}

/** One action, removed or not. */
export async function actionRow(db: Reader, id: ActionId): Promise<ActionRow | null> {
  const row = await db
    .selectFrom('corrective_action')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function insertFinding(db: Writer, row: FindingRow): Promise<void> {
  await db.insertInto('assessment_finding').values(row).execute()
}

export async function updateFinding(
  db: Writer,
  id: FindingId,
  changes: Partial<Omit<FindingRow, 'id' | 'assessment_id'>>,
): Promise<void> {
  await db.updateTable('assessment_finding').set(changes).where('id', '=', id).execute()
}

export async function insertAction(db: Writer, row: ActionRow): Promise<void> {
  await db.insertInto('corrective_action').values(row).execute()
}

export async function updateAction(
  db: Writer,
  id: ActionId,
  changes: Partial<Omit<ActionRow, 'id' | 'finding_id'>>,
): Promise<void> {
  await db.updateTable('corrective_action').set(changes).where('id', '=', id).execute()
}

async function actionsOf(
  db: Reader,
  findings: readonly string[],
  today: PlainDate,
): Promise<Map<string, CorrectiveAction[]>> {
  const rows = await db
    .selectFrom('corrective_action')
    .innerJoin('person as owner', 'owner.id', 'corrective_action.owner_id')
    .leftJoin('person as checker', 'checker.id', 'corrective_action.checked_by')
    .selectAll('corrective_action')
    .select(['owner.name as owner_name', 'checker.name as checker_name'])
    .where('finding_id', 'in', findings.length === 0 ? [''] : [...findings])
    .where('corrective_action.removed_at', 'is', null)
    .orderBy('due')
    .orderBy('corrective_action.id')
    .execute()
  const byFinding = new Map<string, CorrectiveAction[]>(findings.map((id) => [id, []]))
  for (const row of rows) byFinding.get(row.finding_id)?.push(toAction(row, today))
  return byFinding
}

function selectFindings(db: Reader) {
  return db
    .selectFrom('assessment_finding')
    .innerJoin('person as raiser', 'raiser.id', 'assessment_finding.raised_by')
    .leftJoin('person as closer', 'closer.id', 'assessment_finding.closed_by')
    .selectAll('assessment_finding')
    .select(['raiser.name as raiser_name', 'closer.name as closer_name'])
}

type NamedFinding = FindingRow & {
  readonly raiser_name: string
  readonly closer_name: string | null
}
type NamedAction = ActionRow & { readonly owner_name: string; readonly checker_name: string | null }

function toFinding(row: NamedFinding, actions: CorrectiveAction[]): Finding {
  return {
    id: FindingId.parse(row.id),
    key: ControlKey.parse(row.control_key),
    severity: Severity.parse(row.severity),
    text: row.finding,
    version: row.version,
    raisedAt: Instant.parse(row.raised_at),
    raisedBy: row.raiser_name,
    closed:
      row.closed_at === null
        ? null
        : {
            how: row.closing ?? '',
            at: Instant.parse(row.closed_at),
            by: row.closer_name ?? '',
          },
    actions,
  }
}

function toAction(row: NamedAction, today: PlainDate): CorrectiveAction {
  const progress = ActionProgress.parse(row.progress)
  const due = PlainDate.parse(row.due)
  return {
    id: ActionId.parse(row.id),
    what: row.what,
    ownerId: PersonId.parse(row.owner_id),
    ownerName: row.owner_name,
    due,
    progress,
    version: row.version,
    isOverdue: (progress === 'open' || progress === 'in-work') && due < today,
    checked:
      row.checked_at === null
        ? null
        : {
            remark: row.remark ?? '',
            at: Instant.parse(row.checked_at),
            by: row.checker_name ?? '',
          },
  }
}
