import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync, openSync, closeSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import {
  createWorkspace,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'
import { personalStrings, tracesBelow } from '../personalStrings.ts'
import { openState, tableHashes } from './openState.ts'

let outside: string
const started: TestWorkspace[] = []
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'luar-'))
})
afterEach(async () => {
  for (const each of started.splice(0)) await each.stop()
  await rm(outside, { recursive: true, force: true })
})

async function start(options?: Parameters<typeof startTestWorkspace>[1]): Promise<TestWorkspace> {
  const test = await startTestWorkspace('sqlite', options)
  started.push(test)
  return test
}

const secret = { kind: 'passphrase' as const, passphrase: testPassphrase }

async function addPerson({ workspace }: TestWorkspace, name: string): Promise<void> {
  await workspace.people.add({ name, post: 'Perancang' })
}

const names = async ({ workspace }: TestWorkspace): Promise<string[]> =>
  (await workspace.people.list({})).map(({ name }) => name)

/** Keeps pictures, so that there are originals to be backed up. */
async function keepPictures({ workspace }: TestWorkspace, count: number): Promise<void> {
  const drop = join(outside, `gambar-${count}`)
  await mkdir(drop)
  for (let seed = 1; seed <= count; seed++) {
    const bytes = await encodeScene(seed * 31, { width: 700, height: 400 })
    await writeFile(join(drop, `${seed}.png`), bytes)
  }
  const { batchId } = await workspace.images.checkFiles({ paths: [drop], kind: 'photo' })
  const checks = await workspace.images.checks({ batchId })
  const { kept } = await workspace.images.keep({ ids: checks.map(({ id }) => id) })
  expect(kept).toHaveLength(count)
}

/** SHA-256 of every original, by its place. */
async function originals(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(join(folder, 'media', 'original'), { recursive: true })) {
    const file = join(folder, 'media', 'original', entry)
    const bytes = await readFile(file).catch(() => null)
    if (bytes !== null) found[entry] = createHash('sha256').update(bytes).digest('hex')
  }
  return found
}

describe('a backup', () => {
  it('is a proved copy with a manifest that tells what it holds', async () => {
    const test = await start()
    await addPerson(test, 'Ahmad Faizal')
    await keepPictures(test, 2)
    const made = await test.workspace.backups.make({})
    const head = await test.workspace.office.auditHead({})
    expect(made).toMatchObject({
      ...{ reason: 'manual', state: 'good', own: true, audit: head },
      media: { files: 2, missing: 0 },
    })
    expect(made.name).toBe('sandaran-20261123-090000-tangan')
    expect(made.rows).toMatchObject({ person: 2, image: 2 })
    const file = join(made.folder, `${made.name}.db`)
    expect((await readFile(file)).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    const overview = await test.workspace.backups.overview({})
    expect(overview).toMatchObject({ lastGoodAt: made.at, overdue: false, second: null })
    expect(overview.backups).toEqual([made])
    expect(overview.present.audit).toEqual(head)
  })

  it('names what is missing of the originals that rows need', async () => {
    const test = await start()
    await keepPictures(test, 3)
    const [lost] = Object.keys(await originals(test.folder))
    await rm(join(test.folder, 'media', 'original', present(lost)))
    const made = await test.workspace.backups.make({})
    expect(made.media).toMatchObject({ files: 2, missing: 1 })
  })

  it('holds no personal data that can be read, in its manifest neither', async () => {
    const test = await start()
    const texts = personalStrings()
    for (let count = 0; count < 20; count++) await addPerson(test, texts.next('Nama'))
    const second = join(outside, 'kongsi')
    await mkdir(second)
    await test.workspace.backups.chooseFolder({ folder: second })
    await test.workspace.backups.make({})
    const secrets = [...texts.all, 'Siti Aminah binti Abdullah', testPassphrase]
    for (const folder of [join(test.folder, 'sandaran'), second]) {
      const { files, found } = await tracesBelow(folder, secrets)
      expect(files.some((each) => each.endsWith('.json'))).toBe(true)
      expect(found).toEqual([])
    }
  })

  it('is made at a clean close only where something changed', async () => {
    const test = await start({ automaticBackups: true })
    await addPerson(test, 'Ahmad Faizal')
    await test.restart()
    await test.workspace.gate.unlock({ secret, remember: false })
    const after = (await test.workspace.backups.overview({})).backups
    expect(after[0]).toMatchObject({ reason: 'close', rows: { person: 2 } })
    await test.restart()
    await test.workspace.gate.unlock({ secret, remember: false })
    expect((await test.workspace.backups.overview({})).backups).toEqual(after)
  })

  it('comes before bulk work that declares it, and stops it where it cannot be made', async () => {
    const test = await start({ automaticBackups: true })
    await test.workspace.backups.make({})
    await addPerson(test, 'Ahmad Faizal')
    const sheet = new TextEncoder().encode('Tajuk\nGotong-royong\n')
    const columns = ['title' as const]
    const file = { name: 'a.csv', bytes: sheet, columns }
    await test.workspace.posts.importPosts({ ...file, trial: true })
    expect((await test.workspace.backups.overview({})).backups).toHaveLength(1)
    await test.workspace.posts.importPosts({ ...file, trial: false })
    const [newest] = (await test.workspace.backups.overview({})).backups
    // Made before: the post is not in it, the person is.
    expect(newest).toMatchObject({ reason: 'bulk', rows: { person: 2, post: 0 } })

    const folder = join(test.folder, 'sandaran')
    await rm(folder, { recursive: true })
    await writeFile(folder, 'a file stands in the way')
    await expect(test.workspace.posts.importPosts({ ...file, trial: false })).rejects.toMatchObject(
      { reason: 'backups.not-made' },
    )
    await rm(folder)
  })
})

describe('restoring', () => {
  it('brings the state back, says so in its log, and is undone by another restore', async () => {
    const test = await start()
    await keepPictures(test, 2)
    const before = await openState(test)
    const made = await test.workspace.backups.make({})
    await addPerson(test, 'Ahmad Faizal')
    const left = await test.workspace.office.auditHead({})

    const restore = (name: string) =>
      test.workspace.gate.restore({ folder: null, name, secret: null })
    expect(await restore(made.name)).toMatchObject({ kind: 'open' })
    expect(await names(test)).toEqual(['Siti Aminah binti Abdullah'])
    const after = await openState(test)
    expect(tableHashes(after, ['setting', 'audit_entry'])).toEqual(
      tableHashes(before, ['setting', 'audit_entry']),
    )
    const [entry] = await test.workspace.office.auditLog({ before: null, limit: 1 })
    expect(entry).toMatchObject({
      action: 'gate.restore',
      personName: 'Siti Aminah binti Abdullah',
    })
    expect(present(entry).subjects).toContainEqual({
      ...{ table: 'audit_entry', id: `${left.entries}:${left.head}`, fields: ['left'] },
    })
    expect((await test.workspace.office.verifyAudit({})).firstBroken).toBeNull()

    const { restored, backups } = await test.workspace.backups.overview({})
    expect(restored).toMatchObject({ from: made.name })
    const undo = present(restored).undo
    expect(backups.find(({ name }) => name === undo)).toMatchObject({ reason: 'restore' })
    await restore(present(undo))
    expect(await names(test)).toEqual(['Ahmad Faizal', 'Siti Aminah binti Abdullah'])
  })

  it('into an empty profile gives the same rows and the same originals', async () => {
    const first = await start({ created: false })
    const code = await createWorkspace(first)
    await addPerson(first, 'Ahmad Faizal')
    await keepPictures(first, 3)
    const second = join(outside, 'kongsi')
    await mkdir(second)
    await first.workspace.backups.chooseFolder({ folder: second })
    const made = await first.workspace.backups.make({})
    expect((await first.workspace.backups.overview({})).second).toMatchObject({ state: 'good' })
    const [before, media] = [await openState(first), await originals(first.folder)]

    const other = await start({ created: false })
    expect(await other.workspace.gate.state({})).toMatchObject({ kind: 'missing' })
    const { backups, savedAt } = await other.workspace.gate.backups({ folder: second })
    expect(savedAt).toBeNull()
    expect(backups.map(({ name }) => name)).toEqual([made.name])
    const { folder, name } = present(backups[0])
    const restore = (asked: typeof secret | { kind: 'recovery'; recoveryCode: string } | null) =>
      other.workspace.gate.restore({ folder, name, secret: asked })
    await expect(restore(null)).rejects.toMatchObject({ reason: 'backups.secret-needed' })
    await expect(
      restore({ kind: 'passphrase', passphrase: 'salah sama sekali' }),
    ).rejects.toMatchObject({
      reason: 'gate.wrong-passphrase',
    })
    expect(await other.workspace.gate.state({})).toMatchObject({ kind: 'missing' })
    expect(await restore({ kind: 'recovery', recoveryCode: code })).toMatchObject({ kind: 'open' })
    const after = await openState(other)
    const aside = ['setting', 'audit_entry']
    expect(tableHashes(after, aside)).toEqual(tableHashes(before, aside))
    expect(after['audit_entry']?.slice(0, before['audit_entry']?.length)).toEqual(
      before['audit_entry'],
    )
    expect(await originals(other.folder)).toEqual(media)
    // The passphrase of the other computer opens it from here on.
    await other.restart()
    expect(await other.workspace.gate.unlock({ secret, remember: false })).toMatchObject({
      kind: 'open',
    })
  })

  it('refuses a backup that does not hold, notes that, and leaves the present state open', async () => {
    const test = await start()
    const made = await test.workspace.backups.make({})
    await addPerson(test, 'Ahmad Faizal')
    const file = join(made.folder, `${made.name}.db`)
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.from([1, 2, 3, 4]), 0, 4, 9_000)
    closeSync(handle)
    await expect(
      test.workspace.gate.restore({ folder: null, name: made.name, secret: null }),
    ).rejects.toMatchObject({ reason: 'backups.damaged' })
    expect(await names(test)).toHaveLength(2)
    const { backups, lastGoodAt } = await test.workspace.backups.overview({})
    expect(backups[0]).toMatchObject({ state: 'damaged' })
    expect(lastGoodAt).toBeNull()
  })

  it('is for administrators, and not behind a locked screen', async () => {
    const test = await start()
    const made = await test.workspace.backups.make({})
    const wanted = { folder: null, name: made.name, secret: null }
    const { id } = await test.workspace.people.add({ name: 'Zul', post: 'P', roles: ['planner'] })
    await test.workspace.gate.switchPerson({ id })
    await expect(test.workspace.gate.restore(wanted)).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
    await test.workspace.gate.lockScreen({})
    await expect(test.workspace.gate.restore(wanted)).rejects.toMatchObject({
      reason: 'gate.screen-locked',
    })
  })

  it('of another workspace keeps the way back to the one that was left', async () => {
    const [here, there] = [await start(), await start()]
    await addPerson(there, 'Orang lain')
    const theirs = await there.workspace.backups.make({})
    const wanted = { folder: theirs.folder, name: theirs.name, secret }
    await here.workspace.gate.restore(wanted)
    // No PIN there: who opened with the passphrase sits at an open screen.
    expect(await names(here)).toContain('Orang lain')
    const { backups } = await here.workspace.gate.backups({ folder: null })
    const undo = present(backups.find(({ reason }) => reason === 'restore'))
    expect(undo.own).toBe(false)
    await here.workspace.gate.restore({ folder: null, name: undo.name, secret })
    expect(await names(here)).toEqual(['Siti Aminah binti Abdullah'])
  })
})

describe('a damaged database', () => {
  async function spoil(folder: string): Promise<Buffer> {
    const file = join(folder, 'ruang-kerja.db')
    const bytes = await readFile(file)
    bytes.fill(0x5a, 0, 4_096)
    await writeFile(file, bytes)
    return bytes
  }

  it('at the start is offered a backup, and is kept aside', async () => {
    const test = await start()
    await addPerson(test, 'Ahmad Faizal')
    const made = await test.workspace.backups.make({})
    await test.running.stop()
    const spoilt = await spoil(test.folder)
    await test.restart()
    expect(await test.workspace.gate.unlock({ secret, remember: false })).toMatchObject({
      kind: 'failed',
      reason: 'database.damaged',
    })
    const { backups, savedAt } = await test.workspace.gate.backups({ folder: null })
    expect(backups.map(({ name }) => name)).toEqual([made.name])
    expect(savedAt).not.toBeNull()
    // The passphrase was typed already: it is not asked for again.
    const restored = await test.workspace.gate.restore({
      ...{ folder: null, name: made.name, secret: null },
    })
    expect(restored).toMatchObject({ kind: 'open' })
    expect(await names(test)).toEqual(['Ahmad Faizal', 'Siti Aminah binti Abdullah'])
    const aside = (await readdir(test.folder)).filter((name) => /^diketepikan-.+\.db$/.test(name))
    expect(aside).toHaveLength(1)
    expect(await readFile(join(test.folder, present(aside[0])))).toEqual(spoilt)
  })

  it('while running closes the workspace and offers the same', async () => {
    const test = await start()
    for (let count = 0; count < 200; count++) await addPerson(test, `Orang ${count}`)
    const made = await test.workspace.backups.make({})
    await test.running.stop()
    // The pages of the rows themselves: the file still opens.
    const file = join(test.folder, 'ruang-kerja.db')
    const bytes = await readFile(file)
    await test.restart()
    await test.workspace.gate.unlock({ secret, remember: false })
    const handle = openSync(file, 'r+')
    for (let at = 5 * 4_096; at < bytes.length; at += 4_096) writeSync(handle, 'rosak', at + 600)
    closeSync(handle)
    await expect(test.workspace.office.verifyAudit({})).rejects.toMatchObject({
      reason: 'database.damaged',
    })
    await expect
      .poll(() => test.workspace.gate.state({}))
      .toMatchObject({
        ...{ kind: 'failed', reason: 'database.damaged' },
      })
    await test.workspace.gate.restore({ folder: null, name: made.name, secret: null })
    expect(await names(test)).toHaveLength(201)
  })

  it('is found after an unclean stop, while the window is answered', async () => {
    const test = await start()
    await addPerson(test, 'Ahmad Faizal')
    await test.running.stop()
    const file = join(test.folder, 'ruang-kerja.db')
    const bytes = await readFile(file)
    // As after a kill: a log stands there; and the last page of the file was spoilt meanwhile.
    await writeFile(`${file}-wal`, '')
    bytes.fill(0x33, bytes.length - 4_096, bytes.length - 64)
    await writeFile(file, bytes)
    await test.restart()
    await test.workspace.gate.unlock({ secret, remember: false })
    await expect
      .poll(() => test.workspace.gate.state({}), { timeout: 20_000 })
      .toMatchObject({ kind: 'failed', reason: 'database.damaged' })
  })

  it('that is gone altogether is offered a backup for its secret', async () => {
    const test = await start()
    const made = await test.workspace.backups.make({})
    await test.running.stop()
    await rm(join(test.folder, 'ruang-kerja.db'))
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ reason: 'database.missing' })
    await test.workspace.gate.restore({ folder: null, name: made.name, secret })
    expect(await names(test)).toEqual(['Siti Aminah binti Abdullah'])
  })
})

describe('the second folder', () => {
  it('that is away is said calmly and caught up when it is back', async () => {
    const test = await start()
    const [folder, elsewhere] = [join(outside, 'kongsi'), join(outside, 'cabut')]
    await mkdir(folder)
    await test.workspace.backups.chooseFolder({ folder })
    await test.workspace.backups.make({})
    await cp(folder, elsewhere, { recursive: true })
    await rm(folder, { recursive: true })
    await addPerson(test, 'Ahmad Faizal')
    test.clock.set('2026-11-24T01:00:00.000Z')
    // The backup itself does not fail.
    const made = await test.workspace.backups.make({})
    const away = (await test.workspace.backups.overview({})).second
    expect(away).toMatchObject({ state: 'away', failingSince: '2026-11-24T01:00:00.000Z' })
    await cp(elsewhere, folder, { recursive: true })
    expect(await test.workspace.backups.copyToSecond({})).toEqual({ copied: 1 })
    expect((await test.workspace.backups.overview({})).second).toMatchObject({
      ...{ state: 'good', failingSince: null },
    })
    const { backups } = await test.workspace.gate.backups({ folder })
    expect(backups.map(({ name }) => name)).toContain(made.name)
    const place = present((await readdir(folder))[0])
    const keys = JSON.parse(await readFile(join(folder, place, 'kunci.json'), 'utf8')) as object
    expect(keys).toMatchObject({ system: null })
  })

  it('is neither in the data folder nor around it, and must be there', async () => {
    const test = await start()
    const choose = (folder: string) => test.workspace.backups.chooseFolder({ folder })
    for (const folder of [test.folder, join(test.folder, 'sandaran'), tmpdir()]) {
      await mkdir(folder, { recursive: true })
      await expect(choose(folder)).rejects.toMatchObject({ reason: 'backups.folder-inside' })
    }
    await expect(choose(join(outside, 'tiada'))).rejects.toMatchObject({
      reason: 'backups.folder-missing',
    })
    await expect(choose('sandaran')).rejects.toMatchObject({ reason: 'backups.folder-missing' })
  })

  it('keeps what others put there', async () => {
    const test = await start()
    const folder = join(outside, 'kongsi')
    await mkdir(folder)
    await test.workspace.backups.chooseFolder({ folder })
    await writeFile(join(test.folder, 'sandaran', 'sandaran-lama.zip'), 'x')
    await writeFile(join(test.folder, 'sandaran', 'sandaran-20200101-000000-harian.txt'), 'x')
    for (let day = 1; day <= 14; day++) {
      test.clock.set(`2026-12-${String(day).padStart(2, '0')}T01:00:00.000Z`)
      await test.workspace.backups.make({})
    }
    const kept = await readdir(join(test.folder, 'sandaran'))
    expect(kept).toContain('sandaran-lama.zip')
    expect(kept).toContain('sandaran-20200101-000000-harian.txt')
    const databases = kept.filter((name) => name.endsWith('.db'))
    expect(databases.length).toBeLessThan(14)
    expect(databases).toContain('sandaran-20261214-090000-tangan.db')
    expect(existsSync(join(test.folder, 'sandaran', 'kunci.json'))).toBe(true)
  }, 60_000)
})
