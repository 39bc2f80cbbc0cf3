import { afterEach, describe, expect, it } from 'vitest'
import type { PostFilter } from '#contract/posts'
import { addPerson, cameOut, ready } from '../../support/postRounds.ts'
import { day, everything, titlesOf } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(async () => {
  await test.stop()
})

describe.each(databases)('posts that are out without evidence, on %s', (database) => {
  it('are counted by phase and found, until an address or what was seen is kept', async () => {
    test = await startTestWorkspace(database)
    const { accounts, attachments, cycles, posts } = test.workspace
    const approver = await addPerson(test, 'Lim Mei Ling')
    const [one, two, three] = (await accounts.list({})).map(({ id }) => id)
    const on = [present(one), present(two), present(three)] as const
    const cycle = present((await cycles.list({})).find(({ example }) => !example))
    const counted = async () => {
      const { phases } = await posts.phaseSummary({ cycleId: cycle.id, filter: everything })
      return phases.map(({ unproven }) => unproven)
    }
    const december = { from: day('2026-12-01'), to: day('2026-12-31') }
    const found = (parts: Partial<PostFilter> = {}) =>
      titlesOf(test, { unproven: true, ...parts }, december)
    const { id, content } = await ready(test, approver, on)
    expect([await counted(), await found()]).toEqual([[0, 0, 0, 0, 0], []])

    await posts.publish({ id, accountId: on[0], publication: cameOut })
    await posts.skipAccount({ id, accountId: on[2], reason: 'Akaun digantung' })
    const publication = { ...cameOut, url: '' }
    const bare = await posts.publish({ id, accountId: on[1], publication })
    expect((await posts.get({ id })).status).toBe('published')
    expect([await counted(), await found()]).toEqual([[0, 0, 0, 0, 1], [content.title]])
    // With the other choices of the filter, as all of them.
    expect(
      await titlesOf(test, { unproven: true, phaseIds: [present(cycle.phases[0]).id] }),
    ).toEqual([])
    const filter = { ...everything, unproven: true }
    const counts = await posts.counts({ period: null, filter, bounds: null })
    expect(counts).toMatchObject({ total: 1, statuses: { published: 1 } })

    const owner = { kind: 'publication', id: bare.id } as const
    const bytes = new TextEncoder().encode('Tangkapan')
    const kept = present((await attachments.addPasted({ owner, name: 'a.txt', bytes })).added[0])
    expect([await counted(), await found()]).toEqual([[0, 0, 0, 0, 0], []])
    await attachments.remove({ id: kept.id })
    expect(await found()).toEqual([content.title])
    await posts.changePublication({ id: bare.id, publication: cameOut })
    expect([await counted(), await found()]).toEqual([[0, 0, 0, 0, 0], []])
  })
})
