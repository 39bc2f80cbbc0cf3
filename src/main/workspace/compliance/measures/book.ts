import type { Account, AccountId } from '#contract/accounts'
import type { AssessmentPeriod, AssessmentSubject } from '#contract/assessmentSubjects'
import type { ProductionTime, Rhythm } from '#contract/reference'
import type { StateCode } from '#contract/states'
import type { Instant, PersonId, PlainDate } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import type { FilterBasis } from '../../complaints/queries/filter.ts'
import { wrongDoorKinds } from '../../complaints/queries/wrongDoorKinds.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import type { DayCalendar } from '../../days/rules/calendar.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import { ruledAccounts } from '../../posts/queries/ruledAccounts.ts'
import { statesOf } from '../../posts/rules/dueDays.ts'
import { itemsOf } from '../../reference/queries.ts'
import {
  forwardingsById,
  receivedComplaints,
  type MeasuredComplaint,
} from '../queries/measuredComplaints.ts'
import {
  plannedPosts,
  publishedPosts,
  type PlannedPost,
  type PublishedPost,
  type Scope,
} from '../queries/measuredPosts.ts'

/** What measurements share, each part read once however many controls and subjects ask for it. */
export interface Book {
  readonly db: Reader
  readonly now: Instant
  readonly today: PlainDate
  readonly period: AssessmentPeriod
  readonly scope: Scope
  /** The whole register, accounts no longer used too. */
  readonly accounts: ReadonlyMap<AccountId, Account>
  /** Posts a day, by the account or its channel. */
  quotaOf(account: AccountId): Rhythm | null
  /** Whose working days count for work on these accounts. */
  statesOf(accounts: readonly AccountId[]): readonly StateCode[]
  calendar(): Promise<DayCalendar>
  times(): Promise<ProductionTime[]>
  published(): Promise<PublishedPost[]>
  /** Posts with a day of their making within the period. */
  planned(): Promise<PlannedPost[]>
  complaints(): Promise<MeasuredComplaint[]>
  forwardings(): ReturnType<typeof forwardingsById>
  basis(): Promise<FilterBasis>
}

export async function openBook(
  { db, now }: { readonly db: Reader; readonly now: Instant },
  period: AssessmentPeriod,
  subjects: readonly AssessmentSubject[],
): Promise<Book> {
  const accounts = new Map((await listAccounts(db)).map((account) => [account.id, account]))
  const ruled = await ruledAccounts(db)
  const today = malaysianTime(now).day
  const scope = scopeOf(subjects, [...accounts.values()])
  const basis = once(async () => ({
    ...{ wrongDoors: await wrongDoorKinds(db), now, endOfToday: instantsOf(today, null).last },
  }))
  return {
    ...{ db, now, today, period, scope, accounts, basis },
    quotaOf: (id) => ruled.get(id)?.quota ?? null,
    statesOf: (ids) => statesOf(ids.flatMap((id) => accounts.get(id) ?? [])),
    calendar: once(() => openDays(db)),
    times: once(() => itemsOf(db, 'production-times', true)),
    published: once(() => publishedPosts(db, period, scope)),
    planned: once(() => plannedPosts(db, period, scope)),
    forwardings: once(() => forwardingsById(db, period)),
    complaints: once(async () => receivedComplaints(db, period, scope, await basis())),
  }
}

/** What is asked for at the first time is kept for the others. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null
  return () => (kept ??= read())
}

/** Rows of these subjects; everything once the bureau is among them. */
function scopeOf(subjects: readonly AssessmentSubject[], accounts: readonly Account[]): Scope {
  const all = subjects.some(({ kind }) => kind === 'bureau')
  const wanted = new Set(subjects.flatMap((subject) => accountsOf(subject, accounts)))
  const people = new Set<PersonId>()
  for (const subject of subjects) if (subject.kind === 'operator') people.add(subject.personId)
  return { all, accounts: [...wanted], people: [...people] }
}

/** The accounts of a subject: its own, those of the unit, those a person operates, or all in use. */
export function accountsOf(
  subject: AssessmentSubject,
  accounts: readonly Account[],
): readonly AccountId[] {
  const ids = (those: readonly Account[]) => those.map(({ id }) => id)
  switch (subject.kind) {
    case 'account':
      return [subject.accountId]
    case 'unit':
      return ids(accounts.filter(({ unit }) => unit === subject.unit))
    case 'operator':
      return ids(accounts.filter(({ operators }) => operators.includes(subject.personId)))
    case 'bureau':
      return ids(accounts.filter(({ active }) => active))
  }
}
