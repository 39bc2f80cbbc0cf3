import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '#contract/people'
import type { Post } from '#contract/posts'
import { complete } from '../../support/postRounds.ts'
import { addTo, day, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let me: Person
afterEach(async () => {
  await test.stop()
})

/** Approved by somebody else, and ready. */
async function makeReady(posts: readonly Post[]): Promise<void> {
  const { people, posts: calls, gate } = test.workspace
  const hamid = await people.add({ name: 'Hamid', post: 'Pegawai', roles: ['approver'] })
  const ids = posts.map(({ id }) => id)
  await calls.askApproval({ ids })
  await gate.switchPerson({ id: hamid.id })
  for (const { id, contentHash } of posts) {
    await calls.decide({ id, contentHash, decision: 'approve', comment: '' })
  }
  await gate.switchPerson({ id: me.id })
  await calls.setStatus({ ids, to: 'ready', reason: '' })
}

// Monday, 23 November 2026, 09:00 in Malaysia.
describe.each(databases)('what the notices are told on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    me = present((await test.workspace.people.list({}))[0])
  })

  it('is counts and times only, of today and what is late; whether people work that day', async () => {
    const [account] = await test.workspace.accounts.list({})
    const whole = await complete(test)
    const add = (title: string, on_: string, at: string | null) =>
      addTo(test, title, {
        ...whole,
        ...{ text: 'Teks penuh.', day: day(on_), time: at === null ? null : time(at) },
        accounts: [on(present(account).id)],
      })
    await makeReady([
      await add('Petang', '2026-11-23', '14:00'),
      await add('Petang juga', '2026-11-23', '14:00'),
      await add('Malam', '2026-11-23', '20:30'),
      await add('Esok', '2026-11-24', '08:00'),
    ])
    const due = await test.workspace.posts.dueToday({ state: 'MY-14' })
    expect(due).toMatchObject({ day: '2026-11-23', works: true })
    expect(due.counts.find(({ kind }) => kind === 'publish')).toEqual({ kind: 'publish', count: 3 })
    expect(due.slots).toEqual([
      { time: '14:00', count: 2 },
      { time: '20:30', count: 1 },
    ])
    expect(JSON.stringify(due)).not.toMatch(/Petang|Malam|Esok/)

    // While everything is held nobody is told to publish: what is due is told as held, without a time.
    const { planning } = test.workspace
    await planning.holdAll({ reason: 'Bencana' })
    const held = await test.workspace.posts.dueToday({ state: 'MY-14' })
    expect(held.counts).toEqual([{ kind: 'held-hold', count: 3 }])
    expect(held.slots).toEqual([])
    await planning.resume({ note: '' })
    expect(await test.workspace.posts.dueToday({ state: 'MY-14' })).toEqual(due)
  })

  it('a holiday of one state is a working day in another', async () => {
    await test.workspace.days.addHoliday({
      ...{ date: day('2026-11-23'), name: 'Cuti khas', nameEn: null, kind: 'state' },
      ...{ states: ['MY-14'], reference: 'Surat 1/2026' },
    })
    const works = async (state: 'MY-14' | 'MY-10') =>
      (await test.workspace.posts.dueToday({ state })).works
    expect([await works('MY-14'), await works('MY-10')]).toEqual([false, true])
  })

  it('when they are told is the office’s to say; what was told is each person’s own', async () => {
    const { office, people, gate } = test.workspace
    expect(await office.reminders({})).toEqual({
      ...{ on: true, morning: '08:30', minutesBefore: 15, state: 'MY-14' },
    })
    const wanted = { on: false, morning: time('07:45'), minutesBefore: 0, state: 'MY-03' as const }
    await office.changeReminders(wanted)
    expect(await office.reminders({})).toEqual(wanted)

    const value = { day: '2026-11-23', keys: ['morning'] }
    await people.remember({ name: 'reminders', value })
    await people.remember({
      name: 'reminders',
      value: { ...value, keys: ['morning', 'slot 14:00'] },
    })
    expect((await people.remembered({ name: 'reminders' })).value).toEqual({
      ...{ day: '2026-11-23', keys: ['morning', 'slot 14:00'] },
    })
    expect(await people.remembered({ name: 'calendar' })).toEqual({ value: null })
    const other = await people.add({ name: 'Lain', post: 'Pegawai', roles: ['viewer'] })
    await gate.switchPerson({ id: other.id })
    expect(await people.remembered({ name: 'reminders' })).toEqual({ value: null })
    await people.remember({ name: 'reminders', value })
    await people.remember({ name: 'reminders', value: {} })
    expect(await people.remembered({ name: 'reminders' })).toEqual({ value: null })
  })
})
