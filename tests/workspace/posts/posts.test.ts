import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import { PostId } from '#contract/postIds'
import type { PostStatus, StatusByHand } from '#contract/posts'
import { ImageId } from '#contract/values'
import { encodeScene } from '../../support/encodedPictures.ts'
import {
  addTo,
  content,
  day,
  everything,
  november,
  on,
  time,
  titlesOf,
} from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let facebook: AccountId
let x: AccountId
afterEach(async () => {
  await test.stop()
})

const nowhere = PostId.parse('f0000000-0000-4000-8000-000000000000')

const statusOf = async (id: PostId): Promise<PostStatus> =>
  (await test.workspace.posts.get({ id })).status

describe.each(databases)('posts on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await test.workspace.accounts.list({})
    facebook = present(one).id
    x = present(other).id
  })

  it('come back as they were typed, each save a version', async () => {
    const { posts } = test.workspace
    const typed = content('Laluan alternatif', {
      ...{ kind: 'infographic', brief: 'Musim perayaan', category: 'info-rakyat' },
      ...{ thrusts: ['information'], segments: ['contractors'], text: 'Elak kesesakan.' },
      ...{ hashtags: ['JKR', 'RakanKKR'], links: ['https://www.jkr.gov.my'], notes: 'Semak peta' },
      ...{ day: day('2026-11-24'), time: time('09:30') },
      programme: {
        ...{ name: 'Ops Lancar', day: day('2026-12-01'), time: null, place: 'Gua Musang' },
        ...{ state: 'MY-03' as const, guests: ['YB Menteri'] },
      },
      accounts: [on(facebook), on(x, { text: 'Pendek.', day: '2026-11-25', time: '17:00' })],
    })
    const added = await posts.add({ content: typed, status: 'idea' })
    expect(added).toMatchObject({ content: typed, status: 'idea', version: 1, trashedAt: null })
    expect(added.missing).toEqual(['image', 'phase', 'owner'])

    const text = 'Elak kemalangan.'
    const saved = await posts.save({ id: added.id, base: 1, content: { ...typed, text } })
    expect(saved.version).toBe(2)
    expect(saved.contentHash).not.toBe(added.contentHash)
    const versions = await posts.versions({ id: added.id })
    expect(versions.map(({ number, what }) => [number, what])).toEqual([
      [2, 'saved'],
      [1, 'added'],
    ])
    expect(await posts.version({ id: added.id, number: 1 })).toEqual(typed)
    expect(await posts.difference({ id: added.id, from: 1, to: 2 })).toEqual([
      {
        field: 'text',
        parts: [
          { kind: 'same', text: 'Elak ' },
          { kind: 'gone', text: 'kesesakan' },
          { kind: 'come', text: 'kemalangan' },
          { kind: 'same', text: '.' },
        ],
      },
    ])
    const back = await posts.restoreVersion({ id: added.id, base: 2, number: 1 })
    const { contentHash } = added
    expect(back).toMatchObject({ content: typed, version: 3, contentHash, lessened: false })
  })

  it('are restored without what is gone meanwhile, but keep what they still name', async () => {
    const { accounts, posts } = test.workspace
    const [gone, kept] = (await accounts.list({})).map(({ id }) => id)
    const on = (...ids: readonly (typeof gone)[]) =>
      ids.map((id) => ({ accountId: present(id), text: null, day: null, time: null }))
    const { id } = await addTo(test, 'Satu', { accounts: on(gone, kept) })
    await posts.save({ id, base: 1, content: { ...content('Dua'), accounts: on(kept) } })
    await accounts.retire({ id: present(gone) })
    await accounts.retire({ id: present(kept) })
    const back = await posts.restoreVersion({ id, base: 2, number: 1 })
    expect(back.content).toMatchObject({ title: 'Satu', accounts: on(kept) })
    expect(back.lessened).toBe(true)
  })

  it('are not written over by who has not seen the newest version', async () => {
    const { posts } = test.workspace
    const { id } = await addTo(test, 'Satu')
    await posts.save({ id, base: 1, content: content('Dua') })
    await expect(posts.save({ id, base: 1, content: content('Tiga') })).rejects.toMatchObject({
      reason: 'posts.changed-meanwhile',
    })
    expect((await posts.get({ id })).content.title).toBe('Dua')
  })

  it('make no version where nothing was changed', async () => {
    const { id } = await addTo(test, 'Satu')
    const saved = await test.workspace.posts.save({ id, base: 1, content: content('Satu') })
    expect(saved.version).toBe(1)
    expect(await test.workspace.posts.versions({ id })).toHaveLength(1)
  })

  it('move together and back again, all or none', async () => {
    const { posts } = test.workspace
    const one = await addTo(test, 'Satu', { day: day('2026-11-03'), time: time('09:00') })
    const two = await addTo(test, 'Dua')
    const { before } = await posts.move({
      moves: [
        { id: one.id, day: null, time: null },
        { id: two.id, day: day('2026-11-04'), time: null },
      ],
    })
    expect(before).toEqual([
      { id: one.id, day: '2026-11-03', time: '09:00' },
      { id: two.id, day: null, time: null },
    ])
    expect(await titlesOf(test)).toEqual(['Dua'])
    await posts.move({ moves: before })
    expect(await titlesOf(test)).toEqual(['Satu'])
    const half = [
      { id: one.id, day: day('2026-11-09'), time: null },
      { id: nowhere, day: null, time: null },
    ]
    await expect(posts.move({ moves: half })).rejects.toMatchObject({ reason: 'posts.unknown' })
    expect((await posts.get({ id: one.id })).content.day).toBe('2026-11-03')
  })

  it('shift from where each stands now; those without a day stay and are named', async () => {
    const { posts } = test.workspace
    const one = await addTo(test, 'Satu', { day: day('2026-11-03'), time: time('09:00') })
    const two = await addTo(test, 'Dua')
    const ids = [one.id, two.id]
    await posts.shift({ ids, days: 7 })
    // Told by its id, not by where somebody last saw it: twice is a fortnight.
    const { before, after, undated } = await posts.shift({ ids, days: 7 })
    expect(before).toEqual([{ id: one.id, day: '2026-11-10', time: '09:00' }])
    expect(after).toEqual([{ id: one.id, day: '2026-11-17', time: '09:00' }])
    expect(undated).toEqual([two.id])
    expect((await posts.get({ id: one.id })).content.day).toBe('2026-11-17')
    expect((await posts.get({ id: two.id })).version).toBe(1)
    await posts.move({ moves: before })
    expect((await posts.get({ id: one.id })).content.day).toBe('2026-11-10')
    await expect(posts.shift({ ids, days: 0 })).rejects.toMatchObject({ reason: 'call.input' })
  })

  it('change status by the table only, with a reason where they stop', async () => {
    const { posts } = test.workspace
    const { id } = await addTo(test, 'Satu', {}, 'idea')
    const set = (to: StatusByHand, reason = '') => posts.setStatus({ ids: [id], to, reason })
    await set('draft')
    await expect(set('approved')).rejects.toMatchObject({ reason: 'posts.not-from-here' })
    await expect(set('on-hold')).rejects.toMatchObject({ reason: 'posts.reason-missing' })
    await set('on-hold', 'Tunggu kelulusan JPS')
    expect(await posts.get({ id })).toMatchObject({
      ...{ status: 'on-hold', heldFrom: 'draft', statusReason: 'Tunggu kelulusan JPS' },
    })
    await posts.resume({ ids: [id] })
    expect(await posts.get({ id })).toMatchObject({ status: 'draft', statusReason: '' })
    await expect(posts.resume({ ids: [id] })).rejects.toMatchObject({ reason: 'posts.not-held' })
    await set('cancelled', 'Program dibatalkan')
    expect(await statusOf(id)).toBe('cancelled')
    await set('draft', 'Program diadakan semula')
    expect(await posts.get({ id })).toMatchObject({
      ...{ status: 'draft', statusReason: 'Program diadakan semula' },
    })
    await set('idea')
    expect(await posts.get({ id })).toMatchObject({ status: 'idea', statusReason: '' })
  })

  it('go to the trash and come back whole', async () => {
    const { posts } = test.workspace
    const { id } = await addTo(test, 'Satu', { day: day('2026-11-03'), accounts: [on(x)] })
    await posts.trash({ ids: [id] })
    expect(await titlesOf(test)).toEqual([])
    await expect(posts.trash({ ids: [id] })).rejects.toMatchObject({ reason: 'posts.in-trash' })
    await expect(posts.save({ id, base: 1, content: content('Dua') })).rejects.toMatchObject({
      reason: 'posts.in-trash',
    })
    await posts.restore({ ids: [id] })
    expect(await titlesOf(test)).toEqual(['Satu'])
    await expect(posts.restore({ ids: [id] })).rejects.toMatchObject({
      reason: 'posts.not-in-trash',
    })
  })

  it('refuse what is not there, but keep what they had', async () => {
    const { posts, accounts, people } = test.workspace
    await expect(addTo(test, 'Satu', { category: 'tiada' })).rejects.toMatchObject({
      reason: 'posts.unknown-key',
    })
    const stranger = ImageId.parse(nowhere)
    await expect(
      addTo(test, 'Satu', { images: [{ imageId: stranger, altText: '' }] }),
    ).rejects.toMatchObject({ reason: 'posts.unknown-image' })
    const owner = await people.add({ name: 'Lim', post: 'Perancang' })
    const { id } = await addTo(test, 'Satu', { accounts: [on(x)], ownerId: owner.id })
    await accounts.retire({ id: x })
    await people.change({ ...owner, active: false })
    const kept = { accounts: [on(x)], ownerId: owner.id }
    await posts.save({ id, base: 1, content: content('Dua', kept) })
    await expect(addTo(test, 'Tiga', { accounts: [on(x)] })).rejects.toMatchObject({
      reason: 'posts.unknown-account',
    })
    await expect(addTo(test, 'Tiga', { ownerId: owner.id })).rejects.toMatchObject({
      reason: 'posts.unknown-person',
    })
  })

  it('bind their hash to the bytes of their pictures and show the first on the tile', async () => {
    const drop = await mkdtemp(join(tmpdir(), 'gambar-'))
    const { images, posts } = test.workspace
    await writeFile(join(drop, 'a.png'), await encodeScene(41))
    await writeFile(join(drop, 'b.png'), await encodeScene(42))
    const { batchId } = await images.checkFiles({ paths: [drop], kind: 'poster' })
    const checks = await images.checks({ batchId })
    const { kept } = await images.keep({ ids: checks.map(({ id }) => id) })
    await rm(drop, { recursive: true })
    const [a, b] = kept.map(({ imageId }) => ({ imageId, altText: '' }))
    const at = { day: day('2026-11-03') }
    const one = await addTo(test, 'Satu', { ...at, images: [present(a)] })
    const two = await posts.save({
      ...{
        id: one.id,
        base: 1,
        content: content('Satu', { ...at, images: [present(b), present(a)] }),
      },
    })
    expect(two.contentHash).not.toBe(one.contentHash)
    const [tile] = await posts.between({ ...november, filter: everything })
    expect(tile?.coverId).toBe(present(b).imageId)
  })

  it('keep what each person has half typed until it is saved', async () => {
    const { posts, people, gate } = test.workspace
    const { id } = await addTo(test, 'Satu')
    const typing = { text: 'Separuh', day: 'bukan tarikh' }
    await posts.keepDraft({ postId: id, baseVersion: 1, content: { text: 'Se' } })
    await posts.keepDraft({ postId: id, baseVersion: 1, content: typing })
    await posts.keepDraft({ postId: null, baseVersion: null, content: { title: 'Baharu' } })
    const mine = await posts.drafts({})
    expect(mine).toHaveLength(2)
    expect(mine.find(({ postId }) => postId === id)).toMatchObject({ content: typing })

    const [me] = await people.list({})
    const other = await people.add({ name: 'Lim', post: 'Pereka', roles: ['designer'] })
    await gate.switchPerson({ id: other.id })
    expect(await posts.drafts({})).toEqual([])
    await gate.switchPerson({ id: present(me).id })
    await posts.save({ id, base: 1, content: content('Dua') })
    expect((await posts.drafts({})).map(({ postId }) => postId)).toEqual([null])
    await posts.dropDraft({ postId: null })
    expect(await posts.drafts({})).toEqual([])
  })
})
