import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeScene } from '../../support/encodedPictures.ts'
import { holdAfter } from '../../support/heldWorkers.ts'
import type { FixChoices } from '#contract/imageFix'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, type Drop } from './dropping.ts'
import { intoCheck, madeFrom, ofCheck, photo, poster } from './fixes.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

describe.each(databases)('saving pictures made to size on %s', (database) => {
  it('makes many with one set of choices, each with its outcome', async () => {
    test = await startTestWorkspace(database)
    await drop.put('a.jpg', await photo(25))
    await drop.put('b.jpg', await photo(26))
    await drop.put('c.txt', Buffer.from('bukan imej'))
    await drop.put('d/a.jpg', await photo(27))
    const checks = await drop.check(test)
    const folder = join(drop.folder, 'siap')
    await mkdir(folder)
    await writeFile(join(folder, 'a-1200x630.jpg'), 'sudah ada')
    await writeFile(join(drop.folder, 'b.jpg'), await photo(28))
    const seen: unknown[] = []
    const { results } = await test.workspace.images.fix(
      {
        items: checks.map((check) => ({ of: ofCheck(check), crop: null })),
        choices: poster,
        kind: 'poster',
        save: { check: true, disk: { kind: 'folder', path: folder } },
      },
      { onProgress: (progress) => seen.push(progress) },
    )
    const outcomes = new Map(
      results.map(({ of, made, refused }) => {
        const check = checks.find(({ id }) => of.where === 'check' && of.checkId === id)
        return [check?.name, made?.fileName ?? refused]
      }),
    )
    expect(Object.fromEntries(outcomes)).toEqual({
      // What lay there is still there.
      [checks.find(({ path }) => path === join(drop.folder, 'a.jpg'))?.name ?? '']:
        'a-1200x630-2.jpg',
      'b.jpg': 'images.file-changed',
      'c.txt': 'images.fix-unreadable',
      [checks.find(({ path }) => path === join(drop.folder, 'd', 'a.jpg'))?.name ?? '']:
        'a-1200x630-3.jpg',
    })
    expect(await readFile(join(folder, 'a-1200x630.jpg'), 'utf8')).toBe('sudah ada')
    expect((await readdir(folder)).toSorted()).toEqual([
      'a-1200x630-2.jpg',
      'a-1200x630-3.jpg',
      'a-1200x630.jpg',
    ])
    expect(seen.at(-1)).toEqual({ done: 4, total: 4 })
    const size = await sharp(join(folder, 'a-1200x630-3.jpg')).metadata()
    expect([size.width, size.height]).toEqual([1200, 630])
  })

  it('keeps what was made when it is called off', async () => {
    const workers = holdAfter(1, 'fix')
    test = await startTestWorkspace(database, { startImageWorker: workers.start })
    for (const seed of [31, 32, 33]) await drop.put(`${seed}.png`, await encodeScene(seed))
    const checks = await drop.check(test)
    const calledOff = new AbortController()
    const { results } = await test.workspace.images.fix(
      {
        items: checks.map((check) => ({ of: ofCheck(check), crop: null })),
        choices: poster,
        kind: 'poster',
        save: intoCheck,
      },
      { signal: calledOff.signal, onProgress: ({ done }) => done === 1 && calledOff.abort() },
    )
    expect(results.map(({ made, refused }) => (made === null ? refused : 'made'))).toEqual([
      ...['made', 'call.cancelled', 'call.cancelled'],
    ])
    const now = await test.workspace.images.checks({ batchId: present(checks[0]).batchId })
    expect(now).toHaveLength(4)
  })

  it('refuses what cannot be made small enough, and says so', async () => {
    test = await startTestWorkspace(database)
    await drop.put('asal.jpg', await photo(34))
    const [original] = await drop.check(test)
    const of = ofCheck(present(original))
    const choices = { ...poster, maxBytes: 5_000 }
    expect(await test.workspace.images.fixPreview({ of, crop: null, choices })).toMatchObject({
      ...{ fits: false, quality: 40 },
    })
    const { results, batchId } = await test.workspace.images.fix({
      ...{ items: [{ of, crop: null }], choices, kind: 'poster', save: intoCheck },
    })
    expect(results).toEqual([{ of, made: null, refused: 'images.fix-over-limit' }])
    expect(batchId).toBe(present(original).batchId)
    expect(await test.rows('select id from image_check')).toHaveLength(1)
  })

  it('judges what was only written to a disk as well', async () => {
    test = await startTestWorkspace(database)
    await drop.put('asal.jpg', await photo(36))
    const [original] = await drop.check(test)
    const verdictOf = async (choices: Partial<FixChoices>, name: string) => {
      const { results } = await test.workspace.images.fix({
        items: [{ of: ofCheck(present(original)), crop: null }],
        choices: { ...poster, ...choices },
        kind: 'poster',
        save: { check: false, disk: { kind: 'file', path: join(drop.folder, name) } },
      })
      return results[0]?.made?.verdict
    }
    expect(await verdictOf({}, 'baik.jpg')).toBe('pass')
    // Below 600 × 315 px a poster is rejected (Melaka 13.5).
    expect(await verdictOf({ width: 500, height: 262 }, 'kecil.jpg')).toBe('reject')
  })

  it('writes the file a person named, but never over an original', async () => {
    test = await startTestWorkspace(database)
    const bytes = await photo(35)
    await drop.put('asal.jpg', bytes)
    const [original] = await drop.check(test)
    await symlink(join(drop.folder, 'asal.jpg'), join(drop.folder, 'pautan.jpg'))
    const saveAs = async (path: string) => {
      const { results } = await test.workspace.images.fix({
        items: [{ of: ofCheck(present(original)), crop: null }],
        choices: poster,
        kind: 'poster',
        save: { check: false, disk: { kind: 'file', path } },
      })
      return results[0]?.made?.path ?? results[0]?.refused
    }
    const named = join(drop.folder, 'Poster akhir')
    expect(await saveAs(named)).toBe(`${named}.jpg`)
    expect((await sharp(`${named}.jpg`).metadata()).width).toBe(1200)
    await writeFile(`${named}.jpg`, 'lama')
    expect(await saveAs(`${named}.jpg`)).toBe(`${named}.jpg`)
    expect((await sharp(`${named}.jpg`).metadata()).width).toBe(1200)
    for (const name of ['asal.jpg', 'pautan.jpg']) {
      expect(await saveAs(join(drop.folder, name))).toBe('images.fix-over-original')
    }
    expect(await readFile(join(drop.folder, 'asal.jpg'))).toEqual(bytes)
    expect(await saveAs(join(drop.folder, 'tiada', 'a.jpg'))).toBe('images.fix-not-written')
    expect((await readdir(drop.folder)).filter((name) => name.includes('.baharu'))).toEqual([])
  })

  it('takes a result off the check again, and nothing else', async () => {
    test = await startTestWorkspace(database)
    await drop.put('asal.jpg', await photo(36))
    const [original] = await drop.check(test)
    const result = await madeFrom(test, present(original))
    const images = test.workspace.images
    await expect(images.discardFixed({ ids: [present(original).id] })).rejects.toMatchObject({
      reason: 'images.not-a-result',
    })
    expect(await images.discardFixed({ ids: [result.id] })).toEqual({ discarded: [result.id] })
    const checks = await images.checks({ batchId: result.batchId })
    expect(checks.map(({ id }) => id)).toEqual([present(original).id])
    // Neither is it shown as made from the original any more.
    expect((await images.fixLinks({ of: ofCheck(present(original)) })).into).toEqual([])
    expect(await test.running.readMedia({ size: 'preview', of: 'check', id: result.id })).toBeNull()

    const kept = await madeFrom(test, present(original))
    await onlyKept(test, kept)
    await expect(images.discardFixed({ ids: [kept.id] })).rejects.toMatchObject({
      reason: 'images.already-kept',
    })
  })

  it('keeps the sizes an office uses, and starts with those of the source', async () => {
    test = await startTestWorkspace(database)
    const images = test.workspace.images
    const presets = await images.fixPresets({})
    // Melaka 13.5.
    expect(presets[0]).toMatchObject({ id: 'poster', width: 1200, height: 630, kind: 'poster' })
    expect(presets.map(({ id }) => id)).toEqual(expect.arrayContaining(['avatar', 'story']))
    const own = { ...present(presets[0]), id: 'papan-iklan', name: 'Papan iklan', width: 2400 }
    await images.changeFixPresets([...presets, own])
    expect((await images.fixPresets({})).at(-1)).toEqual(own)
    await expect(images.changeFixPresets([own, own])).rejects.toMatchObject({
      reason: 'call.input',
    })
    await expect(images.changeFixPresets([])).rejects.toMatchObject({ reason: 'call.input' })
  })
})
