import { afterEach, describe, expect, it } from 'vitest'
import { blankContent } from '#contract/postContent'
import type { ComplaintId } from '#contract/complaintFields'
import { RoadCode } from '#contract/roads'
import { Instant, PlainDate } from '#contract/values'
import { register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const all = { states: [], kinds: [] }
const ft4 = RoadCode.parse('FT4')

/** So many on a road of Pahang, at these metres, so many days before the test's clock. */
async function onRoad(metres: readonly number[], daysAgo: number): Promise<void> {
  for (const fromMetres of metres) {
    const at = new Date(Date.parse('2026-11-22T04:00:00.000Z') - daysAgo * 86_400_000)
    await register(test, {
      ...{ receivedAt: Instant.parse(at.toISOString()), road: ft4, fromMetres, state: 'MY-06' },
      ...{ district: 'Raub', place: 'Hadapan pasar' },
    })
  }
}

describe.each(databases)('what recurs on %s', (database) => {
  it('is a stretch, a district and a kind that rise, and opens the recent cases', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    expect(await complaints.recurrences(all)).toMatchObject({ places: [], kinds: [] })
    await onRoad([12_000, 12_400, 13_900, 14_100, 60_000], 5)
    await onRoad([12_100], 40)
    // Before what is compared.
    await onRoad([12_100, 12_100, 12_100], 200)
    const found = await complaints.recurrences(all)
    expect([found.from, found.to]).toEqual(['2026-10-27', '2026-11-23'])
    expect(
      found.places.map(({ subject, recent, before, rising, state }) => [
        ...[subject, recent, before, rising, state],
      ]),
    ).toEqual([
      [{ about: 'district', state: 'MY-06', district: 'Raub' }, 5, 1, true, 'MY-06'],
      [{ about: 'stretch', road: 'FT4', from: 12_000, to: 13_900 }, 3, 1, false, 'MY-06'],
    ])
    expect(found.kinds.map(({ subject, recent }) => [subject, recent])).toEqual([
      [{ about: 'kind', kind: 'federal-road' }, 5],
    ])
    for (const { recent, filter } of [...found.places, ...found.kinds]) {
      const { total } = await complaints.list({
        ...{ filter, order: 'number', descending: true, offset: 0, limit: 1 },
      })
      expect(total).toBe(recent)
    }
    expect((await complaints.recurrences({ states: ['MY-10'], kinds: [] })).places).toEqual([])
    await complaints.changeRiseRule({ minimum: 4, stretch: 3_000 })
    expect((await complaints.recurrences(all)).places.map(({ subject }) => subject)).toEqual([
      { about: 'district', state: 'MY-06', district: 'Raub' },
      { about: 'stretch', road: 'FT4', from: 12_000, to: 14_100 },
    ])
  })

  it('has the posts that explain it, until they are in the trash', async () => {
    test = await startTestWorkspace(database)
    const { complaints, posts } = test.workspace
    await onRoad([1_000, 1_000, 1_000, 1_000], 3)
    const [first] = (await complaints.recurrences(all)).places
    const { subject, filter, recent: count } = present(first)
    const content = blankContent('Penerangan FT04', 'infographic')
    const post = await posts.add({ content, status: 'draft' })
    await complaints.keepExplanation({ postId: post.id, subject, filter, count })
    const told = async () =>
      (await complaints.recurrences(all)).places.map(({ explanations }) =>
        explanations.map(({ title, status }) => `${title}: ${status}`),
      )
    expect(await told()).toEqual([['Penerangan FT04: draft'], []])
    expect(await complaints.explainedBy({ postId: post.id })).toMatchObject([
      { subject, filter, count: 4 },
    ])
    // Each case that it explains names it, once; a case elsewhere does not.
    await complaints.keepExplanation({ postId: post.id, subject, filter, count })
    const { rows } = await complaints.list({
      ...{ filter, order: 'number', descending: false, offset: 0, limit: 10 },
    })
    const elsewhere = await register(test, { road: ft4, fromMetres: 90_000 })
    const titles = async (id: ComplaintId) =>
      (await complaints.explainingPosts({ id })).map(({ title }) => title)
    expect(rows).toHaveLength(4)
    for (const { id } of rows) expect(await titles(id)).toEqual(['Penerangan FT04'])
    expect(await titles(elsewhere.id)).toEqual([])
    // One that is there already is chosen for a case, by hand, and let go again.
    const other = await posts.add({
      content: blankContent('Jadual kerja', 'text'),
      status: 'draft',
    })
    const { tieId } = await complaints.tiePost({ id: elsewhere.id, postId: other.id })
    expect(await titles(elsewhere.id)).toEqual(['Jadual kerja'])
    const casesOf = async () =>
      (await complaints.postCases({ postId: other.id })).map(({ number }) => number)
    expect(await casesOf()).toEqual([elsewhere.number])
    await expect(complaints.tiePost({ id: elsewhere.id, postId: other.id })).rejects.toThrow(
      'complaints.post-tied',
    )
    await complaints.untiePost({ id: present(tieId) })
    expect([await titles(elsewhere.id), await casesOf()]).toEqual([[], []])
    await expect(complaints.untiePost({ id: present(tieId) })).rejects.toThrow(
      'complaints.unknown-post-tie',
    )
    await complaints.bringBackPost({ id: present(tieId) })
    // A case of the place names the one chosen for it and the one made for the place, once each.
    const own = present(rows[0]).id
    await complaints.tiePost({ id: own, postId: post.id })
    await complaints.tiePost({ id: own, postId: other.id })
    expect((await titles(own)).toSorted()).toEqual(['Jadual kerja', 'Penerangan FT04'])
    expect(await casesOf()).toEqual([present(rows[0]).number, elsewhere.number].toSorted())
    const ties = await test.rows<{ n: number | string }>(
      'select count(*) as n from complaint_post where removed_at is null',
    )
    expect(Number(present(ties[0]).n)).toBe(3)
    const said = (await complaints.timeline({ id: elsewhere.id })).flatMap(({ kind, changes }) =>
      kind.startsWith('post-') ? [[kind, changes[0]?.after]] : [],
    )
    expect(said).toEqual([
      ['post-tied', 'Jadual kerja'],
      ['post-untied', 'Jadual kerja'],
      ['post-tied', 'Jadual kerja'],
    ])
    await posts.trash({ ids: [post.id, other.id] })
    expect(await titles(own)).toEqual([])
    expect(await told()).toEqual([[], []])
    expect(await titles(present(rows[0]).id)).toEqual([])
    await expect(
      complaints.keepExplanation({ postId: post.id, subject, filter, count }),
    ).rejects.toMatchObject({ reason: 'posts.unknown' })
  })

  it('names the cheerful posts that are planned there', async () => {
    test = await startTestWorkspace(database)
    const { complaints, posts } = test.workspace
    const add = (title: string, parts: object) =>
      posts.add({ content: { ...blankContent(title, 'text'), ...parts }, status: 'draft' })
    const day = PlainDate.parse('2026-11-30')
    const programme = { name: 'Gotong-royong', day, time: null, place: '', guests: [] }
    await add('Ceria di Raub!', { category: 'feel-good', day })
    await add('Ceria di Raubina', { category: 'feel-good', day })
    await add('Jalan FT 04', { category: 'feel-good', day, text: 'Pemandangan di FT04.' })
    await add('Program', {
      category: 'feel-good',
      day,
      programme: { ...programme, state: 'MY-06' },
    })
    await add('Maklumat Raub', { category: 'info-rakyat', day })
    await add('Raub, jauh lagi', { category: 'feel-good', day: PlainDate.parse('2027-01-30') })
    await add('Raub tanpa tarikh', { category: 'feel-good' })
    const at = async (subject: Parameters<typeof complaints.cheerfulPosts>[0]['subject']) =>
      (await complaints.cheerfulPosts({ subject, state: 'MY-06' }))
        .map(({ title, match }) => `${title}: ${match}`)
        .toSorted()
    expect(await at({ about: 'district', state: 'MY-06', district: 'Raub' })).toEqual([
      ...['Ceria di Raub!: place', 'Program: state'],
    ])
    expect(await at({ about: 'stretch', road: ft4, from: 0, to: 1 })).toEqual([
      ...['Jalan FT 04: place', 'Program: state'],
    ])
  })
})
