import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import { samplePdf } from '../../support/samplePdf.ts'
import { sampleMp4, sampleWebm } from '../../support/sampleVideos.ts'
import {
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'
import { jpeg } from '../../images/folder.ts'
import { openDrop, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

const pdf = samplePdf([
  { width: 900, height: 472.5 },
  { width: 900, height: 472.5 },
])
const everything = {
  ...{ text: '', kind: null, tag: null, addedFrom: null, addedTo: null },
  trashed: false,
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function filled(): Promise<void> {
  await drop.put('a.webm', sampleWebm)
  await drop.put('b.mp4', sampleMp4)
  await drop.put('c.pdf', pdf)
  await drop.put('d.png', await encodeScene(3))
}

describe.each(databases)('videos and PDFs on %s', (database) => {
  it('are checked, with equal bytes found in the batch and in the library', async () => {
    test = await startTestWorkspace(database)
    await filled()
    await drop.put('e copy.webm', sampleWebm)
    await drop.put('f cut.mp4', sampleMp4.subarray(0, 2_000))
    const checks = await drop.check(test, '', null)
    expect(
      checks.map(({ name, medium, verdict, format, pages, bytesHash, hasThumbnail }) => [
        ...[name, medium, verdict, format, pages, bytesHash, hasThumbnail],
      ]),
    ).toEqual([
      ['a.webm', 'video', 'pass', 'webm', null, sha256(sampleWebm), false],
      ['b.mp4', 'video', 'pass', 'mp4', null, sha256(sampleMp4), false],
      ['c.pdf', 'document', 'pass', 'pdf', 2, sha256(pdf), false],
      ['d.png', 'picture', checks[3]?.verdict, 'png', null, checks[3]?.bytesHash, true],
      ['e copy.webm', 'video', 'reject', 'webm', null, sha256(sampleWebm), false],
      ['f cut.mp4', 'video', 'unreadable', null, null, null, false],
    ])
    expect(present(checks[4]).findings.map(({ code }) => code)).toContain('duplicate-bytes')
    expect(present(checks[4]).repeats[0]?.of).toMatchObject({ where: 'batch', name: 'a.webm' })

    const ids = checks.slice(0, 3).map(({ id }) => id)
    const { kept, refused } = await test.workspace.images.keep({ ids })
    expect([kept.length, refused]).toEqual([3, []])
    const again = await drop.check(test, '', null)
    expect(
      again.slice(0, 3).map(({ verdict, repeats }) => [verdict, repeats[0]?.of.where]),
    ).toEqual(Array.from({ length: 3 }, () => ['reject', 'library']))
  })

  it('go on being told apart when an interrupted batch is continued', async () => {
    test = await startTestWorkspace(database)
    await filled()
    const [first] = await drop.check(test, '', null)
    await test.rows(
      `update image_check set state = 'waiting', measurement = null, fingerprint = null where name = 'd.png'`,
    )
    await drop.put('d.png', sampleWebm)
    const { batchId } = present(first)
    await test.workspace.images.continueBatch({ batchId })
    const checks = await test.workspace.images.checks({ batchId })
    expect(checks[3]).toMatchObject({ medium: 'video', verdict: 'reject' })
    expect(checks[3]?.repeats[0]?.of).toMatchObject({ name: 'a.webm' })
  })

  it('stay in the library over a restart, byte for byte, beside pictures', async () => {
    test = await startTestWorkspace(database)
    await filled()
    const checks = await drop.check(test, '', null)
    for (const { id } of checks) await test.workspace.images.override({ id, reason: 'Perlu' })
    await test.workspace.images.keep({ ids: checks.map(({ id }) => id) })
    await drop.remove()
    await test.restart()
    await test.workspace.gate.unlock({
      secret: { kind: 'passphrase', passphrase: testPassphrase },
      remember: false,
    })
    const library = await test.workspace.images.library(everything)
    expect(library.map(({ name, medium }) => [name, medium]).toSorted()).toEqual([
      ['a.webm', 'video'],
      ['b.mp4', 'video'],
      ['c.pdf', 'document'],
      ['d.png', 'picture'],
    ])
    for (const [name, bytes] of [
      ['a.webm', sampleWebm],
      ['b.mp4', sampleMp4],
      ['c.pdf', pdf],
    ] as const) {
      const { id } = present(library.find((image) => image.name === name))
      const of = { where: 'library', imageId: id } as const
      const part = await test.workspace.images.mediumPart({ of, from: 0, length: 100_000 })
      expect(Buffer.from(present(part).bytes).equals(bytes)).toBe(true)
    }
    const videos = await test.workspace.images.library({ ...everything, medium: 'video' })
    expect(videos.map(({ name }) => name).toSorted()).toEqual(['a.webm', 'b.mp4'])
    const photos = await test.workspace.images.library({ ...everything, kind: 'photo' })
    expect(photos.filter(({ medium }) => medium !== 'picture')).toEqual([])
  })

  it('are not kept when the file is gone or another one by then', async () => {
    test = await startTestWorkspace(database)
    await filled()
    const [webm, mp4] = await drop.check(test, '', null)
    await writeFile(join(drop.folder, 'a.webm'), sampleMp4)
    await drop.remove()
    drop = await openDrop()
    expect(await test.workspace.images.keep({ ids: [present(webm).id] })).toMatchObject({
      refused: [{ reason: 'images.file-gone' }],
    })
    await drop.put('x.webm', sampleWebm)
    const [later] = await drop.check(test, '', null)
    await drop.put('x.webm', sampleMp4)
    expect(await test.workspace.images.keep({ ids: [present(later).id] })).toMatchObject({
      refused: [{ reason: 'images.file-changed' }],
    })
    expect(await test.workspace.images.library(everything)).toEqual([])
    expect(mp4?.keptAs).toBeNull()
  })

  it('show a frame only when one was drawn that is a picture', async () => {
    test = await startTestWorkspace(database)
    await filled()
    const [webm, mp4, document] = await drop.check(test, '', null)
    const of = (check: typeof webm) => ({ where: 'batch', checkId: present(check).id }) as const
    const set = test.workspace.images.setFrame
    const large = new Uint8Array(await jpeg(1280, 720))
    expect(await set({ of: of(webm), frame: large })).toEqual({ drawn: true })
    expect(await set({ of: of(mp4), frame: new TextEncoder().encode('<html>') })).toEqual({
      drawn: false,
    })
    expect(await set({ of: of(document), frame: null })).toEqual({ drawn: false })
    const { batchId } = present(webm)
    const checks = await test.workspace.images.checks({ batchId })
    expect(checks.map(({ frame, hasThumbnail }) => [frame, hasThumbnail])).toEqual([
      ['drawn', true],
      ['none', false],
      ['none', false],
      ['not-yet', true],
    ])
    // A picture has its own.
    await expect(set({ of: of(checks[3]), frame: large })).rejects.toThrow()

    const { kept } = await test.workspace.images.keep({ ids: [present(webm).id] })
    const [image] = await test.workspace.images.library(everything)
    expect(image).toMatchObject({ id: kept[0]?.imageId, frame: 'drawn', medium: 'video' })
    const media = await test.running.readMedia({
      ...{ size: 'thumbnail', of: 'image' },
      id: present(image).id,
    } as const)
    expect(present(media).bytes.length).toBeGreaterThan(1_000)
    expect(present(media).contentType).toMatch(/^image\//)
    expect(present(media).bytes.length).not.toBe(large.length)
  })
})
