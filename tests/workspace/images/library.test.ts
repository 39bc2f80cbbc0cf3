import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LibraryFilter, LibraryImage } from '#contract/images'
import { PlainDate } from '#contract/values'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let drop: string
beforeEach(async () => {
  drop = await mkdtemp(join(tmpdir(), 'gambar-'))
})
afterEach(async () => {
  await test.stop()
  await rm(drop, { recursive: true, force: true })
})

const everything: LibraryFilter = {
  text: '',
  kind: null,
  tag: null,
  addedFrom: null,
  addedTo: null,
  trashed: false,
}

async function keptPictures(names: readonly string[]): Promise<LibraryImage[]> {
  for (const [index, name] of names.entries()) {
    await writeFile(join(drop, name), await encodeScene(index + 1))
  }
  const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
  const checks = await test.workspace.images.checks({ batchId })
  const { kept, refused } = await test.workspace.images.keep({ ids: checks.map(({ id }) => id) })
  expect(refused).toEqual([])
  return Promise.all(kept.map(({ imageId }) => test.workspace.images.libraryImage({ id: imageId })))
}

const names = (found: readonly LibraryImage[]) => found.map((image) => image.name).sort()

const columns =
  'id, name, kind, width, height, format, byte_size, bytes_hash, measurement, fingerprint, ' +
  'fingerprint_version, findings, override_reason, programme, programme_date, programme_time, ' +
  'place, guests, alt_text, source, rights, added_at, added_by, trashed_at'

/** SQL: `before` and the number in twelve digits. */
const numbered = (before: string) => `'${before}' || substr(cast(1000000000000 + i as text), 2)`

describe.each(databases)('the library on %s', (database) => {
  it('keeps the very bytes that were checked, sealed at rest', async () => {
    test = await startTestWorkspace(database)
    const [image] = await keptPictures(['jambatan.png'])
    const original = await readFile(join(drop, 'jambatan.png'))
    expect(image?.bytesHash).toBe(createHash('sha256').update(original).digest('hex'))

    const files = await readdir(join(test.folder, 'media'), {
      recursive: true,
      withFileTypes: true,
    })
    const sealed = files.filter((entry) => entry.isFile())
    expect(sealed.length).toBeGreaterThanOrEqual(3)
    for (const entry of sealed) {
      const bytes = await readFile(join(entry.parentPath, entry.name))
      for (const magic of ['\x89PNG', 'JFIF', 'WEBP', 'IHDR']) {
        expect(bytes.includes(Buffer.from(magic, 'latin1'))).toBe(false)
      }
    }
  })

  it('refuses a file that changed or went after it was checked', async () => {
    test = await startTestWorkspace(database)
    await writeFile(join(drop, 'a.png'), await encodeScene(1))
    await writeFile(join(drop, 'b.png'), await encodeScene(2))
    const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
    const [a, b] = await test.workspace.images.checks({ batchId })
    await writeFile(join(drop, 'a.png'), await encodeScene(3))
    await rm(join(drop, 'b.png'))
    expect(await test.workspace.images.keep({ ids: [present(a).id, present(b).id] })).toEqual({
      kept: [],
      refused: [
        { checkId: present(a).id, reason: 'images.file-changed' },
        { checkId: present(b).id, reason: 'images.file-gone' },
      ],
    })
  })

  it('takes a rejected picture only as an exception with its reason', async () => {
    test = await startTestWorkspace(database)
    await writeFile(join(drop, 'kecil.png'), await encodeScene(1, { width: 560, height: 315 }))
    const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
    const [check] = await test.workspace.images.checks({ batchId })
    expect(check?.verdict).toBe('reject')
    const ids = [present(check).id]
    expect((await test.workspace.images.keep({ ids })).refused).toEqual([
      { checkId: present(check).id, reason: 'images.not-keepable' },
    ])
    await test.workspace.images.override({ id: present(check).id, reason: 'Arkib tahun 1998' })
    const { kept } = await test.workspace.images.keep({ ids })
    expect(
      await test.workspace.images.libraryImage({ id: present(kept[0]).imageId }),
    ).toMatchObject({
      overrideReason: 'Arkib tahun 1998',
      width: 560,
    })
    expect((await test.workspace.images.keep({ ids })).refused).toEqual([
      { checkId: present(check).id, reason: 'images.already-kept' },
    ])
  })

  it('is searched by name, caption and tag, whatever the letter case, with % and _ as letters', async () => {
    test = await startTestWorkspace(database)
    const [, , opening] = await keptPictures(['Jambatan.png', 'jalan_100%.png', 'perasmian.png'])
    await test.workspace.images.describe({
      ids: [present(opening).id],
      caption: {
        programme: 'Majlis Perasmian Jambatan Kedua',
        date: PlainDate.parse('2026-11-20'),
        time: '10.00 pagi',
        place: 'Batu Kawan',
        guests: '',
      },
      tags: ['Utara', 'majlis'],
    })
    const search = async (filter: Partial<LibraryFilter>) =>
      names(await test.workspace.images.library({ ...everything, ...filter }))
    expect(await search({ text: 'JAMBATAN' })).toEqual(['Jambatan.png', 'perasmian.png'])
    expect(await search({ text: 'kawan perasmian' })).toEqual(['perasmian.png'])
    expect(await search({ text: '100%' })).toEqual(['jalan_100%.png'])
    expect(await search({ text: '_1' })).toEqual(['jalan_100%.png'])
    expect(await search({ text: 'utara' })).toEqual(['perasmian.png'])
    expect(await search({ tag: 'Utara' })).toEqual(['perasmian.png'])
    expect(await search({ kind: 'photo' })).toEqual([])
    expect(await test.workspace.images.tags({})).toEqual([
      { tag: 'Utara', count: 1 },
      { tag: 'majlis', count: 1 },
    ])
  })

  it('counts days in Malaysian time', async () => {
    test = await startTestWorkspace(database)
    // 23 November, 07:30 in Kuala Lumpur, is still the 22nd in UTC.
    test.clock.set('2026-11-22T23:30:00.000Z')
    await keptPictures(['pagi.png'])
    const on = async (day: string) =>
      names(
        await test.workspace.images.library({
          ...everything,
          addedFrom: PlainDate.parse(day),
          addedTo: PlainDate.parse(day),
        }),
      )
    expect(await on('2026-11-22')).toEqual([])
    expect(await on('2026-11-23')).toEqual(['pagi.png'])
    expect(await on('2026-11-24')).toEqual([])
  })

  it('shows more pictures than one statement binds values', async () => {
    test = await startTestWorkspace(database)
    await keptPictures(['a.png'])
    // SQLite binds 32 766 values a statement, PostgreSQL 65 535.
    const count = database === 'sqlite' ? 33_000 : 66_000
    await test.rows(`
      insert into image (${columns})
      with recursive number(i) as (select 1 union all select i + 1 from number where i < ${count})
      select ${columns
        .replace('bytes_hash', numbered('0'.repeat(52)))
        .replace('id', numbered('00000000-0000-4000-8000-'))}
      from image, number`)
    await test.rows(`insert into image_tag (image_id, tag) select id, 'jambatan' from image`)
    const found = await test.workspace.images.library({ ...everything, tag: 'jambatan' })
    expect(found).toHaveLength(count + 1)
    expect(found.every(({ tags }) => tags.length === 1 && tags[0] === 'jambatan')).toBe(true)
  })

  it('moves to the trash and back, and the trash is no longer compared with', async () => {
    test = await startTestWorkspace(database)
    const [image] = await keptPictures(['a.png'])
    await test.workspace.images.trash({ ids: [present(image).id] })
    expect(await test.workspace.images.library(everything)).toEqual([])
    expect(names(await test.workspace.images.library({ ...everything, trashed: true }))).toEqual([
      'a.png',
    ])

    const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
    const [check] = await test.workspace.images.checks({ batchId })
    expect(check?.repeats).toEqual([])
    await test.workspace.images.restore({ ids: [present(image).id] })
    expect(names(await test.workspace.images.library(everything))).toEqual(['a.png'])
  })
})
