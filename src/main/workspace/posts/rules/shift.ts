import type { PostContent } from '#contract/postContent'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { isWorkingDay, type DayCalendar } from '../../days/rules/calendar.ts'
import { addDays, dayNumber } from '../../days/rules/dates.ts'

/** Moves one day. */
export type Shift = (day: PlainDate) => PlainDate

/**
 * The day `count` working days after `day`, before it when negative; a day counts where every one
 * of the states works. With 0 it is `day` itself (ours).
 */
export function shiftByWorkingDays(
  calendar: DayCalendar,
  states: readonly StateCode[],
  day: PlainDate,
  count: number,
): PlainDate {
  const step = Math.sign(count)
  let reached = day
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step)
    const passed = reached
    if (states.every((state) => isWorkingDay(calendar, state, passed))) left -= 1
  }
  return reached
}

/** Every slot of a content by so many days: the post's own, and those of accounts' own. */
export function slotsShifted(content: PostContent, days: number): PostContent {
  const moved: Shift = (day) => addDays(day, days)
  return {
    ...content,
    day: content.day === null ? null : moved(content.day),
    accounts: content.accounts.map((account) => ({
      ...account,
      day: account.day === null ? null : moved(account.day),
    })),
  }
}

/**
 * A content with the post's slot elsewhere: slots of accounts' own go along by as many days, as
 * they are part of the same plan. Into the calendar or out of it they stay where they are.
 */
export function contentMoved(
  content: PostContent,
  { day, time }: Pick<PostContent, 'day' | 'time'>,
): PostContent {
  const days = content.day === null || day === null ? 0 : dayNumber(day) - dayNumber(content.day)
  return { ...slotsShifted(content, days), day, time }
}

/** Slots of accounts' own put exactly there; those that are not named stay. */
export function withOwnSlots(
  content: PostContent,
  own: readonly Omit<PostContent['accounts'][number], 'text'>[],
): PostContent {
  const to = new Map(own.map(({ accountId, ...slot }) => [accountId, slot]))
  return {
    ...content,
    accounts: content.accounts.map((account) => ({ ...account, ...to.get(account.accountId) })),
  }
}

/**
 * A post's content as that of another post at another time: every slot moved, the programme as far
 * as the post's own day, and nothing of when it was asked for or delivered.
 */
export function shiftedContent(content: PostContent, shift: Shift): PostContent {
  const { day, programme } = content
  const moved = day === null ? null : shift(day)
  const distance = day === null || moved === null ? null : dayNumber(moved) - dayNumber(day)
  const withPost: Shift = (other) => (distance === null ? shift(other) : addDays(other, distance))
  return {
    ...content,
    day: moved,
    accounts: content.accounts.map((account) => ({
      ...account,
      day: account.day === null ? null : shift(account.day),
    })),
    programme:
      programme === null
        ? null
        : { ...programme, day: programme.day === null ? null : withPost(programme.day) },
    requestedOn: null,
    deliveredOn: null,
  }
}
