import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { ApprovalStep } from '#contract/postApproval'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PersonId } from '#contract/values'
import { addPerson, approve, asked, ready } from '../../support/postRounds.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let lim: PersonId
let facebook: AccountId
afterEach(async () => {
  await test.stop()
})

const statusOf = async (id: PostId) => (await test.workspace.posts.get({ id })).status
const outcomesOf = async (id: PostId) =>
  (await test.workspace.posts.approval({ id })).rounds.map(({ outcome }) => outcome)

/** Saves other content over a post. */
async function edit(id: PostId, parts: Partial<PostContent>): Promise<void> {
  const { version: base, content } = await test.workspace.posts.get({ id })
  await test.workspace.posts.save({ id, base, content: { ...content, ...parts } })
}

/** Lets every post go through these steps. */
async function route(...steps: ApprovalStep[]): Promise<void> {
  const routes = [{ name: 'Laluan', kinds: [], phases: [], steps }]
  await test.workspace.posts.changeApprovalRoutes({ routes })
}

const step = (need: 'any' | 'all', ...people: PersonId[]) => ({
  ...{ name: 'Peringkat', need, people, outsiders: false },
})

describe.each(databases)('an approval that an edit voided on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    lim = await addPerson(test, 'Lim Mei Ling')
    facebook = present((await test.workspace.accounts.list({}))[0]).id
  })

  it('stands again once exactly what was approved stands there again', async () => {
    const { posts } = test.workspace
    const approved = await asked(test)
    await approve(test, approved.id, lim)
    const sent = await ready(test, lim, [facebook])
    const held = await asked(test)
    await approve(test, held.id, lim)
    await posts.setStatus({ ids: [held.id], to: 'on-hold', reason: 'Monsun' })
    const [{ approvedAt } = { approvedAt: null }] = (await posts.approval({ id: approved.id }))
      .rounds
    test.clock.set('2026-11-23T02:00:00.000Z')
    for (const { id } of [approved, sent, held]) {
      const { version, content } = await posts.get({ id })
      await edit(id, { text: 'Jalan dibuka.' })
      // As undo does it, and as somebody does who types it.
      if (id === sent.id) await edit(id, { text: content.text, notes: 'Dibetulkan semula' })
      else await posts.restoreVersion({ id, base: version + 1, number: version })
      expect(await outcomesOf(id)).toEqual(['approved'])
      expect((await posts.approval({ id })).holds).toBe(true)
    }
    expect([await statusOf(approved.id), await statusOf(sent.id)]).toEqual(['approved', 'approved'])
    expect(await posts.get({ id: held.id })).toMatchObject({ heldFrom: 'approved' })
    const [round] = (await posts.approval({ id: approved.id })).rounds
    expect(round?.approvedAt).toBe(approvedAt)
    expect(round?.endedAt).toBe('2026-11-23T02:00:00.000Z')
    expect(await posts.waitingForMe({})).toEqual([])
  })

  it('does not stand again where other words, another route or another asking came between', async () => {
    const { posts } = test.workspace
    const other = await asked(test)
    const rerouted = await asked(test)
    const again = await asked(test)
    const never = await asked(test)
    for (const { id } of [other, rerouted, again]) await approve(test, id, lim)
    const text = { text: 'Jalan dibuka.' }
    for (const { id } of [other, rerouted, again, never]) await edit(id, text)
    await edit(other.id, { text: 'Jalan ditutup.' })
    await posts.askApproval({ ids: [again.id] })
    await posts.withdrawApproval({ id: again.id })
    await edit(again.id, { text: again.content.text })
    // It was not approved before, so nothing comes back.
    await edit(never.id, { text: never.content.text })
    await route(step('any'), step('all', lim))
    await edit(rerouted.id, { text: rerouted.content.text })
    for (const { id } of [other, rerouted, again, never]) {
      expect(await statusOf(id)).toBe('draft')
      expect((await posts.approval({ id })).holds).not.toBe(true)
    }
  })
})
