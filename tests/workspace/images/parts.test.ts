import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImageId } from '#contract/values'
import { encodeScene } from '../../support/encodedPictures.ts'
import { measureOnly } from '../../support/heldWorkers.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

const photoSize = { width: 1600, height: 1000 }

/** The photo over a whole poster, its left half behind a panel. */
async function posterOver(photo: Buffer): Promise<Buffer> {
  const panel = { create: { width: 600, height: 630, channels: 3 as const, background: '#0b2545' } }
  return sharp(photo)
    .resize({ width: 1200, height: 630, fit: 'cover' })
    .composite([{ input: await sharp(panel).png().toBuffer(), left: 0, top: 0 }])
    .jpeg({ quality: 85 })
    .toBuffer()
}

async function keepPhoto(): Promise<{ readonly photo: Buffer; readonly imageId: ImageId }> {
  const photo = await encodeScene(21, photoSize)
  await drop.put('foto/a.png', photo)
  const [check] = await drop.check(test, 'foto', 'photo')
  return { photo, imageId: await onlyKept(test, present(check)) }
}

describe.each(databases)('a photo of the library within a poster on %s', (database) => {
  it('is put before a person, whose word counts in later batches too', async () => {
    test = await startTestWorkspace(database)
    const { photo, imageId } = await keepPhoto()
    await drop.put('poster/p.jpg', await posterOver(photo))
    await drop.put('poster/q.jpg', await posterOver(await encodeScene(22, photoSize)))
    const [found, other] = await drop.check(test, 'poster')
    expect(present(other).repeats).toEqual([])
    expect(present(found)).toMatchObject({
      verdict: 'warn',
      findings: [{ code: 'repeated-part', of: 'a.png', clause: 'Melaka 13.6' }],
      repeats: [{ relation: 'part', of: { where: 'library', imageId }, decision: null }],
    })
    const batches = await test.workspace.images.batches({})
    const mine = batches.find(({ id }) => id === present(found).batchId)
    expect(present(mine).counts.undecided).toBe(1)
    expect((await test.workspace.images.keep({ ids: [present(found).id] })).refused).toMatchObject([
      { reason: 'images.not-keepable' },
    ])

    await test.workspace.images.decideRepeat({
      pairs: [{ checkId: present(found).id, of: imageId }],
      outcome: 'different',
      reason: 'Poster program yang sama',
    })
    const [again] = await drop.check(test, 'poster')
    expect(present(again).repeats).toMatchObject([
      { relation: 'part', decision: { outcome: 'different', reason: 'Poster program yang sama' } },
    ])
    await onlyKept(test, present(again))
  })

  it('of a batch that was broken off is found when the batch goes on', async () => {
    const workers = measureOnly(['a.png'])
    test = await startTestWorkspace(database, { startImageWorker: workers.start })
    const photo = await encodeScene(21, photoSize)
    await drop.put('a.png', photo)
    await drop.put('b.jpg', await posterOver(photo))
    const aborter = new AbortController()
    const job = test.workspace.images.checkFiles(
      { paths: [drop.folder], kind: null },
      { signal: aborter.signal, onProgress: ({ done }) => done === 1 && aborter.abort() },
    )
    await expect(job).rejects.toMatchObject({ reason: 'call.cancelled' })
    workers.letGo()
    const { id: batchId } = present((await test.workspace.images.batches({}))[0])
    await test.workspace.images.continueBatch({ batchId })
    const checks = await test.workspace.images.checks({ batchId })
    expect(checks.map(({ name, repeats }) => [name, repeats.map((one) => one.relation)])).toEqual([
      ['a.png', []],
      ['b.jpg', ['part']],
    ])
  })

  it('that was kept before there were parts gets them at the next check', async () => {
    test = await startTestWorkspace(database)
    const { photo, imageId } = await keepPhoto()
    const made = await test.rows<{ parts: string }>('select parts from image')
    expect(present(made[0]).parts.length).toBeGreaterThan(100)
    // As the step before left it, and as an earlier way of making them would.
    await test.rows('update image set parts = null, parts_version = null')
    await drop.put('poster/p.jpg', await posterOver(photo))
    const [found] = await drop.check(test, 'poster')
    expect(present(found).repeats).toMatchObject([{ relation: 'part', of: { imageId } }])
    expect(await test.rows('select parts from image')).toEqual(made)
    await test.rows('update image set parts_version = 0')
    await drop.check(test, 'poster')
    expect(await test.rows('select parts_version from image')).toEqual([{ parts_version: 1 }])
  })
})
