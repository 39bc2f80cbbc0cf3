import { fillAnswer } from '#contract/answerText'
import type { SliceHandlers } from '#contract/call'
import { AnswerId } from '#contract/complaintAnswers'
import type { ComplaintId } from '#contract/complaintFields'
import {
  TogetherId,
  type complaintGroupAnswers,
  type GroupAnswer,
} from '#contract/complaintGroupAnswers'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { membersOf } from '../queries/groups.ts'
import { findAnswerRow, updateAnswer } from '../queries/answers.ts'
import { answersTogether, togetherOf } from '../queries/together.ts'
import { coverName } from '../rules/cover.ts'
import { checkedAnswer } from './answerFacts.ts'
import { shownAnswer } from './answering.ts'
import { answerHandlers } from './answers.ts'
import { knownOpen } from './known.ts'
import { sendingHandlers } from './sending.ts'

/** One text to many complainants: what is done to all is done to each, in its own case. */
export const groupAnswerHandlers: SliceHandlers<typeof complaintGroupAnswers, Contexts> = {
  async groupReplies({ db }, { id, text, language }) {
    const replies = []
    for (const each of await inGroup(db, id)) {
      const found = await knownOpen(db, each)
      const { preview, problems, address } = await checkedAnswer(db, found, text, language)
      const { complainant, fields, row } = found
      const name = complainant?.name ?? ''
      replies.push({
        ...{ id: each, number: row.number, channel: fields.channel },
        name: name === '' ? null : coverName(name),
        ...{ preview, problems, address },
      })
    }
    return replies
  },

  async groupAnswers(context, { id }) {
    const rows = await togetherOf(context.db, await inGroup(context.db, id))
    const shown: GroupAnswer[] = []
    for (const togetherId of new Set(rows.map((row) => row.togetherId))) {
      const together = rows.filter((row) => row.togetherId === togetherId)
      const answers = await shownAll(
        context,
        together.map((row) => row.id),
      )
      const [first] = answers
      if (first === undefined) continue
      const { kind, language, writtenByName: byName, begunAt } = first
      const text = together[0]?.togetherText ?? ''
      shown.push({ id: togetherId, kind, language, text, begunAt, byName, answers })
    }
    return shown
  },

  async beginReplies(context, { id, ids, kind, language, text }) {
    const { db, writer, newId, record } = context
    if (text.trim() === '') throw new WorkspaceError('complaints.answer-empty')
    refuseUnknownPlaces(text)
    const group = await inGroup(db, id)
    const togetherId = TogetherId.parse(newId())
    const begun: AnswerId[] = []
    for (const each of ids) {
      if (!group.includes(each)) {
        const { row } = await knownOpen(db, each)
        throw new WorkspaceError('complaints.not-grouped', { number: row.number })
      }
      const { id: made } = await answerHandlers.beginAnswer(context, { id: each, kind, language })
      const answerId = AnswerId.parse(made)
      await updateAnswer(writer, answerId, {
        ...{ text, together_id: togetherId, together_text: text },
      })
      record('complaint_answer', answerId, ['text', 'together_id', 'together_text'])
      begun.push(answerId)
    }
    return { id: togetherId, ids: begun }
  },

  async writeReplies(context, { id, text }) {
    const { db, writer, record } = context
    refuseUnknownPlaces(text)
    let written = 0
    let kept = 0
    for (const { id: answerId, togetherText } of await knownTogether(db, id)) {
      const row = await findAnswerRow(db, answerId)
      if (row === null || row.status === 'sent') continue
      if (row.text !== togetherText) {
        kept += 1
        continue
      }
      await answerHandlers.writeAnswer(context, { id: answerId, base: row.version, text })
      await updateAnswer(writer, answerId, { together_text: text })
      record('complaint_answer', answerId, ['together_text'])
      written += 1
    }
    return { written, kept }
  },

  removeReplies: (context, { ids }) =>
    toEach(ids, (id) => answerHandlers.removeAnswer(context, { id })),

  bringBackReplies: (context, { ids }) =>
    toEach(ids, (id) => answerHandlers.bringBackAnswer(context, { id })),

  reviewReplies: (context, { answers }) =>
    toEach(answers, (each) => answerHandlers.reviewAnswer(context, each)),

  unreviewReplies: (context, { ids }) =>
    toEach(ids, (id) => answerHandlers.unreviewAnswer(context, { id })),

  async printReplies(context, { ids }) {
    const printIds = []
    for (const id of ids) {
      printIds.push((await sendingHandlers.printAnswer(context, { id })).printId)
    }
    return { printIds }
  },

  async letters(context, { printIds }) {
    const letters = []
    for (const printId of printIds) {
      letters.push(await sendingHandlers.letter(context, { printId }))
    }
    return letters
  },

  async sendReplies(context, { answers, at, way }) {
    for (const { id, base } of answers) {
      const by = way ?? (await channelOf(context, id))
      await sendingHandlers.sendAnswer(context, { id, base, at, way: by, url: '' })
    }
    return { sent: answers.length }
  },

  unsendReplies: (context, { ids }) =>
    toEach(ids, (id) => sendingHandlers.unsendAnswer(context, { id })),
}

/** All of a group, the master first. @throws WorkspaceError `complaints.not-grouped` */
async function inGroup(db: Reader, masterId: ComplaintId): Promise<ComplaintId[]> {
  const { row } = await knownOpen(db, masterId)
  if (row.master_id !== masterId) {
    throw new WorkspaceError('complaints.not-grouped', { number: row.number })
  }
  return [masterId, ...(await membersOf(db, masterId))]
}

async function knownTogether(db: Reader, id: TogetherId) {
  const rows = await answersTogether(db, id)
  if (rows.length === 0) throw new WorkspaceError('complaints.unknown-answer')
  return rows
}

/** A place that no case ever fills; what one case does not know is told for that case. */
function refuseUnknownPlaces(text: string): void {
  const none = '–'
  const { problems } = fillAnswer(text, {
    ...{ nombor: none, nama: none, agensi: none, tarikh: none },
    ...{ perkara: none, tempat: none, saluran: none, pejabat: none },
  })
  if (problems.length === 0) return
  const places = problems.map(({ placeholder }) => placeholder).join(', ')
  throw new WorkspaceError('complaints.answer-open', { places })
}

async function toEach<T>(
  all: readonly T[],
  work: (each: T) => Promise<unknown>,
): Promise<Record<string, never>> {
  for (const each of all) await work(each)
  return {}
}

async function channelOf({ db }: CommandContext, id: AnswerId): Promise<string> {
  const row = await findAnswerRow(db, id)
  if (row === null) throw new WorkspaceError('complaints.unknown-answer')
  return (await knownOpen(db, row.complaint_id)).fields.channel
}

async function shownAll({ db }: Pick<QueryContext, 'db'>, ids: readonly AnswerId[]) {
  const shown = []
  for (const id of ids) {
    const row = await findAnswerRow(db, id)
    if (row === null) continue
    const { row: complaint } = await knownOpen(db, row.complaint_id)
    shown.push({
      ...(await shownAnswer({ db }, row)),
      ...{ number: complaint.number, begunAt: row.begun_at },
      ownWords: row.text !== row.together_text,
    })
  }
  return shown
}
