import type { CampaignId } from '#contract/assessmentIds'
import type { Campaign, CampaignRound, CampaignSummary } from '#contract/campaigns'
import type { AssessmentSummary } from '#contract/assessments'
import { WorkspaceError } from '#contract/errors'
import type { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import {
  assessmentsOfRound,
  findCampaign,
  roundsOf,
  type CampaignHead,
  type RoundHead,
} from '../queries/campaigns.ts'
import { nextDue, nextPeriod } from '../rules/rounds.ts'
import { newestVersions, summariesOf } from './assessed.ts'

/** @throws WorkspaceError `compliance.unknown-campaign` */
export async function knownCampaign(db: Reader, id: CampaignId): Promise<CampaignHead> {
  const head = await findCampaign(db, id)
  if (head === null) throw new WorkspaceError('compliance.unknown-campaign')
  return head
}

/** One that was not withdrawn. @throws WorkspaceError `compliance.campaign-removed` */
export async function goingCampaign(db: Reader, id: CampaignId): Promise<CampaignHead> {
  const head = await knownCampaign(db, id)
  if (head.removedAt !== null) throw new WorkspaceError('compliance.campaign-removed')
  return head
}

/** A campaign with its latest round and what would come next. */
export async function campaignSummary(
  db: Reader,
  head: CampaignHead,
  today: PlainDate,
): Promise<CampaignSummary> {
  const rounds = await roundsOf(db, head.id)
  const [latest] = rounds
  if (latest === undefined) throw new WorkspaceError('compliance.unknown-campaign')
  const { removedAt, ...rest } = head
  return {
    ...{ ...rest, removed: removedAt !== null, rounds: rounds.length },
    round: await roundOf(db, latest, today),
    next: removedAt === null ? await nextOf(db, head, latest, today) : null,
  }
}

export async function wholeCampaign(
  db: Reader,
  head: CampaignHead,
  today: PlainDate,
): Promise<Campaign> {
  const all = []
  for (const round of await roundsOf(db, head.id)) all.push(await roundOf(db, round, today))
  return { ...(await campaignSummary(db, head, today)), all }
}

/** A round with what its assessments come to. */
export async function roundOf(
  db: Reader,
  round: RoundHead,
  today: PlainDate,
): Promise<CampaignRound> {
  const heads = await assessmentsOfRound(db, round.id)
  const inSight = heads.filter(({ state }) => state !== 'removed')
  const { id, number, period, due, pinned, startedAt, startedBy } = round
  return {
    ...{ id, number, period, due, pinned, startedAt, startedBy },
    ...cameTo(await summariesOf(db, inSight, today), round, today),
  }
}

/** What the assessments of a round come to together. */
function cameTo(
  all: readonly AssessmentSummary[],
  { due }: RoundHead,
  today: PlainDate,
): Omit<CampaignRound, 'id' | 'number' | 'period' | 'due' | 'pinned' | 'startedAt' | 'startedBy'> {
  const sum = (count: (each: AssessmentSummary) => number) =>
    all.reduce((total, each) => total + count(each), 0)
  const scores = all.flatMap(({ score }) => score.score ?? [])
  const closed = all.filter(({ state }) => state !== 'open').length
  const done = all.filter(({ state }) => state === 'approved' || state === 'closed').length
  return {
    ...{ assessments: all.length, closed, done },
    disagreed: sum((each) => each.disagreed),
    asked: sum((each) => each.score.asked),
    answered: sum((each) => each.score.answered),
    openFindings: sum((each) => each.openFindings),
    score: scores.length === 0 ? null : scores.reduce((one, other) => one + other) / scores.length,
    isLate: done < all.length && due < today,
  }
}

/** The round after the latest, by the newest version of its checklist. */
async function nextOf(
  db: Reader,
  { recurrence }: CampaignHead,
  latest: RoundHead,
  today: PlainDate,
): Promise<CampaignSummary['next']> {
  const period = nextPeriod(recurrence, latest.period)
  const version = (await newestVersions(db)).get(latest.frameworkId)
  if (period === null || version === undefined) return null
  return {
    ...{ versionId: version.id, period, due: nextDue(latest, period) },
    hasBegun: period.from <= today,
  }
}
