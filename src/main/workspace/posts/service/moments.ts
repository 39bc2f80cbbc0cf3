import type { AccountId } from '#contract/accounts'
import { WorkspaceError } from '#contract/errors'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PublicationFields } from '#contract/postPublication'
import type { PlainDate } from '#contract/values'
import { findAccount } from '../../accounts/queries.ts'
import type { Clock } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import { holdAt } from '../../planning/queries/holds.ts'
import { notesBetween } from '../../planning/queries/notes.ts'
import { itemsOf } from '../../reference/queries.ts'
import { listAllowances } from '../queries/allowances.ts'
import { forbiddingBlackout, moodOf } from '../rules/blackout.ts'
import { statesConcerned } from './checking.ts'

interface Reading {
  readonly db: Reader
  readonly clock: Clock
}

/** Null: of a post that was never on the plan. */
interface GoingOut {
  readonly id: PostId | null
  readonly content: PostContent
}

type Moment = Pick<PublicationFields, 'day' | 'time'>

/**
 * Nothing comes out in the future, while everything is held, or, where it is cheerful, in a blackout
 * that holds it. What counts is when it came out, not when it is recorded.
 * @throws WorkspaceError `posts.day-in-future`, `posts.all-held`, `posts.held-that-day`, `posts.in-blackout`
 */
export async function refuseMoment(
  context: Reading,
  post: GoingOut,
  accountId: AccountId,
  moment: Moment,
): Promise<void> {
  refuseFuture(context, moment)
  await refuseHeld(context, moment)
  await refuseBlackout(context, post, accountId, moment.day)
}

async function refuseHeld({ db }: Reading, { day, time }: Moment): Promise<void> {
  const hold = await holdAt(db, day, time)
  if (hold === null) return
  const { first, last } = instantsOf(day, null)
  // Part of the day was free: only the time can say whether it came out then.
  const isPart = hold.since > first || (hold.resumedAt !== null && hold.resumedAt <= last)
  throw new WorkspaceError(time === null && isPart ? 'posts.held-that-day' : 'posts.all-held')
}

async function refuseBlackout(
  { db }: Reading,
  { id, content }: GoingOut,
  accountId: AccountId,
  day: PlainDate,
): Promise<void> {
  const account = await findAccount(db, accountId)
  const states = statesConcerned(content, account === null ? [] : [account])
  const notes = await notesBetween(db, day, day)
  const mood = moodOf(content.category, await itemsOf(db, 'wave-categories', true))
  const allowed = id === null ? [] : await listAllowances(db, id)
  const blackout = forbiddingBlackout(notes, mood, { day, states }, allowed)
  if (blackout !== null) throw new WorkspaceError('posts.in-blackout', { title: blackout.title })
}

function refuseFuture({ clock }: Reading, { day, time }: Moment): void {
  const now = malaysianTime(clock.now())
  if (day > now.day || (day === now.day && time !== null && time > now.time)) {
    throw new WorkspaceError('posts.day-in-future')
  }
}
