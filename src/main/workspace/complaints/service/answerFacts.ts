import type { AnswerCheck } from '#contract/complaintAnswers'
import { fillAnswer } from '#contract/answerText'
import type { ComplaintId } from '#contract/complaintFields'
import { Office } from '#contract/office'
import type { Language } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { officeSetting, readSetting } from '../../office/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { listForwardingRows } from '../queries/forwardings.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { answerValues, type AnswerFacts } from '../rules/answerValues.ts'
import { coverName } from '../rules/cover.ts'
import { addressState, toneHints } from '../rules/tone.ts'

/** What the answers of a case are filled from, in a language. */
export async function answerFacts(
  db: Reader,
  { row, fields, complainant }: OpenComplaint,
  language: Language,
): Promise<AnswerFacts> {
  const kinds = await itemsOf(db, 'complaint-kinds', true)
  const subKinds = await itemsOf(db, 'complaint-sub-kinds', true)
  const channels = await itemsOf(db, 'complaint-channels', true)
  const kind = kinds.find(({ key }) => key === fields.kind)
  const subKind = subKinds.find(({ key }) => key === fields.subKind)
  const office = await readSetting(db, officeSetting, Office)
  return {
    ...{ number: row.number, fields, name: complainant?.name ?? '' },
    agency:
      (await forwardedTo(db, row.id, language)) ??
      (await agencyFor(db, kind?.ours === false ? kind.responders : [], language)),
    subject: (subKind ?? kind)?.[language] ?? '',
    channel: channels.find(({ key }) => key === fields.channel)?.[language] ?? '',
    office: office?.unitName ?? '',
  }
}

/** Who has it in their hands now, or had it last; null where nobody ever had. */
async function forwardedTo(
  db: Reader,
  id: ComplaintId,
  language: Language,
): Promise<string | null> {
  const [last] = await listForwardingRows(db, id)
  if (last === undefined) return null
  const agencies = await itemsOf(db, 'agencies', true)
  return agencies.find(({ key }) => key === last.agency)?.[language] ?? null
}

/** The name of an agency, also of one that is no longer offered. */
export async function agencyName(db: Reader, key: string, language: Language): Promise<string> {
  const all = await itemsOf(db, 'agencies', true)
  return all.find((agency) => agency.key === key)?.[language] ?? ''
}

/** Who answers first by KKS H, where that is not JKR, by their full names. */
async function agencyFor(
  db: Reader,
  responders: readonly string[],
  language: Language,
): Promise<string> {
  const agencies = await itemsOf(db, 'agencies', true)
  const named = responders.map(
    (short) => agencies.find((agency) => agency.short === short)?.[language] ?? short,
  )
  return new Intl.ListFormat(language).format(named)
}

/** A text as it would leave with nothing covered, and the places that cannot be filled. */
export async function filledAnswer(
  db: Reader,
  found: OpenComplaint,
  text: string,
  language: Language,
): Promise<ReturnType<typeof fillAnswer>> {
  return fillAnswer(text, answerValues(await answerFacts(db, found, language), language))
}

/** The same for the eyes of who writes it: the name stands covered, and hints go with it. */
export async function checkedAnswer(
  db: Reader,
  found: OpenComplaint,
  text: string,
  language: Language,
  agency?: string,
): Promise<AnswerCheck> {
  const known = await answerFacts(db, found, language)
  const facts =
    agency === undefined ? known : { ...known, agency: await agencyName(db, agency, language) }
  const name = facts.name === '' ? '' : coverName(facts.name)
  const { text: preview, problems } = fillAnswer(text, answerValues({ ...facts, name }, language))
  return {
    ...{ preview, problems, hints: toneHints(text, found.row.number) },
    address: addressState(found.complainant?.address ?? ''),
  }
}
