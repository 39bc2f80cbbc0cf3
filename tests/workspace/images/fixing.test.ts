import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takenBy } from '#contract/fixChannels'
import type { FixChoices } from '#contract/imageFix'
import type { RepeatOf } from '#contract/images'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, savedAgain, type Drop } from './dropping.ts'
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

function idOf(of: RepeatOf) {
  return of.where === 'library' ? of.imageId : of.checkId
}

describe.each(databases)('making pictures to size on %s', (database) => {
  it('checks the result beside its original, linked on both sides and no repeat of it', async () => {
    test = await startTestWorkspace(database)
    await drop.put('Gotong Royong FT04.jpg', await photo(401, 2000))
    const [original] = await drop.check(test)
    const given = present(original)
    expect(given.findings.map(({ code }) => code)).toEqual(['not-recommended-size'])

    const choices: FixChoices = { ...poster, way: 'fill' }
    const crop = { x: 0.5, y: 0.25, zoom: 1 }
    const of = ofCheck(given)
    const seen = await test.workspace.images.fixPreview({ of, crop, choices })
    expect(seen.fileName).toBe('gotong-royong-ft04-1200x630.jpg')
    const { batchId, results } = await test.workspace.images.fix({
      ...{ items: [{ of, crop }], choices, kind: 'poster', save: intoCheck },
    })
    expect(batchId).toBe(given.batchId)
    expect(results).toMatchObject([
      { of, refused: null, made: { verdict: 'pass', width: 1200, height: 630, path: null } },
    ])
    const checks = await test.workspace.images.checks({ batchId: given.batchId })
    expect(checks).toMatchObject([
      { id: given.id, verdict: 'warn' },
      {
        id: results[0]?.made?.checkId,
        name: seen.fileName,
        ...{ verdict: 'pass', findings: [], repeats: [], kind: 'poster', kindGuessed: false },
        byteSize: seen.byteSize,
      },
    ])
    // What was seen is what was made: the very bytes.
    const made = await test.running.readMedia({
      ...{ size: 'preview', of: 'check', id: present(checks[1]).id },
    })
    expect(made).not.toBeNull()
    const hash = createHash('sha256').update(seen.bytes).digest('hex')
    expect(hash).toBe(present(checks[1]).bytesHash)

    const link = { madeAt: '2026-11-23T01:00:00.000Z', byName: 'Siti Aminah binti Abdullah' }
    const result = present(checks[1])
    expect(await test.workspace.images.fixLinks({ of: ofCheck(result) })).toEqual({
      from: [{ name: given.name, at: { where: 'check', checkId: given.id, batchId }, ...link }],
      into: [],
    })
    expect(await test.workspace.images.fixLinks({ of })).toEqual({
      from: [],
      into: [{ name: result.name, at: { where: 'check', checkId: result.id, batchId }, ...link }],
    })
    // The original is what it was.
    expect(await readFile(join(drop.folder, given.name))).toEqual(await photo(401, 2000))
  })
  it('stays under what the channel takes, in its format, and says when it cannot', async () => {
    test = await startTestWorkspace(database)
    const { workspace } = test
    // A drawing of few colours would become a PNG of its own accord.
    const flat = { width: 1200, height: 630, channels: 3, background: '#0b3d91' } as const
    await drop.put('rata.png', await sharp({ create: flat }).png().toBuffer())
    await drop.put('foto.jpg', await photo(401, 2000))
    const checks = await drop.check(test)
    const namedFile = (file: string) => ofCheck(present(checks.find(({ name }) => name === file)))
    const free = await workspace.images.fixPreview({
      ...{ of: namedFile('foto.jpg'), crop: null, choices: poster },
    })

    const maxBytes = Math.round(free.byteSize * 0.7)
    const blog = { channel: 'blog', maxBytes, format: 'jpeg' } as const
    const rows = await workspace.images.fixChannels({})
    const changed = rows.map((row) => (row.channel === 'blog' ? blog : row))
    await workspace.images.changeFixChannels(changed)
    expect(await workspace.images.fixChannels({})).toEqual(changed)
    await expect(workspace.images.changeFixChannels([blog, blog])).rejects.toMatchObject({
      ...{ reason: 'call.input' },
    })

    const makeAll = async (choices: FixChoices) => {
      const items = ['rata.png', 'foto.jpg'].map((file) => ({ of: namedFile(file), crop: null }))
      return (await workspace.images.fix({ items, choices, kind: 'poster', save: intoCheck }))
        .results
    }
    const results = await makeAll({ ...poster, ...takenBy({ maxBytes: 90_000_000 }, blog) })
    expect(results.map(({ made }) => made?.format)).toEqual(['jpeg', 'jpeg'])
    expect(results[1]?.made?.byteSize).toBeLessThanOrEqual(maxBytes)
    const tight = await makeAll({ ...poster, ...takenBy({ maxBytes: 30_000 }, blog) })
    expect(tight.map(({ refused }) => refused)).toEqual([null, 'images.fix-over-limit'])
  })

  it('stays linked in the library, and in a batch that never saw the original', async () => {
    test = await startTestWorkspace(database)
    await drop.put('asal.jpg', await photo(22))
    const [original] = await drop.check(test)
    const result = await madeFrom(test, present(original))
    const imageId = await onlyKept(test, present(original))
    const resultId = await onlyKept(test, result)
    await test.workspace.images.removeBatch({ batchId: result.batchId })

    const images = test.workspace.images
    const kept = { where: 'library', imageId: resultId } as const
    const link = { madeAt: '2026-11-23T01:00:00.000Z', byName: 'Siti Aminah binti Abdullah' }
    expect(await images.fixLinks({ of: kept })).toEqual({
      from: [{ name: 'asal.jpg', at: { where: 'library', imageId }, ...link }],
      into: [],
    })
    expect((await images.fixLinks({ of: { where: 'library', imageId } })).into).toEqual([
      { name: 'asal-1200x630.jpg', at: kept, ...link },
    ])
    // Once more from the library: again no repeat of it; whether of its sibling, a person says.
    const { batchId, results } = await images.fix({
      items: [{ of: { where: 'library', imageId }, crop: null }],
      choices: { ...poster, width: 1000, height: 600 },
      kind: 'photo',
      save: intoCheck,
    })
    expect(batchId).not.toBe(result.batchId)
    const again = await images.check({ id: present(results[0]?.made?.checkId) })
    expect(again).toMatchObject({ name: 'asal-1000x600.jpg', kind: 'photo' })
    expect(again.repeats.map((repeat) => [repeat.of.name, repeat.relation])).toEqual([
      ['asal-1200x630.jpg', 'likely'],
    ])
    await images.decideRepeat({
      pairs: again.repeats.map((repeat) => ({ checkId: again.id, of: idOf(repeat.of) })),
      ...{ outcome: 'different', reason: 'Saiz lain' },
    })
    await onlyKept(test, again)
  })

  it('is put beside what was made of the same original at another time', async () => {
    test = await startTestWorkspace(database)
    const { images } = test.workspace
    await drop.put('asal.jpg', await photo(402))
    const [original] = await drop.check(test)
    const of = ofCheck(present(original))
    const make = (choices: FixChoices) =>
      images.fix({
        ...{ items: [{ of, crop: null }], choices, kind: 'poster', save: intoCheck },
      })
    await make({ ...poster, way: 'fill' })
    const [, first] = await images.checks({ batchId: present(original).batchId })
    const imageId = await onlyKept(test, present(first))
    expect(present(first).repeats).toEqual([])

    // A month later: nothing to say of the original, but of what was made from it then.
    test.clock.set('2026-12-23T01:00:00.000Z')
    await make({ ...poster, way: 'fill', height: 640 })
    const later = present((await images.checks({ batchId: present(original).batchId })).at(-1))
    expect(later.repeats.map(({ of: { where, name } }) => [where, name])).toEqual([
      ['library', 'asal-1200x630.jpg'],
      ['batch', 'asal-1200x630.jpg'],
    ])
    // And a person can say that both are wanted.
    const [judged] = await images.decideRepeat({
      pairs: [{ checkId: later.id, of: imageId }],
      ...{ outcome: 'different', reason: 'Acara lain' },
    })
    expect(judged?.repeats[0]).toMatchObject({ decision: { outcome: 'different' } })
  })

  it('is still found to repeat what its original is not related to', async () => {
    test = await startTestWorkspace(database)
    const bytes = await photo(23)
    await drop.put('satu/lama.jpg', bytes)
    const [old] = await drop.check(test, 'satu')
    const imageId = await onlyKept(test, present(old))
    // The same picture saved again: itself a repeat, and so is what is made from it.
    await drop.put('dua/baharu.jpg', await savedAgain(bytes, 88))
    const [fresh] = await drop.check(test, 'dua')
    expect(fresh?.repeats).toMatchObject([{ of: { imageId } }])
    const result = await madeFrom(test, present(fresh), { way: 'fit', width: 800, height: 800 })
    expect(result.repeats).toMatchObject([{ of: { where: 'library', imageId } }])
    // The very same result twice is a copy, whoever made it.
    const twice = await madeFrom(test, present(fresh), { way: 'fit', width: 800, height: 800 })
    expect(twice.name).toBe('baharu-800x800-2.jpg')
    expect(twice.repeats.filter(({ of }) => of.where === 'batch')).toMatchObject([
      { relation: 'same-bytes', of: { checkId: result.id } },
    ])
  })

  it('knows a file it wrote when it is dropped beside its original later', async () => {
    test = await startTestWorkspace(database)
    await drop.put('asal.jpg', await photo(24))
    const [original] = await drop.check(test)
    const folder = join(drop.folder, 'siap')
    await mkdir(folder)
    const { batchId, results } = await test.workspace.images.fix({
      items: [{ of: ofCheck(present(original)), crop: null }],
      // Nearly the original itself: anybody else's would be a repeat.
      choices: { ...poster, way: 'fit', width: 700, height: 700 },
      kind: 'poster',
      save: { check: false, disk: { kind: 'folder', path: folder } },
    })
    expect(batchId).toBeNull()
    expect(results[0]?.made).toMatchObject({
      // Judged though it is not kept: not of the recommended 1200×630.
      ...{ checkId: null, verdict: 'warn', path: join(folder, 'asal-700x700.jpg') },
    })
    const checks = await drop.check(test)
    expect(checks.map(({ name, repeats }) => [name, repeats.length])).toEqual([
      ['asal.jpg', 0],
      ['asal-700x700.jpg', 0],
    ])
    // Another person's poster of the same photo is a repeat of it all the same.
    const other = await sharp(await photo(24))
      .resize(900)
      .jpeg({ quality: 70 })
      .toBuffer()
    await drop.put('z-lain.jpg', other)
    const [, , foreign] = await drop.check(test)
    expect(foreign?.repeats.length).toBeGreaterThan(0)
  })
})
