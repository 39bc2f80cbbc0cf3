import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { Period, Post, PostFilter, PostTile } from '#contract/posts'
import { cellsOf } from '../../support/cells.ts'
import { addTo, day, everything, november, on, time, titlesOf } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let facebook: AccountId
let x: AccountId
afterEach(async () => {
  await test.stop()
})

describe.each(databases)('posts on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await test.workspace.accounts.list({})
    facebook = present(one).id
    x = present(other).id
  })

  it('stand in the month at their own slot and once for every slot of an account', async () => {
    await addTo(test, 'Kedua', {
      day: day('2026-11-02'),
      time: time('15:00'),
      accounts: [on(facebook)],
    })
    await addTo(test, 'Pertama', { day: day('2026-11-02'), time: time('08:00') })
    await addTo(test, 'Terpisah', {
      ...{ day: day('2026-11-30'), time: time('09:00') },
      accounts: [on(facebook), on(x, { day: '2026-12-01', time: '10:00' })],
    })
    await addTo(test, 'Masuk', { day: day('2026-10-31'), accounts: [on(x, { day: '2026-11-01' })] })
    await addTo(test, 'Tiada tarikh')
    const tiles = await test.workspace.posts.between({ ...november, filter: everything })
    expect(tiles.map(({ title, day, time, accountIds }) => [title, day, time, accountIds])).toEqual(
      [
        ['Masuk', '2026-11-01', null, [x]],
        ['Pertama', '2026-11-02', '08:00', []],
        ['Kedua', '2026-11-02', '15:00', [facebook]],
        ['Terpisah', '2026-11-30', '09:00', [facebook]],
      ],
    )
    const next = { from: day('2026-12-01'), to: day('2026-12-31') }
    const [later] = await test.workspace.posts.between({ ...next, filter: everything })
    expect(later).toMatchObject({ title: 'Terpisah', time: '10:00', accountIds: [x] })
    const { tiles: unplanned } = await test.workspace.posts.unplanned({ filter: everything })
    expect(unplanned.map(({ title }) => title)).toEqual(['Tiada tarikh'])
  })

  it('stand only at the slots of the accounts that are asked for', async () => {
    const { posts } = test.workspace
    await addTo(test, 'Dua slot', {
      ...{ day: day('2026-11-24'), time: time('09:00') },
      accounts: [on(facebook), on(x, { day: '2026-11-26', time: '10:00' })],
    })
    await addTo(test, 'Satu slot', {
      ...{ day: day('2026-11-25'), accounts: [on(facebook), on(x)] },
    })
    const shown = async (accountIds: AccountId[]) => {
      const filter = { ...everything, accountIds }
      const tiles = await posts.between({ ...november, filter })
      const year = await posts.year({ year: 2026, filter })
      const sheet = await posts.planSheet({ period: november, filter })
      const places = tiles.map((tile) => [tile.title, tile.day])
      expect(sheet.tiles.map((tile) => [tile.title, tile.day])).toEqual(places)
      expect(year.map((each) => each.day)).toEqual(places.map(([, at]) => at))
      const { csv } = await posts.planCsv({ period: november, filter, ids: null, language: 'ms' })
      expect(csv.trim().split('\r\n')).toHaveLength(places.length + 1)
      return places.map(([title, at]) => `${title ?? ''} ${at ?? ''}`)
    }
    expect(await shown([x])).toEqual(['Satu slot 2026-11-25', 'Dua slot 2026-11-26'])
    expect(await shown([facebook])).toEqual(['Dua slot 2026-11-24', 'Satu slot 2026-11-25'])
    const all = ['Dua slot 2026-11-24', 'Satu slot 2026-11-25', 'Dua slot 2026-11-26']
    expect(await shown([x, facebook])).toEqual(all)
    expect(await shown([])).toEqual(all)
  })

  it('expire, are listed and are counted by the slots of their accounts', async () => {
    const { posts } = test.workspace
    const december = { from: day('2026-12-01'), to: day('2026-12-31') }
    const [me] = await test.workspace.people.list({})
    const mine = { ownerId: present(me).id }
    const later = await addTo(test, 'Dialih', {
      ...{ ...mine, day: day('2026-11-01'), time: time('09:00') },
      accounts: [on(facebook, { day: '2026-12-01' }), on(x, { day: '2026-12-01', time: '10:00' })],
    })
    const passed = await addTo(test, 'Tanpa tarikh', {
      ...{ ...mine, accounts: [on(facebook), on(x, { day: '2026-11-05', time: '10:00' })] },
    })
    const isExpired = async (id: Post['id']) => (await posts.get({ id })).expired
    expect([await isExpired(later.id), await isExpired(passed.id)]).toEqual([false, true])

    const listed = async (period: Period | null, filter: Partial<PostFilter> = {}) => {
      const wanted = { ...everything, ...filter }
      const { total, tiles } = await posts.list({
        ...{ period, filter: wanted, trashed: false, order: 'title', descending: false },
        ...{ offset: 0, limit: 10 },
      })
      const counts = await posts.counts({ period, filter: wanted })
      expect([total, counts.total]).toEqual([tiles.length, tiles.length])
      expect(counts.expired).toBe(tiles.filter(({ expired }) => expired).length)
      return tiles.map(({ title, expired }) => `${title}${expired ? ' tamat' : ''}`)
    }
    expect(await listed(null)).toEqual(['Dialih', 'Tanpa tarikh tamat'])
    expect(await listed(null, { expired: true })).toEqual(['Tanpa tarikh tamat'])
    // The first stands in December alone, as in the month: every account left its own day.
    expect(await listed(november)).toEqual(['Tanpa tarikh tamat'])
    expect(await listed(december)).toEqual(['Dialih'])
    expect(await listed(december, { accountIds: [x] })).toEqual(['Dialih'])
    expect(await listed({ from: day('2026-11-02'), to: day('2026-11-04') })).toEqual([])

    const [expiredToday] = (await posts.today({})).groups
    expect(expiredToday).toMatchObject({
      ...{ kind: 'expired', total: 1 },
      items: [{ title: 'Tanpa tarikh', day: '2026-11-05', time: '10:00' }],
    })
    // Another save moves the first slot with it.
    const base = later.version
    const accounts = [on(facebook), on(x, { day: '2026-12-01', time: '10:00' })]
    await posts.save({ id: later.id, base, content: { ...later.content, accounts } })
    expect(await isExpired(later.id)).toBe(true)
  })

  it('are filtered by every choice, words in any order, and counted', async () => {
    const at = { day: day('2026-11-10') }
    await addTo(test, 'Banjir di Kelantan', { ...at, category: 'info-rakyat', accounts: [on(x)] })
    await addTo(
      test,
      'Jambatan 100%',
      { ...at, kind: 'infographic', text: 'Siap di KELANTAN' },
      'idea',
    )
    await addTo(test, 'Turapan', { day: day('2026-11-30'), accounts: [on(facebook)] })
    expect(await titlesOf(test, { search: 'kelantan banjir' })).toEqual(['Banjir di Kelantan'])
    expect((await titlesOf(test, { search: 'kelantan' })).toSorted()).toEqual([
      'Banjir di Kelantan',
      'Jambatan 100%',
    ])
    expect(await titlesOf(test, { search: '100%' })).toEqual(['Jambatan 100%'])
    expect(await titlesOf(test, { search: '1_0' })).toEqual([])
    expect(await titlesOf(test, { kinds: ['infographic'] })).toEqual(['Jambatan 100%'])
    expect(await titlesOf(test, { statuses: ['idea'] })).toEqual(['Jambatan 100%'])
    expect(await titlesOf(test, { categories: ['info-rakyat'] })).toEqual(['Banjir di Kelantan'])
    expect(await titlesOf(test, { accountIds: [facebook] })).toEqual(['Turapan'])
    // The clock of the tests stands at 21 November 2026: two slots have passed.
    expect((await titlesOf(test, { expired: true })).toSorted()).toEqual([
      'Banjir di Kelantan',
      'Jambatan 100%',
    ])
    expect(await titlesOf(test, { incomplete: true })).toHaveLength(3)

    const counts = await test.workspace.posts.counts({
      period: november,
      filter: { ...everything, kinds: ['infographic'] },
    })
    expect(counts).toMatchObject({
      ...{ total: 1, incomplete: 1, expired: 1 },
      ...{ kinds: { infographic: 1, text: 2 }, statuses: { idea: 1 }, accountIds: {} },
    })
  })

  it('wait without a day, so many at a time, and all of them are counted', async () => {
    const { posts } = test.workspace
    for (const title of ['Satu', 'Dua', 'Tiga']) await addTo(test, title)
    await addTo(test, 'Berjadual', { day: day('2026-11-02') })
    const few = await posts.unplanned({ filter: everything, limit: 2 })
    expect([few.total, few.tiles.length]).toEqual([3, 2])
    const all = await posts.unplanned({ filter: everything, limit: 4 })
    expect([all.total, all.tiles.length]).toEqual([3, 3])
  })

  it('lack something only while they are still to come: in filter, count, tile, list, year, export', async () => {
    const { posts, cycles } = test.workspace
    const [cycle] = await cycles.list({})
    const phaseId = present(cycle?.phases[4]).id
    const plan = { day: day('2026-11-02'), phaseId }
    await addTo(test, 'Akan datang', plan)
    const given = await addTo(test, 'Batal', plan)
    await posts.setStatus({ ids: [given.id], to: 'cancelled', reason: 'Batal' })
    const filter = { ...everything, incomplete: true }
    expect(await titlesOf(test, { incomplete: true })).toEqual(['Akan datang'])
    const counts = await posts.counts({ period: november, filter: everything })
    expect([counts.total, counts.incomplete]).toEqual([2, 1])
    expect((await posts.counts({ period: november, filter })).incomplete).toBe(1)
    const lacking = (tiles: readonly PostTile[]) =>
      tiles.filter(({ missing }) => missing.length > 0).map(({ title }) => title)
    expect(lacking(await posts.between({ ...november, filter: everything }))).toEqual([
      'Akan datang',
    ])
    const page = { period: null, trashed: false, order: 'day', descending: false } as const
    const { tiles } = await posts.list({ ...page, filter: everything, offset: 0, limit: 9 })
    expect(lacking(tiles)).toEqual(['Akan datang'])
    const [of] = await posts.year({ year: 2026, filter: everything })
    expect(of).toMatchObject({ count: 2, incomplete: 1 })
    const { csv } = await posts.planCsv({
      ...{ period: null, filter: everything, ids: null, language: 'ms' },
    })
    const [heads = [], ...rows] = cellsOf(csv.slice(1))
    const said = rows.map((row) => [
      row[heads.indexOf('Tajuk')],
      row[heads.indexOf('Belum ada')] !== '',
    ])
    expect(said).toContainEqual(['Akan datang', true])
    expect(said).toContainEqual(['Batal', false])
  })

  it('are filtered and counted by whether they are one of a series', async () => {
    const { posts } = test.workspace
    const tip = await addTo(test, 'Tip', { day: day('2026-11-02') })
    await addTo(test, 'Sendiri', { day: day('2026-11-03') })
    await posts.makeSeries({
      id: tip.id,
      rule: {
        repeat: { unit: 'week', every: 1, weekdays: ['monday'] },
        end: { by: 'count', count: 3 },
      },
    })
    expect(await titlesOf(test, { inSeries: true })).toEqual(['Tip', 'Tip', 'Tip'])
    const counts = (filter: Partial<PostFilter>) =>
      posts.counts({ period: november, filter: { ...everything, ...filter } })
    expect(await counts({})).toMatchObject({ total: 4, inSeries: 3 })
    expect(await counts({ inSeries: true })).toMatchObject({ total: 3, inSeries: 3 })
    expect(await counts({ search: 'sendiri' })).toMatchObject({ total: 1, inSeries: 0 })
    // Other choices are counted within it, and it within them.
    expect((await counts({ inSeries: true, statuses: ['idea'] })).statuses).toEqual({ draft: 3 })
  })

  it('are listed page by page in the wanted order, those without a day last', async () => {
    const { posts } = test.workspace
    await addTo(test, 'c', { day: day('2026-11-03') })
    await addTo(test, 'B', { day: day('2026-11-01'), time: time('10:00') })
    await addTo(test, 'a')
    await addTo(test, 'd', { day: day('2026-11-01') })
    const page = async (order: 'day' | 'title', descending: boolean, offset = 0, limit = 10) => {
      const found = await posts.list({
        ...{ period: null, filter: everything, trashed: false },
        ...{ order, descending, offset, limit },
      })
      expect(found.total).toBe(4)
      return found.tiles.map(({ title }) => title).join('')
    }
    expect(await page('day', false)).toBe('dBca')
    expect(await page('day', true)).toBe('cBda')
    expect(await page('day', false, 1, 2)).toBe('Bc')
    expect(await page('title', false)).toBe('Bcda')
  })
})
