import { defaultFixPresets } from '#contract/fixPresets'
import { FixPresets } from '#contract/imageFix'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'

// These stand with the queries: other slices hold pictures against them too.
export { channelsInForce, channelsSetting } from '../queries/channelsInForce.ts'
export { rulesInForce, rulesSetting } from '../queries/rulesInForce.ts'
export const presetsSetting = 'image-presets'

/** The office's sizes to make pictures to, or the ones a new workspace starts with. */
export async function presetsInForce(db: Reader): Promise<FixPresets> {
  return (await readSetting(db, presetsSetting, FixPresets)) ?? defaultFixPresets
}
