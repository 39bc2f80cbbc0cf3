import type { SliceHandlers } from '#contract/call'
import type { complaintClocks } from '#contract/complaintClocks'
import type { complaints, FoundComplaint } from '#contract/complaints'
import type { ComplaintId } from '#contract/complaintFields'
import { rungMarks } from '#contract/complaintLadder'
import { mayCall } from '#contract/permissions'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { addWorkingDays, isWorkingDay } from '../../days/rules/calendar.ts'
import { addDays } from '../../days/rules/dates.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import { findByWords, findExactly, isBrief, mostFound, readOfNewest } from '../queries/find.ts'
import { readLadder } from '../queries/ladder.ts'
import { findByNumber, findPeople } from '../queries/known.ts'
import { countDecisions } from '../queries/decisions.ts'
import { countDue, countOnRung } from '../queries/due.ts'
import { countChoices } from '../queries/count.ts'
import { listDueFlags } from '../queries/flags.ts'
import { listedByIds, pageOfComplaints } from '../queries/list.ts'
import { openByIds } from '../queries/openByIds.ts'
import { contactOf } from '../queries/rows.ts'
import { listEvents } from '../queries/timeline.ts'
import { whereFound } from '../rules/foundIn.ts'
import { readNumber } from '../rules/number.ts'
import { readQuestion } from '../rules/question.ts'
import { basisOf } from './basis.ts'
import { known, knownOpen } from './known.ts'

/** Days in a row on which nobody works, at most: a festival between two weekends. */
const longestRest = 30

type Calls = Pick<
  typeof complaints,
  'get' | 'byNumber' | 'timeline' | 'list' | 'counts' | 'find' | 'people'
> &
  Pick<typeof complaintClocks, 'dueToday'>

export const readingHandlers: SliceHandlers<Calls, Contexts> = {
  get: ({ db }, { id }) => known(db, id),

  async byNumber({ db }, { number }) {
    const read = readNumber(number)
    return read === null ? null : findByNumber(db, read)
  },

  async timeline({ db }, { id }) {
    const { complainant } = await knownOpen(db, id)
    return listEvents(db, id, complainant?.name ?? null)
  },

  list: async (context, page) => pageOfComplaints(context.db, page, await basisOf(context)),
  counts: async (context, { filter }) => countChoices(context.db, filter, await basisOf(context)),

  async find(context, { text, filter }) {
    const { db } = context
    const question = readQuestion(text)
    const basis = await basisOf(context)
    const exact = await findExactly(db, question, filter, basis)
    const isExact = new Set(exact.map(({ id }) => id))
    // Who types a whole number wants that one, not others in which its digits stand.
    const words = question.number === null ? question.words : []
    const byWords = await findByWords(db, words, filter, basis)
    const newest = byWords.slice(0, mostFound).filter((id) => !isExact.has(id))
    const told = await Promise.all([
      linesOf(db, exact, question.words),
      linesOf(
        db,
        newest.map((id) => ({ id, by: 'words' as const })),
        question.words,
      ),
    ])
    return {
      found: [...told[0].map((each) => each.found), ...bestFirst(told[1])],
      more: byWords.length > mostFound,
      newestRead: isBrief(words) ? await readOfNewest(db) : null,
    }
  },

  people: ({ db }, { text }) => findPeople(db, text),

  async dueToday(context, { state }) {
    const { db, clock } = context
    const { day } = malaysianTime(clock.now())
    const days = await openDays(db, { from: day, to: addDays(day, longestRest) })
    const next = addWorkingDays(days, state, day, 1)
    const endOfNext = instantsOf(next, null).last
    const { late, today, soon } = await countDue(db, await basisOf(context), endOfNext)
    const flags = await flagsOf(context)
    const { actor } = context
    const decided = actor === null ? { late: 0, today: 0 } : await countDecisions(db, actor.id, day)
    const counts = [
      { kind: 'late', count: late },
      { kind: 'today', count: today },
      { kind: 'next-day', count: soon },
      ...(await rungsFor(context)),
      { kind: 'decisions-late', count: decided.late },
      { kind: 'decisions-today', count: decided.today },
      { kind: 'flag-approvals', count: flags.approvals },
      { kind: 'flag-reviews', count: flags.reviews },
    ].filter(({ count }) => count > 0)
    return { day, works: isWorkingDay(days, state, day), counts, slots: [] }
  },
}

/** Late complaints of which the person at the keyboard must know by their role. */
async function rungsFor(
  context: QueryContext,
): Promise<{ readonly kind: string; readonly count: number }[]> {
  const { db, actor } = context
  const basis = await basisOf(context)
  const counts: { readonly kind: string; readonly count: number }[] = []
  const { rungs } = await readLadder(db)
  for (const rung of rungMarks) {
    const { role } = rungs[rung]
    if (actor?.roles.includes(role) !== true) continue
    counts.push({ kind: `rung-${role}`, count: await countOnRung(db, rung, basis) })
  }
  return counts
}

/** Complainants whose care the person at the keyboard may approve, or is to review, today. */
async function flagsOf({
  db,
  actor,
  clock,
}: QueryContext): Promise<{ readonly approvals: number; readonly reviews: number }> {
  if (actor === null || !mayCall(actor.roles, 'complaints', 'flagsDue')) {
    return { approvals: 0, reviews: 0 }
  }
  const due = await listDueFlags(db, malaysianTime(clock.now()).day)
  const waiting = due.filter(({ approvedAt }) => approvedAt === null)
  return {
    // Nobody approves what they asked for themselves.
    approvals: waiting.filter(({ askedBy }) => askedBy !== actor.id).length,
    reviews: due.length - waiting.length,
  }
}

/** A complaint that was found, with how well. */
interface Ranked {
  readonly found: FoundComplaint
  readonly whole: number
}

async function linesOf(
  db: Reader,
  found: readonly { readonly id: ComplaintId; readonly by: FoundComplaint['by'] }[],
  words: readonly string[],
): Promise<Ranked[]> {
  const ids = found.map(({ id }) => id)
  const rows = await listedByIds(db, ids)
  const open = await openByIds(db, ids)
  const by = new Map(found.map((each) => [each.id, each.by]))
  return rows.flatMap((row) => {
    const each = open.get(row.id)
    if (each === undefined) return []
    const { fields, complainant } = each
    const contact = complainant === null ? null : contactOf(complainant)
    const told = whereFound({ fields, contact, oldReference: each.row.old_reference }, words)
    const { line, inside, whole } = told
    return [{ found: { row, by: by.get(row.id) ?? 'words', line, inside }, whole }]
  })
}

/** Whole words before beginnings of words; equals stay newest first. */
function bestFirst(ranked: readonly Ranked[]): FoundComplaint[] {
  return ranked.toSorted((a, b) => b.whole - a.whole).map(({ found }) => found)
}
