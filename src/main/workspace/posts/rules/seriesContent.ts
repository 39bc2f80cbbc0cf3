import type { PhaseId } from '#contract/cycles'
import type { PostContent, PostImage, Programme } from '#contract/postContent'
import type { PlainDate } from '#contract/values'
import { addDays } from '../../days/rules/dates.ts'
import { distance } from './seriesPlan.ts'
import { shiftedContent } from './shift.ts'

/**
 * The content of a series' post on one of its days: all of its days as far from there as in the
 * first post. The phase is that of the day, where the first post has that of its own day too.
 */
export function contentOn(
  pattern: PostContent,
  day: PlainDate,
  phaseOn: (day: PlainDate) => PhaseId | null,
): PostContent {
  const from = pattern.day ?? day
  const shifted = shiftedContent(pattern, (each) => addDays(each, distance(from, day)))
  const follows = pattern.phaseId !== null && pattern.phaseId === phaseOn(from)
  return { ...shifted, day, phaseId: follows ? phaseOn(day) : pattern.phaseId }
}

/** A content put so many days later; what was asked for or delivered once stays so. */
export function movedContent(content: PostContent, days: number): PostContent {
  const { requestedOn, deliveredOn } = content
  return { ...shiftedContent(content, (day) => addDays(day, days)), requestedOn, deliveredOn }
}

/** Fields that are the same in all posts of a series, in the order in which the form shows them. */
const sharedFields = [
  ...(['title', 'brief', 'kind', 'phaseId', 'category', 'time'] as const),
  ...(['text', 'hashtags', 'links', 'ownerId', 'designerId', 'approverId'] as const),
  ...(['approach', 'thrusts', 'segments', 'notes'] as const),
]

/** Fields that are taken over part by part. */
const partedFields = ['programme', 'images', 'accounts'] as const

/**
 * The fields of an edit that others of the series take over: not the day, which each has of its own,
 * nor when a post was asked for or delivered.
 */
export function editedFields(before: PostContent, after: PostContent): string[] {
  return [...sharedFields, ...partedFields].filter((field) => !same(before[field], after[field]))
}

/**
 * Another post's content with what changed in one: field by field, so that everything else that it
 * has of its own stays. Days are taken over as far from the post's own day.
 */
export function withEdit(before: PostContent, after: PostContent, other: PostContent): PostContent {
  const shift = (day: PlainDate | null): PlainDate | null =>
    day === null || after.day === null || other.day === null
      ? null
      : addDays(other.day, distance(after.day, day))
  const shared = Object.fromEntries(
    sharedFields.flatMap((field) =>
      same(before[field], after[field]) ? [] : [[field, after[field]]],
    ),
  )
  return {
    ...other,
    ...shared,
    programme: programmeWith(before.programme, after.programme, other.programme, shift),
    images: imagesWith(before.images, after.images, other.images),
    accounts: accountsWith(before.accounts, after.accounts, other.accounts, shift),
  }
}

type ShiftDay = (day: PlainDate | null) => PlainDate | null

function programmeWith(
  before: Programme | null,
  after: Programme | null,
  other: Programme | null,
  shift: ShiftDay,
): Programme | null {
  if (same(before, after)) return other
  if (after === null || before === null) return after && { ...after, day: shift(after.day) }
  // Whoever took the programme out of one post meant that post.
  if (other === null) return null
  return {
    name: taken(before.name, after.name, other.name),
    day: same(before.day, after.day) ? other.day : shift(after.day),
    time: taken(before.time, after.time, other.time),
    place: taken(before.place, after.place, other.place),
    state: taken(before.state, after.state, other.state),
    guests: taken(before.guests, after.guests, other.guests),
  }
}

function imagesWith(
  before: readonly PostImage[],
  after: readonly PostImage[],
  other: readonly PostImage[],
): PostImage[] {
  const find = (images: readonly PostImage[], id: PostImage['imageId']) =>
    images.find(({ imageId }) => imageId === id)
  const ids = (images: readonly PostImage[]) => images.map(({ imageId }) => imageId)
  const listed = same(ids(before), ids(after)) ? other : after
  return listed.map(({ imageId, altText }) => {
    const [had, has, own] = [before, after, other].map((images) => find(images, imageId))
    if (has !== undefined && had?.altText !== has.altText) return has
    return own ?? { imageId, altText }
  })
}

type Account = PostContent['accounts'][number]

function accountsWith(
  before: readonly Account[],
  after: readonly Account[],
  other: readonly Account[],
  shift: ShiftDay,
): Account[] {
  const find = (accounts: readonly Account[], id: Account['accountId']) =>
    accounts.find(({ accountId }) => accountId === id)
  const left = before.filter(({ accountId }) => find(after, accountId) === undefined)
  const kept = other.filter(({ accountId }) => find(left, accountId) === undefined)
  const added = after.filter(
    ({ accountId }) =>
      find(before, accountId) === undefined && find(other, accountId) === undefined,
  )
  const changed = kept.map((own) => {
    const has = find(after, own.accountId)
    const had = find(before, own.accountId)
    if (has === undefined || same(had, has)) return own
    return {
      accountId: own.accountId,
      text: taken(had?.text, has.text, own.text),
      day: same(had?.day, has.day) ? own.day : shift(has.day),
      time: taken(had?.time, has.time, own.time),
    }
  })
  return [...changed, ...added.map((account) => ({ ...account, day: shift(account.day) }))]
}

/** What is taken over where it changed, and what the other one has where it did not. */
function taken<T>(before: T | undefined, after: T, own: T): T {
  return same(before, after) ? own : after
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
