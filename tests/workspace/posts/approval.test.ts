import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { ApprovalStep } from '#contract/postApproval'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PersonId } from '#contract/values'
import { Sha256 } from '#contract/values'
import { addPerson, approve, as, asked, authorOf, ready } from '../../support/postRounds.ts'
import { addTo, day, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let lim: PersonId
let facebook: AccountId
let x: AccountId
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
const yes = { decision: 'approve' as const, comment: '' }
const paper = { ...yes, signedOn: day('2026-11-23') }

describe.each(databases)('approval on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    lim = await addPerson(test, 'Lim Mei Ling')
    const [one, other] = await test.workspace.accounts.list({})
    ;[facebook, x] = [present(one).id, present(other).id]
  })

  it('is asked, given by another, and seen by who waits', async () => {
    const { posts } = test.workspace
    const { id, status, version, contentHash } = await asked(test)
    expect(status).toBe('in-review')
    expect(await posts.waitingForMe({})).toEqual([])
    expect(await as(test, lim, () => posts.waitingForMe({}))).toMatchObject([
      { id, title: 'Laluan alternatif', step: 'Pelulus' },
    ])
    const before = await posts.approval({ id })
    expect(before).toMatchObject({ holds: null, mayDecide: [lim], approveBy: null })
    expect(before.rounds).toMatchObject([{ version, contentHash, step: 0, outcome: null }])
    await approve(test, id, lim)
    expect(await statusOf(id)).toBe('approved')
    const after = await posts.approval({ id })
    expect(after).toMatchObject({ holds: true, mayDecide: [] })
    expect(after.rounds[0]?.decisions).toMatchObject([{ personId: lim, onPaper: null }])
    expect(await as(test, lim, () => posts.waitingForMe({}))).toEqual([])
  })

  it('is never given by an author, not even on paper', async () => {
    const { posts, people } = test.workspace
    const me = present((await people.list({})).find(({ roles }) => roles[0] === 'administrator'))
    await people.change({ ...me, roles: ['administrator', 'approver'] })
    const { id, contentHash } = await asked(test)
    const refused = { reason: 'posts.own-work' }
    await expect(posts.decide({ id, contentHash, ...yes })).rejects.toMatchObject(refused)
    const signed = { id, contentHash, ...paper, signedBy: me.id }
    await expect(posts.enterPaperDecision(signed)).rejects.toMatchObject(refused)
    // Who changed the words is an author too, though somebody else began the post.
    await people.change({
      ...present((await people.list({})).find((p) => p.id === lim)),
      roles: ['planner', 'approver'],
    })
    await posts.withdrawApproval({ id })
    await as(test, lim, () => edit(id, { text: 'Elak kemalangan.' }))
    expect((await posts.approval({ id })).authors.toSorted()).toEqual([me.id, lim].toSorted())
    await expect(posts.askApproval({ ids: [id] })).rejects.toMatchObject({
      reason: 'posts.nobody-approves',
    })
  })

  it('is refused where nobody is left to give it, and without a text', async () => {
    const { posts, people } = test.workspace
    const person = present((await people.list({})).find(({ id }) => id === lim))
    await people.change({ ...person, active: false })
    const { id } = await addTo(test, 'Satu', { text: 'Teks' })
    await expect(posts.askApproval({ ids: [id] })).rejects.toMatchObject({
      reason: 'posts.nobody-approves',
    })
    const empty = await addTo(test, 'Dua')
    await expect(posts.askApproval({ ids: [empty.id] })).rejects.toMatchObject({
      reason: 'posts.text-missing',
    })
    expect(await statusOf(id)).toBe('draft')
  })

  it('says whom its route names who may not decide any more', async () => {
    const { posts, people } = test.workspace
    const ali = await addPerson(test, 'Ali')
    await route(step('any', lim, ali))
    const asked = async (title: string) => {
      const { id } = await addTo(test, title, { text: 'Teks' })
      return posts.askApproval({ ids: [id] })
    }
    expect(await asked('Satu')).toEqual({ unheard: [] })
    const person = present((await people.list({})).find(({ id }) => id === ali))
    await people.change({ ...person, roles: ['designer'] })
    expect(await asked('Dua')).toEqual({ unheard: ['Ali'] })
  })

  it('goes through its steps in their order, all of a step where all must', async () => {
    const { posts } = test.workspace
    const ali = await addPerson(test, 'Ali')
    const head = await addPerson(test, 'Ketua', 'head')
    await route(step('any', lim, ali), step('all', ali, head))
    const { id, contentHash } = await asked(test)
    const say = (who: PersonId) => as(test, who, () => posts.decide({ id, contentHash, ...yes }))
    await expect(say(head)).rejects.toMatchObject({ reason: 'posts.not-your-step' })
    await say(ali)
    expect((await posts.approval({ id })).rounds[0]?.step).toBe(1)
    await expect(say(lim)).rejects.toMatchObject({ reason: 'posts.not-your-step' })
    await say(ali)
    await expect(say(ali)).rejects.toMatchObject({ reason: 'posts.already-decided' })
    expect(await statusOf(id)).toBe('in-review')
    expect((await posts.approval({ id })).mayDecide).toEqual([head])
    await say(head)
    expect(await statusOf(id)).toBe('approved')
  })

  it('takes no step in silence when its people are gone', async () => {
    const { posts, people } = test.workspace
    const head = await addPerson(test, 'Ketua', 'head')
    await route(step('any', lim), step('all', head))
    const { id } = await asked(test)
    const person = present((await people.list({})).find((each) => each.id === head))
    await people.change({ ...person, active: false })
    await approve(test, id, lim)
    expect(await posts.approval({ id })).toMatchObject({ mayDecide: [], rounds: [{ step: 1 }] })
    expect(await statusOf(id)).toBe('in-review')
  })

  it('ends with a word for changes, which says what to change', async () => {
    const { posts } = test.workspace
    const { id, contentHash } = await asked(test)
    const changes = (comment: string) =>
      as(test, lim, () => posts.decide({ id, contentHash, decision: 'changes', comment }))
    await expect(changes('')).rejects.toMatchObject({ reason: 'posts.comment-missing' })
    await changes('Sebut tarikh')
    expect(await statusOf(id)).toBe('changes-asked')
    await expect(changes('Lagi')).rejects.toMatchObject({ reason: 'posts.not-in-review' })
    await edit(id, { text: 'Elak kesesakan esok.' })
    await posts.askApproval({ ids: [id] })
    await approve(test, id, lim)
    expect(await outcomesOf(id)).toEqual(['approved', 'changes-asked'])
  })

  it('holds for the text that was seen only', async () => {
    const { posts } = test.workspace
    const { id } = await asked(test)
    const other = { id, contentHash: Sha256.parse('0'.repeat(64)), ...yes }
    await expect(as(test, lim, () => posts.decide(other))).rejects.toMatchObject({
      reason: 'posts.other-text',
    })
  })

  it('is taken back to draft, and asked again', async () => {
    const { posts } = test.workspace
    const { id } = await asked(test)
    await posts.withdrawApproval({ id })
    expect([await statusOf(id), await outcomesOf(id)]).toEqual(['draft', ['withdrawn']])
    await expect(posts.withdrawApproval({ id })).rejects.toMatchObject({
      reason: 'posts.not-in-review',
    })
    await posts.askApproval({ ids: [id] })
    await expect(posts.askApproval({ ids: [id] })).rejects.toMatchObject({
      reason: 'posts.not-from-here',
    })
  })

  it.each<[string, Partial<PostContent>]>([
    ['text', { text: 'Jalan dibuka.' }],
    ['a hashtag', { hashtags: ['JKR'] }],
    ['a link', { links: ['https://www.jkr.gov.my'] }],
  ])('is voided by another %s wherever the post stands', async (_, parts) => {
    const { posts } = test.workspace
    const review = await asked(test)
    const approved = await asked(test)
    await approve(test, approved.id, lim)
    const sent = await ready(test, lim, [facebook])
    const held = await asked(test)
    await approve(test, held.id, lim)
    await posts.setStatus({ ids: [held.id], to: 'on-hold', reason: 'Monsun' })
    for (const { id } of [review, approved, sent, held]) {
      await edit(id, parts)
      expect(await outcomesOf(id)).toEqual(['voided'])
    }
    expect(await Promise.all([review, approved, sent].map(({ id }) => statusOf(id)))).toEqual([
      ...['draft', 'draft', 'draft'],
    ])
    expect(await posts.get({ id: held.id })).toMatchObject({ status: 'on-hold', heldFrom: 'draft' })
    expect((await posts.approval({ id: review.id })).holds).toBeNull()
    expect((await posts.approval({ id: approved.id })).holds).toBe(false)
  })

  it('outlives a move, a note, and accounts without a text of their own', async () => {
    const { posts } = test.workspace
    const { id } = await ready(test, lim, [facebook])
    await posts.move({ moves: [{ id, day: day('2026-12-01'), time: time('09:00') }] })
    await edit(id, { notes: 'Semak peta', title: 'Lain', accounts: [on(x), on(facebook)] })
    expect([await statusOf(id), await outcomesOf(id)]).toEqual(['ready', ['approved']])
    expect((await posts.approval({ id })).holds).toBe(true)
    await edit(id, { accounts: [on(x)] })
    expect(await statusOf(id)).toBe('ready')
    await edit(id, { accounts: [on(facebook, { text: 'Teks sendiri' })] })
    expect([await statusOf(id), await outcomesOf(id)]).toEqual(['draft', ['voided']])
  })

  it('waits for nobody while the post is on hold, and ends when it is cancelled', async () => {
    const { posts } = test.workspace
    const { id, contentHash } = await asked(test)
    await posts.setStatus({ ids: [id], to: 'on-hold', reason: 'Monsun' })
    expect(await as(test, lim, () => posts.waitingForMe({}))).toEqual([])
    const decided = as(test, lim, () => posts.decide({ id, contentHash, ...yes }))
    await expect(decided).rejects.toMatchObject({ reason: 'posts.not-in-review' })
    await posts.resume({ ids: [id] })
    expect(await as(test, lim, () => posts.waitingForMe({}))).toMatchObject([
      { id, title: 'Laluan alternatif', step: 'Pelulus' },
    ])
    await posts.setStatus({ ids: [id], to: 'cancelled', reason: 'Program batal' })
    expect(await outcomesOf(id)).toEqual(['withdrawn'])
    await posts.setStatus({ ids: [id], to: 'draft', reason: '' })
    await posts.askApproval({ ids: [id] })
    expect(await outcomesOf(id)).toEqual([null, 'withdrawn'])
  })

  it('is entered from paper in the name of who signed', async () => {
    const { posts } = test.workspace
    const { id, contentHash } = await asked(test)
    const vimala = await addPerson(test, 'Vimala', 'planner')
    const enter = (who: PersonId, signedOn: string) =>
      as(test, who, () =>
        posts.enterPaperDecision({
          ...{ id, contentHash, ...paper, signedBy: lim, signedOn: day(signedOn) },
        }),
      )
    const refusals = [
      [vimala, '2026-11-24', 'posts.day-in-future'],
      // The text was saved on the 23rd: nobody signed it the day before.
      [vimala, '2026-11-22', 'posts.signed-before-text'],
      [await authorOf(test), '2026-11-23', 'posts.typed-by-author'],
    ] as const
    for (const [who, signedOn, reason] of refusals) {
      await expect(enter(who, signedOn)).rejects.toMatchObject({ reason })
    }
    await enter(vimala, '2026-11-23')
    expect((await posts.approval({ id })).rounds[0]?.decisions).toMatchObject([
      {
        ...{ personId: lim, personName: 'Lim Mei Ling' },
        onPaper: { signedOn: '2026-11-23', enteredByName: 'Vimala' },
      },
    ])
    expect(await statusOf(id)).toBe('approved')
  })
})
