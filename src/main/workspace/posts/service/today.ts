import type { SliceHandlers } from '#contract/call'
import { mayCall } from '#contract/permissions'
import { PostId } from '#contract/postIds'
import type { Post } from '#contract/posts'
import {
  mostTodayItems,
  type PostDueKind,
  type postToday,
  type Today,
  type TodayItem,
} from '#contract/postToday'
import type { DueToday } from '#contract/reminders'
import type { ClockTime, Instant, PlainDate } from '#contract/values'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { isWorkingDay } from '../../days/rules/calendar.ts'
import { addDays } from '../../days/rules/dates.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import { openComments } from '../queries/comments.ts'
import { recountedWork } from '../queries/recounts.ts'
import { postsByIds, type Now } from '../queries/rows.ts'
import {
  approvedSlots,
  expiredWork,
  openWork,
  readySlots,
  withoutResults,
  type DatedPost,
} from '../queries/today.ts'
import { isDelivered } from '../rules/deadlines.ts'
import {
  askedOfMakers,
  daysMovesAreTold,
  daysResultsAreAsked,
  daysToResults,
  groupsOf,
  isWorkOf,
  type OfKind,
  type Seat,
} from '../rules/today.ts'
import { approvalHandlers } from './approval.ts'
import { openHeldSlots } from './heldSlots.ts'
import { openDeadlines, type DeadlineBook } from './deadlineBook.ts'

/** What needs the person at the keyboard. */
export const todayHandlers: SliceHandlers<typeof postToday, Contexts> = {
  today: todayOf,

  async dueToday(context, { state }) {
    const today = await todayOf(context)
    const days = await openDays(context.db, { from: today.day, to: today.day })
    return { day: today.day, works: isWorkingDay(days, state, today.day), ...numbersOf(today) }
  },
}

async function todayOf(context: QueryContext): Promise<Today> {
  const { db, clock, actor } = context
  const moment = malaysianTime(clock.now())
  if (actor === null) return { day: moment.day, groups: [] }
  const seat = { id: actor.id, plans: mayCall(actor.roles, 'posts', 'publish') }
  const book = await openDeadlines(db)
  const passed = await expiredWork(db, seat, moment, mostTodayItems)
  const found = [
    ...passed.posts.map((item): OfKind => ({ kind: 'expired', item: { ...item, late: true } })),
    ...(await toPublish(db, seat, moment)),
    ...(await toPrepare(db, seat, moment)),
    ...(await toDecide(context, book, moment)),
    ...(await toMake(db, seat, book, moment)),
    ...(await moved(db, seat, moment)),
    ...(await remarks(db, seat, moment)),
    ...(await results(db, seat, moment)),
  ]
  return { day: moment.day, groups: groupsOf(found, passed.total) }
}

/** What today's board has, in numbers; what comes out tomorrow is not due today. */
function numbersOf({ day, groups }: Today): Pick<DueToday, 'counts' | 'slots'> {
  const isLater = (item: TodayItem): boolean => item.day !== null && item.day > day
  const counts = groups.flatMap(
    ({ kind, total, items }): { kind: PostDueKind; count: number }[] => {
      if (kind === 'held') return heldCounts(items.filter((item) => !isLater(item)))
      const count = total - (kind === 'publish' ? items.filter(isLater).length : 0)
      return count > 0 ? [{ kind, count }] : []
    },
  )
  const slots = new Map<ClockTime, number>()
  for (const { day: on, time } of groups.find(({ kind }) => kind === 'publish')?.items ?? []) {
    if (on === day && time !== null) slots.set(time, (slots.get(time) ?? 0) + 1)
  }
  const inOrder = [...slots].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { counts, slots: inOrder.map(([time, count]) => ({ time, count })) }
}

/** By what they are held: nobody is told to publish them, and everybody why not. */
function heldCounts(items: readonly TodayItem[]): { kind: PostDueKind; count: number }[] {
  return (['hold', 'blackout'] as const).flatMap((by) => {
    const count = items.filter(({ held }) => held?.by === by).length
    return count > 0 ? [{ kind: `held-${by}` as const, count }] : []
  })
}

type Moment = ReturnType<typeof malaysianTime>

/**
 * Each slot of a post once, however many accounts share it; apart from it those on which nobody may
 * publish it now, which are never late: whoever waits does as they are told.
 */
async function toPublish(db: Reader, seat: Seat, now: Moment): Promise<OfKind[]> {
  const slots = await readySlots(db, seat, addDays(now.day, 1))
  const heldOf = await openHeldSlots(db, slots, now)
  const bySlot = new Map<string, OfKind>()
  for (const slot of slots) {
    const { accountId: _, ...post } = slot
    const held = heldOf(slot)
    const late = held === null && hasPassed(slot, now)
    bySlot.set(`${held?.by ?? ''} ${post.id} ${post.day ?? ''} ${post.time ?? ''}`, {
      kind: held === null ? 'publish' : 'held',
      item: { ...post, late, ...(held !== null && { held }) },
    })
  }
  return [...bySlot.values()]
}

/** Approved, and its slot is near: without the last mark nobody publishes it. */
async function toPrepare(db: Reader, seat: Seat, now: Moment): Promise<OfKind[]> {
  const slots = await approvedSlots(db, seat, addDays(now.day, 1))
  return slots.map((slot) => ({
    kind: 'prepare',
    item: { ...slot, late: hasPassed(slot, now) },
  }))
}

function hasPassed({ day, time }: DatedPost, now: Moment): boolean {
  if (day === null) return false
  return day < now.day || (day === now.day && time !== null && time < now.time)
}

async function toDecide(context: QueryContext, book: DeadlineBook, now: Moment): Promise<OfKind[]> {
  const waiting = await approvalHandlers.waitingForMe(context, {})
  const posts = await postsByIds(
    context.db,
    waiting.map(({ id }) => PostId.parse(id)),
    now,
  )
  return posts.map((post) => {
    const day = book.deadlinesOf(post.content)?.approveBy ?? null
    return { kind: 'decide', item: itemOf(post, day, day !== null && day < now.day) }
  })
}

async function toMake(db: Reader, seat: Seat, book: DeadlineBook, now: Moment): Promise<OfKind[]> {
  const ids = await openWork(db, seat, now.day, addDays(now.day, book.daysAhead))
  const posts = await postsByIds(db, ids, now)
  return posts.flatMap((post) => {
    // Of today, earlier than now: it stands among the expired ones.
    if (post.expired) return []
    const making = {
      status: post.status,
      delivered: isDelivered(post.content),
      deadlines: book.deadlinesOf(post.content),
    }
    const asked = askedOfMakers(making, now.day)
    return asked === null ? [] : { kind: asked.kind, item: itemOf(post, asked.day, asked.late) }
  })
}

/** For some days after it: whoever works on the post may plan anew. */
async function moved(db: Reader, seat: Seat, now: Moment): Promise<OfKind[]> {
  const { first } = instantsOf(addDays(now.day, -daysMovesAreTold), null)
  return (await recountedWork(db, seat, first)).map((item) => ({
    kind: 'moved',
    item: { ...item, late: item.day !== null && item.day < now.day },
  }))
}

/** A post once, at the day of its oldest open remark by somebody else. */
async function remarks(db: Reader, seat: Seat, now: Now): Promise<OfKind[]> {
  const oldest = new Map<PostId, Instant>()
  for (const { postId, byId, at } of await openComments(db)) {
    if (byId !== seat.id && !oldest.has(postId)) oldest.set(postId, at)
  }
  const posts = await postsByIds(db, [...oldest.keys()], now)
  return posts
    .filter(({ content }) => isWorkOf(seat, content))
    .map((post) => {
      const at = oldest.get(post.id)
      const day = at === undefined ? null : malaysianTime(at).day
      return { kind: 'remark', item: itemOf(post, day, false) }
    })
}

async function results(db: Reader, seat: Seat, { day: today }: Moment): Promise<OfKind[]> {
  const back = (count: number): PlainDate => addDays(today, -count)
  const from = back(daysToResults + daysResultsAreAsked)
  return (await withoutResults(db, seat, from, back(daysToResults))).map(({ day, ...post }) => {
    const due = day === null ? null : addDays(day, daysToResults)
    return { kind: 'results', item: { ...post, day: due, late: due !== null && due < today } }
  })
}

function itemOf({ id, content, status }: Post, day: PlainDate | null, late: boolean): TodayItem {
  return { id, title: content.title, status, day, time: null, late }
}
