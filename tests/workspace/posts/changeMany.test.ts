import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import { addTo, content, day, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let facebook: AccountId
let x: AccountId
afterEach(async () => {
  await test.stop()
})

describe.each(databases)('many posts at once on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await test.workspace.accounts.list({})
    facebook = present(one).id
    x = present(other).id
  })

  it('are given an owner and accounts together; what cannot be is skipped and named', async () => {
    const { posts, people } = test.workspace
    const owner = present((await people.list({}))[0]).id
    const one = await addTo(test, 'Satu', { accounts: [on(facebook, { text: 'Sendiri' })] })
    const two = await addTo(test, 'Dua', { ownerId: owner, accounts: [on(x), on(facebook)] })
    const old = await posts.addPublished({
      content: content('Lama', { day: day('2026-11-02'), accounts: [on(facebook)] }),
      publication: { day: day('2026-11-02'), time: null, url: '', byId: null },
    })
    const ids = [one.id, two.id, old.id]
    const changes = { ownerId: owner, addAccounts: [x], removeAccounts: [] }
    const { changed, skipped } = await posts.changeMany({ ids, changes })
    expect(changed).toEqual([
      { id: one.id, base: 2, number: 1 },
      { id: old.id, base: 2, number: 1 },
    ])
    expect(skipped).toEqual([{ id: two.id, why: 'same' }])
    expect((await posts.get({ id: one.id })).content).toMatchObject({
      ...{ ownerId: owner, accounts: [on(facebook, { text: 'Sendiri' }), on(x)] },
    })
    expect((await posts.versions({ id: one.id }))[0]).toMatchObject({ number: 2, what: 'bulk' })
    await posts.restoreMany({ posts: changed.slice(0, 1) })
    expect((await posts.get({ id: one.id })).content).toEqual(one.content)
    const off = { addAccounts: [], removeAccounts: [facebook] }
    expect((await posts.changeMany({ ids, changes: off })).skipped).toEqual([
      { id: old.id, why: 'recorded' },
    ])
    await expect(posts.restoreMany({ posts: changed.slice(0, 1) })).rejects.toMatchObject({
      reason: 'posts.changed-meanwhile',
    })
    const three = await addTo(test, 'Tiga', {
      ...{ approach: 'image-raising', thrusts: ['image'], hashtags: ['jkr'], time: time('08:00') },
      accounts: [on(facebook, { day: '2026-11-20', time: '10:00' })],
    })
    const more = {
      ...{ approach: null, time: time('09:30'), addThrusts: ['information', 'image'] },
      ...{ addSegments: ['road-users'], addHashtags: ['JKR', 'Banjir'] },
    }
    await posts.changeMany({ ids: [three.id], changes: more })
    expect((await posts.get({ id: three.id })).content).toEqual({
      ...three.content,
      ...{ approach: null, time: '09:30', thrusts: ['image', 'information'] },
      ...{ segments: ['road-users'], hashtags: ['jkr', 'Banjir'] },
    })
    // Sixty are as many as a post may keep.
    const full = Array.from({ length: 59 }, (_, place) => `Tanda${place}`)
    const four = await addTo(test, 'Empat', { hashtags: full })
    await posts.changeMany({ ids: [four.id], changes: { addHashtags: ['A', 'B'] } })
    expect((await posts.get({ id: four.id })).content.hashtags).toEqual([...full, 'A'])
  })
})
