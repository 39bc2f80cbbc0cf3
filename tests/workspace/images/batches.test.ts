import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CheckedImage } from '#contract/images'
import type { BatchId } from '#contract/values'
import { encodeScene } from '../../support/encodedPictures.ts'
import { measureOnly } from '../../support/heldWorkers.ts'
import { present } from '../../support/present.ts'
import {
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

let test: TestWorkspace
let drop: string
beforeEach(async () => {
  drop = await mkdtemp(join(tmpdir(), 'gambar-'))
})
afterEach(async () => {
  await test.stop()
  await rm(drop, { recursive: true, force: true })
})

/** A picture of its own by seed, put where it is dropped from. */
async function picture(name: string, width: number, height: number, seed: number): Promise<Buffer> {
  const bytes = await encodeScene(seed, { width, height })
  await writeFile(join(drop, name), bytes)
  return bytes
}

async function dropped(): Promise<CheckedImage[]> {
  const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: null })
  return test.workspace.images.checks({ batchId })
}

const brief = (check: CheckedImage) => [
  check.name,
  check.verdict,
  check.findings.map((finding) => finding.code),
]

describe.each(databases)('a batch on %s', (database) => {
  it('is checked file by file in the order of paths, and found again after a restart', async () => {
    test = await startTestWorkspace(database)
    await picture('a-poster.png', 1200, 630, 3)
    await picture('b-kecil.png', 599, 630, 5)
    await writeFile(join(drop, 'c-teks.jpg'), 'ini bukan gambar')
    await mkdir(join(drop, 'dalam'))
    await picture('dalam/d-besar.png', 2400, 1260, 7)
    await writeFile(join(drop, '.tersembunyi.png'), 'x')

    const found = (await dropped()).map(brief)
    expect(found).toEqual([
      ['a-poster.png', 'pass', []],
      ['b-kecil.png', 'reject', ['below-minimum']],
      ['c-teks.jpg', 'unreadable', ['unsupported-format']],
      ['d-besar.png', 'warn', ['not-recommended-size']],
    ])
    await test.restart()
    await test.workspace.gate.unlock({
      secret: { kind: 'passphrase', passphrase: testPassphrase },
      remember: false,
    })
    const [batch] = await test.workspace.images.batches({})
    expect(batch).toMatchObject({
      running: false,
      byName: 'Siti Aminah binti Abdullah',
      counts: { total: 4, waiting: 0, pass: 1, warn: 1, reject: 1, unreadable: 1, kept: 0 },
    })
    const again = await test.workspace.images.checks({ batchId: batch?.id as BatchId })
    expect(again.map(brief)).toEqual(found)
  })

  it('reports progress, and a cancel keeps what was looked at', async () => {
    const workers = measureOnly(['11.png', '12.png', '13.png'])
    test = await startTestWorkspace(database, { startImageWorker: workers.start })
    for (let seed = 1; seed <= 8; seed += 1) await picture(`${seed + 10}.png`, 1200, 630, seed)
    const aborter = new AbortController()
    const seen: number[] = []
    const job = test.workspace.images.checkFiles(
      { paths: [drop], kind: 'poster' },
      {
        signal: aborter.signal,
        onProgress({ done, total }) {
          expect(total).toBe(8)
          seen.push(done)
          if (done === 3) aborter.abort()
        },
      },
    )
    await expect(job).rejects.toMatchObject({ reason: 'call.cancelled' })
    expect(seen).toEqual([0, 1, 2, 3])
    workers.letGo()

    const [batch] = await test.workspace.images.batches({})
    if (batch === undefined) throw new Error('the batch is gone')
    expect(batch.finishedAt).toBeNull()
    expect(batch.counts).toMatchObject({ pass: 3, waiting: 5 })

    const { done, total } = await test.workspace.images.continueBatch({ batchId: batch.id })
    expect([done, total]).toEqual([8, 8])
    const checks = await test.workspace.images.checks({ batchId: batch.id })
    expect(checks.map((check) => check.verdict)).toEqual(Array.from({ length: 8 }, () => 'pass'))
  })

  it('sees copies within the batch and in the library, which always wins', async () => {
    test = await startTestWorkspace(database)
    const bytes = await picture('a.png', 1200, 630, 3)
    await writeFile(join(drop, 'b-salinan.png'), bytes)
    const first = await dropped()
    expect(first.map(brief)).toEqual([
      ['a.png', 'pass', []],
      ['b-salinan.png', 'reject', ['duplicate-bytes']],
    ])
    expect(first[1]?.repeats).toMatchObject([
      { relation: 'same-bytes', of: { where: 'batch', name: 'a.png' } },
    ])
    const { kept } = await test.workspace.images.keep({ ids: [present(first[0]).id] })
    expect(kept).toHaveLength(1)

    const second = await dropped()
    expect(second.map(brief)).toEqual([
      ['a.png', 'reject', ['duplicate-bytes']],
      ['b-salinan.png', 'reject', ['duplicate-bytes']],
    ])
    for (const check of second) {
      expect(check.repeats[0]).toMatchObject({
        relation: 'same-bytes',
        of: { where: 'library', imageId: kept[0]?.imageId },
      })
    }
  })

  it('judges again when the kind changes', async () => {
    test = await startTestWorkspace(database)
    await picture('logo.png', 400, 400, 3)
    const [check] = await dropped()
    expect(check).toMatchObject({ kind: 'avatar', kindGuessed: true, verdict: 'pass' })
    const [changed] = await test.workspace.images.setKind({
      ids: [present(check).id],
      kind: 'poster',
    })
    expect(changed).toMatchObject({
      kind: 'poster',
      kindGuessed: false,
      verdict: 'reject',
      findings: [{ code: 'below-minimum', clause: 'Melaka 13.5', measured: '400×400 px' }],
    })
  })

  it('shows a pasted picture without a file', async () => {
    test = await startTestWorkspace(database)
    const bytes = await picture('x.png', 1200, 630, 3)
    const { batchId } = await test.workspace.images.checkPasted({
      name: 'tampal.png',
      bytes: Uint8Array.from(bytes),
    })
    const [check] = await test.workspace.images.checks({ batchId })
    expect(check).toMatchObject({ path: null, name: 'tampal.png', verdict: 'pass' })
    const preview = await test.running.readMedia({
      size: 'preview',
      of: 'check',
      id: present(check).id,
    })
    expect(await sizeOf(preview?.bytes)).toEqual([1200, 630])

    const { kept } = await test.workspace.images.keep({ ids: [present(check).id] })
    await test.workspace.images.removeBatch({ batchId })
    expect(await test.workspace.images.batches({})).toEqual([])
    const again = await test.running.readMedia({
      size: 'preview',
      of: 'image',
      id: present(kept[0]).imageId,
    })
    expect(await sizeOf(again?.bytes)).toEqual([1200, 630])
  })
})

async function sizeOf(bytes: Uint8Array | undefined): Promise<[number, number]> {
  if (bytes === undefined) throw new Error('no picture')
  const { width, height } = await sharp(bytes).metadata()
  return [width, height]
}

it('stops working for a page that went away, and another page goes on', async () => {
  test = await startTestWorkspace('sqlite')
  for (let seed = 1; seed <= 12; seed += 1) await picture(`${seed + 10}.png`, 1200, 630, seed)
  let leave = (): void => undefined
  const gone = new Promise<void>((resolve) => {
    leave = resolve
  })
  const job = test.workspace.images.checkFiles(
    { paths: [drop], kind: 'poster' },
    { onProgress: ({ done }) => done === 2 && leave() },
  )
  const lost = expect(job).rejects.toMatchObject({ reason: 'workspace.crashed' })
  await gone
  test.reconnect()
  await lost

  await expect
    .poll(async () => (await test.workspace.images.batches({}))[0]?.running, { timeout: 10_000 })
    .toBe(false)
  const [batch] = await test.workspace.images.batches({})
  expect(present(batch).counts.waiting).toBeGreaterThan(0)
  await test.workspace.images.continueBatch({ batchId: present(batch).id })
  expect(present((await test.workspace.images.batches({}))[0]).counts.pass).toBe(12)
})
