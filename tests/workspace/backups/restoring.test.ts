import { openSync, closeSync, writeSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { present } from '../../support/present.ts'
import { createWorkspace } from '../../support/workspace.ts'
import { openState, tableHashes } from './openState.ts'
import { addPerson, keepPictures, names, originals, secret, startEach } from './started.ts'

const each = startEach()

describe('restoring', () => {
  it('brings the state back, says so in its log, and is undone by another restore', async () => {
    const test = await each.start()
    await keepPictures(test, each.outside, 2)
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
    const first = await each.start({ created: false })
    const code = await createWorkspace(first)
    await addPerson(first, 'Ahmad Faizal')
    await keepPictures(first, each.outside, 3)
    const second = join(each.outside, 'kongsi')
    await mkdir(second)
    await first.workspace.backups.chooseFolder({ folder: second })
    const made = await first.workspace.backups.make({})
    expect((await first.workspace.backups.overview({})).second).toMatchObject({ state: 'good' })
    const [before, media] = [await openState(first), await originals(first.folder)]

    const other = await each.start({ created: false })
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
    const test = await each.start()
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
    const test = await each.start()
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
    const [here, there] = [await each.start(), await each.start({ ownFirstRun: true })]
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
