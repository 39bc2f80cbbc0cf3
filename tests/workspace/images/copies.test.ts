import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CopyResult } from '#contract/imageCopies'
import type { SaveTo } from '#contract/saving'
import { ImageId } from '#contract/values'
import {
  apart,
  secret,
  shown,
  telling,
  withJpegBlocks,
  withPngTexts,
} from '../../images/copy/told.ts'
import { holdAfter } from '../../support/heldWorkers.ts'
import { open, scene } from '../../support/pictures.ts'
import { present } from '../../support/present.ts'
import { samplePdf } from '../../support/samplePdf.ts'
import { sampleMp4 } from '../../support/sampleVideos.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { openDrop, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
let target: string
beforeEach(async () => {
  drop = await openDrop()
  target = await mkdtemp(join(tmpdir(), 'keluar-'))
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
  await rm(target, { recursive: true, force: true })
})

const size = { width: 600, height: 400 }
const pdf = samplePdf([{ width: 900, height: 472.5 }])

async function jpeg(seed: number): Promise<Buffer> {
  return withJpegBlocks(
    await telling(open(await scene(seed, size)))
      .jpeg({ quality: 90 })
      .toBuffer(),
  )
}

async function png(seed: number): Promise<Buffer> {
  return withPngTexts(
    await telling(open(await scene(seed, size)))
      .png()
      .toBuffer(),
  )
}

/** Keeps what was put into the folder; ids by file name. */
async function keepAll(): Promise<Record<string, ImageId>> {
  const checks = await drop.check(test, '', 'photo')
  for (const { id } of checks) await test.workspace.images.override({ id, reason: 'Perlu' })
  const { kept } = await test.workspace.images.keep({ ids: checks.map(({ id }) => id) })
  return Object.fromEntries(
    kept.map(({ checkId, imageId }) => [
      present(checks.find(({ id }) => id === checkId)).name,
      imageId,
    ]),
  )
}

const into = (path: string): SaveTo => ({ kind: 'folder', path })
const save = async (ids: (ImageId | undefined)[], to: SaveTo): Promise<CopyResult[]> =>
  (await test.workspace.images.saveCopies({ ids: ids.map(present), to })).results

describe.each(databases)('copies out of the library on %s', (database) => {
  it('are the same pictures upright, and say nothing else', async () => {
    test = await startTestWorkspace(database)
    const [photo, drawing] = [await jpeg(71), await png(72)]
    await drop.put('Majlis FT04.jpg', photo)
    await drop.put('Lukisan.png', drawing)
    const kept = await keepAll()
    const seen: unknown[] = []
    const { results } = await test.workspace.images.saveCopies(
      { ids: [present(kept['Majlis FT04.jpg']), present(kept['Lukisan.png'])], to: into(target) },
      { onProgress: (progress) => seen.push(progress) },
    )
    expect(seen.at(-1)).toEqual({ done: 2, total: 2 })
    const files = ['majlis-ft04.jpg', 'lukisan.png'] as const
    expect(results.map(({ saved, refused }) => [saved?.path, saved?.manner, refused])).toEqual(
      files.map((name) => [join(target, name), 'again', null]),
    )
    for (const [name, original, within] of [
      [files[0], photo, 1.5],
      [files[1], drawing, 0],
    ] as const) {
      const copy = await readFile(join(target, name))
      const { width, height, exif, xmp, iptc, comments, icc } = await sharp(copy).metadata()
      expect([width, height]).toEqual([400, 600])
      expect([exif, xmp, iptc, comments, icc]).toEqual(Array.from({ length: 5 }, () => undefined))
      expect(original.includes(secret)).toBe(true)
      expect(copy.includes(secret)).toBe(false)
      expect(apart(await shown(copy), await shown(original)).mean).toBeLessThanOrEqual(within)
      expect(copy.length).toBe(
        results.find(({ saved }) => saved?.fileName === name)?.saved?.byteSize,
      )
    }
    // What is in the library, and what was checked, is what it was.
    expect(await readFile(join(drop.folder, 'Majlis FT04.jpg'))).toEqual(photo)
    const of = { where: 'library', imageId: present(kept['Majlis FT04.jpg']) } as const
    const details = await test.workspace.images.personalDetails({ of })
    expect(details.map(({ value }) => value).join()).toContain(secret)
  })

  it('for the clipboard are one picture drawn anew that tells nothing, and are written down', async () => {
    test = await startTestWorkspace(database)
    const photo = await jpeg(75)
    await drop.put('Majlis.jpg', photo)
    await drop.put('b.pdf', pdf)
    const kept = await keepAll()
    const id = present(kept['Majlis.jpg'])
    const { png: bytes } = await test.workspace.images.copyOut({ id })
    const { format, width, height, exif, xmp, iptc, comments, icc } = await sharp(bytes).metadata()
    expect([format, width, height]).toEqual(['png', 400, 600])
    expect([exif, xmp, iptc, comments, icc]).toEqual(Array.from({ length: 5 }, () => undefined))
    expect(Buffer.from(bytes).includes(secret)).toBe(false)
    expect(apart(await shown(Buffer.from(bytes)), await shown(photo)).mean).toBeLessThanOrEqual(0.5)
    const entries = await test.rows<{ subjects: string }>(
      `select subjects from audit_entry where action = 'images.copyOut'`,
    )
    expect(entries.map(({ subjects }) => subjects.includes(id))).toEqual([true])
    await expect(
      test.workspace.images.copyOut({ id: present(kept['b.pdf']) }),
    ).rejects.toMatchObject({ reason: 'images.fix-unreadable' })
    await test.workspace.images.trash({ ids: [id] })
    await expect(test.workspace.images.copyOut({ id })).rejects.toMatchObject({
      reason: 'images.in-trash',
    })
    await expect(
      test.workspace.images.copyOut({ id: ImageId.parse('f0000000-0000-4000-8000-000000000000') }),
    ).rejects.toMatchObject({ reason: 'images.unknown' })
  })

  it('of videos and PDFs that say nothing are what was kept, byte for byte', async () => {
    test = await startTestWorkspace(database)
    // Of several sealed chunks, the last of them cut short.
    const long = Buffer.concat([sampleMp4, freeBox(2_500_000)])
    await drop.put('a.mp4', long)
    await drop.put('b.pdf', pdf)
    const kept = await keepAll()
    expect(await test.workspace.images.copyPlan({ id: present(kept['a.mp4']) })).toEqual({
      ...{ fileName: 'a.mp4', format: 'mp4' },
    })
    const results = await save([kept['a.mp4'], kept['b.pdf']], into(target))
    expect(results.map(({ saved }) => [saved?.fileName, saved?.manner, saved?.byteSize])).toEqual([
      ['a.mp4', 'cleaned', long.length],
      ['b.pdf', 'cleaned', pdf.length],
    ])
    expect((await readFile(join(target, 'a.mp4'))).equals(long)).toBe(true)
    expect((await readFile(join(target, 'b.pdf'))).equals(pdf)).toBe(true)
  })

  it('are called by their names in the library, and replace nothing', async () => {
    test = await startTestWorkspace(database)
    await drop.put('IMG_2001.jpg', await jpeg(73))
    await drop.put('IMG_2002.jpg', await jpeg(74))
    const kept = await keepAll()
    const ids = Object.values(kept)
    await test.workspace.images.describe({ ids, name: 'Gotong-royong Kg. Ulu' })
    await writeFile(join(target, 'gotong-royong-kg-ulu.jpg'), 'sudah ada')
    const results = await save(ids, into(target))
    expect(results.map(({ saved }) => saved?.fileName)).toEqual([
      'gotong-royong-kg-ulu-2.jpg',
      'gotong-royong-kg-ulu-3.jpg',
    ])
    expect(await readFile(join(target, 'gotong-royong-kg-ulu.jpg'), 'utf8')).toBe('sudah ada')
    expect(await test.workspace.images.copyPlan({ id: present(ids[0]) })).toEqual({
      ...{ fileName: 'gotong-royong-kg-ulu.jpg', format: 'jpeg' },
    })
  })

  it('go to the very file a person named, but never over what was checked', async () => {
    test = await startTestWorkspace(database)
    const bytes = await jpeg(75)
    await drop.put('asal.jpg', bytes)
    const { 'asal.jpg': id } = await keepAll()
    const saveAs = async (path: string) => {
      const [result] = await save([id], { kind: 'file', path })
      return result?.saved?.path ?? result?.refused
    }
    const named = join(target, 'Untuk Facebook.jpg')
    await writeFile(named, 'lama')
    // The system has asked whether that may be replaced.
    expect(await saveAs(named)).toBe(named)
    expect((await sharp(named).metadata()).width).toBe(400)
    // Of the name with its ending nobody has asked.
    await writeFile(join(target, 'Tanpa.jpg'), 'lama')
    expect(await saveAs(join(target, 'Tanpa'))).toBe(join(target, 'Tanpa-2.jpg'))
    expect(await readFile(join(target, 'Tanpa.jpg'), 'utf8')).toBe('lama')
    expect(await saveAs(join(drop.folder, 'asal.jpg'))).toBe('images.fix-over-original')
    expect(await readFile(join(drop.folder, 'asal.jpg'))).toEqual(bytes)
    expect((await readdir(target)).toSorted()).toEqual([
      ...['Tanpa-2.jpg', 'Tanpa.jpg', 'Untuk Facebook.jpg'],
    ])
  })

  it('say of each what could not be saved, and why', async () => {
    test = await startTestWorkspace(database)
    for (const [name, seed] of [
      ['a.jpg', 76],
      ['b.jpg', 77],
      ['c.jpg', 78],
    ] as const) {
      await drop.put(name, await jpeg(seed))
    }
    await drop.put('d.mp4', Buffer.concat([sampleMp4, freeBox(2_500_000)]))
    const kept = await keepAll()
    await test.workspace.images.trash({ ids: [present(kept['a.jpg'])] })
    await damage(present(kept['b.jpg']), 'original', 100)
    // The last of its chunks: two are written before it shows.
    await damage(present(kept['d.mp4']), 'large', 2_300_000)
    const outcomes = (results: CopyResult[]) =>
      results.map(({ saved, refused }) => saved?.fileName ?? refused)
    const ids = ['a.jpg', 'b.jpg', 'c.jpg', 'd.mp4'].map((name) => kept[name])
    expect(outcomes(await save(ids, into(target)))).toEqual([
      ...['images.in-trash', 'images.original-gone', 'c.jpg', 'images.original-gone'],
    ])
    // No half of a video stays behind.
    expect(await readdir(target)).toEqual(['c.jpg'])
    const nowhere = join(target, 'tiada')
    expect(outcomes(await save([kept['c.jpg']], into(nowhere)))).toEqual(['images.fix-not-written'])
    const unknown = ImageId.parse('00000000-0000-4000-8000-000000000000')
    expect(outcomes(await save([unknown], into(target)))).toEqual(['images.unknown'])
    await expect(
      save([kept['a.jpg'], kept['c.jpg']], { kind: 'file', path: join(target, 'x.jpg') }),
    ).rejects.toMatchObject({ reason: 'call.input' })
  })

  it('stay when the rest is called off', async () => {
    const workers = holdAfter(1, 'copy')
    test = await startTestWorkspace(database, { startImageWorker: workers.start })
    for (const seed of [79, 80, 81]) await drop.put(`${seed}.jpg`, await jpeg(seed))
    const ids = Object.values(await keepAll())
    const calledOff = new AbortController()
    const { results } = await test.workspace.images.saveCopies(
      { ids, to: into(target) },
      { signal: calledOff.signal, onProgress: ({ done }) => done === 1 && calledOff.abort() },
    )
    expect(results.map(({ saved, refused }) => (saved === null ? refused : 'saved'))).toEqual([
      ...['saved', 'call.cancelled', 'call.cancelled'],
    ])
    expect(await readdir(target)).toHaveLength(1)
  })

  it('are in the audit log: whose, which and when, and nothing of where to', async () => {
    test = await startTestWorkspace(database)
    await drop.put('Rahsia negara.jpg', await jpeg(82))
    const { 'Rahsia negara.jpg': id } = await keepAll()
    const before = await test.rows<{ total: number | string }>(
      'select count(*) as total from image_derivation',
    )
    test.clock.set('2026-11-23T02:30:00.000Z')
    await save([id], into(target))
    await save([id], into(join(target, 'tiada')))
    const rows = await test.rows<{ at: string; person: string; subjects: string }>(
      `select e.at, p.name as person, e.subjects from audit_entry e
       join person p on p.id = e.person_id
       where e.action = 'images.saveCopies' order by e.sequence`,
    )
    // Only what left: the second was not written.
    expect(rows).toEqual([
      {
        at: '2026-11-23T02:30:00.000Z',
        person: 'Siti Aminah binti Abdullah',
        subjects: JSON.stringify([{ table: 'image', id, fields: [] }]),
      },
    ])
    expect(test.log).toEqual([])
    // It is the same picture: nothing was made from it.
    expect(await test.rows('select count(*) as total from image_derivation')).toEqual(before)
  })
})

/** A box of an MP4 that players skip. */
function freeBox(bytes: number): Buffer {
  const box = Buffer.alloc(bytes, 7)
  box.writeUInt32BE(bytes)
  box.write('free', 4, 'latin1')
  return box
}

/** Changes one byte of what is at rest. */
async function damage(id: ImageId, area: 'original' | 'large', at: number): Promise<void> {
  const [row] = await test.rows<{ bytes_hash: string }>(
    `select bytes_hash from image where id = '${id}'`,
  )
  const { bytes_hash: hash } = present(row)
  const file = join(test.folder, 'media', area, hash.slice(0, 2), hash)
  const bytes = await readFile(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file, bytes)
}
