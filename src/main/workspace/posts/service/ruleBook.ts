import type { AccountId } from '#contract/accounts'
import type { FixChannels } from '#contract/imageFix'
import type { Hold, PlanningSettings, SensitiveTerm } from '#contract/planning'
import type { ProductionTime, WaveCategory } from '#contract/reference'
import type { Reader } from '../../database/schema.ts'
import { channelsInForce } from '../../images/queries/channelsInForce.ts'
import { openHold } from '../../planning/queries/holds.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
import { listTerms } from '../../planning/queries/terms.ts'
import { itemsOf } from '../../reference/queries.ts'
import { ruledAccounts, type RuledAccount } from '../queries/ruledAccounts.ts'

/** What every post is held against, read once for however many are checked together. */
export interface RuleBook {
  readonly accounts: ReadonlyMap<AccountId, RuledAccount>
  readonly times: readonly ProductionTime[]
  readonly categories: readonly WaveCategory[]
  readonly settings: PlanningSettings
  readonly terms: readonly SensitiveTerm[]
  readonly hold: Hold | null
  /** What the channels take of pictures. */
  readonly fixChannels: FixChannels
}

export async function openRuleBook(db: Reader): Promise<RuleBook> {
  return {
    accounts: await ruledAccounts(db),
    times: await itemsOf(db, 'production-times', true),
    categories: await itemsOf(db, 'wave-categories', true),
    settings: await readPlanningSettings(db),
    terms: await listTerms(db),
    hold: await openHold(db),
    fixChannels: await channelsInForce(db),
  }
}
