import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cycle, PhaseId } from '#contract/cycles'
import type { PostContent } from '#contract/postContent'
import { addTo, day, everything, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

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
    expect(fifth.missing).toEqual({ text: 2, image: 2, category: 1, account: 2, owner: 2 })
    const [counted] = await test.rows<{ total: number | string }>(
      `select count(*) as total from post where phase_id = '${phase.id}' and trashed_at is null`,
    )
    const { planned, approved, published, stopped: rest } = fifth.counts
    expect(planned + approved + published + rest).toBe(Number(present(counted).total))
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

  it('hold the history of 2015 to 2017 once it is loaded, with its reach', async () => {
    const { cycles, posts } = test.workspace
    expect(await posts.history({})).toEqual({ cycleId: null, loaded: false })
    await expect(posts.loadHistory({})).rejects.toMatchObject({ reason: 'posts.no-example' })
    const example = await cycles.loadHistory({})
    expect(await posts.history({})).toEqual({ cycleId: example.id, loaded: false })
    expect(await posts.loadHistory({})).toEqual({ added: 27 })
    expect(await posts.history({})).toEqual({ cycleId: example.id, loaded: true })
    await expect(posts.loadHistory({})).rejects.toMatchObject({ reason: 'posts.history-loaded' })

    const rows = await test.rows<{ number: number; posts: number; reach: number }>(
      `select phase.number as number, count(*) as posts, sum(post_result.reach) as reach
       from post join phase on phase.id = post.phase_id
       join post_result on post_result.post_id = post.id
       where post.status = 'published' and post_result.account_id is null
       group by phase.number order by phase.number`,
    )
    // Counted on the slides: 10 posts of 2014–15 and 2015, 14 of 2016, 3 of 2017.
    expect(rows.map((row) => [row.number, row.posts, row.reach].map(Number))).toEqual([
      [1, 10, 240_300],
      [2, 14, 644_500],
      [3, 3, 170_300],
    ])
    const summary = await posts.phaseSummary({ cycleId: example.id, filter: everything })
    expect(summary.phases.map(({ counts }) => counts.published)).toEqual([10, 14, 3, 0, 0])
    const undated = await test.rows<{ title: string; notes: string }>(
      `select title, notes from post where day is null order by id`,
    )
    expect(undated).toHaveLength(1)
    expect(present(undated[0]).notes).toContain('Tiada tarikh dalam sumber')
  })
})
