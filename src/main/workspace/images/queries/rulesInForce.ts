import { SizeRules } from '#contract/imageRules'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'
import { defaultSizeRules } from '../rules/defaults.ts'

/** Under which name the rules are kept. */
export const rulesSetting = 'image-rules'

/** The office's rules for images, or the ones a new workspace starts with. */
export async function rulesInForce(db: Reader): Promise<SizeRules> {
  return (await readSetting(db, rulesSetting, SizeRules)) ?? defaultSizeRules
}
