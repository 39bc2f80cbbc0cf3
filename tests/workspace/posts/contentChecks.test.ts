import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { PostContent } from '#contract/postContent'
import type { PostCheck } from '#contract/postFindings'
import type { Post } from '#contract/posts'
import type { ImageId } from '#contract/values'
import { cellsOf } from '../../support/cells.ts'
import { encodeScene } from '../../support/encodedPictures.ts'
import { addAccounts, checkIn, only } from '../../support/postChecks.ts'
import { addPerson, approve, asked, cameOut, complete } from '../../support/postRounds.ts'
import { addTo, everything, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, savedAgain, type Drop } from '../images/dropping.ts'

const nothingSeen = {
  ...{ offTopic: false, hurtsImage: false, badAngle: false },
  ...{ emptyVenue: false, repeatedScene: false },
}

let test: TestWorkspace
let drop: Drop
let facebook: AccountId
let x: AccountId
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

const check = (post: Post | null, parts: Partial<PostContent> = {}): Promise<PostCheck> =>
  checkIn(test, post, parts)

async function keepPicture(): Promise<ImageId> {
  await drop.put('poster.png', await encodeScene(41))
  const [checked] = await drop.check(test)
  return onlyKept(test, present(checked))
}

describe.each(databases)('the checks of texts and pictures on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    drop = await openDrop()
    ;({ facebook, x } = await addAccounts(test))
  })

  it('keep a picture that was rejected from review, until a person gives an exception', async () => {
    const { posts, images } = test.workspace
    const imageId = await keepPicture()
    const post = await addTo(test, 'Poster', {
      ...{ kind: 'infographic', text: 'Jalan dibuka semula.', images: [{ imageId, altText: '' }] },
    })
    expect(only(await check(post), 'image-rejected', 'alt-text-missing')).toMatchObject([
      { rule: 'alt-text-missing', severity: 'advice', params: { name: 'poster.png' } },
    ])
    // The office asks for more than it did when the picture was kept.
    const finding = {
      ...{ code: 'below-minimum', severity: 'reject', measured: null, required: null },
      ...{ clause: 'Melaka 13.5', remedy: null },
    }
    await test.rows(`update image set findings = '${JSON.stringify([finding])}'`)
    expect(only(await check(post), 'image-rejected')).toMatchObject([
      { severity: 'stop', clause: 'Melaka 13.5', params: { name: 'poster.png' } },
    ])
    await expect(posts.askApproval({ ids: [post.id] })).rejects.toMatchObject({
      ...{ reason: 'posts.stopped-by-rules', details: { rules: 'image-rejected' } },
    })
    expect((await posts.get({ id: post.id })).status).toBe('draft')
    await test.rows(`update image set override_reason = 'Satu-satunya gambar'`)
    expect(only(await check(post), 'image-rejected')).toEqual([])
    const told = { ...post.content, images: [{ imageId, altText: 'Jalan, selepas banjir' }] }
    await posts.save({ id: post.id, base: post.version, content: told })
    const plan = { period: null, filter: everything, ids: null, language: 'ms' } as const
    const [heads = [], row = []] = cellsOf((await posts.planCsv(plan)).csv.slice(1))
    expect(row[heads.indexOf('Teks alternatif')]).toBe('Jalan, selepas banjir')
    // A megabyte is what Facebook is given at most, until the office says otherwise.
    await test.rows(`update image set byte_size = 1000001`)
    const tooLarge = async () =>
      only(await check(post, { accounts: [on(facebook)] }), 'image-too-large')
    expect(await tooLarge()).toMatchObject([
      { accountId: facebook, clause: 'Graph API, Photo uploads', params: { bytes: 1_000_001 } },
    ])
    const channels = await images.fixChannels({})
    await images.changeFixChannels(channels.map((each) => ({ ...each, maxBytes: 1_000_001 })))
    expect(await tooLarge()).toEqual([])
    await images.trash({ ids: [imageId] })
    expect(only(await check(post), 'image-in-trash')).toMatchObject([{ severity: 'stop' }])
    expect(await posts.imageUses({ imageIds: [imageId] })).toEqual({
      ...{ total: 1, posts: [{ id: post.id, title: 'Poster' }] },
    })
    await posts.setStatus({ ids: [post.id], to: 'cancelled', reason: 'Batal' })
    expect((await posts.imageUses({ imageIds: [imageId] })).total).toBe(0)
  })

  it('stop an approval, the mark of ready and a publication once a picture is out of place', async () => {
    const { posts, images } = test.workspace
    const imageId = await keepPicture()
    const lim = await addPerson(test, 'Lim')
    const post = await asked(test, {
      ...{ ...(await complete(test)), kind: 'infographic', accounts: [on(facebook)] },
      images: [{ imageId, altText: 'Jalan' }],
    })
    const { id } = post
    const inTrash = { reason: 'posts.stopped-by-rules', details: { rules: 'image-in-trash' } }
    await images.trash({ ids: [imageId] })
    await expect(approve(test, id, lim)).rejects.toMatchObject(inTrash)
    await images.restore({ ids: [imageId] })
    await approve(test, id, lim)
    const toReady = () => posts.setStatus({ ids: [id], to: 'ready', reason: '' })
    await images.trash({ ids: [imageId] })
    await expect(toReady()).rejects.toMatchObject(inTrash)
    await images.restore({ ids: [imageId] })
    await toReady()
    const publish = () => posts.publish({ id, accountId: facebook, publication: cameOut })
    await images.trash({ ids: [imageId] })
    await expect(publish()).rejects.toMatchObject(inTrash)
    await images.restore({ ids: [imageId] })
    await publish()
    expect((await posts.get({ id })).status).toBe('published')
  })

  it('keep an unchecked sensitive term from being made ready, not from review (Melaka 11)', async () => {
    const { posts, planning } = test.workspace
    await planning.addTerm({ term: 'banjir', why: '', suggestion: '' })
    const lim = await addPerson(test, 'Lim')
    const text = 'Jalan dibuka selepas banjir.'
    const { id } = await asked(test, { ...(await complete(test)), text, accounts: [on(facebook)] })
    await approve(test, id, lim)
    const toReady = () => posts.setStatus({ ids: [id], to: 'ready', reason: '' })
    await expect(toReady()).rejects.toMatchObject({
      ...{ reason: 'posts.stopped-by-rules', details: { rules: 'sensitive-term' } },
    })
    const word = { id, term: 'banjir', passage: text }
    await posts.confirmTerm({ ...word, reason: 'Disahkan JPS' })
    await toReady()
    await posts.unconfirmTerm(word)
    expect((await posts.get({ id })).status).toBe('approved')
  })

  it('keep a picture from review of which a person said no after it was kept', async () => {
    const { posts, images } = test.workspace
    const bytes = await encodeScene(3)
    await drop.put('satu/a.png', bytes)
    await drop.put('dua/b.jpg', await savedAgain(bytes))
    const a = present((await drop.check(test, 'satu'))[0])
    const first = await onlyKept(test, a)
    const b = present((await drop.check(test, 'dua'))[0])
    const pairs = [{ checkId: b.id, of: first }]
    await images.decideRepeat({ pairs, outcome: 'different', reason: 'Majlis lain' })
    const imageId = await onlyKept(test, b)
    const post = await addTo(test, 'Poster', {
      ...{ kind: 'infographic', text: 'Jalan dibuka semula.' },
      images: [{ imageId, altText: 'Jalan' }],
    })
    const rejected = () => check(post).then((all) => only(all, 'image-rejected'))
    const stopped = [{ severity: 'stop', clause: 'Melaka 13.5', params: { name: 'b.jpg' } }]
    expect(await rejected()).toEqual([])

    await images.reviewPhoto({ id: b.id, answers: nothingSeen })
    expect(await rejected()).toEqual([])
    await images.reviewPhoto({ id: b.id, answers: { ...nothingSeen, badAngle: true } })
    expect(await rejected()).toMatchObject(stopped)
    await expect(posts.askApproval({ ids: [post.id] })).rejects.toMatchObject({
      ...{ reason: 'posts.stopped-by-rules', details: { rules: 'image-rejected' } },
    })
    await images.override({ id: b.id, reason: 'Satu-satunya gambar' })
    expect(await rejected()).toEqual([])
    await images.override({ id: b.id, reason: null })
    expect(await rejected()).toMatchObject(stopped)
    await images.reviewPhoto({ id: b.id, answers: null })
    expect(await rejected()).toEqual([])

    await images.decideRepeat({ pairs, outcome: 'repeat', reason: 'Majlis yang sama' })
    expect(await rejected()).toMatchObject(stopped)
    await images.undecideRepeat({ pairs })
    expect(await rejected()).toEqual([])
    // The same file once more is no repeat of itself, whatever is said of its copy.
    await drop.put('tiga/a.png', bytes)
    const copy = present((await drop.check(test, 'tiga'))[0])
    await images.override({ id: copy.id, reason: 'Perlu dua kali' })
    await images.keep({ ids: [copy.id] })
    const ofItself = [{ checkId: copy.id, of: first }]
    await images.decideRepeat({ pairs: ofItself, outcome: 'repeat', reason: 'Fail yang sama' })
    expect((await images.libraryImage({ id: first })).decisions).toEqual([])
  })

  it('say which of several posts asked for together stand in the way, and ask for none', async () => {
    const { posts } = test.workspace
    const add = (title: string, text: string) =>
      addTo(test, title, { text, accounts: [on(facebook)] })
    const sound = await add('Sihat', 'Jalan ditutup esok.')
    const first = await add('Kad satu', 'Hubungi 900101-03-5678 segera.')
    const second = await add('Kad dua', 'Hubungi 900101-03-5679 segera.')
    const ids = [sound, first, second].map(({ id }) => id)
    await expect(posts.askApproval({ ids })).rejects.toMatchObject({
      reason: 'posts.stopped-by-rules',
      details: { rules: 'identity-card', posts: '“Kad satu”, “Kad dua”' },
    })
    expect((await posts.get({ id: sound.id })).status).toBe('draft')
  })

  it('keep a text from review that may not be published so', async () => {
    const { posts } = test.workspace
    const text = 'Hubungi pemilik 900101-03-5678 segera.'
    const post = await addTo(test, 'Kad', { text, accounts: [on(facebook)] })
    expect(only(await check(post), 'identity-card')).toMatchObject([
      { severity: 'stop', accountId: null, at: [16, 30] },
    ])
    await expect(posts.askApproval({ ids: [post.id] })).rejects.toMatchObject({
      ...{ reason: 'posts.stopped-by-rules', details: { rules: 'identity-card' } },
    })
  })

  it('hold texts against the limit of the account, else of its channel', async () => {
    const { accounts } = test.workspace
    const text = `${'a'.repeat(280)}.`
    const both = { text, accounts: [on(facebook), on(x)] }
    expect(only(await check(null, both), 'too-long')).toMatchObject([
      { severity: 'stop', accountId: x, params: { count: 281, limit: 280 } },
    ])
    const fields = present((await accounts.list({})).find(({ id }) => id === facebook))
    await accounts.change({ ...fields, textLimit: 100 })
    expect(only(await check(null, both), 'too-long')).toMatchObject([
      { accountId: x },
      { severity: 'warn', accountId: facebook, params: { count: 281, limit: 100 } },
    ])
  })

  it('take a person’s word on a sensitive term, and give it back', async () => {
    const { planning, posts } = test.workspace
    await planning.addTerm({ term: 'banjir', why: 'Semak fakta', suggestion: '' })
    const post = await addTo(test, 'Banjir', { text: 'Banjir surut di Kota Bharu.' })
    const term = () => check(post).then((all) => only(all, 'sensitive-term'))
    expect(await term()).toMatchObject([{ severity: 'warn', checked: null }])
    const passage = 'Banjir surut di Kota Bharu.'
    const one = { id: post.id, term: 'Banjir', passage }
    await posts.confirmTerm({ ...one, reason: 'Disahkan JPS' })
    expect(await term()).toMatchObject([
      {
        severity: 'advice',
        checked: {
          ...{ reason: 'Disahkan JPS', byName: 'Siti Aminah binti Abdullah' },
          at: '2026-11-23T01:00:00.000Z',
        },
      },
    ])
    await posts.confirmTerm({ ...one, reason: 'Disahkan semula' })
    expect(await term()).toMatchObject([{ checked: { reason: 'Disahkan semula' } }])
    // Another sentence with the same term asks for another look.
    const rewritten = { ...post.content, text: 'Banjir di Kota Bharu bertambah buruk.' }
    expect(only(await check(post, rewritten), 'sensitive-term')).toMatchObject([{ checked: null }])
    const other = await addTo(test, 'Lain', { text: 'Banjir surut di Gua Musang.' })
    expect(only(await check(other), 'sensitive-term')).toMatchObject([{ checked: null }])

    await posts.unconfirmTerm(one)
    expect(await term()).toMatchObject([{ severity: 'warn', checked: null }])
    // What was said stays on record.
    expect(await test.rows('select id from post_term_check')).toHaveLength(2)
    await expect(posts.unconfirmTerm(one)).rejects.toMatchObject({
      reason: 'posts.term-not-checked',
    })
    await expect(
      posts.confirmTerm({ ...one, term: 'ribut', reason: 'Tiada dalam senarai' }),
    ).rejects.toMatchObject({ reason: 'planning.unknown-term' })
  })
})
