import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Attachment, AttachmentOwner } from '#contract/attachments'
import { secret, telling, withJpegBlocks } from '../../images/copy/told.ts'
import { register } from '../../support/complaints.ts'
import { open, scene } from '../../support/pictures.ts'
import { addPerson, as } from '../../support/postRounds.ts'
import { addTo } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { listed, openOutside, pdf, type Outside } from './attaching.ts'

let test: TestWorkspace
let outside: Outside
let owner: AttachmentOwner
beforeEach(async () => {
  outside = await openOutside()
})
afterEach(async () => {
  await test.stop()
  await outside.remove()
})

const box = { left: 100, top: 200, width: 120, height: 80 }
const other = { left: 10, top: 10, width: 30, height: 30 }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function attachPhoto(seed: number): Promise<Attachment> {
  const picture = open(await scene(seed, { width: 600, height: 400 }))
  const photo = withJpegBlocks(await telling(picture).jpeg({ quality: 90 }).toBuffer())
  const path = await outside.put(`tapak ${seed}.jpg`, photo)
  const { added } = await test.workspace.attachments.add({ owner, paths: [path] })
  return present(added[0])
}

/** The lightest level of what lies well within a box. */
async function levelsIn(bytes: Uint8Array, { left, top, width, height }: typeof box) {
  const inner = { left: left + 8, top: top + 8, width: width - 16, height: height - 16 }
  const pixels = await sharp(bytes).extract(inner).removeAlpha().raw().toBuffer()
  return { most: pixels.reduce((most, level) => Math.max(most, level), 0) }
}

async function saved(id: Attachment['id'], name: string, fullFor?: string): Promise<Buffer> {
  const path = join(outside.folder, name)
  const why = fullFor === undefined ? {} : { fullFor }
  await test.workspace.attachments.saveCopy({ id, path, ...why })
  return readFile(path)
}

async function kept(): Promise<string[]> {
  const area = join(test.folder, 'media', 'attachment')
  const entries = await readdir(area, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

describe.each(databases)('redacting on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    owner = { kind: 'complaint', id: (await register(test)).id }
  })

  it('makes a copy that leaves in place of the original, which is kept', async () => {
    const { attachments } = test.workspace
    const { id, bytesHash, byteSize } = await attachPhoto(81)
    const seen: unknown[] = []
    const { attachment, before } = await attachments.redact(
      { id, boxes: [box] },
      { onProgress: (progress) => seen.push(progress) },
    )
    expect(before).toBeNull()
    expect(seen.at(-1)).toEqual({ done: 2, total: 2 })
    const redaction = present(attachment.redaction)
    expect(redaction).toMatchObject({
      ...{ boxes: [box], madeByName: 'Siti Aminah binti Abdullah' },
      madeAt: '2026-11-23T01:00:00.000Z',
    })
    expect(attachment).toMatchObject({ bytesHash, byteSize })
    expect(await listed(test, owner)).toEqual([attachment])

    const copy = await saved(id, 'keluar.jpg')
    expect(copy.includes(secret)).toBe(false)
    const { width, height, exif, orientation } = await sharp(copy).metadata()
    expect([width, height, exif, orientation]).toEqual([400, 600, undefined, undefined])
    expect((await levelsIn(copy, box)).most).toBeLessThan(12)
    const original = await attachments.part({ id, from: 0, length: 1_000_000 })
    expect(sha256(present(original).bytes)).toBe(bytesHash)

    for (const size of ['thumbnail', 'preview'] as const) {
      const media = await test.running.readMedia({ size, of: 'redaction', id: redaction.id })
      const drawn = present(media).bytes
      const scale = present((await sharp(drawn).metadata()).width) / 400
      const scaled = Object.fromEntries(
        Object.entries(box).map(([side, value]) => [side, Math.round(value * scale)]),
      ) as typeof box
      expect((await levelsIn(drawn, scaled)).most).toBeLessThan(40)
    }
    expect((await kept()).toSorted()).toEqual([bytesHash, redaction.bytesHash].toSorted())
  })

  it('leaves in full only for a reason, which is kept and told to nobody else', async () => {
    const { attachments } = test.workspace
    const { id } = await attachPhoto(82)
    // Nothing is blacked out yet: there is nothing to give a reason for.
    await saved(id, 'biasa.jpg', 'Tidak perlu')
    expect(await attachments.fullCopies({ id })).toEqual([])
    await attachments.redact({ id, boxes: [box] })
    const full = await saved(id, 'penuh.jpg', 'Siasatan polis IPD 12/2026')
    expect((await levelsIn(full, box)).most).toBeGreaterThan(60)
    expect(full.includes(secret)).toBe(false)
    expect(await attachments.fullCopies({ id })).toEqual([
      {
        ...{ at: '2026-11-23T01:00:00.000Z', byName: 'Siti Aminah binti Abdullah' },
        reason: 'Siasatan polis IPD 12/2026',
      },
    ])
    const entries = await test.rows<{ action: string; subjects: string }>(
      'select action, subjects from audit_entry',
    )
    expect(JSON.stringify(entries)).not.toContain('Siasatan')
    expect(
      entries.filter(({ subjects }) => subjects.includes('attachment_full_copy')),
    ).toHaveLength(1)
    expect((await levelsIn(await saved(id, 'lagi.jpg'), box)).most).toBeLessThan(12)
  })

  it('begins again from the original, goes back and away, and comes back', async () => {
    const { attachments } = test.workspace
    const { id } = await attachPhoto(83)
    const first = await attachments.redact({ id, boxes: [box] })
    const second = await attachments.redact({ id, boxes: [other] })
    const firstId = present(first.attachment.redaction).id
    expect(second.before).toBe(firstId)
    // The first box is open again: a copy is never made of a copy.
    expect((await levelsIn(await saved(id, 'dua.jpg'), box)).most).toBeGreaterThan(60)
    const back = await attachments.restoreRedaction({ id, redactionId: firstId })
    expect(back.redaction).toEqual(first.attachment.redaction)
    expect((await levelsIn(await saved(id, 'satu.jpg'), box)).most).toBeLessThan(12)
    expect((await attachments.removeRedaction({ id })).redaction).toBeNull()
    expect((await levelsIn(await saved(id, 'asal.jpg'), box)).most).toBeGreaterThan(60)
    await expect(attachments.removeRedaction({ id })).rejects.toMatchObject({
      reason: 'attachments.not-redacted',
    })
    const restored = await attachments.restoreRedaction({ id, redactionId: firstId })
    expect(restored.redaction?.id).toBe(firstId)
    await expect(attachments.restoreRedaction({ id, redactionId: firstId })).rejects.toMatchObject({
      reason: 'attachments.unknown-redaction',
    })
    const another = await attachPhoto(84)
    await expect(
      attachments.restoreRedaction({
        ...{ id: another.id, redactionId: present(second.attachment.redaction).id },
      }),
    ).rejects.toMatchObject({ reason: 'attachments.unknown-redaction' })
  })

  it('is refused for what is no picture, lies outside of it, or was taken off', async () => {
    const { attachments } = test.workspace
    const path = await outside.put('surat.pdf', pdf)
    const letter = present((await attachments.add({ owner, paths: [path] })).added[0])
    await expect(attachments.redact({ id: letter.id, boxes: [box] })).rejects.toMatchObject({
      reason: 'attachments.no-picture',
    })
    const { id } = await attachPhoto(85)
    for (const wrong of [
      { ...box, width: 400 },
      { ...box, top: 590 },
      { ...box, left: -1 },
      { ...box, height: 0 },
    ]) {
      await expect(attachments.redact({ id, boxes: [wrong] })).rejects.toMatchObject({
        reason: 'call.input',
      })
    }
    await attachments.remove({ id })
    await expect(attachments.redact({ id, boxes: [box] })).rejects.toMatchObject({
      reason: 'attachments.unknown',
    })
    expect(await test.rows('select id from attachment_redaction')).toEqual([])
  })

  it('is for whoever may change the file, and shown to whoever may see it', async () => {
    const { attachments } = test.workspace
    const { id } = await attachPhoto(86)
    const { attachment } = await attachments.redact({ id, boxes: [box] })
    const redaction = present(attachment.redaction)
    const maker = await addPerson(test, 'Vimala', 'designer')
    const refused = { reason: 'people.not-allowed' }
    await as(test, maker, async () => {
      await expect(attachments.redact({ id, boxes: [box] })).rejects.toMatchObject(refused)
      await expect(attachments.removeRedaction({ id })).rejects.toMatchObject(refused)
      await expect(attachments.fullCopies({ id })).rejects.toMatchObject(refused)
      const asked = { size: 'preview', of: 'redaction', id: redaction.id } as const
      expect(await test.running.readMedia(asked)).toBeNull()
    })
    // A post's pictures are the makers' to black out.
    owner = { kind: 'post', id: (await addTo(test, 'Gotong-royong')).id }
    const ofPost = await attachPhoto(87)
    await as(test, maker, async () => {
      await attachments.redact({ id: ofPost.id, boxes: [box] })
    })
    expect((await listed(test, owner))[0]?.redaction?.madeByName).toBe('Vimala')
  })
})
