import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BatchId, CheckId } from '#contract/values'
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

/** Pictures that are taken for avatars as long as nobody says what they are. */
async function putAvatars(count: number): Promise<void> {
  for (let seed = 1; seed <= count; seed += 1) {
    await drop.put(`logo-${seed + 10}.png`, await encodeScene(seed, { width: 400, height: 400 }))
  }
}

describe.each(databases)('the kind of a waiting picture on %s', (database) => {
  it('is what a person said while it was being checked', async () => {
    test = await startTestWorkspace(database)
    await putAvatars(16)
    const said: Promise<CheckId>[] = []
    const { batchId } = await test.workspace.images.checkFiles(
      { paths: [drop.folder], kind: null },
      {
        onProgress({ batchId, done }) {
          if (done === 1) said.push(sayPoster(batchId))
        },
      },
    )
    const id = await present(said[0])
    const checks = await test.workspace.images.checks({ batchId })
    expect(checks.at(-1)).toMatchObject({
      id,
      kind: 'poster',
      kindGuessed: false,
      verdict: 'reject',
      findings: [{ code: 'below-minimum', clause: 'Melaka 13.5' }],
    })
    for (const check of checks.slice(0, -1)) {
      expect(check).toMatchObject({ kind: 'avatar', kindGuessed: true, verdict: 'pass' })
    }
  })

  it('does not become that of the whole batch when it goes on', async () => {
    const workers = measureOnly(['logo-11.png'])
    test = await startTestWorkspace(database, { startImageWorker: workers.start })
    await putAvatars(8)
    const aborter = new AbortController()
    const job = test.workspace.images.checkFiles(
      { paths: [drop.folder], kind: null },
      { signal: aborter.signal, onProgress: ({ done }) => done === 1 && aborter.abort() },
    )
    await expect(job).rejects.toMatchObject({ reason: 'call.cancelled' })
    workers.letGo()
    const { id: batchId } = present((await test.workspace.images.batches({}))[0])
    const waiting = (await test.workspace.images.checks({ batchId })).filter(
      ({ state }) => state === 'waiting',
    )
    expect(waiting).toHaveLength(7)
    const { id } = present(waiting[0])
    await test.workspace.images.setKind({ ids: [id], kind: 'poster' })
    await test.workspace.images.continueBatch({ batchId })
    const checks = await test.workspace.images.checks({ batchId })
    expect(checks.filter(({ kind }) => kind === 'poster').map((check) => check.id)).toEqual([id])
    expect(checks.filter(({ kindGuessed }) => !kindGuessed).map((check) => check.id)).toEqual([id])
  })

  it('is the one given with the batch, also for what is looked at later', async () => {
    const workers = measureOnly(['logo-11.png'])
    test = await startTestWorkspace(database, { startImageWorker: workers.start })
    await putAvatars(8)
    const aborter = new AbortController()
    const job = test.workspace.images.checkFiles(
      { paths: [drop.folder], kind: 'header' },
      { signal: aborter.signal, onProgress: ({ done }) => done === 1 && aborter.abort() },
    )
    await expect(job).rejects.toMatchObject({ reason: 'call.cancelled' })
    workers.letGo()
    const { id: batchId } = present((await test.workspace.images.batches({}))[0])
    await test.workspace.images.continueBatch({ batchId })
    const checks = await test.workspace.images.checks({ batchId })
    expect(new Set(checks.map(({ kind, kindGuessed }) => `${kind} ${kindGuessed}`))).toEqual(
      new Set(['header false']),
    )
  })
})

/** A person's word on the last picture of a batch; answers with its id. */
async function sayPoster(batchId: BatchId): Promise<CheckId> {
  const { id } = present((await test.workspace.images.checks({ batchId })).at(-1))
  await test.workspace.images.setKind({ ids: [id], kind: 'poster' })
  return id
}

describe.each(databases)('a file on %s', (database) => {
  it('is told apart from another of its name by its folder', async () => {
    test = await startTestWorkspace(database)
    const bytes = await encodeScene(3)
    await drop.put('majlis/IMG_1.png', bytes)
    await drop.put('sidang/IMG_1.png', bytes)
    await drop.put('sidang/IMG_2.png', bytes)
    const checks = await drop.check(test)
    expect(checks.map(({ name }) => name)).toEqual([
      join('majlis', 'IMG_1.png'),
      join('sidang', 'IMG_1.png'),
      'IMG_2.png',
    ])
    for (const check of checks.slice(1)) {
      expect(check.findings.map(({ of }) => of)).toEqual([join('majlis', 'IMG_1.png')])
      expect(check.repeats.map(({ of }) => of.name)).toEqual([join('majlis', 'IMG_1.png')])
    }
  })

  it('is not collected any more when the check is called off', async () => {
    test = await startTestWorkspace(database)
    for (let file = 0; file < 400; file += 1) {
      await writeFile(join(drop.folder, `${file}.png`), '')
    }
    const aborter = new AbortController()
    const job = test.workspace.images.checkFiles(
      { paths: [drop.folder], kind: null },
      { signal: aborter.signal },
    )
    aborter.abort()
    await expect(job).rejects.toMatchObject({ reason: 'call.cancelled' })
    expect(await test.workspace.images.batches({})).toEqual([])
  })
})

describe.each(databases)('changed rules on %s', (database) => {
  it('judge everything checked before, except what is in the library', async () => {
    test = await startTestWorkspace(database)
    await drop.put('a.png', await encodeScene(1, { width: 1200, height: 630 }))
    await drop.put('b.png', await encodeScene(2, { width: 1200, height: 630 }))
    await drop.put('c.jpg', Buffer.from('bukan gambar'))
    const [a, b] = await drop.check(test)
    await onlyKept(test, present(b))
    const rules = await test.workspace.images.rules({})
    const poster = { ...rules.poster, minimum: { width: 1300, height: 630 } }
    await test.workspace.images.changeRules({ ...rules, poster })
    const { batchId } = present(a)
    const verdicts = async () =>
      (await test.workspace.images.checks({ batchId })).map(({ verdict }) => verdict)
    expect(await verdicts()).toEqual(['reject', 'pass', 'unreadable'])
    expect((await test.workspace.images.keep({ ids: [present(a).id] })).refused).toEqual([
      { checkId: present(a).id, reason: 'images.not-keepable' },
    ])
    await test.workspace.images.changeRules(rules)
    expect(await verdicts()).toEqual(['pass', 'pass', 'unreadable'])
  })
})
