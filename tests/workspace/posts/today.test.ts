import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { Person } from '#contract/people'
import type { Post } from '#contract/posts'
import { complete } from '../../support/postRounds.ts'
import { addTo, day, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let me: Person
let facebook: AccountId
let x: AccountId
afterEach(async () => {
  await test.stop()
})

/** Kind, title, day, time and `late` of everything, in the order in which it is shown. */
async function seen(): Promise<unknown[]> {
  const { groups } = await test.workspace.posts.today({})
  return groups.flatMap(({ kind, items }) =>
    items.map((item) => [kind, item.title, item.day, item.time, item.late]),
  )
}

const sit = ({ id }: Person) => test.workspace.gate.switchPerson({ id })

async function add(name: string, role: 'approver' | 'designer' | 'viewer'): Promise<Person> {
  return test.workspace.people.add({ name, post: 'Pegawai', roles: [role] })
}

/** Approved by somebody else, and ready. */
async function makeReady(posts: readonly Post[]): Promise<void> {
  await approve(posts)
  const ids = posts.map(({ id }) => id)
  await test.workspace.posts.setStatus({ ids, to: 'ready', reason: '' })
}

async function approve(posts: readonly Post[]): Promise<void> {
  const hamid = await add('Hamid', 'approver')
  await test.workspace.posts.askApproval({ ids: posts.map(({ id }) => id) })
  await sit(hamid)
  for (const { id, contentHash } of posts) {
    await test.workspace.posts.decide({ id, contentHash, decision: 'approve', comment: '' })
  }
  await sit(me)
}

// Monday, 23 November 2026, 09:00 in Malaysia.
describe.each(databases)('what needs somebody today on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    me = present((await test.workspace.people.list({}))[0])
    const [one, second] = await test.workspace.accounts.list({})
    facebook = present(one).id
    x = present(second).id
  })

  it('is nothing where there is time for everything', async () => {
    await addTo(test, 'Jauh', { ownerId: me.id, day: day('2027-03-01') })
    await addTo(test, 'Tiada tarikh', { ownerId: me.id })
    expect(await test.workspace.posts.today({})).toEqual({ day: '2026-11-23', groups: [] })
  })

  it('has the newest of what expired, and how much there is of it', async () => {
    const { id } = await addTo(test, 'Lama', { ownerId: me.id, day: day('2026-01-01') })
    const columns = ['first_day', 'id', 'day']
    const others = Object.keys(present((await test.rows<object>('select * from post'))[0])).filter(
      (name) => !columns.includes(name),
    )
    // One a day from 2 January to 31 August, each a copy of the first: with it 243 days.
    for (let at = 1; at <= 242; at += 1) {
      const on = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)
      const copy = `${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`
      await test.rows(
        `insert into post (first_day, day, id, ${others.join(', ')})
         select '${on}', '${on}', '${copy}', ${others.join(', ')} from post where id = '${id}'`,
      )
    }
    const { groups } = await test.workspace.posts.today({})
    const expired = present(groups.find(({ kind }) => kind === 'expired'))
    expect([expired.total, expired.late, expired.items.length]).toEqual([243, 243, 200])
    expect([expired.items[0]?.day, expired.items.at(-1)?.day]).toEqual(['2026-08-31', '2026-02-13'])
    const due = await test.workspace.posts.dueToday({ state: 'MY-14' })
    expect(due.counts).toContainEqual({ kind: 'expired', count: 243 })
  })

  it('is the work of its makers: what expired, the last day to approve, the day to begin', async () => {
    const mine = { ownerId: me.id }
    await addTo(test, 'Semalam', { ...mine, day: day('2026-11-22'), text: 'Ada.' })
    await addTo(test, 'Pagi tadi', { ...mine, day: day('2026-11-23'), time: time('08:59') })
    // Tomorrow: one working day before it, today, it should be approved (ours).
    await addTo(test, 'Esok', { ...mine, day: day('2026-11-24'), text: 'Ada.' })
    // Today without a time has not passed; its last day was Friday.
    await addTo(test, 'Hari ini', { ...mine, day: day('2026-11-23'), text: 'Ada.' })
    // Five working days before Monday, 30 November (JaPen, piagam 3).
    await addTo(test, 'Video', { ...mine, kind: 'video-scp', day: day('2026-11-30') })
    await addTo(test, 'Video lewat sehari', {
      ...{ ...mine, kind: 'video-scp', day: day('2026-12-01') },
    })
    const lim = await add('Lim', 'designer')
    const vimala = await add('Vimala', 'viewer')
    await addTo(test, 'Orang lain', { ownerId: lim.id, day: day('2026-11-20') })
    expect(await seen()).toEqual([
      // The newest first: it may still be saved (ours).
      ['expired', 'Pagi tadi', '2026-11-23', '08:59', true],
      ['expired', 'Semalam', '2026-11-22', null, true],
      ['approve', 'Hari ini', '2026-11-20', null, true],
      ['approve', 'Esok', '2026-11-23', null, false],
      ['produce', 'Video', '2026-11-23', null, false],
    ])
    await sit(lim)
    expect(await seen()).toEqual([['expired', 'Orang lain', '2026-11-20', null, true]])
    await sit(vimala)
    expect(await seen()).toEqual([])
  })

  it('is what was approved, but not made ready, once its slot is near', async () => {
    const { posts } = test.workspace
    const text = { text: 'Jalan dibuka semula.', ownerId: me.id }
    const approved = [
      await addTo(test, 'Pagi tadi', { ...text, day: day('2026-11-23'), time: time('08:00') }),
      await addTo(test, 'Esok', { ...text, day: day('2026-11-24') }),
      await addTo(test, 'Lusa', { ...text, day: day('2026-11-25') }),
    ]
    await approve(approved)
    expect(await seen()).toEqual([
      ['prepare', 'Pagi tadi', '2026-11-23', '08:00', true],
      ['prepare', 'Esok', '2026-11-24', null, false],
    ])
    const due = await test.workspace.posts.dueToday({ state: 'MY-14' })
    // Tomorrow's too: the mark has to be made before.
    expect(due.counts).toEqual([{ kind: 'prepare', count: 2 }])
    await sit(await add('Vimala', 'viewer'))
    expect(await seen()).toEqual([])
    await sit(me)
    await posts.setStatus({ ids: [present(approved[0]).id], to: 'on-hold', reason: 'Tunggu' })
    expect((await seen()).length).toBe(1)
  })

  it('is each slot of what is ready, until it came out there', async () => {
    const { posts } = test.workspace
    const text = { ...(await complete(test)), text: 'Jalan dibuka semula.', ownerId: me.id }
    const apart = await addTo(test, 'Dua slot', {
      ...{ ...text, day: day('2026-11-23'), time: time('08:00') },
      accounts: [on(facebook), on(x, { day: '2026-11-24', time: '10:00' })],
    })
    const later = await addTo(test, 'Lusa', {
      ...{ ...text, day: day('2026-11-25'), accounts: [on(facebook)] },
    })
    await makeReady([apart, later])
    expect(await seen()).toEqual([
      ['publish', 'Dua slot', '2026-11-23', '08:00', true],
      ['publish', 'Dua slot', '2026-11-24', '10:00', false],
    ])
    const publication = { day: day('2026-11-23'), time: time('08:30'), url: '', byId: me.id }
    await posts.publish({ id: apart.id, accountId: facebook, publication })
    expect(await seen()).toEqual([['publish', 'Dua slot', '2026-11-24', '10:00', false]])
    await posts.publish({ id: apart.id, accountId: x, publication })
    expect(await seen()).toEqual([])

    // Seven days after it came out its results are asked for; the day after that they are late.
    test.clock.set('2026-11-30T01:00:00.000Z')
    const late = ['publish', 'Lusa', '2026-11-25', null, true]
    expect(await seen()).toEqual([late, ['results', 'Dua slot', '2026-11-30', null, false]])
    test.clock.set('2026-12-01T01:00:00.000Z')
    expect(await seen()).toEqual([late, ['results', 'Dua slot', '2026-11-30', null, true]])
    const counts = { reach: 10, likes: null, shares: null, comments: null }
    await posts.addResult({
      postId: apart.id,
      result: { accountId: facebook, day: day('2026-12-01'), ...counts },
    })
    expect(await seen()).toEqual([late])
  })

  it('is held, and says why, while nobody may publish it: everything, or what is cheerful in a blackout', async () => {
    const { planning, posts } = test.workspace
    const whole = { ...(await complete(test)), text: 'Jalan dibuka semula.', ownerId: me.id }
    const cheerful = { ...whole, category: 'feel-good' }
    const late = await addTo(test, 'Ceria lewat', {
      ...{ ...cheerful, day: day('2026-11-20'), accounts: [on(facebook)] },
    })
    const tomorrow = await addTo(test, 'Ceria esok', {
      ...{ ...cheerful, day: day('2026-11-24'), accounts: [on(facebook)] },
    })
    const plain = await addTo(test, 'Info', {
      ...{ ...whole, day: day('2026-11-23'), accounts: [on(facebook), on(x)] },
    })
    await makeReady([late, tomorrow, plain])
    const kinds = async () => (await seen()).map((each) => (each as string[]).slice(0, 2))
    const fields = {
      ...{ title: 'Berkabung', text: '', kind: 'blackout' as const, reason: 'mourning' as const },
      ...{ effect: 'hold' as const, states: [], startsOn: day('2026-11-23') },
    }
    // Today only: what is late comes out today; tomorrow is free.
    const note = await planning.addNote({ ...fields, endsOn: day('2026-11-23') })
    expect(await kinds()).toEqual([
      ['publish', 'Info'],
      ['publish', 'Ceria esok'],
      ['held', 'Ceria lewat'],
    ])
    const { groups } = await posts.today({})
    const due = await posts.dueToday({ state: 'MY-14' })
    expect(due.counts).toContainEqual({ kind: 'held-blackout', count: 1 })
    expect(groups.find(({ kind }) => kind === 'held')?.items[0]).toMatchObject({
      ...{ late: false, held: { by: 'blackout', title: 'Berkabung', day: '2026-11-23' } },
    })
    // Somebody about to post it by hand is told the same, of its account.
    expect(await posts.heldAccounts({ id: late.id })).toMatchObject([
      { accountId: facebook, held: { by: 'blackout', endsOn: '2026-11-23' } },
    ])
    expect(await posts.heldAccounts({ id: plain.id })).toEqual([])
    await planning.changeNote({ id: note.id, fields: { ...fields, endsOn: day('2026-11-24') } })
    expect((await kinds()).filter(([kind]) => kind === 'held')).toHaveLength(2)
    await posts.allowInBlackout({ id: tomorrow.id, noteId: note.id, reason: 'Diarahkan' })
    expect(await kinds()).toContainEqual(['publish', 'Ceria esok'])
    expect(await posts.heldAccounts({ id: tomorrow.id })).toEqual([])

    await planning.holdAll({ reason: 'Bencana' })
    expect((await kinds()).map(([kind]) => kind)).toEqual(['held', 'held', 'held'])
    expect(await posts.heldAccounts({ id: plain.id })).toMatchObject(
      [1, 2].map(() => ({ held: { by: 'hold', reason: 'Bencana', byName: me.name } })),
    )
  })

  it('is what waits for a word, the changes that were asked, and remarks of others', async () => {
    const { posts } = test.workspace
    const post = await addTo(test, 'Semak', {
      ...{ ownerId: me.id, text: 'Jalan ditutup.', day: day('2026-12-18') },
    })
    const hamid = await add('Hamid', 'approver')
    await posts.askApproval({ ids: [post.id] })
    await posts.addComment({ postId: post.id, text: 'Sudah sedia.' })
    expect(await seen()).toEqual([])
    await sit(hamid)
    const before = ['decide', 'Semak', '2026-12-17', null, false]
    expect(await seen()).toEqual([before])
    await posts.addComment({ postId: post.id, text: 'Tambah lokasi.' })
    await posts.decide({
      ...{ id: post.id, contentHash: post.contentHash, decision: 'changes' as const },
      comment: 'Tambah lokasi.',
    })
    expect(await seen()).toEqual([])
    await sit(me)
    expect(await seen()).toEqual([
      ['changes', 'Semak', '2026-12-17', null, false],
      ['remark', 'Semak', '2026-11-23', null, false],
    ])
    await posts.trash({ ids: [post.id] })
    expect(await seen()).toEqual([])
  })
})
