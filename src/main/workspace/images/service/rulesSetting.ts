import { defaultFixChannels } from '#contract/fixChannels'
import { defaultFixPresets } from '#contract/fixPresets'
import { FixChannels, FixPresets } from '#contract/imageFix'
import { SizeRules } from '#contract/imageRules'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'
import { defaultSizeRules } from '../rules/defaults.ts'

export const rulesSetting = 'image-rules'
export const presetsSetting = 'image-presets'
export const channelsSetting = 'image-channels'

/** The office's rules for images, or the ones a new workspace starts with. */
export async function rulesInForce(db: Reader): Promise<SizeRules> {
  return (await readSetting(db, rulesSetting, SizeRules)) ?? defaultSizeRules
}

/** The office's sizes to make pictures to, or the ones a new workspace starts with. */
export async function presetsInForce(db: Reader): Promise<FixPresets> {
  return (await readSetting(db, presetsSetting, FixPresets)) ?? defaultFixPresets
}

/** What each channel takes by the office's setting, or by what a new workspace starts with. */
export async function channelsInForce(db: Reader): Promise<FixChannels> {
  return (await readSetting(db, channelsSetting, FixChannels)) ?? defaultFixChannels
}
