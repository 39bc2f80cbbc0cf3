import { CampaignId, RoundId, type AssessmentId } from '#contract/assessmentIds'
import type { Assessment } from '#contract/assessments'
import { CampaignSubjects, Recurrence } from '#contract/campaigns'
import { FrameworkVersionId } from '#contract/frameworks'
import { Instant, PersonId, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { CampaignAssessmentRow, CampaignRoundRow, CampaignRow } from '../campaignTables.ts'
import { headsWhere, Scopes, type AssessmentHead } from './assessments.ts'

/** A campaign without its rounds. */
export type CampaignHead = Awaited<ReturnType<typeof campaignHeads>>[number]
/** A round without what its assessments come to. */
export type RoundHead = Awaited<ReturnType<typeof roundHeads>>[number]

/** Campaigns in sight, or those that were withdrawn. */
export async function listCampaigns(db: Reader, removed: boolean): Promise<CampaignHead[]> {
  return campaignHeads(db, (q) => q.where('removed_at', removed ? 'is not' : 'is', null))
}

/** Null where there is none; one that was withdrawn too. */
export async function findCampaign(db: Reader, id: CampaignId): Promise<CampaignHead | null> {
  return (await campaignHeads(db, (q) => q.where('campaign.id', '=', id)))[0] ?? null
}

async function campaignHeads(
  db: Reader,
  narrowed: (query: ReturnType<typeof selectCampaigns>) => ReturnType<typeof selectCampaigns>,
) {
  const rows = await narrowed(selectCampaigns(db)).orderBy('campaign.id').execute()
  return rows.map((row) => ({
    ...{ id: CampaignId.parse(row.id), name: row.name },
    recurrence: Recurrence.parse(row.recurrence),
    ...{ responsibleId: PersonId.parse(row.responsible_id), responsible: row.responsible_name },
    subjects: CampaignSubjects.parse(JSON.parse(row.subjects)),
    scopes: Scopes.parse(JSON.parse(row.scopes)),
    startedAt: Instant.parse(row.started_at),
    removedAt: row.removed_at === null ? null : Instant.parse(row.removed_at),
  }))
}

function selectCampaigns(db: Reader) {
  return db
    .selectFrom('campaign')
    .innerJoin('person', 'person.id', 'campaign.responsible_id')
    .selectAll('campaign')
    .select('person.name as responsible_name')
}

/** The rounds of a campaign, the latest first. */
export async function roundsOf(db: Reader, id: CampaignId): Promise<RoundHead[]> {
  return roundHeads(db, (q) => q.where('campaign_id', '=', id))
}

/** Null where there is none. */
export async function findRound(db: Reader, id: RoundId): Promise<RoundHead | null> {
  return (await roundHeads(db, (q) => q.where('campaign_round.id', '=', id)))[0] ?? null
}

async function roundHeads(
  db: Reader,
  narrowed: (query: ReturnType<typeof selectRounds>) => ReturnType<typeof selectRounds>,
) {
  const rows = await narrowed(selectRounds(db)).orderBy('campaign_round.number', 'desc').execute()
  return rows.map((row) => ({
    ...{ id: RoundId.parse(row.id), campaignId: CampaignId.parse(row.campaign_id) },
    number: row.number,
    period: { from: PlainDate.parse(row.period_from), to: PlainDate.parse(row.period_to) },
    due: PlainDate.parse(row.due),
    frameworkId: row.framework_id,
    pinned: {
      ...{ id: FrameworkVersionId.parse(row.version_id), number: row.version_number ?? 1 },
      title: { ms: row.title_ms, en: row.title_en },
    },
    ...{ startedAt: Instant.parse(row.started_at), startedBy: row.starter },
  }))
}

function selectRounds(db: Reader) {
  return db
    .selectFrom('campaign_round')
    .innerJoin('framework_version', 'framework_version.id', 'campaign_round.version_id')
    .innerJoin('person', 'person.id', 'campaign_round.started_by')
    .selectAll('campaign_round')
    .select([
      ...(['framework_version.framework_id', 'framework_version.title_ms'] as const),
      ...(['framework_version.title_en', 'person.name as starter'] as const),
      'framework_version.number as version_number',
    ])
}

/** Assessments of a round, withdrawn ones too, in the order of its subjects. */
export async function assessmentsOfRound(db: Reader, id: RoundId): Promise<AssessmentHead[]> {
  const rows = await db
    .selectFrom('campaign_assessment')
    .select('assessment_id')
    .where('round_id', '=', id)
    .orderBy('place')
    .execute()
  const ids = rows.map(({ assessment_id }) => assessment_id)
  const heads = new Map<string, AssessmentHead>(
    (await headsWhere(db, ids)).map((head) => [head.id, head]),
  )
  return ids.flatMap((each) => heads.get(each) ?? [])
}

/** All assessments that belong to a campaign, with when each was withdrawn. */
export async function assessmentsOfCampaign(
  db: Reader,
  id: CampaignId,
): Promise<{ id: string; removed_at: string | null; closed_at: string | null }[]> {
  return db
    .selectFrom('campaign_assessment')
    .innerJoin('campaign_round', 'campaign_round.id', 'round_id')
    .innerJoin('assessment', 'assessment.id', 'assessment_id')
    .select(['assessment.id', 'assessment.removed_at', 'assessment.closed_at'])
    .where('campaign_id', '=', id)
    .orderBy('assessment.id')
    .execute()
}

/** The round that an assessment was made for; null where it was made by itself. */
export async function campaignOf(db: Reader, id: AssessmentId): Promise<Assessment['campaign']> {
  const row = await db
    .selectFrom('campaign_assessment')
    .innerJoin('campaign_round', 'campaign_round.id', 'round_id')
    .innerJoin('campaign', 'campaign.id', 'campaign_id')
    .select(['campaign.id', 'campaign.name', 'round_id', 'campaign_round.number'])
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { name, number: round } = row
  return { id: CampaignId.parse(row.id), name, roundId: RoundId.parse(row.round_id), round }
}

/** By which the rounds of some assessments are due; those of withdrawn campaigns and others have none. */
export async function duesOf(
  db: Reader,
  ids: readonly AssessmentId[],
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await db
    .selectFrom('campaign_assessment')
    .innerJoin('campaign_round', 'campaign_round.id', 'round_id')
    .innerJoin('campaign', 'campaign.id', 'campaign_id')
    .select(['assessment_id', 'due'])
    .where('campaign.removed_at', 'is', null)
    .where('assessment_id', 'in', ids.length === 0 ? [''] : [...ids])
    .orderBy('assessment_id')
    .execute()
  return new Map(rows.map(({ assessment_id, due }) => [assessment_id, PlainDate.parse(due)]))
}

export async function insertCampaign(db: Writer, row: CampaignRow): Promise<void> {
  await db.insertInto('campaign').values(row).execute()
}

export async function updateCampaign(
  db: Writer,
  id: CampaignId,
  changes: Partial<Omit<CampaignRow, 'id'>>,
): Promise<void> {
  await db.updateTable('campaign').set(changes).where('id', '=', id).execute()
}

export async function insertRound(db: Writer, row: CampaignRoundRow): Promise<void> {
  await db.insertInto('campaign_round').values(row).execute()
}

export async function updateRound(
  db: Writer,
  id: RoundId,
  changes: Pick<CampaignRoundRow, 'due'>,
): Promise<void> {
  await db.updateTable('campaign_round').set(changes).where('id', '=', id).execute()
}

export async function insertCampaignAssessment(
  db: Writer,
  row: Omit<CampaignAssessmentRow, 'assessment_id'> & { readonly assessment_id: AssessmentId },
): Promise<void> {
  await db.insertInto('campaign_assessment').values(row).execute()
}
