import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PersonId } from '#contract/values'
import { addAccounts } from '../../support/postChecks.ts'
import {
  addPerson,
  approve,
  as,
  asked,
  authorOf,
  complete,
  ready,
} from '../../support/postRounds.ts'
import { addTo, day, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let lim: PersonId
let facebook: AccountId
/** On X, whose texts are short. */
let x: AccountId
afterEach(async () => {
  await test.stop()
})

const statusOf = async (id: PostId) => (await test.workspace.posts.get({ id })).status

async function edit(id: PostId, parts: Partial<PostContent>): Promise<void> {
  const { version: base, content } = await test.workspace.posts.get({ id })
  await test.workspace.posts.save({ id, base, content: { ...content, ...parts } })
}

/** Films, and posts of the first phase, need two people; everything else one. */
async function routeFilmsOtherwise(): Promise<void> {
  const step = (name: string) => ({ name, need: 'any' as const, people: [] })
  const two = [step('Unit'), step('Ketua')]
  await test.workspace.posts.changeApprovalRoutes({
    routes: [
      { name: 'Video', kinds: ['video-mcp'], phases: [], steps: two },
      { name: 'Fasa 1', kinds: [], phases: [1], steps: two },
      { name: 'Lain', kinds: [], phases: [], steps: [step('Pelulus')] },
    ],
  })
}

async function phaseOf(number: number) {
  const cycle = (await test.workspace.cycles.list({})).find(({ example }) => !example)
  return present(cycle?.phases[number - 1]).id
}

describe.each(databases)('what an approval is given for, on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    lim = await addPerson(test, 'Lim Mei Ling')
    ;({ facebook, x } = await addAccounts(test))
  })

  it('is asked anew where another kind or phase asks other people', async () => {
    const { posts } = test.workspace
    await routeFilmsOtherwise()
    const [first, second] = [await phaseOf(1), await phaseOf(2)]
    const film = await asked(test)
    const moved = await asked(test)
    const same = await asked(test)
    const held = await asked(test)
    for (const { id } of [film, moved, same, held]) await approve(test, id, lim)
    await posts.setStatus({ ids: [held.id], to: 'on-hold', reason: 'Monsun' })
    await edit(film.id, { kind: 'video-mcp' })
    await posts.setPhase({
      posts: [moved, held].map(({ id }) => ({ id, phaseId: first })),
    })
    // The same steps: nobody has to be asked again.
    await posts.setPhase({ posts: [{ id: same.id, phaseId: second }] })
    await edit(same.id, { kind: 'infographic' })
    expect(await Promise.all([film, moved, same].map(({ id }) => statusOf(id)))).toEqual([
      ...['draft', 'draft', 'approved'],
    ])
    expect(await posts.get({ id: held.id })).toMatchObject({ heldFrom: 'draft' })
    const { rounds, holds } = await posts.approval({ id: film.id })
    expect([holds, rounds[0]?.outcome]).toEqual([false, 'voided'])

    // An earlier version brings its phase with it.
    const draft = await addTo(test, 'Lama', { text: 'Teks lama.', phaseId: first })
    await posts.setPhase({ posts: [{ id: draft.id, phaseId: null }] })
    await posts.askApproval({ ids: [draft.id] })
    await posts.restoreVersion({ id: draft.id, base: 2, number: 1 })
    expect(await statusOf(draft.id)).toBe('draft')
  })

  it('does not change its route once the post is out somewhere', async () => {
    const { posts } = test.workspace
    await routeFilmsOtherwise()
    const { id } = await ready(test, lim, [facebook, x])
    const publication = { day: day('2026-11-22'), time: null, url: '', byId: null }
    await posts.publish({ id, accountId: facebook, publication })
    await expect(edit(id, { phaseId: await phaseOf(1) })).rejects.toMatchObject({
      reason: 'posts.route-locked',
    })
    await posts.publish({ id, accountId: x, publication })
    await edit(id, { phaseId: await phaseOf(1) })
    expect(await statusOf(id)).toBe('published')
  })

  it('is not given to own words in a copy that somebody else made', async () => {
    const { posts } = test.workspace
    const vimala = await addPerson(test, 'Vimala', 'planner')
    const me = await authorOf(test)
    const own = await addTo(test, 'Asal', { text: 'Elak laluan ini.' })
    const blank = await addTo(test, 'Kosong')
    test.clock.set('2026-11-23T02:00:00.000Z')
    const { ids } = await as(test, vimala, () =>
      posts.duplicate({ ids: [own.id, blank.id], shiftDays: 0, workingDays: false, toPhase: null }),
    )
    const [copy, empty] = [present(ids[0]), present(ids[1])]
    const authors = async (id: PostId) => (await posts.approval({ id })).authors.toSorted()
    expect(await authors(copy)).toEqual([me, vimala].toSorted())
    // Of what has no words yet nobody is the author but who began it.
    expect(await authors(empty)).toEqual([vimala])
    expect(await authors(own.id)).toEqual([me])
  })

  it('does not make a post ready that lacks something or breaks a rule', async () => {
    const { posts } = test.workspace
    const toReady = (...ids: PostId[]) => posts.setStatus({ ids, to: 'ready', reason: '' })
    const bare = await asked(test, { accounts: [on(facebook)] })
    const long = await asked(test, {
      ...{ ...(await complete(test)), text: 'Perkataan. '.repeat(80), accounts: [on(facebook)] },
    })
    for (const { id } of [bare, long]) await approve(test, id, lim)
    await expect(toReady(long.id, bare.id)).rejects.toMatchObject({
      ...{ reason: 'posts.not-complete' },
      details: {
        ...{ parts: 'category,phase,owner,day', count: 1 },
        ...{ titles: bare.content.title, more: 0 },
      },
    })
    // Three are named, of the others it says how many there are.
    const many: PostId[] = []
    for (const title of ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima']) {
      const { id } = await asked(test, { title, accounts: [on(facebook)] })
      await approve(test, id, lim)
      many.push(id)
    }
    await expect(toReady(...many)).rejects.toMatchObject({
      details: { count: 5, titles: 'Satu\nDua\nTiga', more: 2 },
    })
    await edit(long.id, { accounts: [on(facebook), on(x)] })
    await expect(toReady(long.id)).rejects.toMatchObject({ reason: 'posts.stopped-by-rules' })
    await edit(long.id, { accounts: [on(facebook)] })
    await toReady(long.id)
    expect(await statusOf(bare.id)).toBe('approved')

    // What a save brings into its way takes it back, and it can go on where it was.
    await edit(long.id, { accounts: [on(facebook), on(x)] })
    expect(await statusOf(long.id)).toBe('approved')
    await edit(long.id, { accounts: [on(facebook)] })
    await toReady(long.id)
    const { fellBack } = await posts.move({ moves: [{ id: long.id, day: null, time: null }] })
    expect([await statusOf(long.id), fellBack]).toEqual(['approved', [long.id]])
  })

  it('gives back what was ready once a move, a phase or a change of many is undone', async () => {
    const { posts } = test.workspace
    const { id, content } = await ready(test, lim, [facebook])
    const out = await posts.move({ moves: [{ id, day: null, time: null }] })
    expect([await statusOf(id), out.before]).toEqual([
      'approved',
      [{ id, day: content.day, time: content.time, ready: true }],
    ])
    await posts.move({ moves: out.before })
    expect(await statusOf(id)).toBe('ready')
    const { before } = await posts.setPhase({ posts: [{ id, phaseId: null }] })
    expect(await statusOf(id)).toBe('approved')
    await posts.setPhase({ posts: before })
    expect(await statusOf(id)).toBe('ready')
    const changes = { category: null, addAccounts: [], removeAccounts: [] }
    const { changed } = await posts.changeMany({ ids: [id], changes })
    expect(await statusOf(id)).toBe('approved')
    await posts.restoreMany({ posts: changed })
    expect(await statusOf(id)).toBe('ready')
    // What cannot be ready as it stands stays approved.
    const again = await posts.move({ moves: [{ id, day: null, time: null }] })
    await posts.move({ moves: again.before.map((each) => ({ ...each, day: null })) })
    expect(await statusOf(id)).toBe('approved')
  })

  it('takes up again as approved what something came into the way of', async () => {
    const { posts } = test.workspace
    const { id } = await ready(test, lim, [facebook])
    const hold = () => posts.setStatus({ ids: [id], to: 'on-hold', reason: 'Monsun' })
    await hold()
    const held = [{ id, reason: 'Monsun' }]
    expect(await posts.resume({ ids: [id] })).toEqual({ ids: [id], unready: [], held })
    await hold()
    await posts.move({ moves: [{ id, day: null, time: null }] })
    expect(await posts.resume({ ids: [id] })).toEqual({ ids: [id], unready: [id], held })
    expect(await statusOf(id)).toBe('approved')
  })

  it('leaves the plan to those who plan', async () => {
    const { posts } = test.workspace
    const designer = await addPerson(test, 'Farid', 'designer')
    const planned = [on(facebook), on(x, { day: '2026-12-02' })]
    const whole = { ...(await complete(test)), accounts: planned }
    const { id } = await addTo(test, 'Poster', whole)
    // Two days on, and the account's own slot with it.
    const accounts = [on(facebook), on(x, { day: '2026-12-04' })]
    await posts.move({ moves: [{ id, day: day('2026-12-03'), time: null }] })
    const parts: Partial<PostContent>[] = [
      { day: day('2026-12-04') },
      { time: (await posts.get({ id })).content.time, day: null },
      { phaseId: null },
      { accounts: [on(facebook)] },
      { accounts: [on(facebook), on(x, { day: '2026-12-05' })] },
    ]
    const refused = { reason: 'posts.plan-not-yours', details: { roles: 'administrator,planner' } }
    for (const part of parts) {
      const save = as(test, designer, () => edit(id, part))
      await expect(save).rejects.toMatchObject(refused)
    }
    const restore = as(test, designer, () => posts.restoreVersion({ id, base: 2, number: 1 }))
    await expect(restore).rejects.toMatchObject(refused)
    await as(test, designer, () =>
      edit(id, {
        text: 'Baharu',
        accounts: [on(facebook, { text: 'Sendiri' }), ...accounts.slice(1)],
      }),
    )
    expect((await posts.get({ id })).version).toBe(3)
    const phaseId = present(whole.phaseId)
    const others: Partial<PostContent>[] = [{ accounts }, { day: day('2026-12-04') }, { phaseId }]
    for (const part of others) {
      const add = as(test, designer, () => addTo(test, 'Lagi', part))
      await expect(add).rejects.toMatchObject(refused)
    }
    // An idea becomes a draft with its first words: who may not set statuses could not go on else.
    const idea = await as(test, designer, () => addTo(test, 'Idea', {}, 'idea'))
    await as(test, designer, () => edit(idea.id, { brief: 'Tentang jambatan.' }))
    expect(await statusOf(idea.id)).toBe('idea')
    await as(test, designer, () => edit(idea.id, { text: 'Jambatan dibuka.' }))
    expect(await statusOf(idea.id)).toBe('draft')
    await as(test, designer, () => posts.askApproval({ ids: [idea.id] }))
    expect(await statusOf(idea.id)).toBe('in-review')
    const own = await addTo(test, 'Idea perancang', {}, 'idea')
    await edit(own.id, { text: 'Teks.' })
    expect(await statusOf(own.id)).toBe('idea')
  })

  it('asks the named approver first, while others still may decide', async () => {
    const { posts } = test.workspace
    const head = await addPerson(test, 'Ketua', 'head')
    const { id } = await asked(test, { approverId: head })
    const waiting = (who: PersonId) =>
      as(test, who, async () => ({
        asked: (await posts.waitingForMe({})).map((post) => post.id),
        today: (await posts.today({})).groups.flatMap(({ items }) => items.map((item) => item.id)),
      }))
    expect(await waiting(lim)).toEqual({ asked: [], today: [] })
    expect(await waiting(head)).toEqual({ asked: [id], today: [id] })
    expect(await posts.approval({ id })).toMatchObject({ askedFirst: head })
    await approve(test, id, lim)
    expect(await statusOf(id)).toBe('approved')
    // Who wrote it may not decide: then everybody else is asked.
    const own = await asked(test, { approverId: await authorOf(test) })
    expect((await waiting(lim)).asked).toEqual([own.id])
  })

  it('is asked of each post once', async () => {
    const { posts } = test.workspace
    const { id } = await addTo(test, 'Satu', { text: 'Teks' })
    await expect(posts.askApproval({ ids: [id, id] })).rejects.toMatchObject({
      reason: 'call.input',
    })
    const twice = [1, 2].map(() => ({ id, phaseId: null }))
    await expect(posts.setPhase({ posts: twice })).rejects.toMatchObject({ reason: 'call.input' })
  })
})
