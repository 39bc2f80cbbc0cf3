import { defaultMeasureSettings, MeasureSettings } from '#contract/measures'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'

/** Under which name the settings are kept. */
export const measureSetting = 'compliance.measures'

/** The shares from which a control is met or partly met: the office's, or the first ones. */
export async function readMeasureSettings(db: Reader): Promise<MeasureSettings> {
  return (await readSetting(db, measureSetting, MeasureSettings)) ?? defaultMeasureSettings
}
