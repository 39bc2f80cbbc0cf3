import type { ClosingState } from '#contract/complaintClosing'
import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import { hasSentAnswer } from '../queries/answers.ts'
import { listConfirmed, listPhotos, listSatisfaction } from '../queries/closing.ts'
import { listForwardingRows } from '../queries/forwardings.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { checksFor, isMet, type CaseFacts } from '../rules/closing.ts'

/**
 * What closing a complaint asks, and what of it is there: the one place where that is decided, for
 * one case and for many at once (table B 20).
 */
export async function closingState(db: Reader, found: OpenComplaint): Promise<ClosingState> {
  const { row, fields, complainant } = found
  const confirmed = await listConfirmed(db, row.id)
  const facts: CaseFacts = {
    fields,
    unreachable: complainant === null && fields.link === '',
    answered: row.responded_at !== null || (await hasSentAnswer(db, row.id)),
    afterPhoto: (await listPhotos(db, row.id)).some(({ role }) => role === 'after'),
    forwarded: (await listForwardingRows(db, row.id)).length > 0,
    satisfaction: (await listSatisfaction(db, row.id, null)).length > 0,
    confirmed: confirmed.map(({ check_key: key }) => key),
  }
  const all = await itemsOf(db, 'closing-checks')
  const checks = checksFor(all, fields.kind, row.status).map((check) => {
    const word = confirmed.find(({ check_key: key }) => key === check.key)
    const { key, ms, en, clause, measure } = check
    return {
      ...{ key, ms, en, clause, measure, met: isMet(check, facts) },
      byName: measure === 'hand' ? (word?.by_name ?? null) : null,
      at: measure === 'hand' ? (word?.at ?? null) : null,
    }
  })
  const questions = await openQuestions(db, found)
  const ready = questions.length === 0 && checks.every(({ met }) => met)
  return { checks, questions, ready }
}

/** Needed questions of its sub-kind that nobody answered. */
async function openQuestions(db: Reader, { fields }: OpenComplaint) {
  const subKinds = await itemsOf(db, 'complaint-sub-kinds', true)
  const asked = subKinds.find(({ key }) => key === fields.subKind)?.questions ?? []
  return asked.filter(({ key, needed }) => needed && fields.answers[key] === undefined)
}
