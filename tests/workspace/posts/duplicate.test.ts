import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import { PhaseId } from '#contract/cycles'
import { shiftByWorkingDays } from '../../../src/main/workspace/posts/rules/shift.ts'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import { addTo, day, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const noHolidays = calendarBy(() => [])

it.each([
  // 1 December 2026 is a Tuesday.
  ['MY-14', '2026-12-01', 0, '2026-12-01'],
  ['MY-14', '2026-12-01', 3, '2026-12-04'],
  ['MY-14', '2026-12-01', 4, '2026-12-07'],
  ['MY-14', '2026-12-01', -2, '2026-11-27'],
  // Kelantan rests on Friday and Saturday.
  ['MY-03', '2026-12-01', 3, '2026-12-06'],
  ['MY-14,MY-03', '2026-12-01', 3, '2026-12-07'],
] as const)('%s works from %s by %i until %s', (states, from, count, to) => {
  const codes = states.split(',').map((state) => (state === 'MY-03' ? 'MY-03' : 'MY-14'))
  expect(shiftByWorkingDays(noHolidays, codes, day(from), count)).toBe(to)
})

let test: TestWorkspace
let facebook: AccountId
let x: AccountId

describe.each(databases)('copies of posts on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await test.workspace.accounts.list({})
    facebook = present(one).id
    x = present(other).id
  })
  afterEach(async () => {
    await test.stop()
  })

  it('have everything but what became of the post, at other days', async () => {
    const { posts } = test.workspace
    const post = await addTo(test, 'Hari Raya', {
      ...{ text: 'Selamat hari raya.', hashtags: ['JKR'], notes: 'Tahunan' },
      ...{ day: day('2026-03-20'), time: time('09:00'), requestedOn: day('2026-03-01') },
      deliveredOn: day('2026-03-05'),
      accounts: [on(facebook), on(x, { day: '2026-03-21', text: 'Pendek.' })],
      programme: {
        ...{ name: 'Rumah terbuka', day: day('2026-03-28'), time: null, place: 'Kuala Lumpur' },
        ...{ state: null, guests: [] },
      },
    })
    await posts.setStatus({ ids: [post.id], to: 'cancelled', reason: 'Ditunda' })
    const { ids, lessened } = await posts.duplicate({
      ...{ ids: [post.id], shiftDays: 365, workingDays: false, toPhase: null },
    })
    expect(lessened).toEqual([])
    const copy = await posts.get({ id: present(ids[0]) })
    expect(copy).toMatchObject({ status: 'draft', statusReason: '', version: 1 })
    expect(copy.content).toEqual({
      ...post.content,
      ...{ day: '2027-03-20', requestedOn: null, deliveredOn: null },
      accounts: [on(facebook), on(x, { day: '2027-03-21', text: 'Pendek.' })],
      programme: { ...present(post.content.programme), day: '2027-03-28' },
    })
    expect((await posts.get({ id: post.id })).content).toEqual(post.content)

    await posts.trash({ ids })
    expect(await test.rows('select id from post where trashed_at is null')).toEqual([
      { id: post.id },
    ])
  })

  it('count working days with the holidays of the accounts', async () => {
    const { posts } = test.workspace
    const post = await addTo(test, 'Notis', {
      ...{ day: day('2026-12-24'), accounts: [on(facebook)] },
      programme: {
        ...{ name: 'Taklimat', day: day('2026-12-26'), time: null, place: '', state: null },
        guests: [],
      },
    })
    const { ids } = await posts.duplicate({
      ...{ ids: [post.id], shiftDays: 1, workingDays: true, toPhase: null },
    })
    // Christmas on Friday and the weekend are passed over; the programme goes the four days too.
    const { content } = await posts.get({ id: present(ids[0]) })
    expect([content.day, content.programme?.day]).toEqual(['2026-12-28', '2026-12-30'])
  })

  it('stand in the phase they had, a given one, or the one of their day', async () => {
    const { posts, cycles } = test.workspace
    const { phases } = present((await cycles.list({})).find(({ example }) => !example))
    const [first, second] = [present(phases[0]), present(phases[1])]
    const post = await addTo(test, 'Fasa', { day: first.startsOn, phaseId: first.id })
    const apart = Date.parse(second.startsOn) - Date.parse(first.startsOn)
    const phaseOf = async (toPhase: PhaseId | null | 'by-day', shiftDays: number) => {
      const { ids } = await posts.duplicate({
        ...{ ids: [post.id], shiftDays, workingDays: false, toPhase },
      })
      return (await posts.get({ id: present(ids[0]) })).content.phaseId
    }
    const toSecond = apart / 86_400_000
    expect(await phaseOf(null, toSecond)).toBe(first.id)
    expect(await phaseOf('by-day', toSecond - 1)).toBe(first.id)
    expect(await phaseOf('by-day', toSecond)).toBe(second.id)
    expect(await phaseOf('by-day', -1)).toBeNull()
    expect(await phaseOf(present(phases[4]).id, 0)).toBe(present(phases[4]).id)
    const nowhere = PhaseId.parse('f0000000-0000-4000-8000-000000000000')
    await expect(phaseOf(nowhere, 0)).rejects.toMatchObject({ reason: 'posts.unknown-phase' })
  })

  it('leave out what is no longer offered, and say so', async () => {
    const { posts, accounts } = test.workspace
    const post = await addTo(test, 'Lama', { accounts: [on(facebook), on(x)] })
    await accounts.retire({ id: x })
    const { ids, lessened } = await posts.duplicate({
      ...{ ids: [post.id], shiftDays: 0, workingDays: false, toPhase: null },
    })
    expect(lessened).toEqual(ids)
    const { content } = await posts.get({ id: present(ids[0]) })
    expect(content.accounts).toEqual([on(facebook)])
  })

  it('are all made or none', async () => {
    const { posts } = test.workspace
    const one = await addTo(test, 'Satu')
    const two = await addTo(test, 'Dua')
    await posts.trash({ ids: [two.id] })
    const wanted = { shiftDays: 1, workingDays: false, toPhase: null }
    await expect(posts.duplicate({ ids: [one.id, two.id], ...wanted })).rejects.toMatchObject({
      reason: 'posts.in-trash',
    })
    expect(await test.rows('select id from post')).toHaveLength(2)
  })
})
