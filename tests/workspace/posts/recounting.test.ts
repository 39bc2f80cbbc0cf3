import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HolidayInput } from '#contract/days'
import { movedDays, netMoves } from '../../../src/main/workspace/posts/rules/movedDays.ts'
import { approve, addPerson, asked } from '../../support/postRounds.ts'
import { addTo, day, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const before = {
  ...{ 'plan-by': day('2026-12-01'), 'begin-by': day('2026-12-02') },
  'approve-by': day('2026-12-03'),
}
const earlier = { ...before, 'begin-by': day('2026-12-01'), 'approve-by': day('2026-12-02') }

describe('last days that moved', () => {
  it.each([
    [{ delivered: false, approved: false }, ['begin-by', 'approve-by']],
    [{ delivered: true, approved: false }, ['approve-by']],
    [{ delivered: true, approved: true }, []],
  ])('are told of what is still to be done: %j', (done, told) => {
    expect(movedDays(before, earlier, done).map(({ what }) => what)).toEqual(told)
  })

  it('that moved back did not move', () => {
    const away = movedDays(before, earlier, { delivered: false, approved: true })
    const back = movedDays(earlier, before, { delivered: false, approved: true })
    expect(netMoves([...away, ...back])).toEqual([])
    expect(netMoves([...away, ...back, ...away])).toEqual(away)
  })
})

describe.each(databases)('posts on %s', (database) => {
  let test: TestWorkspace
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })
  afterEach(async () => {
    await test.stop()
  })

  /** A special holiday of Kuala Lumpur, by whose days central accounts are counted. */
  const holiday = (date: string): HolidayInput => ({
    ...{ date: day(date), name: 'Cuti khas', nameEn: 'Special holiday', kind: 'special' },
    ...{ states: ['MY-14'], reference: 'Pekeliling' },
  })
  const moved = async () =>
    (await test.workspace.posts.today({})).groups
      .filter(({ kind }) => kind === 'moved')
      .flatMap(({ items }) => items.map(({ title, day: on }) => [title, on]))

  it('say in their history, and on the board, that a late holiday moved their last days', async () => {
    const { posts, days, accounts } = test.workspace
    const account = present((await accounts.list({})).find(({ state }) => state === null))
    const parts = { kind: 'videographic' as const, accounts: [on(account.id)] }
    // Two working days back from Friday 4 December 2026; one for the approval.
    const coming = await addTo(test, 'Akan datang', { ...parts, day: day('2026-12-04') })
    const far = await addTo(test, 'Selepas itu', { ...parts, day: day('2026-12-18') })
    const past = await addTo(test, 'Lepas', { ...parts, day: day('2026-11-20') })
    const added = await days.addHoliday(holiday('2026-12-03'))
    const [recount] = await posts.recounts({ id: coming.id })
    expect(recount).toMatchObject({
      ...{ because: 'days', byName: 'Siti Aminah binti Abdullah', at: test.clock.now() },
      moved: [
        { what: 'begin-by', before: '2026-12-02', after: '2026-12-01' },
        { what: 'approve-by', before: '2026-12-03', after: '2026-12-02' },
      ],
    })
    for (const { id } of [far, past]) expect(await posts.recounts({ id })).toEqual([])
    expect(await moved()).toEqual([['Akan datang', '2026-12-01']])
    const [entry] = await test.rows<{ subjects: string }>(
      `select subjects from audit_entry where action = 'days.addHoliday'`,
    )
    expect(present(entry).subjects).toContain('post_recount')

    test.clock.set('2026-11-23T02:00:00.000Z')
    // Taken back: the history keeps both, the board tells of neither.
    await days.removeHoliday({ id: added.id })
    expect(await posts.recounts({ id: coming.id })).toHaveLength(2)
    expect(await moved()).toEqual([])
  })

  it('tell of the lead time of a programme, and not of what is approved already', async () => {
    const { posts, days, accounts, planning } = test.workspace
    const lim = await addPerson(test, 'Lim Mei Ling')
    const account = present((await accounts.list({})).find(({ state }) => state === null))
    const { id } = await asked(test, {
      ...{ accounts: [on(account.id)], day: day('2026-12-07') },
      programme: {
        ...{ name: 'Ops Lancar', day: day('2026-12-11'), time: null },
        ...{ place: '', state: null, guests: [] },
      },
    })
    await approve(test, id, lim)
    // Five working days before Friday 11 December is Friday 4; without Tuesday 8 it is Thursday 3.
    await days.addHoliday(holiday('2026-12-08'))
    const [recount] = await posts.recounts({ id })
    expect(present(recount).moved).toEqual([
      { what: 'plan-by', before: '2026-12-04', after: '2026-12-03' },
    ])
    test.clock.set('2026-11-23T02:00:00.000Z')
    const settings = await planning.settings({})
    await planning.changeSettings({ ...settings, leadWorkingDays: 0 })
    const [newest] = await posts.recounts({ id })
    expect(present(newest)).toMatchObject({
      because: 'settings',
      moved: [{ what: 'plan-by', before: '2026-12-03', after: null }],
    })
    await planning.changeSettings({ ...settings, leadWorkingDays: 0, mostHashtags: 7 })
    expect(await posts.recounts({ id })).toHaveLength(2)
  })
})
