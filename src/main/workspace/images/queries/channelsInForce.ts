import { defaultFixChannels } from '#contract/fixChannels'
import { FixChannels } from '#contract/imageFix'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'

export const channelsSetting = 'image-channels'

/** What each channel takes by the office's setting, or by what a new workspace starts with. */
export async function channelsInForce(db: Reader): Promise<FixChannels> {
  return (await readSetting(db, channelsSetting, FixChannels)) ?? defaultFixChannels
}
