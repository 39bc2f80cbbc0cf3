import { fillAnswer } from '#contract/answerText'
import { WorkspaceError } from '#contract/errors'
import type { Language } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { answerValues } from '../rules/answerValues.ts'
import { agencyName, answerFacts } from './answerFacts.ts'

/**
 * A letter to who is to act, its places filled.
 * @throws WorkspaceError `complaints.answer-empty`, `complaints.answer-open`
 */
export async function filledFor(
  db: Reader,
  found: OpenComplaint,
  { agency, language, text }: { agency: string; language: Language; text: string },
): Promise<string> {
  if (text === '') throw new WorkspaceError('complaints.answer-empty')
  const facts = await answerFacts(db, found, language)
  const name = await agencyName(db, agency, language)
  const filled = fillAnswer(text, answerValues({ ...facts, agency: name }, language))
  if (filled.problems.length > 0) {
    const places = filled.problems.map(({ placeholder }) => placeholder).join(', ')
    throw new WorkspaceError('complaints.answer-open', { places })
  }
  return filled.text
}

/** Its name and address, a line each. */
export async function agencyLines(db: Reader, key: string, language: Language): Promise<string[]> {
  const all = await itemsOf(db, 'agencies', true)
  const agency = all.find((each) => each.key === key)
  return [agency?.[language] ?? '', ...(agency?.address ?? '').split(/\r?\n/)]
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
