import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import { addPerson, asked, cameOut } from '../../support/postRounds.ts'
import { content, day, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let id: PostId
let facebook: AccountId
let x: AccountId
let elsewhere: AccountId
afterEach(async () => {
  await test.stop()
})

const numbers = (reach: number | null, likes: number | null = null) => ({
  ...{ reach, likes, shares: null, comments: null },
})
const of = (accountId: AccountId | null, on_: string, reach: number) => ({
  ...{ accountId, day: day(on_), ...numbers(reach) },
})

describe.each(databases)('results on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    const [one, two, three] = await test.workspace.accounts.list({})
    ;[facebook, x, elsewhere] = [present(one).id, present(two).id, present(three).id]
    const out = content('Hantaran', { text: 'Teks', accounts: [on(facebook), on(x)] })
    const added = { content: out, publication: { ...cameOut, day: day('2026-11-10') } }
    ;({ id } = await test.workspace.posts.addPublished(added))
  })

  it('are one an account and day, in the order of days', async () => {
    const { posts } = test.workspace
    const add = (accountId: AccountId | null, on_: string, reach: number) =>
      posts.addResult({ postId: id, result: of(accountId, on_, reach) })
    await add(facebook, '2026-11-18', 900)
    const first = await add(facebook, '2026-11-11', 400)
    await add(x, '2026-11-11', 70)
    await add(null, '2026-11-11', 470)
    const taken = { reason: 'posts.result-taken' }
    await expect(add(facebook, '2026-11-11', 1)).rejects.toMatchObject(taken)
    await expect(add(null, '2026-11-11', 1)).rejects.toMatchObject(taken)
    const listed = await posts.results({ id })
    expect(listed.map(({ day: each }) => each)).toEqual([
      ...['2026-11-11', '2026-11-11', '2026-11-11', '2026-11-18'],
    ])
    expect(listed.map(({ reach }) => reach).toSorted()).toEqual([400, 470, 70, 900])
    await expect(
      posts.changeResult({ id: first.id, result: of(facebook, '2026-11-18', 400) }),
    ).rejects.toMatchObject(taken)
    const changed = { ...of(facebook, '2026-11-11', 410), likes: 12 }
    expect(await posts.changeResult({ id: first.id, result: changed })).toMatchObject(changed)
  })

  it('are refused of a day to come, of another account, and before the post is out', async () => {
    const { posts } = test.workspace
    const add = (postId: PostId, accountId: AccountId, on_: string) =>
      posts.addResult({ postId, result: of(accountId, on_, 1) })
    await expect(add(id, facebook, '2026-11-24')).rejects.toMatchObject({
      reason: 'posts.day-in-future',
    })
    const away = { reason: 'posts.not-on-account' }
    await expect(add(id, elsewhere, '2026-11-20')).rejects.toMatchObject(away)
    const made = await add(id, facebook, '2026-11-20')
    const moved = { id: made.id, result: of(elsewhere, '2026-11-20', 1) }
    await expect(posts.changeResult(moved)).rejects.toMatchObject(away)
    await addPerson(test, 'Lim')
    const review = await asked(test, { accounts: [on(facebook)] })
    await expect(add(review.id, facebook, '2026-11-20')).rejects.toMatchObject({
      reason: 'posts.not-published',
    })
  })

  it('are removed and brought back where their day is still free', async () => {
    const { posts } = test.workspace
    const result = of(facebook, '2026-11-20', 5)
    const made = await posts.addResult({ postId: id, result })
    await posts.removeResult({ id: made.id })
    expect(await posts.results({ id })).toEqual([])
    const other = await posts.addResult({ postId: id, result })
    await expect(posts.bringBackResult({ id: made.id })).rejects.toMatchObject({
      reason: 'posts.result-taken',
    })
    await posts.removeResult({ id: other.id })
    await posts.bringBackResult({ id: made.id })
    expect(await posts.results({ id })).toMatchObject([{ id: made.id, reach: 5 }])
  })
})
