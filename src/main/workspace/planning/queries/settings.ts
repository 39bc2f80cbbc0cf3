import { defaultPlanningSettings, PlanningSettings } from '#contract/planning'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'

/** Under which name the settings are kept. */
export const planningSetting = 'planning.settings'

/** The settings in force: the office's, or those a workspace begins with. */
export async function readPlanningSettings(db: Reader): Promise<PlanningSettings> {
  return (await readSetting(db, planningSetting, PlanningSettings)) ?? defaultPlanningSettings
}
