import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankContent, type PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import { PostFilter, type Period, type PostOrder } from '#contract/posts'
import { ClockTime, PlainDate } from '#contract/values'
import { addTo, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const filter = PostFilter.parse({})
const definition = {
  ...{ view: 'list', filter: { ...filter, search: 'cerun' } },
  list: { scope: 'all' as const, order: 'title' as const, descending: true },
  ...{ cycleId: null, state: 'MY-03' as const },
}
const day = (text: string) => PlainDate.parse(text)

describe.each(databases)('the calendar’s views on %s', (database) => {
  let test: TestWorkspace
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })
  afterEach(() => test.stop())

  async function add(title: string, on: string | null, accounts = 0, slot: string | null = null) {
    const { posts, accounts: register } = test.workspace
    const known = await register.list({})
    const post = await posts.add({
      status: 'draft',
      content: {
        ...blankContent(title, accounts > 0 ? 'infographic' : 'text'),
        day: on === null ? null : day(on),
        accounts: known.slice(0, accounts).map(({ id }, at) => ({
          ...{ accountId: id, text: null, time: null },
          day: at === 0 && slot !== null ? day(slot) : null,
        })),
      },
    })
    return post.id
  }

  /** The last phase of the running cycle. */
  async function inPhase() {
    const cycle = (await test.workspace.cycles.list({})).find(({ example }) => !example)
    return { phaseId: present(cycle?.phases[4]).id }
  }

  it('keeps a view for one person or for all, and by its name only once', async () => {
    const { posts, people, gate } = test.workspace
    const own = await posts.saveView({ name: 'Cerun', definition })
    const shared = await posts.shareView({ name: 'Cerun', definition })
    expect(own.personId).not.toBeNull()
    expect(await posts.savedViews({})).toEqual([shared, own])
    await expect(posts.saveView({ name: 'cerun', definition })).rejects.toMatchObject({
      reason: 'posts.view-name-taken',
    })
    await expect(posts.removeView({ id: shared.id })).rejects.toMatchObject({
      reason: 'posts.unknown-view',
    })

    const other = await people.add({ name: 'Lim', post: 'Pereka', roles: ['designer'] })
    await gate.switchPerson({ id: other.id })
    expect(await posts.savedViews({})).toEqual([shared])
    await expect(posts.removeView({ id: own.id })).rejects.toMatchObject({
      reason: 'posts.unknown-view',
    })
    await expect(posts.removeSharedView({ id: shared.id })).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
    await posts.saveView({ name: 'Cerun', definition })
  })

  it('keeps what was taken out in the trash, each for whom it was', async () => {
    const { posts, people, gate } = test.workspace
    const own = await posts.saveView({ name: 'Cerun', definition })
    const shared = await posts.shareView({ name: 'Semua', definition })
    await posts.removeView({ id: own.id })
    test.clock.set('2026-11-23T02:00:00.000Z')
    await posts.removeSharedView({ id: shared.id })
    expect(await posts.savedViews({})).toEqual([])
    expect((await posts.removedViews({})).map(({ id, removedAt }) => [id, removedAt])).toEqual([
      [shared.id, '2026-11-23T02:00:00.000Z'],
      [own.id, '2026-11-23T01:00:00.000Z'],
    ])
    // Its name was given to another meanwhile.
    const taker = await posts.saveView({ name: 'cerun', definition })
    await expect(posts.restoreView({ id: own.id })).rejects.toMatchObject({
      reason: 'posts.view-name-taken',
    })
    await posts.removeView({ id: taker.id })
    expect(await posts.restoreView({ id: own.id })).toEqual(own)
    await expect(posts.restoreView({ id: own.id })).rejects.toMatchObject({
      reason: 'posts.view-not-removed',
    })
    await posts.removeView({ id: own.id })
    const other = await people.add({ name: 'Lim', post: 'Pereka', roles: ['designer'] })
    await gate.switchPerson({ id: other.id })
    expect((await posts.removedViews({})).map(({ id }) => id)).toEqual([shared.id])
    await expect(posts.restoreView({ id: own.id })).rejects.toMatchObject({
      reason: 'posts.unknown-view',
    })
  })

  it('tells a slot an account has of its own from the post’s', async () => {
    const id = await add('Dua slot', '2026-11-10', 2, '2026-11-12')
    const tiles = await test.workspace.posts.between({
      ...{ from: day('2026-11-09'), to: day('2026-11-15'), filter },
    })
    expect(tiles.map((tile) => [tile.id, tile.day, tile.apart, tile.accountIds.length])).toEqual([
      [id, '2026-11-10', false, 1],
      [id, '2026-11-12', true, 1],
    ])
  })

  it('lists by phase, kind, owner and last change; what has none of it comes last', async () => {
    const { posts, people, cycles } = test.workspace
    const ali = await people.add({ name: 'Ali', post: 'Pereka', roles: ['designer'] })
    const zul = await people.add({ name: 'zul', post: 'Pereka', roles: ['designer'] })
    const cycle = present((await cycles.list({})).find(({ example }) => !example))
    const [first, , third] = cycle.phases
    const put = (title: string, parts: Partial<PostContent>) =>
      posts.add({ status: 'draft', content: { ...blankContent(title, 'text'), ...parts } })
    const later = { phaseId: present(third).id, ownerId: ali.id, kind: 'vox-pop' as const }
    await put('Ketiga', later)
    await put('Tiada', {})
    test.clock.set('2026-11-23T03:00:00.000Z')
    await put('Pertama', { phaseId: present(first).id, ownerId: zul.id, kind: 'infographic' })
    const listed = async (order: PostOrder, descending = false) => {
      const page = await posts.list({
        ...{ period: null, filter, trashed: false, order, descending, offset: 0, limit: 9 },
      })
      return page.tiles.map(({ title }) => title)
    }
    expect(await listed('phase')).toEqual(['Pertama', 'Ketiga', 'Tiada'])
    expect(await listed('phase', true)).toEqual(['Ketiga', 'Pertama', 'Tiada'])
    expect(await listed('owner')).toEqual(['Ketiga', 'Pertama', 'Tiada'])
    expect(await listed('owner', true)).toEqual(['Pertama', 'Ketiga', 'Tiada'])
    expect(await listed('kind')).toEqual(['Pertama', 'Tiada', 'Ketiga'])
    expect((await listed('changed', true))[0]).toBe('Pertama')
  })

  it('lists page by page in the order of day, time and id, those without a day last', async () => {
    const { posts } = test.workspace
    const ids: PostId[] = []
    for (const on of ['2026-11-03', null, '2026-11-01', '2026-11-02']) {
      ids.push(await add(`Pada ${on ?? 'tiada'}`, on))
    }
    await posts.move({
      moves: [{ id: present(ids[0]), day: day('2026-11-01'), time: ClockTime.parse('08:00') }],
    })
    const asked = { period: null, filter, trashed: false, order: 'day', descending: false } as const
    const page = async (offset: number) => posts.list({ ...asked, offset, limit: 2 })
    const [first, second] = [await page(0), await page(2)]
    expect([first.total, second.total]).toEqual([4, 4])
    const order = [...first.tiles, ...second.tiles].map((tile) => tile.id)
    expect(order).toEqual([ids[2], ids[0], ids[3], ids[1]])
  })

  it('counts each choice as the others leave it', async () => {
    const { posts } = test.workspace
    const held = await add('Satu', '2026-11-10')
    await add('Dua', '2026-11-10', 2)
    await add('Tiga', '2026-12-30', 1)
    await posts.setStatus({ ids: [held], to: 'on-hold', reason: 'Menunggu' })
    const period = { from: day('2026-11-01'), to: day('2026-11-30') }

    const all = await posts.counts({ period, filter })
    // The clock stands at 23 November: the draft of the tenth has expired, what is held has not.
    expect(all).toMatchObject({ total: 2, incomplete: 2, expired: 1 })
    expect(all.statuses).toEqual({ draft: 1, 'on-hold': 1 })
    expect(all.kinds).toEqual({ text: 1, infographic: 1 })
    expect(all.approverIds).toEqual({})
    expect(Object.values(all.accountIds)).toEqual([1, 1])

    const drafts = await posts.counts({ period, filter: { ...filter, statuses: ['draft'] } })
    expect(drafts.total).toBe(1)
    expect(drafts.statuses).toEqual({ draft: 1, 'on-hold': 1 })
    expect(drafts.kinds).toEqual({ infographic: 1 })
    const expired = await posts.counts({ period: null, filter: { ...filter, expired: true } })
    expect(expired).toMatchObject({ total: 1, expired: 1, incomplete: 1 })
  })

  it('finds and counts what has no phase, category, owner or account yet', async () => {
    const { posts, people, accounts } = test.workspace
    const [one] = await accounts.list({})
    const [me] = await people.list({})
    const owned = { ownerId: present(me).id, category: 'info-rakyat', ...(await inPhase()) }
    await addTo(test, 'Lengkap', { ...owned, accounts: [on(present(one).id)] })
    await addTo(test, 'Tanpa pemilik', { ...owned, ownerId: null })
    await addTo(test, 'Kosong')
    const titles = async (parts: Partial<PostFilter>) => {
      const page = { period: null, trashed: false, order: 'title', descending: false } as const
      const wanted = { ...page, filter: { ...filter, ...parts }, offset: 0, limit: 10 }
      return (await posts.list(wanted)).tiles.map(({ title }) => title)
    }
    expect(await titles({ without: ['phaseIds'] })).toEqual(['Kosong'])
    expect(await titles({ without: ['categories'] })).toEqual(['Kosong'])
    expect(await titles({ without: ['ownerIds'] })).toEqual(['Kosong', 'Tanpa pemilik'])
    expect(await titles({ without: ['accountIds'] })).toEqual(['Kosong', 'Tanpa pemilik'])
    expect(await titles({ without: ['accountIds', 'phaseIds'] })).toEqual(['Kosong'])
    const mine = { ownerIds: [present(me).id], without: ['ownerIds' as const] }
    expect(await titles(mine)).toEqual(['Kosong', 'Lengkap', 'Tanpa pemilik'])
    const counts = await posts.counts({ period: null, filter })
    expect(counts.without).toEqual({ phaseIds: 1, categories: 1, ownerIds: 2, accountIds: 2 })
    const narrow = { ...filter, without: ['accountIds' as const] }
    // Its own alternatives are counted as if it were not ticked.
    expect((await posts.counts({ period: null, filter: narrow })).without).toEqual({
      ...{ phaseIds: 1, categories: 1, ownerIds: 2, accountIds: 2 },
    })
  })

  it('counts, on a board or road map, the posts of its cycle alone', async () => {
    const { posts } = test.workspace
    const { phaseId } = await inPhase()
    await addTo(test, 'Dalam fasa', { phaseId })
    await addTo(test, 'Tanpa tarikh')
    await addTo(test, 'Lama', { day: day('2019-05-01') })
    const total = async (unphased: Period | null) =>
      (await posts.counts({ period: null, filter, bounds: { phaseIds: [phaseId], unphased } }))
        .total
    expect(await total(null)).toBe(1)
    expect(await total({ from: day('2026-01-01'), to: day('2026-12-31') })).toBe(2)
    expect((await posts.counts({ period: null, filter })).total).toBe(3)
  })

  it('counts and finds posts by who is to approve them', async () => {
    const { posts, people } = test.workspace
    const ali = await people.add({ name: 'Ali', post: 'Ketua', roles: ['approver'] })
    const { id: mine } = await addTo(test, 'Satu', { approverId: ali.id })
    await addTo(test, 'Dua')
    expect((await posts.counts({ period: null, filter })).approverIds).toEqual({ [ali.id]: 1 })
    const wanted = { ...filter, approverIds: [ali.id] }
    const counts = await posts.counts({ period: null, filter: wanted })
    expect([counts.total, counts.approverIds]).toEqual([1, { [ali.id]: 1 }])
    const { tiles } = await posts.list({
      ...{ period: null, filter: wanted, trashed: false, order: 'day', descending: false },
      ...{ offset: 0, limit: 10 },
    })
    expect(tiles.map((tile) => tile.id)).toEqual([mine])
  })

  it('are kept by whoever only looks, too: their own', async () => {
    const { posts, people, gate } = test.workspace
    const viewer = await people.add({ name: 'Tetamu', post: 'Pemerhati', roles: ['viewer'] })
    await gate.switchPerson({ id: viewer.id })
    const { id, personId } = await posts.saveView({ name: 'Saya', definition })
    expect(personId).toBe(viewer.id)
    await expect(posts.shareView({ name: 'Semua', definition })).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
    await posts.removeView({ id })
  })
})
