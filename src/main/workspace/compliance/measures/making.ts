import type { PostKind } from '#contract/postContent'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { addWorkingDays, countWorkingDays, type DayCalendar } from '../../days/rules/calendar.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
import { firstPlannedOfEach } from '../../posts/queries/versions.ts'
import { leadDays, leadTimeFindings } from '../../posts/rules/leadTime.ts'
import type { PlannedPost } from '../queries/measuredPosts.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'
import { remembered } from './remembered.ts'

/**
 * Information is planned ahead of a programme (KKS F, teras 3), by `leadTimeFindings`: of posts that
 * announce a programme of the period. What was entered only after it had come out, or after the
 * programme, tells nothing of the plan.
 */
export async function judgeLeadTime(book: Book): Promise<Judgement> {
  const { leadWorkingDays: limit } = await readPlanningSettings(book.db)
  if (limit === 0) return { items: [], limit: null, off: 'rule-off' }
  const posts = (await book.planned()).filter(({ programmeDay }) => isWithin(book, programmeDay))
  const announcing = posts.flatMap((post) => {
    const { slot, programmeDay: programme } = post
    return slot !== null && programme !== null && slot < programme
      ? [{ post, slot, programme }]
      : []
  })
  const plannedAt = await firstPlannedOfEach(
    book.db,
    announcing.map(({ post }) => post.id),
  )
  const calendar = await book.calendar()
  const judged = remembered<{ late: boolean; count: number }>()
  const items = announcing.map(({ post, slot, programme }): Judged => {
    const at = plannedAt.get(post.id)
    const planned = at === undefined ? null : malaysianTime(at).day
    const base = { ...onPost(post, programme), params: { programme }, amount: null }
    if (planned === null || planned > slot) return { ...base, code: 'recorded-after' }
    const states = book.statesOf(post.accounts)
    const { late, count } = judged([planned, slot, programme, ...states], () => ({
      late: leadTimeFindings(calendar, states, { planned, slot, programme }, limit).length > 0,
      count: leadDays(calendar, states, planned, programme),
    }))
    return {
      ...{ ...base, code: late ? 'planned-late' : 'planned-in-time', amount: count },
      params: { planned, programme, count, limit },
    }
  })
  return { items, limit: { unit: 'working-days', amount: limit } }
}

/**
 * Work of a kind is ready within its working days (JaPen, piagam 1–3): of what was asked for within
 * the period. Several states: whoever makes it has the days in each of them.
 */
export async function judgeProduction(
  book: Book,
  { kind }: { readonly kind: PostKind | null },
): Promise<Judgement> {
  const days = new Map((await book.times()).map(({ key, workingDays }) => [key, workingDays]))
  const limit = kind === null ? null : (days.get(kind) ?? 0)
  if (limit === 0) return { items: [], limit: null, off: 'rule-off' }
  const posts = (await book.planned()).filter(({ requestedOn }) => isWithin(book, requestedOn))
  const { lastDayAfter, taken } = counting(await book.calendar())
  const items = posts.flatMap((post): Judged[] => {
    const { requestedOn: from, deliveredOn: to } = post
    const allowed = days.get(post.kind) ?? 0
    if (from === null || allowed === 0 || (kind !== null && post.kind !== kind)) return []
    const states = book.statesOf(post.accounts)
    const due = lastDayAfter(states, from, allowed)
    const base = { ...onPost(post, from), amount: null }
    const params = { kind: post.kind, from, due }
    if (to === null && post.outOn !== null) return [{ ...base, code: 'ready-unknown', params }]
    if (to === null) {
      return [{ ...base, code: book.today > due ? 'not-made' : 'being-made', params }]
    }
    const count = taken(states, from, to)
    const code = to <= due ? 'made-in-time' : 'made-late'
    return [{ ...base, code, params: { ...params, to, count }, amount: count }]
  })
  return { items, limit: limit === null ? null : { unit: 'working-days', amount: limit } }
}

/**
 * Content that is ready comes out within a working day (JaPen, piagam 4), or on the later day for
 * which it is planned (ours): of what became ready within the period. What nobody gave a day waits.
 */
export async function judgeUpload(book: Book): Promise<Judgement> {
  const limit = (await book.times()).find(({ key }) => key === 'upload')?.workingDays ?? 0
  if (limit === 0) return { items: [], limit: null, off: 'rule-off' }
  const posts = (await book.planned()).filter(({ deliveredOn }) => isWithin(book, deliveredOn))
  const { lastDayAfter, taken } = counting(await book.calendar())
  const items = posts.flatMap((post): Judged[] => {
    const { deliveredOn: from, outOn: to, slot } = post
    if (from === null) return []
    const states = book.statesOf(post.accounts)
    const soon = lastDayAfter(states, from, limit)
    const due = slot !== null && slot > soon ? slot : soon
    const base = { ...onPost(post, from), amount: null }
    if (to === null) {
      const waits = slot === null || book.today <= due
      return [{ ...base, code: waits ? 'upload-waiting' : 'not-uploaded', params: { from, due } }]
    }
    const count = taken(states, from, to)
    const code = to <= due ? 'uploaded-in-time' : 'uploaded-late'
    return [{ ...base, code, params: { from, to, due, count }, amount: count }]
  })
  return { items, limit: { unit: 'working-days', amount: limit } }
}

/** Counts working days of many posts, each count once. */
function counting(calendar: DayCalendar) {
  const [days, counts] = [remembered<PlainDate>(), remembered<number>()]
  return {
    /** The day by which so many working days have passed in every one of the states. */
    lastDayAfter: (states: readonly StateCode[], from: PlainDate, count: number): PlainDate =>
      days([from, count, ...states], () =>
        states
          .map((state) => addWorkingDays(calendar, state, from, count))
          .reduce((latest, each) => (each > latest ? each : latest), from),
      ),
    /** Working days that something took, by the state that has the fewest; never below 0. */
    taken: (states: readonly StateCode[], from: PlainDate, to: PlainDate): number =>
      counts([from, to, ...states], () =>
        Math.max(
          0,
          Math.min(...states.map((state) => countWorkingDays(calendar, state, from, to))),
        ),
      ),
  }
}

function isWithin({ period: { from, to } }: Book, day: PlainDate | null): boolean {
  return day !== null && from <= day && day <= to
}

function onPost(
  { id, title, accounts, people }: PlannedPost,
  day: PlainDate,
): Pick<Judged, 'place' | 'day' | 'accounts' | 'people'> {
  return { place: { kind: 'post', id, title }, day, accounts, people }
}
