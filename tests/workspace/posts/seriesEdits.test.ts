import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addPerson, approve, complete } from '../../support/postRounds.ts'
import { day } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { contentOf, daysOf, firstMonday, mondays, startedSeries } from '../../support/series.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace

describe.each(databases)('edits of series on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })
  afterEach(async () => {
    await test.stop()
  })

  it('take over the fields of an edit from one post on, as a series of their own', async () => {
    const { posts } = test.workspace
    const lim = await addPerson(test, 'Lim Mei Ling')
    const { ids, seriesId } = await startedSeries(test)
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
    expect(await contentOf(test, present(first))).toMatchObject({ text: 'Pandu cermat.' })
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
    expect(await daysOf(test, ids)).toEqual(mondays)
    expect(await contentOf(test, own.id)).toMatchObject({
      text: 'Pandu cermat.',
      notes: 'Nota sendiri',
    })
  })

  it('leave alone what is published or cancelled when all are edited', async () => {
    const { posts } = test.workspace
    const lim = await addPerson(test, 'Lim Mei Ling')
    const { day: _, ...whole } = await complete(test)
    const { post, ids, account } = await startedSeries(test, firstMonday, whole)
    const [, second, third] = ids.map((id) => id)
    await posts.setStatus({ ids: [present(third)], to: 'cancelled', reason: 'Ditunda' })
    await posts.askApproval({ ids: [post.id] })
    await approve(test, post.id, lim)
    await posts.setStatus({ ids: [post.id], to: 'ready', reason: '' })
    await posts.publish({
      ...{ id: post.id, accountId: account },
      publication: { day: day('2026-11-23'), time: null, url: '', byId: null },
    })
    const edited = await posts.get({ id: present(second) })
    const content = { ...edited.content, hashtags: ['JKR'] }
    const { effect, changeId } = await posts.saveInSeries({
      ...{ id: edited.id, base: 1, content, scope: 'all' },
    })
    expect(effect).toEqual({ made: 0, changed: 1, moved: 0, trashed: 0, approved: 0, kept: 2 })
    expect(await Promise.all(ids.map(async (id) => (await contentOf(test, id)).hashtags))).toEqual([
      ...[[], ['JKR'], [], ['JKR']],
    ])
    // Somebody went on with one of them: its words stay when the rest is undone.
    const fourth = await posts.get({ id: present(ids[3]) })
    await posts.save({
      ...{ id: fourth.id, base: fourth.version },
      content: { ...fourth.content, text: 'Sambungan.' },
    })
    expect(await posts.undoSeries({ id: changeId })).toEqual({ kept: 1 })
    expect((await contentOf(test, edited.id)).hashtags).toEqual([])
    expect(await contentOf(test, fourth.id)).toMatchObject({
      text: 'Sambungan.',
      hashtags: ['JKR'],
    })
    await expect(posts.undoSeries({ id: changeId })).rejects.toMatchObject({
      reason: 'posts.unknown-series-change',
    })
  })
})
