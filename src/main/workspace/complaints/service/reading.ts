import type { SliceHandlers } from '#contract/call'
import type { complaintClocks } from '#contract/complaintClocks'
import type { complaints, FoundComplaint } from '#contract/complaints'
import type { ComplaintId } from '#contract/complaintFields'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { isWorkingDay } from '../../days/rules/calendar.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import type { FilterBasis } from '../queries/filter.ts'
import { findByWords, findExactly, mostFound } from '../queries/find.ts'
import { findByNumber, findPeople } from '../queries/known.ts'
import { countDue } from '../queries/due.ts'
import { countChoices } from '../queries/count.ts'
import { listedByIds, pageOfComplaints } from '../queries/list.ts'
import { listEvents } from '../queries/timeline.ts'
import { markedLine, wholeHits } from '../rules/marking.ts'
import { readNumber } from '../rules/number.ts'
import { readQuestion } from '../rules/question.ts'
import { known, knownOpen, wrongDoorKinds } from './known.ts'

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
    const days = await openDays(db, { from: day, to: day })
    const { late, today } = await countDue(db, await basisOf(context))
    const counts = [
      { kind: 'late', count: late },
      { kind: 'today', count: today },
    ].filter(({ count }) => count > 0)
    return { day, works: isWorkingDay(days, state, day), counts, slots: [] }
  },
}

/** What filters depend on: who answers which kind, and what is late by now. */
export async function basisOf({ db, clock }: QueryContext): Promise<FilterBasis> {
  const now = clock.now()
  const endOfToday = instantsOf(malaysianTime(now).day, null).last
  return { wrongDoors: await wrongDoorKinds(db), now, endOfToday }
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
