import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import { addTo, day, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let facebook: AccountId
let x: AccountId
afterEach(async () => {
  await test.stop()
})

/** The post's own day, and day and time of each account. */
async function slotsOf(id: PostId): Promise<unknown[]> {
  const { content } = await test.workspace.posts.get({ id })
  return [content.day, ...content.accounts.map((each) => `${each.day ?? '-'} ${each.time ?? '-'}`)]
}

describe.each(databases)('slots of accounts’ own on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await test.workspace.accounts.list({})
    facebook = present(one).id
    x = present(other).id
  })

  const spread = () =>
    addTo(test, 'Dua slot', {
      ...{ day: day('2026-12-01'), time: time('09:00') },
      accounts: [on(facebook), on(x, { day: '2026-12-03', time: '15:00' })],
    })

  it('go along by as many days when the post is moved, and back', async () => {
    const { posts } = test.workspace
    const { id } = await spread()
    const { before } = await posts.move({
      moves: [{ id, day: day('2026-12-08'), time: time('10:00') }],
    })
    expect(await slotsOf(id)).toEqual(['2026-12-08', '- -', '2026-12-10 15:00'])
    await posts.move({ moves: before })
    expect(await slotsOf(id)).toEqual(['2026-12-01', '- -', '2026-12-03 15:00'])
    // Out of the calendar they stay: their days are still those that were agreed.
    const out = await posts.move({ moves: [{ id, day: null, time: null }] })
    expect(await slotsOf(id)).toEqual([null, '- -', '2026-12-03 15:00'])
    await posts.move({ moves: out.before })
    expect(await slotsOf(id)).toEqual(['2026-12-01', '- -', '2026-12-03 15:00'])
  })

  it('go along when posts are shifted, those of a post without a day too', async () => {
    const { posts } = test.workspace
    const both = await spread()
    const only = await addTo(test, 'Akaun sahaja', {
      accounts: [on(x, { day: '2026-12-30', time: '08:00' })],
    })
    const none = await addTo(test, 'Tiada', { accounts: [on(x)] })
    const ids = [both.id, only.id, none.id]
    const { before, after, undated } = await posts.shift({ ids, days: 7 })
    expect(after.map((each) => each.day)).toEqual(['2026-12-08', '2027-01-06'])
    expect(undated).toEqual([none.id])
    expect(await slotsOf(both.id)).toEqual(['2026-12-08', '- -', '2026-12-10 15:00'])
    expect(await slotsOf(only.id)).toEqual([null, '2027-01-06 08:00'])
    await posts.move({ moves: before })
    expect(await slotsOf(both.id)).toEqual(['2026-12-01', '- -', '2026-12-03 15:00'])
    expect(await slotsOf(only.id)).toEqual([null, '2026-12-30 08:00'])
  })

  it('are moved by themselves, and back', async () => {
    const { posts } = test.workspace
    const { id } = await spread()
    const to = { day: day('2026-12-04'), time: null }
    const { before } = await posts.moveSlots({ id, accountIds: [x], ...to })
    expect(await slotsOf(id)).toEqual(['2026-12-01', '- -', '2026-12-04 -'])
    await posts.move({ moves: before })
    expect(await slotsOf(id)).toEqual(['2026-12-01', '- -', '2026-12-03 15:00'])
    const { id: other } = await addTo(test, 'Lain', { accounts: [on(facebook)] })
    await expect(posts.moveSlots({ id: other, accountIds: [x], ...to })).rejects.toMatchObject({
      reason: 'posts.not-on-account',
    })
  })
})
