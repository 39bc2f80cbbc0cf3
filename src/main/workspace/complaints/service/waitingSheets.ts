import type { Language } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { sheetOf } from '../../reports/xlsx.ts'
import type { MeetingWaits } from '../reports/meetingTable.ts'
import {
  decisionColumns,
  draftColumns,
  sheetNames,
  type WaitingNames,
} from '../reports/waitingTables.ts'

/** The meeting's decisions and the drafts that wait, each on a sheet of its own. */
export function waitingSheets(
  { decided, drafts }: MeetingWaits,
  names: WaitingNames,
  language: Language,
) {
  return [
    sheetOf(decisionColumns, decided, { language, name: sheetNames.decisions[language] }),
    sheetOf(draftColumns(language, names), drafts, { language, name: sheetNames.drafts[language] }),
  ]
}

/** What the sheets of what waits name. */
export async function waitingNames(db: Reader): Promise<WaitingNames> {
  const answers = await itemsOf(db, 'standard-answers', true)
  return {
    standardAnswers: Object.fromEntries(answers.map(({ key, ms, en }) => [key, { ms, en }])),
    people: Object.fromEntries((await listPeople(db)).map(({ id, name }) => [id, name])),
  }
}
