import { defaultFixChannels } from '#contract/fixChannels'
import { defaultFixPresets } from '#contract/fixPresets'
import { FixChannels, FixPresets } from '#contract/imageFix'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'

// The rules stand with the queries: other slices hold pictures against them too.
export { rulesInForce, rulesSetting } from '../queries/rulesInForce.ts'
export const presetsSetting = 'image-presets'
export const channelsSetting = 'image-channels'

/** The office's sizes to make pictures to, or the ones a new workspace starts with. */
export async function presetsInForce(db: Reader): Promise<FixPresets> {
  return (await readSetting(db, presetsSetting, FixPresets)) ?? defaultFixPresets
}

/** What each channel takes by the office's setting, or by what a new workspace starts with. */
export async function channelsInForce(db: Reader): Promise<FixChannels> {
  return (await readSetting(db, channelsSetting, FixChannels)) ?? defaultFixChannels
}
