import { openSync, closeSync, writeSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { present } from '../../support/present.ts'
import { addPerson, names, secret, startEach } from './started.ts'

const each = startEach()

describe('a damaged database', () => {
  async function spoil(folder: string): Promise<Buffer> {
    const file = join(folder, 'ruang-kerja.db')
    const bytes = await readFile(file)
    bytes.fill(0x5a, 0, 4_096)
    await writeFile(file, bytes)
    return bytes
  }

  it('at the start is offered a backup, and is kept aside', async () => {
    const test = await each.start()
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
    const test = await each.start()
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
    const test = await each.start()
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
    const test = await each.start()
    const made = await test.workspace.backups.make({})
    await test.running.stop()
    await rm(join(test.folder, 'ruang-kerja.db'))
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ reason: 'database.missing' })
    await test.workspace.gate.restore({ folder: null, name: made.name, secret })
    expect(await names(test)).toEqual(['Siti Aminah binti Abdullah'])
  })
})
