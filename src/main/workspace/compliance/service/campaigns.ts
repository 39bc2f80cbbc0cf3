import type { SliceHandlers } from '#contract/call'
import type { campaigns, CampaignSummary, OwnCampaign } from '#contract/campaigns'
import { WorkspaceError } from '#contract/errors'
import type { PersonId } from '#contract/values'
import type { CommandContext, Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { isWorkingDay } from '../../days/rules/calendar.ts'
import { findPerson } from '../../people/queries.ts'
import { updateAssessment } from '../queries/assessments.ts'
import {
  assessmentsOfCampaign,
  assessmentsOfRound,
  findRound,
  listCampaigns,
  updateCampaign,
  updateRound,
} from '../queries/campaigns.ts'
import { AssessmentId, type CampaignId } from '#contract/assessmentIds'
import { waitsFor } from '../rules/rounds.ts'
import { summariesOf, todayOf } from './assessed.ts'
import { campaignSummary, goingCampaign, knownCampaign, wholeCampaign } from './campaigned.ts'

type CampaignCalls = Omit<typeof campaigns, 'startCampaign' | 'startRound'>

/** Campaigns: what they are, where they stand, and what of them waits for whom. */
export const campaignHandlers: SliceHandlers<CampaignCalls, Contexts> = {
  async campaigns(context, { removed }) {
    const all = await summaries(context, removed)
    return all.toSorted(
      (one, other) => rank(one) - rank(other) || (one.round.due < other.round.due ? -1 : 1),
    )
  },

  async campaign(context, { id }) {
    return wholeCampaign(context.db, await knownCampaign(context.db, id), todayOf(context))
  },

  async roundAssessments(context, { id }) {
    if ((await findRound(context.db, id)) === null) {
      throw new WorkspaceError('compliance.unknown-round')
    }
    return summariesOf(context.db, await assessmentsOfRound(context.db, id), todayOf(context))
  },

  async changeCampaign(context, { id, fields }) {
    const head = await goingCampaign(context.db, id)
    const { name, recurrence, responsibleId } = fields
    // Whoever has left stays where they are until somebody else is named.
    if (responsibleId !== head.responsibleId) await refuseInactive(context.db, responsibleId)
    return set(context, id, { name, recurrence, responsible_id: responsibleId })
  },

  async changeDue(context, { id, due }) {
    const { db, writer, record } = context
    const round = await findRound(db, id)
    if (round === null) throw new WorkspaceError('compliance.unknown-round')
    await goingCampaign(db, round.campaignId)
    if (due < round.period.from) throw new WorkspaceError('compliance.due-early')
    await updateRound(writer, id, { due })
    record('campaign_round', id, ['due'])
    return summaryOf(context, round.campaignId)
  },

  async removeCampaign(context, { id }) {
    const { db, clock } = context
    await goingCampaign(db, id)
    const at = clock.now()
    for (const each of await assessmentsOfCampaign(db, id)) {
      if (each.removed_at === null && each.closed_at === null) await withdraw(context, each.id, at)
    }
    return set(context, id, { removed_at: at })
  },

  async bringBackCampaign(context, { id }) {
    const { db } = context
    const { removedAt } = await knownCampaign(db, id)
    if (removedAt === null) throw new WorkspaceError('compliance.campaign-not-removed')
    // What was withdrawn by itself stays so.
    for (const each of await assessmentsOfCampaign(db, id)) {
      if (each.removed_at === removedAt) await withdraw(context, each.id, null)
    }
    return set(context, id, { removed_at: null })
  },

  ownCampaigns: (context) => waiting(context),

  async campaignsDue(context, { state }) {
    const day = todayOf(context)
    const days = await openDays(context.db, { from: day, to: day })
    const all = await waiting(context)
    const counts = (['late', 'soon', 'next'] as const)
      .map((kind) => ({ kind, count: all.filter(({ wait }) => wait === kind).length }))
      .filter(({ count }) => count > 0)
    return { day, works: isWorkingDay(days, state, day), counts, slots: [] }
  },
}

/** @throws WorkspaceError `people.unknown` */
export async function refuseInactive(db: Reader, id: PersonId): Promise<void> {
  const person = await findPerson(db, id)
  if (person?.active !== true) throw new WorkspaceError('people.unknown')
}

async function summaries(
  context: Pick<QueryContext, 'db' | 'clock'>,
  removed: boolean,
): Promise<CampaignSummary[]> {
  const all = []
  for (const head of await listCampaigns(context.db, removed)) {
    all.push(await campaignSummary(context.db, head, todayOf(context)))
  }
  return all
}

/** What is late stands first, then what can be begun, what is under way, and what is done. */
function rank({ round, next }: CampaignSummary): number {
  if (round.isLate) return 0
  if (next?.hasBegun === true) return 1
  return round.done < round.assessments ? 2 : 3
}

/** Of the person at the keyboard; the first day first. */
async function waiting(context: QueryContext): Promise<OwnCampaign[]> {
  const { actor } = context
  const today = todayOf(context)
  const all = actor === null ? [] : await summaries(context, false)
  return all
    .filter(({ responsibleId }) => responsibleId === actor?.id)
    .flatMap(({ id, name, round, next }) => {
      const open = round.assessments - round.done
      const waits = waitsFor(today, { due: round.due, open }, next?.period ?? null)
      return waits.map((wait) => {
        const day = wait === 'next' && next !== null ? next.period.from : round.due
        return { id, name, wait, day, open }
      })
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

async function withdraw(
  { writer, record }: CommandContext,
  id: string,
  removed_at: string | null,
): Promise<void> {
  await updateAssessment(writer, AssessmentId.parse(id), { removed_at })
  record('assessment', id, ['removed_at'])
}

async function set(
  context: CommandContext,
  id: CampaignId,
  changes: Parameters<typeof updateCampaign>[2],
): Promise<CampaignSummary> {
  await updateCampaign(context.writer, id, changes)
  context.record('campaign', id, Object.keys(changes))
  return summaryOf(context, id)
}

async function summaryOf(context: CommandContext, id: CampaignId): Promise<CampaignSummary> {
  const head = await knownCampaign(context.db, id)
  return campaignSummary(context.db, head, todayOf(context))
}
