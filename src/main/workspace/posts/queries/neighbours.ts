import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import type { Period, PostStatus } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import type { Neighbour } from '../rules/rhythm.ts'

/** What will not come out as things stand. */
const stopped: readonly PostStatus[] = ['cancelled', 'on-hold']

/** The posts on these accounts and days, each at its own slot there; but for one of them. */
export async function neighboursOf(
  db: Reader,
  but: PostId | null,
  accounts: readonly AccountId[],
  days: readonly PlainDate[],
): Promise<Neighbour[]> {
  if (accounts.length === 0 || days.length === 0) return []
  const planned = await standing(db)
    .select(['id', 'title', 'day', 'time'])
    .where('day', 'in', days)
    .execute()
  const byId = new Map(planned.map((post) => [post.id, post]))
  // Two steps: in one, the database would begin with the accounts, and each has thousands of posts.
  const shared =
    byId.size === 0
      ? []
      : await db
          .selectFrom('post_account')
          .select(['post_id', 'account_id', 'day', 'time'])
          .where('post_id', 'in', [...byId.keys()])
          .orderBy('post_id')
          .orderBy('account_id')
          .execute()
  const apart = await goingOut(db)
    .select(['post.id', 'post.title', 'post_account.account_id'])
    .select(['post_account.day', 'post_account.time'])
    .where('post_account.account_id', 'in', accounts)
    .where('post_account.day', 'in', days)
    .orderBy('post.id')
    .orderBy('post_account.account_id')
    .execute()
  const all = [
    ...shared.flatMap(({ post_id, account_id, day, time }) => {
      const post = byId.get(post_id)
      if (post === undefined || day !== null || !accounts.includes(account_id)) return []
      return { ...post, account_id, time: time ?? post.time }
    }),
    ...apart,
  ].filter(({ id }) => id !== but)
  return all.flatMap(({ title, account_id, day, time }) =>
    day === null ? [] : { title, accountId: account_id, day, time },
  )
}

/** How many posts each account has on each day of a period that has any. */
export async function countByAccountDay(
  db: Reader,
  { from, to }: Period,
): Promise<{ accountId: AccountId; day: PlainDate; count: number }[]> {
  const shared = await goingOut(db)
    .select(['post_account.account_id', 'post.day'])
    .select((e) => [
      e.fn
        .sum<number | string>(e.case().when('post_account.day', 'is', null).then(1).else(0).end())
        .as('n'),
    ])
    .where('post.day', '>=', from)
    .where('post.day', '<=', to)
    .groupBy(['post.day', 'post_account.account_id'])
    .execute()
  const apart = await goingOut(db)
    .select((e) => ['account_id', 'post_account.day', e.fn.countAll<number | string>().as('n')])
    .where('post_account.day', '>=', from)
    .where('post_account.day', '<=', to)
    .groupBy(['post_account.day', 'post_account.account_id'])
    .execute()
  const counts = new Map<string, { accountId: AccountId; day: PlainDate; count: number }>()
  for (const { account_id, day, n } of [...shared, ...apart]) {
    if (day === null || Number(n) === 0) continue
    const key = `${day} ${account_id}`
    const before = counts.get(key)?.count ?? 0
    counts.set(key, { accountId: account_id, day, count: before + Number(n) })
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted)
}

function standing(db: Reader) {
  return db
    .selectFrom('post')
    .where('trashed_at', 'is', null)
    .where('status', 'not in', stopped)
    .orderBy('id')
}

function goingOut(db: Reader) {
  return db
    .selectFrom('post')
    .innerJoin('post_account', 'post_account.post_id', 'post.id')
    .where('post.trashed_at', 'is', null)
    .where('post.status', 'not in', stopped)
}
