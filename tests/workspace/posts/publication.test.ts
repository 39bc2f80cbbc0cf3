import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import { PostId } from '#contract/postIds'
import type { PublicationFields } from '#contract/postPublication'
import type { PersonId } from '#contract/values'
import { addPerson, approve, asked, cameOut, complete, ready } from '../../support/postRounds.ts'
import { content, day, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let lim: PersonId
let facebook: AccountId
let x: AccountId
afterEach(async () => {
  await test.stop()
})

const statusOf = async (id: PostId) => (await test.workspace.posts.get({ id })).status

function publish(id: PostId, accountId: AccountId, parts: Partial<PublicationFields> = {}) {
  return test.workspace.posts.publish({ id, accountId, publication: { ...cameOut, ...parts } })
}

async function reasonOf(done: Promise<unknown>): Promise<unknown> {
  return done.then(
    () => null,
    (error: unknown) => (error instanceof Error && 'reason' in error ? error.reason : error),
  )
}

describe.each(databases)('publication on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    lim = await addPerson(test, 'Lim Mei Ling')
    const [one, other] = await test.workspace.accounts.list({})
    facebook = present(one).id
    x = present(other).id
  })

  it('is recorded account by account; the post is out when none is left', async () => {
    const { posts } = test.workspace
    const { id } = await ready(test, lim, [facebook, x])
    const first = await publish(id, facebook, { url: 'https://facebook.com/jkr/1' })
    expect(first).toMatchObject({ accountId: facebook, day: '2026-11-23', skippedReason: '' })
    expect(await statusOf(id)).toBe('ready')
    expect(await reasonOf(publish(id, facebook))).toBe('posts.already-published')
    await publish(id, x)
    expect(await statusOf(id)).toBe('published')
    await posts.removePublication({ id: first.id })
    expect(await statusOf(id)).toBe('ready')
    expect((await posts.publications({ id })).map(({ accountId }) => accountId)).toEqual([x])
  })

  it('waits until the post is ready and nothing is held', async () => {
    const { posts, planning } = test.workspace
    const { id } = await asked(test, { ...(await complete(test)), accounts: [on(facebook)] })
    expect(await reasonOf(publish(id, facebook))).toBe('posts.not-ready')
    await approve(test, id, lim)
    expect(await reasonOf(publish(id, facebook))).toBe('posts.not-ready')
    await posts.setStatus({ ids: [id], to: 'ready', reason: '' })
    await planning.holdAll({ reason: 'Banjir besar' })
    expect(await reasonOf(publish(id, facebook, { time: time('09:00') }))).toBe('posts.all-held')
    await planning.resume({ note: '' })
    expect(await reasonOf(publish(id, x))).toBe('posts.not-on-account')
    await publish(id, facebook)
    expect(await statusOf(id)).toBe('published')
  })

  it('leaves an account out while everything is held, and asks for the time of a held day', async () => {
    const { posts, planning } = test.workspace
    const { id } = await ready(test, lim, [facebook, x])
    await planning.holdAll({ reason: 'Banjir besar' })
    await posts.skipAccount({ id, accountId: x, reason: 'Akaun digantung' })
    expect((await posts.publications({ id })).map(({ accountId }) => accountId)).toEqual([x])
    expect(await reasonOf(publish(id, facebook, { time: null }))).toBe('posts.held-that-day')
    await publish(id, facebook, { time: time('08:30') })
    test.clock.set('2026-11-25T05:00:00.000Z')
    const whole = { day: day('2026-11-24'), time: null }
    const [record] = (await posts.publications({ id })).filter((each) => each.accountId !== x)
    const late = { id: present(record).id, publication: { ...cameOut, ...whole } }
    // All of that day was held: no time makes it right.
    expect(await reasonOf(posts.changePublication(late))).toBe('posts.all-held')
  })

  // Nine in the morning in Malaysia.
  it.each([
    ['2026-11-22', '23:59', null],
    ['2026-11-23', '09:00', null],
    ['2026-11-23', '09:01', 'posts.day-in-future'],
    ['2026-11-24', null, 'posts.day-in-future'],
  ])('of %s at %s: %s', async (on_, at, reason) => {
    const { posts } = test.workspace
    const { id } = await ready(test, lim, [facebook])
    const when = { day: day(on_), time: at === null ? null : time(at) }
    const publication = { ...cameOut, ...when }
    expect(await reasonOf(posts.publish({ id, accountId: facebook, publication }))).toBe(reason)
  })

  it('is held against what was approved, word by word', async () => {
    const { posts } = test.workspace
    const { id } = await asked(test, {
      ...(await complete(test)),
      ...{ text: 'Jalan ditutup pada 5 Disember.', hashtags: ['JKR'] },
      accounts: [on(facebook), on(x, { text: 'Jalan tutup 5 Dis.' })],
    })
    await approve(test, id, lim)
    await posts.setStatus({ ids: [id], to: 'ready', reason: '' })
    const record = await publish(id, facebook)
    const onX = await publish(id, x)
    expect(await posts.publicationDifference({ id: record.id })).toBeNull()
    // What a network does by itself to spaces and line ends is no difference.
    const postedText = 'Jalan ditutup pada 5\u00a0Disember.  \r\n\r\n\r\n#JKR'
    const saved = await posts.comparePublication({ id: record.id, postedText })
    expect(saved).toMatchObject({ comparedByName: 'Siti Aminah binti Abdullah' })
    expect(await posts.publicationDifference({ id: record.id })).toEqual({
      asApproved: true,
      parts: [{ kind: 'same', text: 'Jalan ditutup pada 5 Disember.\n\n#JKR' }],
    })
    await posts.comparePublication({ id: onX.id, postedText: 'Jalan tutup 6 Dis.\n\n#JKR' })
    expect(await posts.publicationDifference({ id: onX.id })).toEqual({
      asApproved: false,
      parts: [
        { kind: 'same', text: 'Jalan tutup ' },
        { kind: 'gone', text: '5' },
        { kind: 'come', text: '6' },
        { kind: 'same', text: ' Dis.\n\n#JKR' },
      ],
    })
    await posts.comparePublication({ id: onX.id, postedText: null })
    expect(await posts.publicationDifference({ id: onX.id })).toBeNull()
    // Both were recorded at the same moment, and stand in no order that is known.
    const again = (await posts.publications({ id })).find((each) => each.id === onX.id)
    expect(again).toMatchObject({ postedText: null, comparedByName: null, comparedAt: null })
  })

  it('is not compared where the account was left out', async () => {
    const { posts } = test.workspace
    const { id } = await ready(test, lim, [facebook, x])
    const skipped = await posts.skipAccount({ id, accountId: x, reason: 'Akaun digantung' })
    const compared = posts.comparePublication({ id: skipped.id, postedText: 'Ada' })
    expect(await reasonOf(compared)).toBe('posts.account-skipped')
    const owner = { kind: 'publication', id: skipped.id } as const
    const pasted = { name: 'skrin.txt', bytes: new TextEncoder().encode('Nota') }
    const attached = test.workspace.attachments.addPasted({ owner, ...pasted })
    expect(await reasonOf(attached)).toBe('posts.account-skipped')
    const record = await publish(id, facebook)
    const taken = await test.workspace.attachments.addPasted({
      ...{ owner: { kind: 'publication', id: record.id }, ...pasted },
    })
    expect(taken.added).toHaveLength(1)
  })

  it('leaves an account out with a reason, but never all of them', async () => {
    const { posts } = test.workspace
    const { id } = await ready(test, lim, [facebook, x])
    const skipped = await posts.skipAccount({ id, accountId: x, reason: 'Akaun digantung' })
    expect(skipped).toMatchObject({ skippedReason: 'Akaun digantung' })
    const changed = posts.changePublication({ id: skipped.id, publication: cameOut })
    expect(await reasonOf(changed)).toBe('posts.account-skipped')
    await posts.skipAccount({ id, accountId: facebook, reason: 'Tidak jadi' })
    expect(await statusOf(id)).toBe('ready')
    await posts.removePublication({ id: skipped.id })
    await publish(id, x)
    expect(await statusOf(id)).toBe('published')
  })

  it('locks the words from the first account on, and keeps its records with their accounts', async () => {
    const { posts } = test.workspace
    const { id } = await ready(test, lim, [facebook, x])
    await publish(id, facebook)
    const save = async (parts: object) => {
      const { version: base, content: now } = await posts.get({ id })
      return reasonOf(posts.save({ id, base, content: { ...now, ...parts } }))
    }
    expect(await save({ text: 'Lain' })).toBe('posts.published-locked')
    expect(await save({ hashtags: ['JKR'] })).toBe('posts.published-locked')
    expect(await save({ accounts: [on(x)] })).toBe('posts.account-recorded')
    expect(await save({ notes: 'Dipuji ketua' })).toBeNull()
    expect(await statusOf(id)).toBe('ready')
    // Nothing is left to wait for.
    expect(await save({ accounts: [on(facebook)] })).toBeNull()
    expect(await statusOf(id)).toBe('published')
    expect(await save({ text: 'Lain' })).toBe('posts.published-locked')
    expect(await save({ accounts: [on(facebook), on(x)] })).toBeNull()
    expect(await statusOf(id)).toBe('ready')
    await publish(id, x)
    await posts.setStatus({ ids: [id], to: 'archived', reason: '' })
    expect(await save({ text: 'Lain' })).toBe('posts.published-locked')
  })

  it('brings in what came out before it was planned', async () => {
    const { posts } = test.workspace
    const publication = { ...cameOut, day: day('2026-11-02') }
    const old = content('Majlis perasmian', { text: 'Tahniah', accounts: [on(facebook), on(x)] })
    const { id } = await posts.addPublished({ content: old, publication })
    expect(await posts.get({ id })).toMatchObject({
      ...{ status: 'published', content: { day: '2026-11-02', time: '08:30' } },
    })
    expect(await posts.publications({ id })).toHaveLength(2)
    const nowhere = { content: content('Tiada akaun'), publication }
    expect(await reasonOf(posts.addPublished(nowhere))).toBe('posts.no-account')
    const tomorrow = { content: old, publication: { ...publication, day: day('2026-11-24') } }
    expect(await reasonOf(posts.addPublished(tomorrow))).toBe('posts.day-in-future')
  })

  it('looks at when it came out, not at when it is recorded', async () => {
    const { posts, planning } = test.workspace
    const content_ = { ...(await complete(test)), text: 'Jalan dibuka.', category: 'feel-good' }
    const addOld = (on_: string, at: string | null) =>
      posts.addPublished({
        content: content('Lama', { ...content_, accounts: [on(facebook)] }),
        publication: { ...cameOut, day: day(on_), time: at === null ? null : time(at) },
      })
    // From nine to eleven of the 23rd in Malaysia.
    await planning.holdAll({ reason: 'Banjir besar' })
    await addOld('2026-11-23', '08:59')
    expect(await reasonOf(addOld('2026-11-23', '09:00'))).toBe('posts.all-held')
    // Only part of that day was held: the time says whether it came out then.
    expect(await reasonOf(addOld('2026-11-23', null))).toBe('posts.held-that-day')
    await addOld('2026-11-22', null)
    const { id } = await ready(test, lim, [facebook])
    const { id: record } = await publish(id, facebook, { time: time('08:30') })
    test.clock.set('2026-11-23T03:00:00.000Z')
    await planning.resume({ note: '' })
    test.clock.set('2026-11-23T05:00:00.000Z')
    expect(await reasonOf(addOld('2026-11-23', '10:59'))).toBe('posts.all-held')
    await addOld('2026-11-23', '11:00')
    const within = { ...cameOut, time: time('10:00') }
    expect(await reasonOf(posts.changePublication({ id: record, publication: within }))).toBe(
      'posts.all-held',
    )
    await planning.addNote({
      ...{ title: 'Berkabung', text: '', startsOn: day('2026-11-10'), endsOn: day('2026-11-12') },
      ...{ kind: 'blackout', reason: 'mourning', effect: 'hold', states: [] },
    })
    expect(await reasonOf(addOld('2026-11-12', '10:00'))).toBe('posts.in-blackout')
    await addOld('2026-11-13', '10:00')
  })

  it('falls back to draft where nobody approved what came out', async () => {
    const { posts } = test.workspace
    const old = content('Majlis', { text: 'Tahniah', accounts: [on(facebook), on(x)] })
    const { id } = await posts.addPublished({ content: old, publication: cameOut })
    const [record] = await posts.publications({ id })
    await posts.removePublication({ id: present(record).id })
    expect(await statusOf(id)).toBe('draft')
    expect(await reasonOf(publish(id, facebook))).toBe('posts.not-ready')
    // Put away and taken out again, it is held to its records as well.
    const other = await posts.addPublished({ content: old, publication: cameOut })
    await posts.setStatus({ ids: [other.id], to: 'archived', reason: '' })
    const [kept] = await posts.publications({ id: other.id })
    await posts.removePublication({ id: present(kept).id })
    expect(await statusOf(other.id)).toBe('archived')
    await posts.setStatus({ ids: [other.id], to: 'published', reason: '' })
    expect(await statusOf(other.id)).toBe('draft')
  })

  it('is not taken from what came in published without any record', async () => {
    const { posts, cycles } = test.workspace
    await cycles.loadHistory({})
    await posts.loadHistory({})
    const [{ id } = { id: '' }] = await test.rows<{ id: PostId }>(
      `select id from post where status = 'published' order by title limit 1`,
    )
    const postId = PostId.parse(id)
    const { version: base, content: now } = await posts.get({ id: postId })
    await posts.save({ id: postId, base, content: { ...now, accounts: [on(facebook)] } })
    expect(await statusOf(postId)).toBe('published')
    await posts.restoreVersion({ id: postId, base: base + 1, number: base })
    expect(await statusOf(postId)).toBe('published')
    const numbers = { reach: 5, likes: null, shares: null, comments: null }
    const result = { accountId: null, day: day('2026-11-20'), ...numbers }
    await posts.addResult({ postId, result })
    expect(await posts.results({ id: postId })).toHaveLength(2)
  })

  it('is put right openly, once it is out', async () => {
    const { posts } = test.workspace
    const { id } = await ready(test, lim, [facebook])
    const correction = {
      ...{ accountId: facebook, wrong: 'Tarikh silap', posted: 'Tarikh sebenar 1 Disember' },
      ...{ apology: 'Maaf atas kesilapan ini', day: day('2026-11-23'), time: null, url: '' },
    }
    const add = (parts: object = {}) =>
      posts.addCorrection({ postId: id, correction: { ...correction, ...parts } })
    expect(await reasonOf(add())).toBe('posts.not-published')
    await publish(id, facebook)
    expect(await reasonOf(add({ accountId: x }))).toBe('posts.not-on-account')
    expect(await reasonOf(add({ day: day('2026-11-24') }))).toBe('posts.day-in-future')
    const made = await add()
    const changed = { ...correction, wrong: 'Tarikh dan tempat silap' }
    await posts.changeCorrection({ id: made.id, correction: changed })
    expect(await posts.corrections({ id })).toMatchObject([changed])
    await posts.removeCorrection({ id: made.id })
    expect(await posts.corrections({ id })).toEqual([])
    await posts.bringBackCorrection({ id: made.id })
    expect(await posts.corrections({ id })).toHaveLength(1)
  })
})
