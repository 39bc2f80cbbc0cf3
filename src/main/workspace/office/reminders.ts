import { Reminders } from '#contract/reminders'
import type { Reader } from '../database/schema.ts'
import { readSetting } from './queries.ts'

export const remindersSetting = 'reminders'

/** Half an hour after the office opens, and time enough to post by hand; Kuala Lumpur. Ours. */
export const defaultReminders = Reminders.parse({
  ...{ on: true, morning: '08:30', minutesBefore: 15, state: 'MY-14' },
})

/** When the office wants to be reminded, and whose working days are its own. */
export async function readReminders(db: Reader): Promise<Reminders> {
  return (await readSetting(db, remindersSetting, Reminders)) ?? defaultReminders
}
