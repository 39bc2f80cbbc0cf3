import type { AliasableExpression, Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { FigureChoices, PromiseClock } from '#contract/complaintFigures'
import { open } from '#contract/complaintStatus'
import type { Instant } from '#contract/values'
import type { Tables } from '../../database/schema.ts'
import { instantsOf } from '../../days/rules/malaysianTime.ts'

type Complaints = ExpressionBuilder<Tables, 'complaint'>

const dues = {
  acknowledge: 'complaint.due_acknowledge',
  respond: 'complaint.due_respond',
  progress: 'complaint.due_progress',
  close: 'complaint.due_close',
} as const satisfies Record<PromiseClock, string>

/** What is lacking where a complaint has none of a choice. */
const lacking = {
  states: 'complaint.state',
  assigneeIds: 'complaint.assignee_id',
  severities: 'complaint.severity',
  difficulties: 'complaint.difficulty',
  subKinds: 'complaint.sub_kind',
  accountIds: 'complaint.account_id',
} as const satisfies Record<FigureChoices['without'][number], string>

/**
 * When a promise was met: who was answered has been acknowledged; settling it is no answer, but for
 * what was settled before decision 0029 (as `timedBy` has it).
 */
export function metAt(e: Complaints, clock: PromiseClock): AliasableExpression<Instant | null> {
  // Nobody is told how things are any more once they are settled.
  if (clock === 'close' || clock === 'progress') return e.ref('complaint.settled_at')
  if (clock === 'respond') {
    return e.fn.coalesce('complaint.responded_at', settledBefore(e))
  }
  return e.fn.coalesce('complaint.acknowledged_at', 'complaint.responded_at', settledBefore(e))
}

/** Taken up again since and settled anew it is another settling. */
function settledBefore(e: Complaints) {
  return e
    .case()
    .when('complaint.answered_by_settling', '=', e.ref('complaint.settled_at'))
    .then(e.ref('complaint.settled_at'))
    .else(null)
    .end()
}

/** Conditions of the choices that only figures make, over `complaint`. */
export function figureParts(
  e: Complaints,
  choices: FigureChoices,
  now: Instant,
): Expression<SqlBool>[] {
  const parts: Expression<SqlBool>[] = []
  parts.push(...choices.without.map((choice) => e(lacking[choice], 'is', null)))
  if (choices.settledFrom !== null) {
    parts.push(e('complaint.settled_at', '>=', instantsOf(choices.settledFrom, null).first))
  }
  if (choices.settledTo !== null) {
    parts.push(e('complaint.settled_at', '<=', instantsOf(choices.settledTo, null).last))
  }
  if (choices.agencies.length > 0) parts.push(isForwarded(e, choices.agencies))
  if (choices.promise !== null) parts.push(stands(e, choices.promise, now))
  if (choices.reopened) parts.push(e('complaint.reopened', '>', 0))
  if (choices.answered) parts.push(isAnswered(e))
  if (choices.scores.length > 0) parts.push(saysLast(e, choices.scores))
  if (choices.along !== null) {
    parts.push(
      e('complaint.road', '=', choices.along.road),
      e('complaint.from_metres', '>=', choices.along.from),
      e('complaint.from_metres', '<=', choices.along.to),
    )
  }
  if (choices.district !== null) parts.push(e('complaint.district', '=', choices.district))
  return parts
}

/**
 * How a promise stands. One that waits for somebody else has no due, and runs; so does one to who was
 * not told yet what was settled, until its due. Of a case that came in settled, without the day,
 * nobody can tell, and to who left no way to be told nothing was promised: they have no due.
 */
export function stands(
  e: Complaints,
  { clock, set, outcome }: NonNullable<FigureChoices['promise']>,
  now: Instant,
): Expression<SqlBool> {
  const [met, due] = [metAt(e, clock), e.ref(dues[clock])]
  const isMet = e(met, 'is not', null)
  const limited = e(due, 'is not', null)
  const ofSet = set === null ? [] : [e('complaint.clock_set', '=', set)]
  const waits = () => e.or([e('complaint.status', 'in', open), limited])
  const notYet = () => e.and([e(met, 'is', null), waits()])
  const conditions = {
    done: () => isMet,
    met: () => e.and([isMet, limited, e(met, '<=', due)]),
    missed: () => e.and([limited, e.or([e(met, '>', due), e.and([notYet(), e(due, '<', now)])])]),
    running: () => e.and([notYet(), e.or([e(due, 'is', null), e(due, '>=', now)])]),
    // What was done while there was no limit was promised to nobody.
    owed: () => e.or([notYet(), e.and([isMet, limited])]),
  }
  return e.and([...ofSet, conditions[outcome]()])
}

function isForwarded(e: Complaints, agencies: readonly string[]): Expression<SqlBool> {
  return e.exists(
    e
      .selectFrom('complaint_forwarding')
      .select('complaint_forwarding.id')
      .whereRef('complaint_forwarding.complaint_id', '=', 'complaint.id')
      .where('complaint_forwarding.agency', 'in', agencies)
      .where('complaint_forwarding.removed_at', 'is', null),
  )
}

function isAnswered(e: Complaints): Expression<SqlBool> {
  return e.exists(
    e
      .selectFrom('complaint_answer')
      .select('complaint_answer.id')
      .whereRef('complaint_answer.complaint_id', '=', 'complaint.id')
      .where('complaint_answer.sent_at', 'is not', null)
      .where('complaint_answer.removed_at', 'is', null),
  )
}

/** What was said last is what counts. */
function saysLast(e: Complaints, scores: readonly number[]): Expression<SqlBool> {
  const last = e
    .selectFrom('complaint_satisfaction')
    .select('complaint_satisfaction.score')
    .whereRef('complaint_satisfaction.complaint_id', '=', 'complaint.id')
    .where('complaint_satisfaction.removed_at', 'is', null)
    .orderBy('complaint_satisfaction.at', 'desc')
    .orderBy('complaint_satisfaction.id', 'desc')
    .limit(1)
  return e(last, 'in', scores)
}
