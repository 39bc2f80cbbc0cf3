import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeriesRule } from '#contract/postSeries'
import type { AccountId } from '#contract/accounts'
import { addPerson, as } from '../../support/postRounds.ts'
import { addTo, day, everything, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import {
  contentOf,
  daysOf,
  firstMonday,
  isInTrash,
  mondays,
  startedSeries,
} from '../../support/series.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let facebook: AccountId
let test: TestWorkspace

describe.each(databases)('series on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    facebook = present((await test.workspace.accounts.list({}))[0]).id
  })
  afterEach(async () => {
    await test.stop()
  })

  it('are real posts, each by itself, with nothing of what became of the first', async () => {
    const { posts } = test.workspace
    const { post, ids, seriesId } = await startedSeries(test)
    expect(post).toMatchObject({ version: 1, content: { requestedOn: '2026-11-20' } })
    expect(await daysOf(test, ids)).toEqual(mondays)
    const second = await posts.get({ id: present(ids[1]) })
    expect(second).toMatchObject({
      ...{ status: 'draft', version: 1, series: { id: seriesId, day: '2027-01-04' } },
      content: { ...post.content, day: '2027-01-04', requestedOn: null },
    })
    const series = await posts.series({ id: seriesId })
    expect(series).toMatchObject({ total: 4, goesOn: false, madeTo: '2027-03-01', skipped: [] })
    expect(series.posts.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    const tiles = await posts.between({
      ...{ from: day('2026-12-01'), to: day('2027-01-31'), filter: everything },
    })
    expect(tiles.map((tile) => tile.seriesId)).toEqual([seriesId, seriesId])
    // Dragged by hand, one alone moves and stays one of the series.
    await posts.move({ moves: [{ id: second.id, day: day('2027-01-06'), time: null }] })
    expect((await posts.series({ id: seriesId })).posts[1]).toMatchObject({
      ...{ number: 2, day: '2027-01-06', seriesDay: '2027-01-04' },
    })
    await expect(posts.makeSeries({ id: second.id, rule: firstMonday })).rejects.toMatchObject({
      reason: 'posts.in-series-already',
    })
  })

  it('say their days before they are made, with what speaks against them', async () => {
    const { posts, planning } = test.workspace
    const post = await addTo(test, 'Kempen', { day: day('2026-12-25'), accounts: [on(facebook)] })
    await planning.addNote({
      ...{ title: 'Berkabung', text: '', kind: 'blackout', states: [] },
      ...{ startsOn: day('2026-12-26'), endsOn: day('2026-12-27') },
      ...{ reason: 'mourning', effect: 'hold' },
    })
    const rule: SeriesRule = { repeat: { unit: 'day', every: 1 }, end: { by: 'count', count: 4 } }
    const found = await posts.seriesDays({ id: post.id, rule })
    expect(found).toMatchObject({ total: 4, last: '2026-12-28', madeNow: 4, effect: null })
    expect(
      found.days.map((each) => [each.day.slice(8), each.weekend, each.blackouts, each.holidays]),
    ).toEqual([
      [
        '25',
        false,
        [],
        [expect.objectContaining({ name: expect.stringMatching(/Krismas/) as string })],
      ],
      ['26', true, ['Berkabung'], []],
      ['27', true, ['Berkabung'], []],
      ['28', false, [], []],
    ])
    const dayless = await addTo(test, 'Tanpa tarikh')
    const refused = { reason: 'posts.series-needs-day' }
    await expect(posts.seriesDays({ id: dayless.id, rule })).rejects.toMatchObject(refused)
    await expect(posts.makeSeries({ id: dayless.id, rule })).rejects.toMatchObject(refused)
    await expect(
      posts.makeSeries({
        ...{ id: post.id },
        rule: { ...rule, end: { by: 'day', day: day('2026-12-25') } },
      }),
    ).rejects.toMatchObject({ reason: 'posts.series-without-days' })
  })

  it('skip a day that goes to the trash, and have it back', async () => {
    const { posts } = test.workspace
    const { post, ids, seriesId } = await startedSeries(test)
    const second = present(ids[1])
    await posts.trash({ ids: [second] })
    const skipped = await posts.series({ id: seriesId })
    expect(skipped).toMatchObject({ skipped: ['2027-01-04'], total: 4 })
    expect(skipped.posts.map(({ number }) => number)).toEqual([1, 3, 4])
    // Another end makes no other post of the skipped day.
    const longer: SeriesRule = { ...firstMonday, end: { by: 'count', count: 5 } }
    const { effect, changeId } = await posts.changeSeries({ id: post.id, rule: longer })
    expect(effect).toMatchObject({ made: 1, moved: 0, trashed: 0 })
    expect((await posts.series({ id: seriesId })).posts.map((each) => each.seriesDay)).toEqual([
      ...['2026-12-07', '2027-02-01', '2027-03-01', '2027-04-05'],
    ])
    await posts.undoSeries({ id: changeId })
    await posts.restore({ ids: [second] })
    const restored = await posts.series({ id: seriesId })
    expect(restored.skipped).toEqual([])
    expect(restored.posts.map(({ id }) => id)).toEqual(ids)
  })

  it('move to the days of another rule with their work, and back', async () => {
    const { posts } = test.workspace
    const { ids, seriesId } = await startedSeries(test)
    const third = await posts.get({ id: present(ids[2]) })
    await posts.save({
      ...{ id: third.id, base: 1 },
      content: {
        ...third.content,
        text: 'Sendiri.',
        accounts: [on(facebook, { day: '2027-02-02' })],
      },
    })
    const rule: SeriesRule = {
      repeat: { unit: 'month', every: 1, on: { by: 'last' } },
      end: { by: 'count', count: 2 },
    }
    // From the second on: 31 January and 28 February 2027; the fourth has no day any more.
    const before = await posts.seriesDays({ id: present(ids[1]), rule })
    const effect = { made: 0, changed: 0, moved: 2, trashed: 1, approved: 0, kept: 0 }
    expect(before).toMatchObject({ total: 2, last: '2027-02-28', effect })
    const { changeId, effect: done } = await posts.changeSeries({ id: present(ids[1]), rule })
    expect(done).toEqual(effect)
    expect(await daysOf(test, ids)).toEqual([
      '2026-12-07',
      '2027-01-31',
      '2027-02-28',
      '2027-03-01',
    ])
    expect(await contentOf(test, third.id)).toMatchObject({
      ...{ text: 'Sendiri.', accounts: [{ day: '2027-03-01' }] },
    })
    const fourth = await posts.get({ id: present(ids[3]) })
    expect(fourth.trashedAt).not.toBeNull()
    expect(fourth.series).toBeNull()
    await posts.undoSeries({ id: changeId })
    expect(await daysOf(test, ids)).toEqual(mondays)
    expect((await posts.series({ id: seriesId })).posts.map(({ id }) => id)).toEqual(ids)
  })

  it('end after a post, let one go, and take both back in their order', async () => {
    const { posts } = test.workspace
    const { ids, seriesId } = await startedSeries(test)
    const [first, second, third, fourth] = ids.map((id) => id)
    expect(await posts.seriesEnd({ id: present(second) })).toMatchObject({ trashed: 2, kept: 0 })
    const end = await posts.endSeries({ id: present(second) })
    expect(await Promise.all([third, fourth].map((id) => isInTrash(test, present(id))))).toEqual([
      ...[true, true],
    ])
    expect(await posts.series({ id: seriesId })).toMatchObject({ total: 2, goesOn: false })
    const leave = await posts.leaveSeries({ id: present(first) })
    expect(await posts.series({ id: seriesId })).toMatchObject({
      ...{ skipped: ['2026-12-07'], posts: [{ id: second, number: 2 }] },
    })
    await expect(posts.undoSeries({ id: end.changeId })).rejects.toMatchObject({
      reason: 'posts.series-changed-since',
    })
    await posts.undoSeries({ id: leave.changeId })
    await posts.undoSeries({ id: end.changeId })
    const whole = await posts.series({ id: seriesId })
    expect(whole.posts.map(({ id }) => id)).toEqual(ids)
    expect(whole.skipped).toEqual([])
    await expect(posts.leaveSeries({ id: (await addTo(test, 'Lain')).id })).rejects.toMatchObject({
      reason: 'posts.not-in-series',
    })
  })

  it('are undone as a whole, but for what somebody went on with', async () => {
    const { posts } = test.workspace
    const added = await addTo(test, 'Tip', { day: day('2026-12-07') }, 'idea')
    const { changeId, effect } = await posts.makeSeries({ id: added.id, rule: firstMonday })
    expect(effect.made).toBe(3)
    const { posts: all } = await posts.series({
      id: present((await posts.get({ id: added.id })).series).id,
    })
    expect(all.map(({ status }) => status)).toEqual(['idea', 'idea', 'idea', 'idea'])
    const second = await posts.get({ id: present(all[1]).id })
    await posts.save({
      ...{ id: second.id, base: 1, content: { ...second.content, text: 'Sudah ditulis.' } },
    })
    expect(await posts.undoSeries({ id: changeId })).toEqual({ kept: 1 })
    expect(await posts.get({ id: added.id })).toMatchObject({ series: null, trashedAt: null })
    expect(await Promise.all(all.map(({ id }) => isInTrash(test, id)))).toEqual([
      ...[false, false, true, true],
    ])
    expect(await posts.get({ id: second.id })).toMatchObject({ series: null })
  })

  it('without end are made a year ahead, and further in time, once', async () => {
    const { posts } = test.workspace
    const weekly: SeriesRule = {
      repeat: { unit: 'week', every: 1, weekdays: ['monday'] },
      end: { by: 'never' },
    }
    const { post, ids, seriesId } = await startedSeries(test, weekly)
    // Mondays from 7 December 2026 to 7 December 2027, a year after the first.
    expect(ids).toHaveLength(53)
    expect(await posts.seriesDue({})).toEqual([])
    await posts.trash({ ids: [present(ids[52])] })

    const lim = await addPerson(test, 'Lim Mei Ling', 'planner')
    test.clock.set('2027-06-30T01:00:00.000Z')
    expect(await posts.seriesDue({})).toEqual([seriesId])
    const extend = () => posts.extendSeries({ ids: [seriesId], further: false })
    const made = await as(test, lim, extend)
    // From 13 December 2027 to 26 June 2028.
    expect(made).toMatchObject({ made: 29 })
    expect(await extend()).toEqual({ made: 0, changeIds: [] })
    expect(await posts.seriesDue({})).toEqual([])
    const series = await posts.series({ id: seriesId })
    expect(series).toMatchObject({ madeTo: '2028-06-26', goesOn: true, total: null })
    expect(series.skipped).toEqual(['2027-12-06'])
    // Whoever opened the calendar did not write them: the author still is who made the series.
    const last = await posts.get({ id: present(series.posts.at(-1)).id })
    expect(last.createdBy).toBe(post.createdBy)

    await posts.undoSeries({ id: present(made.changeIds[0]) })
    expect((await posts.series({ id: seriesId })).madeTo).toBe('2027-12-06')
    expect((await posts.extendSeries({ ids: [seriesId], further: true })).made).toBe(52)
    const end = present((await posts.series({ id: seriesId })).posts[0]).id
    await posts.changeSeries({ id: end, rule: firstMonday })
    await expect(posts.extendSeries({ ids: [seriesId], further: true })).rejects.toMatchObject({
      reason: 'posts.series-complete',
    })
  })
})
