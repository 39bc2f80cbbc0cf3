import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { AccountId } from '#contract/accounts'
import type { AssessmentPeriod } from '#contract/assessmentSubjects'
import type { PostKind } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PostStatus } from '#contract/posts'
import type { ClockTime, Instant, PersonId, PlainDate } from '#contract/values'
import type { Reader, Tables } from '../../database/schema.ts'
import { byChunks } from './byChunks.ts'

/** Whose rows are read: of measured subjects no more than theirs. */
export interface Scope {
  /** Everything, whoever it belongs to. */
  readonly all: boolean
  readonly accounts: readonly AccountId[]
  readonly people: readonly PersonId[]
}

/** What measurements read of every post. */
export interface PostFacts {
  readonly id: PostId
  readonly title: string
  readonly kind: PostKind
  /** Who owns, drew or began it. */
  readonly people: readonly PersonId[]
  readonly createdAt: Instant
}

/** That a post came out on an account. */
export interface Out {
  readonly accountId: AccountId
  readonly day: PlainDate
  readonly time: ClockTime | null
}

/** A post with where it came out within the period; the first comes first. */
export interface PublishedPost extends PostFacts {
  readonly outs: readonly Out[]
}

type Posts = ExpressionBuilder<Tables, 'post'>

/** A post of one of the scope's accounts, or one that its people own, drew or began. */
export function concerns({ all, accounts, people }: Scope) {
  return (e: Posts): Expression<SqlBool> => {
    if (all) return e.and([])
    const ofAccounts =
      accounts.length === 0
        ? []
        : [
            e.exists(
              e
                .selectFrom('post_account as concerned')
                .select('concerned.post_id')
                .whereRef('concerned.post_id', '=', 'post.id')
                .where('concerned.account_id', 'in', accounts),
            ),
          ]
    const ofPeople =
      people.length === 0
        ? []
        : (['post.owner_id', 'post.designer_id', 'post.created_by'] as const).map((column) =>
            e(column, 'in', people),
          )
    return e.or([...ofAccounts, ...ofPeople])
  }
}

const factColumns = [
  ...(['post.id', 'post.title', 'post.kind', 'post.owner_id'] as const),
  ...(['post.designer_id', 'post.created_by', 'post.created_at'] as const),
] as const

interface FactRow {
  readonly id: PostId
  readonly title: string
  readonly kind: PostKind
  readonly owner_id: PersonId | null
  readonly designer_id: PersonId | null
  readonly created_by: PersonId
  readonly created_at: Instant
}

function toFacts({ id, title, kind, created_at, ...row }: FactRow): PostFacts {
  const people = [row.owner_id, row.designer_id, row.created_by].filter((each) => each !== null)
  return { id, title, kind, createdAt: created_at, people: [...new Set(people)] }
}

/** Every post that came out within the period; accounts left out and the trash are not. */
export async function publishedPosts(
  db: Reader,
  { from, to }: AssessmentPeriod,
  scope: Scope,
): Promise<PublishedPost[]> {
  const rows = await db
    .selectFrom('post_publication')
    .innerJoin('post', 'post.id', 'post_publication.post_id')
    .select([...factColumns, 'post_publication.account_id'])
    .select(['post_publication.day as out_day', 'post_publication.time as out_time'])
    .where('post_publication.removed_at', 'is', null)
    .where('post_publication.skipped_reason', '=', '')
    .where('post.trashed_at', 'is', null)
    .where('post_publication.day', '>=', from)
    .where('post_publication.day', '<=', to)
    .where((e) => concerns(scope)(e))
    .orderBy('post_publication.day')
    .orderBy((e) => e.fn.coalesce('post_publication.time', e.val('24:00')))
    .orderBy('post_publication.id')
    .execute()
  const posts = new Map<PostId, PostFacts & { outs: Out[] }>()
  for (const row of rows) {
    const post = posts.get(row.id) ?? { ...toFacts(row), outs: [] }
    posts.set(row.id, post)
    post.outs.push({ accountId: row.account_id, day: row.out_day, time: row.out_time })
  }
  return [...posts.values()]
}

/** The day on which each account had its first recorded post, in the trash or not. */
export async function firstOuts(db: Reader): Promise<ReadonlyMap<AccountId, PlainDate>> {
  const rows = await db
    .selectFrom('post_publication')
    .where('removed_at', 'is', null)
    .where('skipped_reason', '=', '')
    .select(['account_id', (e) => e.fn.min('day').as('day')])
    .groupBy('account_id')
    .orderBy('account_id')
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.day]))
}

/** A post by a day of its making. */
export interface PlannedPost extends PostFacts {
  readonly accounts: readonly AccountId[]
  readonly requestedOn: PlainDate | null
  readonly deliveredOn: PlainDate | null
  readonly programmeDay: PlainDate | null
  /** Where it is to come out first. */
  readonly slot: PlainDate | null
  /** Where it came out first, as recorded. */
  readonly outOn: PlainDate | null
}

/** What nobody works on any more. */
const stopped: readonly PostStatus[] = ['cancelled', 'on-hold']

/**
 * Posts that were asked for, became ready or have their programme within the period; stopped ones and
 * the trash are not.
 */
export async function plannedPosts(
  db: Reader,
  { from, to }: AssessmentPeriod,
  scope: Scope,
): Promise<PlannedPost[]> {
  const days = ['post.requested_on', 'post.delivered_on', 'post.programme_day'] as const
  const rows = await db
    .selectFrom('post')
    .select(factColumns)
    .select(['post.requested_on', 'post.delivered_on', 'post.programme_day', 'post.first_day'])
    .select((e) =>
      e
        .selectFrom('post_publication')
        .select((inner) => inner.fn.min<PlainDate | null>('post_publication.day').as('day'))
        .whereRef('post_publication.post_id', '=', 'post.id')
        .where('post_publication.removed_at', 'is', null)
        .where('post_publication.skipped_reason', '=', '')
        .as('out_on'),
    )
    .where((e) => e.or(days.map((day) => e.and([e(day, '>=', from), e(day, '<=', to)]))))
    .where('post.trashed_at', 'is', null)
    .where('post.status', 'not in', stopped)
    .where(concerns(scope))
    .orderBy('post.id')
    .execute()
  const accounts = await accountsOfPosts(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...toFacts(row),
    accounts: accounts.get(row.id) ?? [],
    requestedOn: row.requested_on,
    deliveredOn: row.delivered_on,
    programmeDay: row.programme_day,
    slot: row.first_day,
    outOn: row.out_on,
  }))
}

/** The accounts that each of some posts is for, in their order. */
export async function accountsOfPosts(
  db: Reader,
  ids: readonly PostId[],
): Promise<ReadonlyMap<PostId, AccountId[]>> {
  const rows = await byChunks(ids, (some) =>
    db
      .selectFrom('post_account')
      .select(['post_id', 'account_id'])
      .where('post_id', 'in', some)
      .orderBy('post_id')
      .orderBy('place')
      .execute(),
  )
  const accounts = new Map<PostId, AccountId[]>()
  for (const { post_id, account_id } of rows) {
    const of = accounts.get(post_id) ?? []
    accounts.set(post_id, of)
    of.push(account_id)
  }
  return accounts
}
