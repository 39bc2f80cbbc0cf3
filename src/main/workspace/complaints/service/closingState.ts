import type { ClosingState } from '#contract/complaintClosing'
import { open } from '#contract/complaintStatus'
import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import { listAnswerRows } from '../queries/answers.ts'
import { listConfirmed, listPhotos, listSatisfaction } from '../queries/closing.ts'
import { listForwardingRows } from '../queries/forwardings.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { checksFor, isExempt, isMet, type CaseFacts } from '../rules/closing.ts'
import { isTold, isUnreachable, type Told } from '../rules/told.ts'

/**
 * What closing a complaint asks, and what of it is there: the one place where that is decided, for
 * one case and for many at once (table B 20).
 */
export async function closingState(db: Reader, found: OpenComplaint): Promise<ClosingState> {
  const { row, fields, complainant } = found
  const confirmed = await listConfirmed(db, row.id)
  const facts: CaseFacts = {
    fields,
    unreachable: isUnreachable(complainant?.id ?? null, fields.link),
    told: await wasTold(db, found),
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
      exempt: isExempt(check, facts),
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

/** Whether the complainant was told how it ended; never before it did. */
async function wasTold(db: Reader, { row }: OpenComplaint): Promise<boolean> {
  if (open.includes(row.status)) return false
  const standards = await itemsOf(db, 'standard-answers', true)
  const answers = (await listAnswerRows(db, row.id)).flatMap(({ kind, sent_at: at }): Told[] => {
    const standard = standards.find(({ key }) => key === kind)
    return at === null ? [] : [{ at, statuses: standard?.statuses ?? null }]
  })
  return isTold({
    ...{ status: row.status, answers, recorded: [row.responded_at, row.progressed_at] },
    // One that came in settled may not say when.
    ...{ settledAt: row.settled_at ?? row.status_at, clocksFrom: row.clocks_from },
  })
}
