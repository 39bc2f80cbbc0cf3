import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AttachmentOwner } from '#contract/attachments'
import { PostId } from '#contract/postIds'
import type { Post } from '#contract/posts'
import type { PersonId } from '#contract/values'
import { secret, telling, withJpegBlocks } from '../../images/copy/told.ts'
import { open, scene } from '../../support/pictures.ts'
import { addPerson, as, asked, authorOf } from '../../support/postRounds.ts'
import { addTo, day } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { samplePdf } from '../../support/samplePdf.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { a4, listed, openOutside, pdf, type Outside } from './attaching.ts'

let test: TestWorkspace
let outside: Outside
let owner: AttachmentOwner
let other: AttachmentOwner
let lim: PersonId
beforeEach(async () => {
  outside = await openOutside()
})
afterEach(async () => {
  await test.stop()
  await outside.remove()
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function jpeg(seed: number): Promise<Buffer> {
  const picture = open(await scene(seed, { width: 600, height: 400 }))
  return withJpegBlocks(await telling(picture).jpeg({ quality: 90 }).toBuffer())
}

/** Files of the store's area of attachments, whatever their folders. */
async function sealedFiles(): Promise<string[]> {
  const area = join(test.folder, 'media', 'attachment')
  const entries = await readdir(area, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

async function attachOne(to: AttachmentOwner, path: string) {
  const { added } = await test.workspace.attachments.add({ owner: to, paths: [path] })
  return present(added[0])
}

/** A signed approval, entered by somebody who did not write the post. */
async function enterFor(signedBy: PersonId, { id, contentHash }: Pick<Post, 'id' | 'contentHash'>) {
  const typist = await addPerson(test, 'Vimala', 'planner')
  const said = { decision: 'approve' as const, comment: '', signedOn: day('2026-11-23') }
  const decided = { id, contentHash, ...said, signedBy }
  await as(test, typist, () => test.workspace.posts.enterPaperDecision(decided))
}

describe.each(databases)('attachments on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    owner = { kind: 'post', id: (await addTo(test, 'Laluan alternatif')).id }
    other = { kind: 'post', id: (await addTo(test, 'Gotong-royong')).id }
    lim = await addPerson(test, 'Lim Mei Ling', 'viewer')
  })

  it('are taken with what their content says, and read back bit for bit', async () => {
    const letter = await outside.put('Surat program 2026.pdf', pdf)
    const text = await outside.put('Taklimat.TXT', 'Taklimat: jalan ditutup 8 pagi.\r\n')
    const seen: unknown[] = []
    const { added, refused } = await test.workspace.attachments.add(
      { owner, paths: [letter, text] },
      { onProgress: (progress) => seen.push(progress) },
    )
    expect(refused).toEqual([])
    expect(seen.at(-1)).toEqual({ done: 2, total: 2 })
    expect(added).toMatchObject([
      {
        ...{ owner, title: 'Surat program 2026', fileName: 'Surat program 2026.pdf' },
        ...{ kind: 'pdf', byteSize: pdf.length, bytesHash: sha256(pdf), note: '' },
        ...{
          width: null,
          personal: [],
          removedAt: null,
          addedByName: 'Siti Aminah binti Abdullah',
        },
      },
      { title: 'Taklimat', kind: 'txt' },
    ])
    expect(await listed(test, owner)).toEqual(added)
    expect(await listed(test, other)).toEqual([])
    const { id } = present(added[0])
    const part = await test.workspace.attachments.part({ id, from: 0, length: 1_000_000 })
    expect(Buffer.from(present(part).bytes)).toEqual(pdf)
    expect(present(part).size).toBe(pdf.length)
    const path = join(outside.folder, 'keluar.pdf')
    const saved = await test.workspace.attachments.saveCopy({ id, path })
    expect(saved).toEqual({ path, manner: 'as-is' })
    expect(await readFile(path)).toEqual(pdf)
  })

  it('of photos show what they say of persons, and leave without it', async () => {
    const photo = await jpeg(7)
    expect(photo.includes(secret)).toBe(true)
    const added = await attachOne(owner, await outside.put('Selepas.jpg', photo))
    expect(added).toMatchObject({ kind: 'jpeg', width: 400, height: 600 })
    expect(added.personal.map(({ value }) => value).join()).toContain(secret)
    const path = join(outside.folder, 'keluar.jpg')
    const saved = await test.workspace.attachments.saveCopy({ id: added.id, path })
    expect(saved.manner).toBe('again')
    const copy = await readFile(path)
    expect(copy.includes(secret)).toBe(false)
    const { width, height, exif } = await sharp(copy).metadata()
    expect([width, height, exif]).toEqual([400, 600, undefined])
    // What is attached is the evidence as it came.
    const part = await test.workspace.attachments.part({ id: added.id, from: 0, length: 1_000_000 })
    expect(sha256(present(part).bytes)).toBe(sha256(photo))
    for (const size of ['thumbnail', 'preview'] as const) {
      const media = await test.running.readMedia({ size, of: 'attachment', id: added.id })
      expect(present(media).contentType).toBe('image/jpeg')
      expect(Buffer.from(present(media).bytes).includes(secret)).toBe(false)
    }
  })

  it('are kept once however often they are attached, and said to be there', async () => {
    const path = await outside.put('Surat.pdf', pdf)
    const again = await outside.put('Surat (1).pdf', pdf)
    const first = await attachOne(owner, path)
    const { added, refused } = await test.workspace.attachments.add({ owner, paths: [again] })
    expect(added).toEqual([])
    expect(refused).toEqual([
      { fileName: 'Surat (1).pdf', reason: 'attachments.already-there', details: {} },
    ])
    const second = await attachOne(other, path)
    expect(second.bytesHash).toBe(first.bytesHash)
    expect(await sealedFiles()).toEqual([first.bytesHash])
    // What one owner lets go the other still has.
    await test.workspace.attachments.remove({ id: first.id })
    expect(await listed(test, owner)).toEqual([])
    const part = await test.workspace.attachments.part({ id: second.id, from: 0, length: 8 })
    expect(Buffer.from(present(part).bytes).toString()).toBe('%PDF-1.4')
  })

  it('can be named, noted, taken off and brought back', async () => {
    const { attachments } = test.workspace
    const { id } = await attachOne(owner, await outside.put('scan0001.pdf', pdf))
    const named = await attachments.change({ id, title: 'Surat jemputan', note: 'Dari JKR Ipoh' })
    expect(named).toMatchObject({ title: 'Surat jemputan', note: 'Dari JKR Ipoh' })
    expect(named.fileName).toBe('scan0001.pdf')
    await expect(attachments.restore({ id })).rejects.toMatchObject({
      reason: 'attachments.not-removed',
    })
    expect((await attachments.remove({ id })).removedAt).not.toBeNull()
    await expect(attachments.remove({ id })).rejects.toMatchObject({
      reason: 'attachments.unknown',
    })
    await expect(attachments.change({ id, title: 'a', note: '' })).rejects.toMatchObject({
      reason: 'attachments.unknown',
    })
    expect(await attachments.restore({ id })).toEqual(named)
    await attachments.remove({ id })
    // The same file attached again is the same attachment, by whoever attaches it now.
    test.clock.set('2026-11-24T02:00:00.000Z')
    const back = await attachOne(owner, await outside.put('Surat.pdf', pdf))
    expect(back).toMatchObject({
      ...{ id, title: 'Surat jemputan', note: 'Dari JKR Ipoh', fileName: 'Surat.pdf' },
      ...{ addedAt: '2026-11-24T02:00:00.000Z', removedAt: null },
    })
  })

  it('are of a decision signed on paper, and of no other', async () => {
    const { posts, attachments } = test.workspace
    const ali = await addPerson(test, 'Ali')
    const { id, contentHash } = await asked(test)
    await enterFor(ali, { id, contentHash })
    const decision = present((await posts.approval({ id })).rounds[0]?.decisions[0])
    const sheet: AttachmentOwner = { kind: 'approval-decision', id: decision.id }
    const path = await outside.put('Imbasan.pdf', pdf)
    await attachOne(sheet, path)
    expect(await listed(test, sheet)).toHaveLength(1)
    // Attached files are no part of what was approved.
    expect((await posts.get({ id })).contentHash).toBe(contentHash)
    expect((await posts.approval({ id })).holds).toBe(true)

    const seen = await asked(test)
    await as(test, ali, () =>
      posts.decide({
        ...{ id: seen.id, contentHash: seen.contentHash, decision: 'approve', comment: '' },
      }),
    )
    const here = present((await posts.approval({ id: seen.id })).rounds[0]?.decisions[0])
    const notPaper: AttachmentOwner = { kind: 'approval-decision', id: here.id }
    await expect(attachments.add({ owner: notPaper, paths: [path] })).rejects.toMatchObject({
      reason: 'posts.not-on-paper',
    })
  })

  it('follow their owner: none to what is not there or in the trash', async () => {
    const { attachments, posts } = test.workspace
    const path = await outside.put('Surat.pdf', pdf)
    const { id } = await attachOne(owner, path)
    for (const [kind, reason] of [
      ['post', 'posts.unknown'],
      ['approval-decision', 'posts.unknown-decision'],
    ] as const) {
      const nobody = { kind, id: randomUUID() }
      await expect(attachments.add({ owner: nobody, paths: [path] })).rejects.toMatchObject({
        reason,
      })
    }
    await posts.trash({ ids: [PostId.parse(owner.id)] })
    for (const call of [
      () => attachments.add({ owner, paths: [path] }),
      () => attachments.remove({ id }),
      () => attachments.change({ id, title: 'Lain', note: '' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ reason: 'posts.in-trash' })
    }
    expect(await listed(test, owner)).toHaveLength(1)
  })

  it('are changed by roles of their owner alone, and seen by all', async () => {
    const { attachments, posts } = test.workspace
    const ali = await addPerson(test, 'Ali')
    const designer = await addPerson(test, 'Pereka', 'designer')
    const { id, contentHash } = await asked(test)
    await enterFor(ali, { id, contentHash })
    const decision = present((await posts.approval({ id })).rounds[0]?.decisions[0])
    const sheet: AttachmentOwner = { kind: 'approval-decision', id: decision.id }
    const path = await outside.put('Imbasan.pdf', pdf)
    const scan = await attachOne(sheet, path)
    await as(test, designer, async () => {
      // Whoever makes pictures attaches to posts, and enters no decisions.
      expect((await attachments.add({ owner, paths: [path] })).added).toHaveLength(1)
      for (const call of [
        () => attachments.add({ owner: sheet, paths: [path] }),
        () => attachments.remove({ id: scan.id }),
      ]) {
        await expect(call()).rejects.toMatchObject({
          ...{ reason: 'people.not-allowed', details: { roles: 'administrator,planner' } },
        })
      }
    })
    await as(test, lim, async () => {
      expect(await attachments.list({ owner: sheet })).toHaveLength(1)
      const saving = attachments.saveCopy({ id: scan.id, path: join(outside.folder, 'x.pdf') })
      await expect(saving).rejects.toMatchObject({ reason: 'people.not-allowed' })
    })
  })

  it('stand in the audit log by field, never by value', async () => {
    const { attachments } = test.workspace
    const path = await outside.put('Aduan Puan Rahmah.pdf', pdf)
    const { id } = await attachOne(owner, path)
    await attachments.saveCopy({ id, path: join(outside.folder, 'keluar.pdf') })
    const rows = await test.rows<{ action: string; subjects: string; person_id: string }>(
      `select action, subjects, person_id from audit_entry where action like 'attachments.%' order by sequence`,
    )
    expect(rows.map(({ action }) => action)).toEqual(['attachments.add', 'attachments.saveCopy'])
    expect(new Set(rows.map(({ person_id }) => person_id))).toEqual(new Set([await authorOf(test)]))
    expect(JSON.stringify(rows)).not.toContain('Rahmah')
    expect(JSON.parse(present(rows[0]).subjects)).toMatchObject([{ table: 'attachment', id }])
  })

  it('are sealed at rest, and a swapped or damaged one is not passed off as it', async () => {
    const { attachments } = test.workspace
    const long = samplePdf([{ ...a4, drawn: 'q Q '.repeat(400_000) }])
    const { id, bytesHash } = await attachOne(owner, await outside.put('Panjang.pdf', long))
    const file = join(test.folder, 'media', 'attachment', bytesHash.slice(0, 2), bytesHash)
    const sealed = await readFile(file)
    expect(sealed.includes('%PDF')).toBe(false)
    const bent = Buffer.from(sealed)
    bent.writeUInt8(bent.readUInt8(bent.length - 40) ^ 1, bent.length - 40)
    await writeFile(file, bent)
    const path = join(outside.folder, 'keluar.pdf')
    await expect(attachments.saveCopy({ id, path })).rejects.toMatchObject({
      reason: 'attachments.original-gone',
    })
    // Half a file would be worse than none.
    await expect(readFile(path)).rejects.toThrow()
    expect(await attachments.part({ id, from: long.length - 10, length: 10 })).toBeNull()
  })
})
