import { z } from 'zod'
import { AssessmentId } from '#contract/assessmentIds'
import { AssessmentSubject } from '#contract/assessmentSubjects'
import { AssessmentState, type AssessmentFilter, type PinnedVersion } from '#contract/assessments'
import { ControlScope, FrameworkId, FrameworkVersionId } from '#contract/frameworks'
import { Instant, PlainDate, Sha256 } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import type { AssessmentRow } from '../assessmentTables.ts'

/** As `scopes` is kept. */
export const Scopes = z.array(ControlScope)

/** An assessment without what was worked out of its answers. */
export interface AssessmentHead {
  readonly id: AssessmentId
  readonly subject: AssessmentSubject
  readonly subjectName: string
  readonly period: { from: PlainDate; to: PlainDate }
  readonly pinned: PinnedVersion
  readonly scopes: ControlScope[]
  readonly state: AssessmentState
  readonly revision: number
  readonly startedAt: Instant
  readonly startedBy: string
  readonly closedAt: Instant | null
  readonly closedBy: string | null
}

/** Assessments of a filter, the newest period first. */
export async function listAssessments(
  db: Reader,
  {
    state,
    subject,
    frameworkId,
  }: Omit<AssessmentFilter, 'state'> & {
    readonly state: AssessmentState
  },
): Promise<AssessmentHead[]> {
  const rows = await selectHeads(db)
    .where('removed_at', state === 'removed' ? 'is not' : 'is', null)
    .$if(state !== 'removed', (q) => q.where('stage', '=', state))
    .$if(subject !== null, (q) => q.where('subject_kind', '=', subject ?? ''))
    .$if(frameworkId !== null, (q) =>
      q.where('framework_version.framework_id', '=', frameworkId ?? ''),
    )
    .orderBy('period_to', 'desc')
    .orderBy('started_at', 'desc')
    .orderBy('assessment.id')
    .execute()
  return toHeads(db, rows)
}

/** How many there are of each state. */
export async function countAssessments(db: Reader): Promise<Record<AssessmentState, number>> {
  const rows = await db
    .selectFrom('assessment')
    .select(['stage', 'removed_at'])
    .orderBy('id')
    .execute()
  const counts = { open: 0, prepared: 0, reviewed: 0, approved: 0, closed: 0, removed: 0 }
  for (const { stage, removed_at } of rows) {
    counts[removed_at === null ? AssessmentState.parse(stage) : 'removed'] += 1
  }
  return counts
}

/** One of them, removed or not; null where there is none. */
export async function findAssessment(db: Reader, id: AssessmentId): Promise<AssessmentHead | null> {
  const rows = await selectHeads(db).where('assessment.id', '=', id).execute()
  return (await toHeads(db, rows))[0] ?? null
}

/** Those of these ids, removed or not, in no order. */
export async function headsWhere(db: Reader, ids: readonly string[]): Promise<AssessmentHead[]> {
  if (ids.length === 0) return []
  return toHeads(
    db,
    await selectHeads(db)
      .where('assessment.id', 'in', [...ids])
      .execute(),
  )
}

/** Those of one subject by some checklists that were not removed, the newest first. */
export async function assessmentsOfSubject(
  db: Reader,
  frameworks: readonly FrameworkId[],
  subject: AssessmentSubject,
): Promise<AssessmentHead[]> {
  const rows = await selectHeads(db)
    .where('framework_version.framework_id', 'in', [...frameworks])
    .where('subject_kind', '=', subject.kind)
    .$if(subject.kind === 'account', (q) =>
      q.where('account_id', '=', columnsOfSubject(subject).account_id),
    )
    .$if(subject.kind === 'unit', (q) =>
      q.where('assessment.unit', '=', columnsOfSubject(subject).unit),
    )
    .$if(subject.kind === 'operator', (q) =>
      q.where('person_id', '=', columnsOfSubject(subject).person_id),
    )
    .where('removed_at', 'is', null)
    .orderBy('period_to', 'desc')
    .orderBy('started_at', 'desc')
    .orderBy('assessment.id')
    .execute()
  return toHeads(db, rows)
}

/** How many assessments that were not removed use some version of a checklist. */
export async function usesOf(db: Reader, id: FrameworkId): Promise<number> {
  const row = await db
    .selectFrom('assessment')
    .innerJoin('framework_version', 'framework_version.id', 'assessment.version_id')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where('framework_version.framework_id', '=', id)
    .where('assessment.removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

export async function insertAssessment(db: Writer, row: AssessmentRow): Promise<void> {
  await db.insertInto('assessment').values(row).execute()
}

export async function updateAssessment(
  db: Writer,
  id: AssessmentId,
  changes: Partial<Omit<AssessmentRow, 'id'>>,
): Promise<void> {
  await db.updateTable('assessment').set(changes).where('id', '=', id).execute()
}

export function columnsOfSubject(subject: AssessmentSubject) {
  return {
    subject_kind: subject.kind,
    account_id: subject.kind === 'account' ? subject.accountId : null,
    unit: subject.kind === 'unit' ? subject.unit : null,
    person_id: subject.kind === 'operator' ? subject.personId : null,
  } satisfies Partial<AssessmentRow>
}

function selectHeads(db: Reader) {
  return db
    .selectFrom('assessment')
    .innerJoin('framework_version', 'framework_version.id', 'assessment.version_id')
    .innerJoin('person as starter', 'starter.id', 'assessment.started_by')
    .leftJoin('person as closer', 'closer.id', 'assessment.closed_by')
    .leftJoin('person as operator', 'operator.id', 'assessment.person_id')
    .leftJoin('account', 'account.id', 'assessment.account_id')
    .selectAll('assessment')
    .select([
      ...(['framework_version.framework_id', 'framework_version.number'] as const),
      ...(['framework_version.title_ms', 'framework_version.title_en'] as const),
      ...(['framework_version.hash as version_hash', 'starter.name as starter'] as const),
      ...(['closer.name as closer', 'operator.name as operator'] as const),
      ...(['account.handle', 'account.channel'] as const),
    ])
}

interface HeadRow extends AssessmentRow {
  readonly framework_id: string
  readonly number: number | null
  readonly title_ms: string
  readonly title_en: string
  readonly version_hash: string | null
  readonly starter: string
  readonly closer: string | null
  readonly operator: string | null
  readonly handle: string | null
  readonly channel: string | null
}

async function toHeads(db: Reader, rows: readonly HeadRow[]): Promise<AssessmentHead[]> {
  const channels = new Map<string, string>(
    rows.some(({ handle }) => handle !== null)
      ? (await itemsOf(db, 'channels', true)).map(({ key, ms }) => [key, ms])
      : [],
  )
  return rows.map((row) => ({
    id: AssessmentId.parse(row.id),
    subject: subjectOf(row),
    subjectName:
      row.handle === null
        ? (row.unit ?? row.operator ?? '')
        : `@${row.handle} · ${channels.get(row.channel ?? '') ?? row.channel ?? ''}`,
    period: { from: PlainDate.parse(row.period_from), to: PlainDate.parse(row.period_to) },
    pinned: {
      id: FrameworkVersionId.parse(row.version_id),
      frameworkId: FrameworkId.parse(row.framework_id),
      number: row.number ?? 1,
      title: { ms: row.title_ms, en: row.title_en },
      hash: Sha256.parse(row.hash),
      isIntact: row.version_hash === row.hash,
    },
    scopes: Scopes.parse(JSON.parse(row.scopes)),
    state: row.removed_at !== null ? 'removed' : AssessmentState.parse(row.stage),
    revision: row.revision,
    startedAt: Instant.parse(row.started_at),
    startedBy: row.starter,
    closedAt: row.closed_at === null ? null : Instant.parse(row.closed_at),
    closedBy: row.closer,
  }))
}

function subjectOf(row: AssessmentRow): AssessmentSubject {
  return AssessmentSubject.parse({
    kind: row.subject_kind,
    ...(row.account_id !== null && { accountId: row.account_id }),
    ...(row.unit !== null && { unit: row.unit }),
    ...(row.person_id !== null && { personId: row.person_id }),
  })
}
