import type { SliceHandlers } from '#contract/call'
import type { complaintAnswers, Letter } from '#contract/complaintAnswers'
import { WorkspaceError } from '#contract/errors'
import type { PersonId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { findPerson } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { findAnswerRow, metBy, updateAnswer } from '../queries/answers.ts'
import { findForwardingRow } from '../queries/forwardings.ts'
import { findPrint } from '../queries/letters.ts'
import { findReminder } from '../queries/reminders.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import type { ComplaintAnswerRow, ComplaintLetterRow } from '../tables.ts'
import {
  knownAnswer,
  leavingText,
  refuseOlderAnswer,
  refuseUnreviewed,
  shownAnew,
  standardOf,
  unsentAnswer,
} from './answering.ts'
import { agencyLines, filledFor } from './forwardingText.ts'
import { knownOpen, tell } from './known.ts'
import { printLetter } from './letters.ts'
import { columnOf, recordMet, takeBackMet, type ToldClock } from './meeting.ts'

type Calls = Pick<
  typeof complaintAnswers,
  'takeAnswer' | 'printAnswer' | 'letter' | 'sendAnswer' | 'unsendAnswer'
>

/** How answers leave: copied or printed, and then marked as sent; the application is offline. */
export const sendingHandlers: SliceHandlers<Calls, Contexts> = {
  async takeAnswer(context, { id }) {
    const { row, text } = await leaving(context, id)
    await tell(context, row.complaint_id, { kind: 'answer-taken' })
    return { text }
  },

  async printAnswer(context, { id }) {
    const { row } = await leaving(context, id)
    return {
      printId: await printLetter(context, row.complaint_id, { answerId: id }, row.version),
    }
  },

  async letter({ db, actor }, { printId }) {
    const letter = actor === null ? null : await findPrint(db, printId, actor.id)
    if (letter === null) throw new WorkspaceError('complaints.unknown-letter')
    const found = await knownOpen(db, letter.complaint_id)
    const { number, copy, at } = letter
    return { complaint: found.row.number, number, copy, at, ...(await printed(db, found, letter)) }
  },

  async sendAnswer(context, { id, base, at, way, url }) {
    const { db, writer, clock, actor, record } = context
    const row = await unsentAnswer(db, id)
    refuseOlderAnswer(row, base)
    await refuseUnreviewed(db, row)
    const found = await knownOpen(db, row.complaint_id)
    const text = await leavingText(db, found, row)
    const channels = await itemsOf(db, 'complaint-channels')
    const channel = channels.find(({ key }) => key === way)
    if (channel === undefined) throw new WorkspaceError('complaints.unknown-channel')
    if (at > clock.now()) throw new WorkspaceError('complaints.met-later')
    if (at < found.fields.receivedAt) throw new WorkspaceError('complaints.met-before-start')
    const meets = (await standardOf(db, row.kind))?.meets ?? freely
    const met = meets.filter((clockName) => isWaiting(found, clockName))
    for (const clockName of met) await recordMet(context, row.complaint_id, clockName, at, '')
    await updateAnswer(writer, id, {
      ...{ status: 'sent', version: base + 1, changed_at: clock.now() },
      ...{ sent_at: at, sent_by: actor.id, sent_way: way, sent_url: url, sent_text: text },
      met: JSON.stringify(met),
    })
    record('complaint_answer', id, ['status', 'sent_at', 'sent_by', 'sent_way', 'sent_url', 'met'])
    const changes = [
      { field: 'sent_way', before: null, after: way },
      ...(url === '' ? [] : [{ field: 'sent_url', before: null, after: url }]),
    ]
    await tell(context, row.complaint_id, { kind: 'answer-sent', changes, text })
    return { ...(await shownAnew(context, id)), met }
  },

  async unsendAnswer(context, { id }) {
    const { db, writer, clock, record } = context
    const row = await knownAnswer(db, id)
    if (row.status !== 'sent') throw new WorkspaceError('complaints.answer-not-sent')
    for (const name of metBy(row).toReversed()) await takeBack(context, row, name)
    await updateAnswer(writer, id, {
      status: row.reviewed_by === null ? 'draft' : 'reviewed',
      ...{ version: row.version + 1, changed_at: clock.now() },
      ...{ sent_at: null, sent_by: null, sent_way: null, sent_url: '', sent_text: null, met: '[]' },
    })
    record('complaint_answer', id, ['status', 'sent_at', 'sent_by', 'sent_way', 'sent_url', 'met'])
    await tell(context, row.complaint_id, { kind: 'answer-unsent' })
    return shownAnew(context, id)
  },
}

/** What an answer in free words meets: it told the complainant something. */
const freely = ['acknowledge', 'respond', 'progress'] as const satisfies readonly ToldClock[]

/** Acknowledged and answered first is a complaint once; after that an answer tells of progress. */
function isWaiting({ row }: OpenComplaint, name: ToldClock): boolean {
  return name === 'progress' ? row.responded_at !== null : row[columnOf[name]] === null
}

/** A clock that somebody has recorded anew since is theirs. */
async function takeBack(
  context: CommandContext,
  { complaint_id: id, sent_at: sentAt }: ComplaintAnswerRow,
  name: ToldClock,
): Promise<void> {
  const { row } = await knownOpen(context.db, id)
  if (row[columnOf[name]] === sentAt) await takeBackMet(context, id, name)
}

/** What may be copied and printed: what may be sent, and what was. */
async function leaving(context: CommandContext, id: ComplaintAnswerRow['id']) {
  const { db } = context
  const row = await knownAnswer(db, id)
  if (row.sent_text !== null) return { row, text: row.sent_text }
  await refuseUnreviewed(db, row)
  return { row, text: await leavingText(db, await knownOpen(db, row.complaint_id), row) }
}

/** To whom a letter goes, and its words. @throws WorkspaceError `complaints.unknown-letter` */
async function printed(
  db: Reader,
  found: OpenComplaint,
  { answer_id: answerId, forwarding_id: forwardingId, reminder_id: reminderId }: ComplaintLetterRow,
): Promise<Pick<Letter, 'kind' | 'language' | 'to' | 'text' | 'signer'>> {
  const answer = answerId === null ? null : await findAnswerRow(db, answerId)
  if (answer !== null) {
    const text = answer.sent_text ?? (await leavingText(db, found, answer))
    const signer = await signerOf(db, answer.written_by)
    const { language } = answer
    return { kind: 'answer', language, to: addressLines(found), text, signer }
  }
  const reminder = reminderId === null ? null : await findReminder(db, reminderId)
  if (reminder !== null) {
    const { language, text, forwarding_id: of, by_id: by } = reminder
    const agency = (await findForwardingRow(db, of))?.agency ?? ''
    const to = await agencyLines(db, agency, language)
    return { kind: 'reminder', language, to, text, signer: await signerOf(db, by) }
  }
  const sent = forwardingId === null ? null : await findForwardingRow(db, forwardingId)
  if (sent === null) throw new WorkspaceError('complaints.unknown-letter')
  const { language, agency } = sent
  const to = await agencyLines(db, agency, language)
  const signer = await signerOf(db, sent.by_id)
  const text = await filledFor(db, found, sent)
  return { kind: 'forwarding', language, to, text, signer }
}

/** The officer whose words they are. */
async function signerOf(db: Reader, id: PersonId): Promise<Letter['signer']> {
  const person = await findPerson(db, id)
  return { name: person?.name ?? '', post: person?.post ?? '' }
}

/** Name and address, a line each; nothing of who gave no name. */
function addressLines({ complainant }: OpenComplaint): string[] {
  if (complainant === null) return []
  return [complainant.name, ...complainant.address.split(/\r?\n/)]
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
