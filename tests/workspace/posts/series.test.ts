import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { PostContent } from '#contract/postContent'
import type { PostId, SeriesId } from '#contract/postIds'
import type { SeriesRule } from '#contract/postSeries'
import type { Post } from '#contract/posts'
import { addPerson, approve, as } from '../../support/postRounds.ts'
import { addTo, day, everything, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let facebook: AccountId

/** 7 December 2026 is the first Monday of its month. */
const firstMonday: SeriesRule = {
  repeat: { unit: 'month', every: 1, on: { by: 'weekday', nth: 1, weekday: 'monday' } },
  end: { by: 'count', count: 4 },
}
const mondays = ['2026-12-07', '2027-01-04', '2027-02-01', '2027-03-01']

/** A post on the first Monday of December, and the four of its series in their order. */
async function started(
  rule: SeriesRule = firstMonday,
  parts: Partial<PostContent> = {},
): Promise<{ post: Post; ids: PostId[]; seriesId: SeriesId }> {
  const { posts } = test.workspace
  const added = await addTo(test, 'Tip keselamatan', {
    ...{ day: day('2026-12-07'), time: time('09:00'), text: 'Pandu cermat.' },
    ...{ accounts: [on(facebook)], requestedOn: day('2026-11-20') },
    ...parts,
  })
  await posts.makeSeries({ id: added.id, rule })
  const post = await posts.get({ id: added.id })
  const seriesId = present(post.series).id
  const series = await posts.series({ id: seriesId })
  return { post, ids: series.posts.map(({ id }) => id), seriesId }
}

const contentOf = async (id: PostId) => (await test.workspace.posts.get({ id })).content
const daysOf = async (ids: readonly PostId[]) =>
  Promise.all(ids.map(async (id) => (await contentOf(id)).day))
const isInTrash = async (id: PostId) => (await test.workspace.posts.get({ id })).trashedAt !== null

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
    const { post, ids, seriesId } = await started()
    expect(post).toMatchObject({ version: 1, content: { requestedOn: '2026-11-20' } })
    expect(await daysOf(ids)).toEqual(mondays)
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

  it('take over the fields of an edit from one post on, as a series of their own', async () => {
    const { posts } = test.workspace
    const lim = await addPerson(test, 'Lim Mei Ling')
    const { ids, seriesId } = await started()
    const [first, second, third, fourth] = ids.map((id) => id)
    const own = await posts.get({ id: present(third) })
    await posts.save({
      ...{ id: own.id, base: own.version },
      content: { ...own.content, notes: 'Nota sendiri' },
    })
    await posts.askApproval({ ids: [own.id] })
    await approve(test, own.id, lim)

    const edited = await posts.get({ id: present(second) })
    const content = { ...edited.content, text: 'Pandu berhemah.', day: day('2027-01-05') }
    const effect = { made: 0, changed: 2, moved: 0, trashed: 0, approved: 1, kept: 0 }
    expect(await posts.seriesEdit({ id: edited.id, content })).toEqual({
      ...{ fields: ['text'], after: effect, all: { ...effect, changed: 3 } },
    })
    const { changeId, ...saved } = await posts.saveInSeries({
      ...{ id: edited.id, base: 1, content, scope: 'after' },
    })
    expect(saved).toMatchObject({ effect, post: { version: 2, content } })
    expect(await posts.get({ id: own.id })).toMatchObject({
      ...{ status: 'draft', version: 3 },
      content: { text: 'Pandu berhemah.', notes: 'Nota sendiri', day: '2027-02-01' },
    })
    expect((await posts.versions({ id: present(fourth) })).map(({ what }) => what)).toEqual([
      ...['bulk', 'added'],
    ])
    expect(await contentOf(present(first))).toMatchObject({ text: 'Pandu cermat.' })
    expect(await posts.series({ id: seriesId })).toMatchObject({
      ...{ total: 1, goesOn: false, posts: [{ id: first }] },
      rule: { end: { by: 'day', day: '2027-01-03' } },
    })
    const next = present(saved.post.series).id
    expect(next).not.toBe(seriesId)
    expect(await posts.series({ id: next })).toMatchObject({
      ...{ total: 3, startsOn: '2027-01-04' },
      rule: { end: { by: 'count', count: 3 } },
      posts: [{ id: second, number: 1 }, { id: third }, { id: fourth }],
    })

    expect(await posts.undoSeries({ id: changeId })).toEqual({ kept: 0 })
    expect((await posts.series({ id: seriesId })).posts.map(({ id }) => id)).toEqual(ids)
    await expect(posts.series({ id: next })).rejects.toMatchObject({
      reason: 'posts.unknown-series',
    })
    expect(await daysOf(ids)).toEqual(mondays)
    expect(await contentOf(own.id)).toMatchObject({ text: 'Pandu cermat.', notes: 'Nota sendiri' })
  })

  it('leave alone what is published or cancelled when all are edited', async () => {
    const { posts } = test.workspace
    const lim = await addPerson(test, 'Lim Mei Ling')
    const { post, ids } = await started()
    const [, second, third] = ids.map((id) => id)
    await posts.setStatus({ ids: [present(third)], to: 'cancelled', reason: 'Ditunda' })
    await posts.askApproval({ ids: [post.id] })
    await approve(test, post.id, lim)
    await posts.setStatus({ ids: [post.id], to: 'ready', reason: '' })
    await posts.publish({
      ...{ id: post.id, accountId: facebook },
      publication: { day: day('2026-11-23'), time: null, url: '', byId: null },
    })
    const edited = await posts.get({ id: present(second) })
    const content = { ...edited.content, hashtags: ['JKR'] }
    const { effect, changeId } = await posts.saveInSeries({
      ...{ id: edited.id, base: 1, content, scope: 'all' },
    })
    expect(effect).toEqual({ made: 0, changed: 1, moved: 0, trashed: 0, approved: 0, kept: 2 })
    expect(await Promise.all(ids.map(async (id) => (await contentOf(id)).hashtags))).toEqual([
      ...[[], ['JKR'], [], ['JKR']],
    ])
    // Somebody went on with one of them: its words stay when the rest is undone.
    const fourth = await posts.get({ id: present(ids[3]) })
    await posts.save({
      ...{ id: fourth.id, base: fourth.version },
      content: { ...fourth.content, text: 'Sambungan.' },
    })
    expect(await posts.undoSeries({ id: changeId })).toEqual({ kept: 1 })
    expect((await contentOf(edited.id)).hashtags).toEqual([])
    expect(await contentOf(fourth.id)).toMatchObject({ text: 'Sambungan.', hashtags: ['JKR'] })
    await expect(posts.undoSeries({ id: changeId })).rejects.toMatchObject({
      reason: 'posts.unknown-series-change',
    })
  })

  it('skip a day that goes to the trash, and have it back', async () => {
    const { posts } = test.workspace
    const { post, ids, seriesId } = await started()
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
    const { ids, seriesId } = await started()
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
    expect(await daysOf(ids)).toEqual(['2026-12-07', '2027-01-31', '2027-02-28', '2027-03-01'])
    expect(await contentOf(third.id)).toMatchObject({
      ...{ text: 'Sendiri.', accounts: [{ day: '2027-03-01' }] },
    })
    const fourth = await posts.get({ id: present(ids[3]) })
    expect(fourth.trashedAt).not.toBeNull()
    expect(fourth.series).toBeNull()
    await posts.undoSeries({ id: changeId })
    expect(await daysOf(ids)).toEqual(mondays)
    expect((await posts.series({ id: seriesId })).posts.map(({ id }) => id)).toEqual(ids)
  })

  it('end after a post, let one go, and take both back in their order', async () => {
    const { posts } = test.workspace
    const { ids, seriesId } = await started()
    const [first, second, third, fourth] = ids.map((id) => id)
    expect(await posts.seriesEnd({ id: present(second) })).toMatchObject({ trashed: 2, kept: 0 })
    const end = await posts.endSeries({ id: present(second) })
    expect(await Promise.all([third, fourth].map((id) => isInTrash(present(id))))).toEqual([
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
    expect(await Promise.all(all.map(({ id }) => isInTrash(id)))).toEqual([
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
    const { post, ids, seriesId } = await started(weekly)
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
