import type { SliceHandlers } from '#contract/call'
import { AnswerId, type complaintAnswers } from '#contract/complaintAnswers'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../../context.ts'
import { itemsOf } from '../../reference/queries.ts'
import {
  findAnswerRow,
  insertAnswer,
  listAnswerRows,
  updateAnswer,
  writersOf,
} from '../queries/answers.ts'
import { checkedAnswer } from './answerFacts.ts'
import {
  knownAnswer,
  leavingText,
  refuseOlderAnswer,
  shownAnew,
  shownAnswer,
  unsentAnswer,
} from './answering.ts'
import { knownOpen, tell } from './known.ts'

type Calls = Pick<
  typeof complaintAnswers,
  | ('answers' | 'answerText' | 'checkAnswer' | 'beginAnswer' | 'writeAnswer')
  | ('removeAnswer' | 'bringBackAnswer' | 'reviewAnswer' | 'unreviewAnswer')
>

/** Answers to complainants, from their first word to their review. */
export const answerHandlers: SliceHandlers<Calls, Contexts> = {
  async answers(context, { id }) {
    const rows = await listAnswerRows(context.db, id)
    return Promise.all(rows.map((row) => shownAnswer(context, row)))
  },

  async answerText({ db }, { id }) {
    const { text } = await knownAnswer(db, id)
    return { text }
  },

  async checkAnswer({ db }, { id, text, language, agency }) {
    return checkedAnswer(db, await knownOpen(db, id), text, language, agency)
  },

  async beginAnswer(context, { id: complaintId, kind, language }) {
    const { db, writer, newId, clock, actor, record } = context
    await knownOpen(db, complaintId)
    const offered = await itemsOf(db, 'standard-answers')
    const standard = offered.find(({ key }) => key === kind) ?? null
    if (kind !== null && standard === null) {
      throw new WorkspaceError('complaints.unknown-standard-answer')
    }
    const id = AnswerId.parse(newId())
    const at = clock.now()
    await insertAnswer(writer, {
      ...{ id, complaint_id: complaintId, kind, language, text: standard?.text[language] ?? '' },
      ...{ status: 'draft', version: 1, begun_at: at, written_by: actor.id },
      ...{ writers: JSON.stringify([actor.id]), changed_at: at },
      ...{ reviewed_by: null, reviewed_at: null, review_voided: 0 },
      ...{ sent_at: null, sent_by: null, sent_way: null, sent_url: '', sent_text: null },
      ...{ met: '[]', removed_at: null, together_id: null, together_text: '' },
    })
    record('complaint_answer', id, ['complaint_id', 'kind', 'language', 'text'])
    return shownAnew(context, id)
  },

  async writeAnswer(context, { id, base, text }) {
    const { db, writer, clock, actor, record } = context
    const row = await unsentAnswer(db, id)
    refuseOlderAnswer(row, base)
    if (row.text === text) return shownAnswer(context, row)
    const isVoided = row.status === 'reviewed'
    await updateAnswer(writer, id, {
      ...{ text, version: base + 1, changed_at: clock.now(), status: 'draft' },
      writers: JSON.stringify([...new Set([...writersOf(row), actor.id])]),
      ...(isVoided ? { review_voided: 1, reviewed_by: null, reviewed_at: null } : {}),
    })
    record('complaint_answer', id, ['text', 'version', 'writers', ...(isVoided ? ['status'] : [])])
    if (isVoided) await tell(context, row.complaint_id, { kind: 'answer-voided' })
    return shownAnew(context, id)
  },

  async removeAnswer(context, { id }) {
    await unsentAnswer(context.db, id)
    await updateAnswer(context.writer, id, { removed_at: context.clock.now() })
    context.record('complaint_answer', id, ['removed_at'])
    return shownAnew(context, id)
  },

  async bringBackAnswer(context, { id }) {
    const row = await findAnswerRow(context.db, id)
    if (row === null) throw new WorkspaceError('complaints.unknown-answer')
    if (row.removed_at === null) throw new WorkspaceError('complaints.answer-not-removed')
    await updateAnswer(context.writer, id, { removed_at: null })
    context.record('complaint_answer', id, ['removed_at'])
    return shownAnew(context, id)
  },

  async reviewAnswer(context, { id, base }) {
    const { db, writer, clock, actor, record } = context
    const row = await unsentAnswer(db, id)
    refuseOlderAnswer(row, base)
    if (writersOf(row).includes(actor.id)) throw new WorkspaceError('complaints.own-answer')
    await leavingText(db, await knownOpen(db, row.complaint_id), row)
    await updateAnswer(writer, id, {
      ...{ status: 'reviewed', reviewed_by: actor.id, reviewed_at: clock.now(), review_voided: 0 },
    })
    record('complaint_answer', id, ['status', 'reviewed_by', 'reviewed_at'])
    await tell(context, row.complaint_id, { kind: 'answer-reviewed' })
    return shownAnew(context, id)
  },

  async unreviewAnswer(context, { id }) {
    const { db, writer, record } = context
    const row = await unsentAnswer(db, id)
    if (row.status !== 'reviewed') throw new WorkspaceError('complaints.answer-not-reviewed')
    await updateAnswer(writer, id, { status: 'draft', reviewed_by: null, reviewed_at: null })
    record('complaint_answer', id, ['status', 'reviewed_by', 'reviewed_at'])
    await tell(context, row.complaint_id, { kind: 'answer-unreviewed' })
    return shownAnew(context, id)
  },
}
