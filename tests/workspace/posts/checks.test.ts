import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import { NoteId, type NoteFields } from '#contract/planning'
import type { PostContent, Programme } from '#contract/postContent'
import type { PostCheck } from '#contract/postFindings'
import type { Post } from '#contract/posts'
import { complete } from '../../support/postRounds.ts'
import { addAccounts, checkIn, only } from '../../support/postChecks.ts'
import { addTo, content, day, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
/** Central; two or three posts a day (KKS E). */
let facebook: AccountId
let x: AccountId
/** Of Kelantan, which rests on Friday and Saturday. */
let kelantan: AccountId
afterEach(async () => {
  await test.stop()
})

const check = (post: Post | null, parts: Partial<PostContent> = {}): Promise<PostCheck> =>
  checkIn(test, post, parts)

function programmeOn(date: string): Programme {
  return {
    ...{ name: 'Gotong-royong', day: day(date), time: null, place: 'Kota Bharu' },
    ...{ state: null, guests: [] },
  }
}

/** Approved by somebody else, and ready. */
async function makeReady({ id, contentHash }: Post): Promise<void> {
  const { posts, people, gate } = test.workspace
  const [me] = await people.list({})
  const approver = await people.add({ name: 'Hamid', post: 'Ketua', roles: ['approver'] })
  await posts.askApproval({ ids: [id] })
  await gate.switchPerson({ id: approver.id })
  await posts.decide({ id, contentHash, decision: 'approve', comment: '' })
  await gate.switchPerson({ id: present(me).id })
  await posts.setStatus({ ids: [id], to: 'ready', reason: '' })
}

function blackout(parts: Partial<NoteFields>): NoteFields {
  return {
    ...{ title: 'Banjir besar', text: '', startsOn: day('2026-11-23'), endsOn: day('2026-11-25') },
    ...{ kind: 'blackout', reason: 'disaster', effect: 'warn', states: [], ...parts },
  }
}

describe.each(databases)('the checks of a post on %s', (database) => {
  beforeEach(async () => {
    // The clock stands at Monday, 23 November 2026, nine in the morning.
    test = await startTestWorkspace(database)
    ;({ facebook, x, kelantan } = await addAccounts(test))
  })

  it('say the deadlines of what was never saved, by the states of its accounts', async () => {
    const none = await check(null)
    expect(none.deadlines).toBeNull()
    const planned = { kind: 'video-scp' as const, day: day('2026-12-06') }
    // Kuala Lumpur: Friday, 4 December, back to Monday, 30 November.
    const central = await check(null, { ...planned, accounts: [on(facebook)] })
    expect(present(central.deadlines).beginBy.to).toBe('2026-11-30')
    expect(present(central.deadlines).approveBy).toMatchObject({ to: '2026-12-04', state: 'MY-14' })
    // Kelantan: 3, 2, 1 December, 30 and 29 November; 4 and 5 December are its weekend.
    const both = await check(null, { ...planned, accounts: [on(facebook), on(kelantan)] })
    expect(present(both.deadlines).beginBy).toMatchObject({ to: '2026-11-29', state: 'MY-03' })
    expect(only(both, 'production-late', 'approval-late')).toEqual([])
  })

  it('say what is late, until the material is there and the post approved', async () => {
    const planned = { kind: 'video-scp' as const, day: day('2026-11-24') }
    const late = await check(null, planned)
    expect(only(late, 'production-late', 'approval-late', 'picture-missing')).toMatchObject([
      { rule: 'production-late', clause: 'JaPen, piagam 3', params: { day: '2026-11-17' } },
      { rule: 'picture-missing' },
    ])
    const delivered = await check(null, { ...planned, deliveredOn: day('2026-11-20') })
    expect(only(delivered, 'production-late')).toEqual([])
    test.clock.set('2026-11-24T01:00:00.000Z')
    expect(only(await check(null, planned), 'approval-late')).toMatchObject([
      { severity: 'warn', clause: 'ours', params: { day: '2026-11-23' } },
    ])
  })

  it('hold a programme against the day on which the post first got one', async () => {
    const early = await addTo(test, 'Awal', {
      ...{ day: day('2026-11-26'), programme: programmeOn('2026-11-30'), accounts: [on(facebook)] },
    })
    const idea = await addTo(test, 'Idea', { programme: programmeOn('2026-11-30') })
    test.clock.set('2026-11-24T01:00:00.000Z')
    expect(only(await check(early), 'lead-time')).toEqual([])
    expect(only(await check(idea), 'lead-time')).toEqual([])
    // Without a day it is not planned at all, while the programme is four working days away.
    expect(only(await check(idea), 'lead-time-unplanned')).toMatchObject([
      { severity: 'warn', params: { programme: '2026-11-30', count: 4, limit: 5 } },
    ])
    await test.workspace.posts.move({
      moves: [{ id: idea.id, day: day('2026-11-26'), time: null }],
    })
    test.clock.set('2026-11-25T01:00:00.000Z')
    const moved = await test.workspace.posts.get({ id: idea.id })
    expect(only(await check(moved), 'lead-time')).toMatchObject([
      { params: { planned: '2026-11-24', programme: '2026-11-30', count: 4, limit: 5 } },
    ])
    expect(only(await check(moved, { day: day('2026-11-30') }), 'lead-time')).toEqual([])
    const morning = {
      ...{ day: day('2026-11-30'), time: time('08:00') },
      programme: { ...programmeOn('2026-11-30'), time: time('09:00') },
    }
    // Before it begins nothing has happened yet.
    expect(only(await check(moved, morning), 'lead-time')).toHaveLength(1)
    const noon = { ...morning, time: time('12:00') }
    expect(only(await check(moved, noon), 'lead-time')).toEqual([])
    // On paper: each deadline with the clause of its number, and what is late of it.
    const sheet = await test.workspace.posts.deadlineSheet({ id: idea.id })
    expect(sheet).toMatchObject({
      ...{ title: 'Idea', slot: '2026-11-26', programme: { day: '2026-11-30' } },
      findings: [{ rule: 'lead-time' }],
    })
    expect(
      sheet.deadlines.map(({ step, deadline, clauses }) => [step, deadline.to, clauses.join()]),
    ).toEqual([
      // Five working days before Monday, 30 November.
      ['planBy', '2026-11-23', 'KKS F, teras 3'],
      ['beginBy', '2026-11-25', 'ours'],
      ['approveBy', '2026-11-25', 'ours'],
      ['deliverBy', '2026-11-26', ''],
    ])
  })

  it('count the posts of each account and day, own slots too, cancelled ones not', async () => {
    const at = { day: day('2026-11-24') }
    await addTo(test, 'Satu', { ...at, time: time('09:00'), accounts: [on(facebook)] })
    await addTo(test, 'Dua', {
      ...{ day: day('2026-11-20'), accounts: [on(facebook, { day: '2026-11-24', time: '15:00' })] },
    })
    const third = await addTo(test, 'Tiga', { ...at, accounts: [on(facebook), on(x)] })
    const gone = await addTo(test, 'Batal', { ...at, accounts: [on(facebook)] })
    await test.workspace.posts.setStatus({ ids: [gone.id], to: 'cancelled', reason: 'Batal' })
    const trashed = await addTo(test, 'Buang', { ...at, accounts: [on(facebook)] })
    await test.workspace.posts.trash({ ids: [trashed.id] })

    expect(only(await check(third), 'rhythm-over', 'rhythm-under')).toMatchObject([
      { rule: 'rhythm-under', severity: 'advice', accountId: x, params: { count: 1, limit: 5 } },
    ])
    const fourth = { ...at, time: time('15:59'), accounts: [on(facebook)] }
    expect(only(await check(null, fourth), 'rhythm-over', 'too-close')).toMatchObject([
      { rule: 'rhythm-over', clause: 'KKS E', accountId: facebook, params: { count: 4, limit: 3 } },
      { rule: 'too-close', accountId: facebook, params: { title: 'Dua', minutes: 59, limit: 60 } },
    ])
    const later = { ...fourth, time: time('16:00') }
    expect(only(await check(null, later), 'too-close')).toEqual([])

    const days = await test.workspace.posts.accountDays({
      ...{ from: day('2026-11-24'), to: day('2026-11-30') },
    })
    expect(
      days.map(({ accountId, day, count, standing }) => [accountId, day, count, standing]),
    ).toEqual(
      expect.arrayContaining([
        [facebook, '2026-11-24', 3, 'within'],
        [x, '2026-11-24', 1, 'under'],
      ]),
    )
    expect(days).toHaveLength(2)
  })

  it('warn of cheerful posts in a blackout, and keep them from being published where it holds', async () => {
    const { planning, posts } = test.workspace
    await planning.addNote(blackout({ states: ['MY-03'] }))
    const cheerful = {
      ...{ category: 'feel-good', day: day('2026-11-24'), text: 'Selamat bercuti semua.' },
    }
    const central = { ...cheerful, accounts: [on(facebook)] }
    expect(only(await check(null, central), 'blackout')).toEqual([])
    const there = { ...cheerful, accounts: [on(facebook), on(kelantan)] }
    expect(only(await check(null, there), 'blackout')).toMatchObject([
      {
        severity: 'warn',
        params: { day: '2026-11-24', title: 'Banjir besar', reason: 'disaster' },
      },
    ])
    const about = {
      ...central,
      programme: { ...programmeOn('2026-11-20'), state: 'MY-03' as const },
    }
    expect(only(await check(null, about), 'blackout')).toHaveLength(1)

    await planning.addNote(blackout({ title: 'Berkabung', effect: 'hold', reason: 'mourning' }))
    const post = await addTo(test, 'Ceria', { ...(await complete(test)), ...central })
    expect(only(await check(post), 'blackout')).toMatchObject([{ severity: 'stop' }])
    // It may be approved meanwhile, for another day.
    await makeReady(post)
    const publication = { day: day('2026-11-23'), time: null, url: '', byId: null }
    await expect(
      posts.publish({ id: post.id, accountId: facebook, publication }),
    ).rejects.toMatchObject({ reason: 'posts.in-blackout', details: { title: 'Berkabung' } })
    const [held] = only(await check(post), 'blackout')
    const noteId = NoteId.parse(held?.params['noteId'])
    const reason = 'Sambutan negara seperti diarahkan'
    await posts.allowInBlackout({ id: post.id, noteId, reason })
    expect(only(await check(post), 'blackout', 'blackout-allowed')).toMatchObject([
      { rule: 'blackout-allowed', severity: 'advice', params: { why: reason } },
    ])
    await posts.withdrawAllowance({ id: post.id, noteId })
    await expect(posts.withdrawAllowance({ id: post.id, noteId })).rejects.toMatchObject({
      reason: 'posts.not-allowed-in-blackout',
    })
    expect(only(await check(post), 'blackout')).toMatchObject([{ severity: 'stop' }])
    await posts.allowInBlackout({ id: post.id, noteId, reason })
    await posts.publish({ ...{ id: post.id, accountId: facebook }, publication })
  })

  it('say that everything is held, and what has to be looked at when it goes on', async () => {
    const { planning, posts } = test.workspace
    const plan = (title: string, date: string, clock: string | null = null) =>
      addTo(test, title, { day: day(date), time: clock === null ? null : time(clock) })
    await plan('Sebelum', '2026-11-23', '08:30')
    await plan('Semasa', '2026-11-24')
    await plan('Tujuh hari', '2026-12-02')
    await plan('Lapan hari', '2026-12-03')
    const stopped = await plan('Batal', '2026-11-24')
    await posts.setStatus({ ids: [stopped.id], to: 'cancelled', reason: 'Batal' })
    const waiting = await plan('Hari sama', '2026-11-23', '09:00')
    const hold = await planning.holdAll({ reason: 'Bencana' })
    expect(only(await check(waiting), 'all-held')).toMatchObject([
      { severity: 'stop', params: { reason: 'Bencana' } },
    ])
    test.clock.set('2026-11-25T01:00:00.000Z')
    await planning.resume({ note: '' })
    expect(only(await check(waiting), 'all-held')).toEqual([])
    test.clock.set('2026-11-29T01:00:00.000Z')
    const tiles = await posts.heldOver({ holdId: hold.id })
    expect(tiles.map(({ title }) => title)).toEqual(['Hari sama', 'Semasa', 'Tujuh hari'])
  })

  it('say what has to be looked at once a blackout is over, shorter or removed', async () => {
    const { planning, posts } = test.workspace
    const inKelantan = { ...programmeOn('2026-11-25'), state: 'MY-03' as const }
    const plan = (title: string, date: string, parts: Partial<PostContent>) =>
      addTo(test, title, { day: day(date), category: 'feel-good', ...parts })
    await plan('Sebelum', '2026-11-17', { programme: inKelantan })
    await plan('Semasa', '2026-11-20', { programme: inKelantan })
    await plan('Tanpa kategori', '2026-11-21', { programme: inKelantan, category: null })
    await plan('Bukan ceria', '2026-11-20', { programme: inKelantan, category: 'info-rakyat' })
    await plan('Negeri lain', '2026-11-20', {})
    await plan('Selepas', '2026-11-29', { programme: inKelantan })
    await plan('Lapan hari', '2026-11-30', { programme: inKelantan })
    const fields = blackout({
      ...{ startsOn: day('2026-11-18'), endsOn: day('2026-11-22'), effect: 'hold' },
      states: ['MY-03'],
    })
    const { id: noteId } = await planning.addNote(fields)
    const titles = async (until: string | null = null) =>
      (await posts.afterBlackout({ noteId, until: until === null ? null : day(until) })).map(
        ({ title }) => title,
      )
    expect(await titles()).toEqual(['Semasa', 'Tanpa kategori', 'Selepas'])
    // The board tells of those that still stand on its days.
    expect(await posts.endedBlackouts({})).toMatchObject([{ note: { id: noteId }, posts: 2 }])
    const shorter = { ...fields, endsOn: day('2026-11-19') }
    await planning.changeNote({ id: noteId, fields: shorter })
    expect(await titles()).toEqual(['Semasa', 'Tanpa kategori'])
    expect(await titles('2026-11-22')).toEqual(['Semasa', 'Tanpa kategori', 'Selepas'])
    expect(await posts.endedBlackouts({})).toEqual([])
    await planning.removeNote({ id: noteId })
    expect(await titles('2026-11-22')).toEqual(['Semasa', 'Tanpa kategori', 'Selepas'])
  })

  it('say nothing of the plan of what is out, and take half-typed fields as they are', async () => {
    const { posts } = test.workspace
    const { id } = await posts.addPublished({
      content: { ...content('Terbit', { kind: 'infographic' }), accounts: [on(facebook)] },
      publication: { day: day('2026-11-20'), time: null, url: '', byId: null },
    })
    expect(await check(await posts.get({ id }))).toEqual({ findings: [], deadlines: null })
    const half = await posts.check({
      id: null,
      content: {
        ...content('Separuh', { day: day('2026-12-10') }),
        ...{ hashtags: ['#JKR Malaysia', ''], links: ['www'] },
        programme: { ...programmeOn('2026-12-11'), name: '' },
      },
    })
    expect(half.deadlines).not.toBeNull()
  })
})
