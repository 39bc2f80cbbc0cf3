import type { AccountId } from '#contract/accounts'
import type { PostContent } from '#contract/postContent'
import type { PostId, SeriesId } from '#contract/postIds'
import type { SeriesRule } from '#contract/postSeries'
import type { Post } from '#contract/posts'
import { addTo, day, on, time } from './posts.ts'
import { present } from './present.ts'
import type { TestWorkspace } from './workspace.ts'

/** 7 December 2026 is the first Monday of its month. */
export const firstMonday: SeriesRule = {
  repeat: { unit: 'month', every: 1, on: { by: 'weekday', nth: 1, weekday: 'monday' } },
  end: { by: 'count', count: 4 },
}
export const mondays = ['2026-12-07', '2027-01-04', '2027-02-01', '2027-03-01']

/** A post on the first Monday of December, and those of its series in their order. */
export async function startedSeries(
  test: TestWorkspace,
  rule: SeriesRule = firstMonday,
  parts: Partial<PostContent> = {},
): Promise<{ post: Post; ids: PostId[]; seriesId: SeriesId; account: AccountId }> {
  const { posts, accounts } = test.workspace
  const account = present((await accounts.list({}))[0]).id
  const added = await addTo(test, 'Tip keselamatan', {
    ...{ day: day('2026-12-07'), time: time('09:00'), text: 'Pandu cermat.' },
    ...{ accounts: [on(account)], requestedOn: day('2026-11-20') },
    ...parts,
  })
  await posts.makeSeries({ id: added.id, rule })
  const post = await posts.get({ id: added.id })
  const seriesId = present(post.series).id
  const series = await posts.series({ id: seriesId })
  return { post, ids: series.posts.map(({ id }) => id), seriesId, account }
}

export async function contentOf({ workspace }: TestWorkspace, id: PostId): Promise<PostContent> {
  return (await workspace.posts.get({ id })).content
}

/** Where posts stand in the calendar. */
export async function daysOf(test: TestWorkspace, ids: readonly PostId[]) {
  return Promise.all(ids.map(async (id) => (await contentOf(test, id)).day))
}

export async function isInTrash({ workspace }: TestWorkspace, id: PostId): Promise<boolean> {
  return (await workspace.posts.get({ id })).trashedAt !== null
}
