import type { SliceHandlers } from '#contract/call'
import type { complaintClocks } from '#contract/complaintClocks'
import type { complaints, FoundComplaint } from '#contract/complaints'
import type { ComplaintId } from '#contract/complaintFields'
import { mayCall } from '#contract/permissions'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { addWorkingDays, isWorkingDay } from '../../days/rules/calendar.ts'
import { addDays } from '../../days/rules/dates.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import { findByWords, findExactly, mostFound } from '../queries/find.ts'
import { findByNumber, findPeople } from '../queries/known.ts'
import { countDue } from '../queries/due.ts'
import { countChoices } from '../queries/count.ts'
import { listDueFlags } from '../queries/flags.ts'
import { listedByIds, pageOfComplaints } from '../queries/list.ts'
import { listEvents } from '../queries/timeline.ts'
import { markedLine, wholeHits } from '../rules/marking.ts'
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
      found: [...told[0], ...bestFirst(told[1], question.words)],
      more: byWords.length > mostFound,
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
    const counts = [
      { kind: 'late', count: late },
      { kind: 'today', count: today },
      { kind: 'next-day', count: soon },
      { kind: 'flag-approvals', count: flags.approvals },
      { kind: 'flag-reviews', count: flags.reviews },
    ].filter(({ count }) => count > 0)
    return { day, works: isWorkingDay(days, state, day), counts, slots: [] }
  },
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

async function linesOf(
  db: Reader,
  found: readonly { readonly id: ComplaintId; readonly by: FoundComplaint['by'] }[],
  words: readonly string[],
): Promise<FoundComplaint[]> {
  const rows = await listedByIds(
    db,
    found.map(({ id }) => id),
  )
  const by = new Map(found.map((each) => [each.id, each.by]))
  return rows.map((row) => ({
    row,
    by: by.get(row.id) ?? 'words',
    line: markedLine(row.excerpt, words) ??
      markedLine(row.place, words) ??
      markedLine(row.district, words) ?? [{ text: row.excerpt, hit: false }],
  }))
}

/** Whole words before beginnings of words; equals stay newest first. */
function bestFirst(found: readonly FoundComplaint[], words: readonly string[]): FoundComplaint[] {
  const score = ({ row }: FoundComplaint) =>
    wholeHits([row.excerpt, row.place, row.district].join(' '), words)
  return found
    .map((each) => ({ each, hits: score(each) }))
    .toSorted((a, b) => b.hits - a.hits)
    .map(({ each }) => each)
}
