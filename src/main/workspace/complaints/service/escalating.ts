import type { SliceHandlers } from '#contract/call'
import type { ComplaintId } from '#contract/complaintFields'
import type { complaintPapers, EscalatedCase } from '#contract/complaintPapers'
import { ComplaintFilter } from '#contract/complaints'
import type { Person } from '#contract/people'
import type { Role } from '#contract/roles'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { forwardingsOf } from '../queries/forwardings.ts'
import { pageOfComplaints } from '../queries/list.ts'
import { readPaperNames } from '../queries/paperNames.ts'
import { listEvents } from '../queries/timeline.ts'
import { rungsOf, workingDaysLate } from '../rules/escalation.ts'
import { basisOf } from './basis.ts'
import { inTurn } from './casePaper.ts'
import { clocksAsShown } from './clocks.ts'
import { openCountBook, type CountBook } from './counting.ts'
import { known, knownOpen } from './known.ts'

/** A hundred memos are more than a meeting reads. */
const mostTogether = 100

type Calls = Pick<typeof complaintPapers, 'escalationPaper' | 'escalationBatch'>

/** Memos on late cases: of one, and of all of which a role must know. */
export const escalationHandlers: SliceHandlers<Calls, Contexts> = {
  async escalationPaper(context, { id }) {
    const { db, clock } = context
    const paper = { names: await readPaperNames(db), at: clock.now() }
    return { ...paper, ...(await escalated(context, id, await sharedOf(db))) }
  },

  async escalationBatch(context, { rung }) {
    const { db, clock } = context
    const filter = ComplaintFilter.parse(
      rung === 'approver' ? { toApprover: true } : { toHead: true },
    )
    const page = { filter, order: 'due' as const, descending: false, offset: 0 }
    const basis = await basisOf(context)
    const shared = await sharedOf(db)
    const { role } = shared.book.ladder.rungs[rung]
    const { total, rows } = await pageOfComplaints(db, { ...page, limit: mostTogether }, basis)
    return {
      names: await readPaperNames(db),
      ...{ at: clock.now(), rung, role, fitting: total },
      people: namesOf(shared.people, role),
      cases: await inTurn(rows, ({ id }) => escalated(context, id, shared)),
    }
  },
}

/** What memos share however many there are: read once for all of them. */
interface Shared {
  readonly book: CountBook
  readonly people: readonly Person[]
}

async function sharedOf(db: Reader): Promise<Shared> {
  return { book: await openCountBook(db), people: await listPeople(db) }
}

/** Who has a role, by name. */
function namesOf(people: readonly Person[], role: Role): string[] {
  return people
    .filter(({ active, roles }) => active && roles.includes(role))
    .map(({ name }) => name)
}

/** What tells what was done about a late case: not that somebody looked, or that days moved. */
const deeds: readonly string[] = [
  ...['registered', 'status', 'assigned', 'note', 'clock-met', 'paused', 'resumed', 'answer-sent'],
  ...['letter-printed', 'forwarded-to', 'reminded', 'outcome', 'grouped', 'warned'],
]

async function escalated(
  context: QueryContext,
  id: ComplaintId,
  { book, people }: Shared,
): Promise<EscalatedCase> {
  const { db, clock } = context
  const found = await knownOpen(db, id)
  const name = found.complainant?.name ?? null
  const clocks = await clocksAsShown(context, found, name, book)
  const { state } = clocks
  const now = clock.now()
  const late = clocks.clocks
    .filter(({ standing }) => standing === 'late')
    .map((each) => ({
      clock: each,
      workingDays: each.dueAt === null ? 0 : workingDaysLate(each.dueAt, now, book.calendar, state),
    }))
  const [first] = late
    .flatMap(({ clock: { dueAt, limit } }) => (dueAt === null ? [] : [{ dueAt, limit }]))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  const urgent = found.fields.urgent !== null
  const rungs =
    first === undefined
      ? []
      : rungsOf(
          {
            ...{ dueAt: first.dueAt, byHours: first.limit?.unit === 'elapsed-hours' },
            ...{ urgent, state, now },
          },
          book.ladder,
          book.calendar,
        )
  const events = await listEvents(db, id, name)
  return {
    complaint: await known(db, id),
    ...{ late, clocks },
    ladder: rungs.map(({ mark: _, ...rung }) => ({ ...rung, people: namesOf(people, rung.role) })),
    forwardings: await forwardingsOf(db, id, name),
    done: events.filter(({ kind, removed }) => !removed && deeds.includes(kind)),
  }
}
