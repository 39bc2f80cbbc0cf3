import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cycle, PhaseId } from '#contract/cycles'
import type { PostContent } from '#contract/postContent'
import type { PostFilter } from '#contract/posts'
import { addTo, day, everything, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

type Slot = Parameters<typeof on>[1]

let test: TestWorkspace
let cycle: Cycle
afterEach(async () => {
  await test.stop()
})

const phaseAt = (number: number): PhaseId => present(cycle.phases[number - 1]).id

async function column(number: number | null, offset = 0, limit = 50) {
  const { total, tiles } = await test.workspace.posts.boardColumn({
    ...{ cycleId: cycle.id, phaseId: number === null ? null : phaseAt(number) },
    ...{ filter: everything, offset, limit },
  })
  return { total, titles: tiles.map(({ title }) => title).join(' ') }
}

describe.each(databases)('the phases of posts on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    // Monday, 23 November 2026, nine o'clock in Malaysia.
    cycle = present((await test.workspace.cycles.list({}))[0])
  })

  it('are summed up against their targets, their last days and their weeks', async () => {
    const { cycles, posts } = test.workspace
    const phase = present(cycle.phases[4])
    await cycles.changePhase({
      ...phase,
      ...{ objective: '', others: [] },
      targets: [
        { kind: 'category', key: 'edukatif', wanted: 2 },
        { kind: 'piece', key: 'infographic', wanted: 3 },
      ],
    })
    const put = (title: string, parts: Partial<PostContent>) =>
      addTo(test, title, { phaseId: phase.id, ...parts })
    await put('a', { kind: 'infographic', category: 'edukatif', day: day('2026-11-22') })
    await put('b', { kind: 'infographic', day: day('2026-11-23') })
    const stopped = await put('c', { kind: 'infographic', day: day('2026-11-24') })
    await posts.setStatus({ ids: [stopped.id], to: 'cancelled', reason: 'Ditarik balik' })
    const gone = await put('d', { category: 'edukatif' })
    await posts.trash({ ids: [gone.id] })
    await addTo(test, 'e', { phaseId: phaseAt(1) })

    const summary = await posts.phaseSummary({ cycleId: cycle.id, filter: everything })
    expect(summary.phases.map(({ phaseId }) => phaseId)).toEqual(cycle.phases.map(({ id }) => id))
    const fifth = present(summary.phases[4])
    expect(fifth.counts).toEqual({ planned: 2, approved: 0, published: 0, stopped: 1 })
    expect(fifth.completeness).toEqual({ wanted: 5, published: 0, planned: 3, missing: 2 })
    expect(summary.completeness).toEqual(fifth.completeness)
    expect(
      fifth.targets.map(({ key, wanted, planned, missing }) => [key, wanted, planned, missing]),
    ).toEqual([
      ['edukatif', 2, 1, 1],
      ['infographic', 3, 2, 1],
    ])
    // 31 December is 38 days after 23 November.
    expect(fifth.daysLeft).toBe(38)
    expect(fifth.weeks).toEqual([
      { week: '2026-11-16', category: 'edukatif', count: 1 },
      { week: '2026-11-23', category: null, count: 1 },
    ])
    // 22 November is a Sunday: where weeks begin so, both stand in one.
    const { planning } = test.workspace
    const settings = await planning.settings({})
    await planning.changeSettings({ ...settings, weekStartsOn: 'sunday' })
    const { summary: fromSunday, weekStartsOn } = await posts.roadSheet({
      ...{ cycleId: cycle.id, filter: everything },
    })
    expect(weekStartsOn).toBe('sunday')
    expect(fromSunday.phases[4]?.weeks).toEqual([
      { week: '2026-11-22', category: 'edukatif', count: 1 },
      { week: '2026-11-22', category: null, count: 1 },
    ])
    await planning.changeSettings(settings)
    expect(fifth.missing).toEqual({ text: 2, image: 2, category: 1, account: 2, owner: 2 })
    expect(fifth.incomplete).toBe(2)
    const [counted] = await test.rows<{ total: number | string }>(
      `select count(*) as total from post where phase_id = '${phase.id}' and trashed_at is null`,
    )
    const { planned, approved, published, stopped: rest } = fifth.counts
    expect(planned + approved + published + rest).toBe(Number(present(counted).total))

    // Three working days of making from a Monday; a holiday of the office's own moves it.
    const workable = { phaseId: phase.id, kind: 'video-mcp' as const }
    expect(await posts.firstWorkableDay(workable)).toEqual({ day: '2026-11-26' })
    await test.workspace.days.addHoliday({
      ...{ date: day('2026-11-25'), name: 'Cuti peristiwa', nameEn: null, kind: 'special' },
      ...{ states: ['MY-14'], reference: 'Surat pekeliling' },
    })
    expect(await posts.firstWorkableDay(workable)).toEqual({ day: '2026-11-27' })
    // The deadlines of the post say the same.
    for (const [on_, late] of [
      ['2026-11-26', ['production-late']],
      ['2026-11-27', []],
    ] as const) {
      const { id } = await put('e', { kind: 'video-mcp', day: day(on_) })
      const { content } = await posts.get({ id })
      const { findings } = await posts.check({ id, content })
      expect(findings.map(({ rule }) => rule).filter((rule) => rule.endsWith('-late'))).toEqual(
        late,
      )
    }
  })

  it('are columns by day and time, read part by part', async () => {
    const { posts } = test.workspace
    const at = { phaseId: phaseAt(2) }
    await addTo(test, 'tiada-tarikh', at)
    await addTo(test, 'ketiga', { ...at, day: day('2026-12-01') })
    await addTo(test, 'kedua', { ...at, day: day('2026-11-24'), time: time('08:00') })
    await addTo(test, 'pertama', { ...at, day: day('2026-11-24') })
    const tosser = await addTo(test, 'buang', at)
    await posts.trash({ ids: [tosser.id] })
    await addTo(test, 'bebas', { day: day('2026-06-01') })
    await addTo(test, 'bebas-tanpa-tarikh')
    await addTo(test, 'tahun-lain', { day: day('2025-06-01') })
    expect(await column(2)).toEqual({ total: 4, titles: 'pertama kedua ketiga tiada-tarikh' })
    expect(await column(2, 1, 2)).toEqual({ total: 4, titles: 'kedua ketiga' })
    expect(await column(3)).toEqual({ total: 0, titles: '' })
    expect(await column(null)).toEqual({ total: 2, titles: 'bebas bebas-tanpa-tarikh' })

    const found = await posts.boardColumn({
      ...{ cycleId: cycle.id, phaseId: phaseAt(2), offset: 0, limit: 10 },
      filter: { ...everything, search: 'kedua' },
    })
    expect(found.total).toBe(1)
    const other = await test.workspace.cycles.loadHistory({})
    await expect(
      posts.boardColumn({
        ...{ cycleId: other.id, phaseId: phaseAt(2), offset: 0, limit: 10 },
        filter: everything,
      }),
    ).rejects.toMatchObject({ reason: 'cycles.unknown-phase' })
  })

  it('are counted day by day over a year, each day by its worst post', async () => {
    const { posts } = test.workspace
    const [account] = await test.workspace.accounts.list({})
    const [person] = await test.workspace.people.list({})
    const whole: Partial<PostContent> = {
      ...{ text: 'Jalan ditutup.', category: 'info-rakyat', phaseId: phaseAt(5) },
      accounts: [{ accountId: present(account).id, text: null, day: null, time: null }],
      ownerId: present(person).id,
    }
    await addTo(test, 'lengkap', { ...whole, day: day('2026-12-31') })
    await addTo(test, 'belum', { day: day('2026-12-31') })
    await addTo(test, 'sempurna', { ...whole, day: day('2026-12-30') })
    await addTo(test, 'lewat', { ...whole, day: day('2026-11-22') })
    await addTo(test, 'hari-ini-awal', { ...whole, day: day('2026-11-23'), time: time('08:59') })
    await addTo(test, 'hari-ini', { ...whole, day: day('2026-11-24'), time: time('09:00') })
    const stopped = await addTo(test, 'batal', { day: day('2026-01-01') })
    await posts.setStatus({ ids: [stopped.id], to: 'cancelled', reason: 'Tidak jadi' })
    await addTo(test, 'tahun-depan', { day: day('2027-01-01') })
    const days = await posts.year({ year: 2026, filter: everything })
    expect(days).toEqual([
      { day: '2026-01-01', count: 1, incomplete: 0, expired: 0, state: 'ok' },
      { day: '2026-11-22', count: 1, incomplete: 0, expired: 1, state: 'expired' },
      { day: '2026-11-23', count: 1, incomplete: 0, expired: 1, state: 'expired' },
      { day: '2026-11-24', count: 1, incomplete: 0, expired: 0, state: 'ok' },
      { day: '2026-12-30', count: 1, incomplete: 0, expired: 0, state: 'ok' },
      { day: '2026-12-31', count: 2, incomplete: 1, expired: 0, state: 'incomplete' },
    ])
    const filtered = await posts.year({
      year: 2026,
      filter: { ...everything, incomplete: true, statuses: ['draft'] },
    })
    expect(filtered.map(({ day: of }) => of)).toEqual(['2026-12-31'])
  })

  it('are counted over a year at the slots at which the month draws them', async () => {
    const { posts, accounts } = test.workspace
    const [one, other] = await accounts.list({})
    const at = (account: typeof one, on: string | null, clock: string | null = null) => ({
      ...{ accountId: present(account).id, text: null },
      ...{ day: on === null ? null : day(on), time: clock === null ? null : time(clock) },
    })
    const put = (title: string, on: string | null, own: PostContent['accounts']) =>
      addTo(test, title, { day: on === null ? null : day(on), time: time('09:00'), accounts: own })
    await put('sama', '2026-11-25', [at(one, null), at(other, null)])
    await put('sendiri', '2026-11-25', [at(one, null), at(other, '2026-11-27')])
    await put('semua-sendiri', '2026-11-25', [at(one, '2026-11-26'), at(other, '2026-11-26')])
    await put('waktu-lain', '2026-11-25', [at(one, null), at(other, null, '20:00')])
    await put('tahun-lain', '2026-12-31', [at(one, null), at(other, '2027-01-01')])
    await put('tanpa-hari', null, [at(one, '2026-11-20')])
    const tiles = await posts.between({
      ...{ from: day('2026-01-01'), to: day('2026-12-31') },
      filter: everything,
    })
    const drawn = new Map<string, number>()
    for (const { day: on } of tiles) drawn.set(String(on), (drawn.get(String(on)) ?? 0) + 1)
    const days = await posts.year({ year: 2026, filter: everything })
    expect(days.map(({ day: on, count }) => [on, count])).toEqual([...drawn])
    expect(drawn).toEqual(
      new Map([
        ['2026-11-20', 1],
        ['2026-11-25', 4],
        ['2026-11-26', 1],
        ['2026-11-27', 1],
        ['2026-12-31', 1],
      ]),
    )
    expect(days[0]).toMatchObject({ expired: 1, state: 'expired' })
    const next = await posts.year({ year: 2027, filter: everything })
    expect(next.map(({ day: on, count }) => [on, count])).toEqual([['2027-01-01', 1]])
  })

  it('have a post in the week of each of its slots, as the month draws them', async () => {
    const { posts } = test.workspace
    const [facebook, x] = (await test.workspace.accounts.list({})).map(({ id }) => id)
    const phaseId = phaseAt(5)
    const put = (title: string, parts: Partial<PostContent>) =>
      addTo(test, title, { phaseId, ...parts })
    const slots = (own: string, first: Slot, second: Slot): Partial<PostContent> => ({
      ...{ day: day(own), time: time('09:00') },
      accounts: [on(present(facebook), first), on(present(x), second)],
    })
    await put('dua minggu', slots('2026-11-23', {}, { day: '2026-11-30', time: '09:00' }))
    await put('satu minggu', slots('2026-11-23', {}, { day: '2026-11-25', time: '09:00' }))
    const away = { day: '2026-12-07', time: '09:00' }
    await put('beralih', slots('2026-11-23', away, away))
    await put('masa sendiri', slots('2026-12-14', {}, { time: '21:00' }))
    await put('biasa', { day: day('2026-11-24') })

    const weeks = async (filter: Partial<PostFilter> = {}) => {
      const wanted = { ...everything, ...filter }
      const summary = await posts.phaseSummary({ cycleId: cycle.id, filter: wanted })
      return present(summary.phases[4]).weeks.map(({ week, count }) => [week, count])
    }
    expect(await weeks()).toEqual([
      ['2026-11-23', 3],
      ['2026-11-30', 1],
      ['2026-12-07', 1],
      ['2026-12-14', 1],
    ])
    expect(await weeks({ accountIds: [present(x)] })).toEqual([
      ['2026-11-23', 1],
      ['2026-11-30', 1],
      ['2026-12-07', 1],
      ['2026-12-14', 1],
    ])
    // What a week's cell counts is what the list of that week holds, and what its grid draws.
    for (const [week, count] of await weeks()) {
      const from = day(String(week))
      const period = {
        from,
        to: day(new Date(Date.parse(from) + 6 * 86_400_000).toISOString().slice(0, 10)),
      }
      const page = {
        trashed: false,
        order: 'day',
        descending: false,
        offset: 0,
        limit: 50,
      } as const
      const { total } = await posts.list({ period, filter: everything, ...page })
      const drawn = await posts.between({ ...period, filter: everything })
      expect([total, new Set(drawn.map(({ id }) => id)).size]).toEqual([count, count])
    }
  })

  it('have without a phase what has a slot in the cycle, or none', async () => {
    const [facebook] = (await test.workspace.accounts.list({})).map(({ id }) => id)
    const only = (own: string | null, slot: Slot): Partial<PostContent> => ({
      day: own === null ? null : day(own),
      accounts: [on(present(facebook), slot)],
    })
    await addTo(test, 'masuk', only('2027-01-04', { day: '2026-12-31' }))
    await addTo(test, 'keluar', only('2026-12-31', { day: '2027-01-04' }))
    await addTo(test, 'lain', only(null, { day: '2027-01-04' }))
    await addTo(test, 'tiada', only(null, {}))
    expect((await column(null)).titles.split(' ').toSorted()).toEqual(['masuk', 'tiada'])
  })
})
