import type { CampaignId, MeasuringId, RoundId } from '#contract/assessmentIds'
import { PlainDate, type PersonId } from '#contract/values'
import { secondHalf, shippedVersion } from '../support/assessments.ts'
import { present } from '../support/present.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** Campaigns in the states that the commands about them need. */
export interface FurnishedCampaigns {
  readonly campaign: CampaignId
  readonly round: RoundId
  /** How the round was measured anew. */
  readonly measuring: MeasuringId
  readonly removable: CampaignId
  readonly removed: CampaignId
}

export async function furnishCampaigns(
  { workspace: { compliance } }: TestWorkspace,
  responsibleId: PersonId,
): Promise<FurnishedCampaigns> {
  const versionId = await shippedVersion(compliance, 'japen')
  const start = (name: string) =>
    compliance.startCampaign({
      ...{ name, recurrence: 'month', responsibleId, versionId, period: secondHalf },
      ...{ due: PlainDate.parse('2026-12-20'), scopes: ['post'] },
      subjects: { kind: 'chosen', subjects: [{ kind: 'unit', unit: name }] },
    })
  const first = await start('Kempen satu')
  const removable = await start('Kempen dua')
  const removed = await start('Kempen tiga')
  await compliance.removeCampaign({ id: removed.id })
  const { undo } = await compliance.measureRound({ id: first.roundId, keep: true })
  return {
    ...{ campaign: first.id, round: first.roundId, measuring: present(undo) },
    ...{ removable: removable.id, removed: removed.id },
  }
}
