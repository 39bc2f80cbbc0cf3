import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { SafeStorage } from '../../../src/main/workspace/index.ts'
import {
  createWorkspace,
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const byPassphrase = (passphrase: string) => ({
  secret: { kind: 'passphrase' as const, passphrase },
  remember: false,
})

describe.each(databases)('unlocking on %s', (database) => {
  it('finds everything again after a restart', async () => {
    test = await startTestWorkspace(database)
    await test.workspace.people.add({ name: 'Ahmad Faizal', post: 'Perancang' })
    await test.restart()

    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked', remembered: false })
    await expect(test.workspace.people.list({})).rejects.toMatchObject({ reason: 'gate.locked' })

    await test.workspace.gate.unlock(byPassphrase(testPassphrase))
    const names = (await test.workspace.people.list({})).map((person) => person.name)
    expect(names).toEqual(['Ahmad Faizal', 'Siti Aminah binti Abdullah'])
  })

  it('refuses a wrong passphrase and a wrong recovery code', async () => {
    test = await startTestWorkspace(database)
    await test.restart()
    await expect(
      test.workspace.gate.unlock(byPassphrase('jambatan merah di lembah riuh')),
    ).rejects.toMatchObject({ code: 'refused', reason: 'gate.wrong-passphrase' })
    await expect(
      test.workspace.gate.unlock({
        secret: { kind: 'recovery', recoveryCode: '0000-0000-0000-0000-0000-0000-0000-0000' },
        remember: false,
      }),
    ).rejects.toMatchObject({ reason: 'gate.wrong-recovery-code' })
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked' })
  })

  it('opens with the recovery code, and with a new passphrase afterwards', async () => {
    test = await startTestWorkspace(database, { created: false })
    const recoveryCode = await createWorkspace(test)
    await test.restart()
    await test.workspace.gate.unlock({
      secret: { kind: 'recovery', recoveryCode: recoveryCode.toLowerCase() },
      remember: false,
    })
    await test.workspace.gate.changePassphrase({
      current: null,
      passphrase: 'empat ekor helang kembara',
    })
    await test.restart()
    await expect(test.workspace.gate.unlock(byPassphrase(testPassphrase))).rejects.toMatchObject({
      reason: 'gate.wrong-passphrase',
    })
    await test.workspace.gate.unlock(byPassphrase('empat ekor helang kembara'))
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'open' })
  })

  it('is changed only by who knows the present passphrase', async () => {
    test = await startTestWorkspace(database)
    const change = (current: string | null) =>
      test.workspace.gate.changePassphrase({ current, passphrase: 'empat ekor helang kembara' })
    for (const guess of [null, '', 'jambatan merah di lembah riuh']) {
      await expect(change(guess)).rejects.toMatchObject({ reason: 'gate.wrong-passphrase' })
    }
    await change(testPassphrase)
    const log = await test.rows<{ action: string }>('select action from audit_entry')
    expect(log.filter(({ action }) => action === 'gate.changePassphrase')).toHaveLength(1)
    await test.restart()
    await test.workspace.gate.unlock(byPassphrase('empat ekor helang kembara'))
  })

  it('locks at once: calls after it are refused', async () => {
    test = await startTestWorkspace(database)
    await test.workspace.gate.lock({})
    await expect(test.workspace.office.read({})).rejects.toMatchObject({ reason: 'gate.locked' })
  })
})

/** Seals with a key of its own, as DPAPI or a keyring would. */
function realSafeStorage(): SafeStorage {
  const key = randomBytes(32)
  return {
    protect(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Promise.resolve(
        Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
      )
    },
    unprotect(sealed) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(-16))
      return Promise.resolve(
        Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]),
      )
    },
  }
}

describe('the safe storage of the system', () => {
  it('spares the typing at the next start, but not after locking', async () => {
    test = await startTestWorkspace('sqlite', { safeStorage: realSafeStorage() })
    await test.workspace.gate.remember({ remember: true })
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'open', remembered: true })

    expect(await test.workspace.gate.lock({})).toMatchObject({ kind: 'locked', remembered: true })
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked' })
  })

  it('forgets when asked to', async () => {
    test = await startTestWorkspace('sqlite', { safeStorage: realSafeStorage() })
    await test.workspace.gate.remember({ remember: true })
    await test.workspace.gate.remember({ remember: false })
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked', remembered: false })
  })

  it('that fails does not keep the right passphrase out, and a new seal replaces a stale one', async () => {
    const storage = realSafeStorage()
    let broken = true
    const refuse = () => Promise.reject(new Error('the keyring is locked'))
    test = await startTestWorkspace('sqlite', {
      safeStorage: {
        protect: (plain) => (broken ? refuse() : storage.protect(plain)),
        unprotect: (sealed) => (broken ? refuse() : storage.unprotect(sealed)),
      },
    })
    await test.restart()
    const again = { ...byPassphrase(testPassphrase), remember: true }
    expect(await test.workspace.gate.unlock(again)).toMatchObject({
      kind: 'open',
      remembered: false,
    })
    broken = false
    await test.workspace.gate.lock({})
    expect(await test.workspace.gate.unlock(again)).toMatchObject({ remembered: true })
    // Another keyring took its place: the passphrase opens and seals anew.
    broken = true
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked', remembered: false })
    broken = false
    await test.workspace.gate.unlock(again)
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'open', remembered: true })
  })

  it('that no longer opens the key leaves the passphrase as the way in', async () => {
    test = await startTestWorkspace('sqlite', { safeStorage: realSafeStorage() })
    await test.workspace.gate.remember({ remember: true })
    await test.running.stop()
    const file = join(test.folder, 'kunci.json')
    const keys = JSON.parse(await readFile(file, 'utf8')) as { system: string }
    await writeFile(file, JSON.stringify({ ...keys, system: randomBytes(60).toString('base64') }))
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked' })
    await test.workspace.gate.unlock(byPassphrase(testPassphrase))
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'open' })
  })

  it('is not offered where there is none', async () => {
    test = await startTestWorkspace('sqlite')
    await expect(test.workspace.gate.remember({ remember: true })).rejects.toMatchObject({
      reason: 'gate.no-safe-storage',
    })
  })
})

describe('a process that takes over', () => {
  function keeper() {
    const kept: { key: Uint8Array | null; locked: boolean } = { key: null, locked: false }
    return {
      kept,
      recall: () => kept.key,
      isLocked: () => kept.locked,
      keep(key: Uint8Array | null) {
        kept.key = key
        kept.locked = key === null
      },
    }
  }

  it('opens where the one that died was open, with the same person at the keyboard', async () => {
    test = await startTestWorkspace('sqlite', { keyKeeper: keeper() })
    const ahmad = await test.workspace.people.add({ name: 'Ahmad Faizal', post: 'Perancang' })
    await test.workspace.gate.switchPerson({ id: ahmad.id })
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({
      kind: 'open',
      actor: { name: 'Ahmad Faizal' },
    })
  })

  it('asks for the passphrase where the workspace was locked', async () => {
    const keyKeeper = keeper()
    test = await startTestWorkspace('sqlite', { keyKeeper, safeStorage: realSafeStorage() })
    // Not even the safe storage opens what a person has locked.
    await test.workspace.gate.remember({ remember: true })
    await test.workspace.gate.lock({})
    expect(keyKeeper.kept.key).toBeNull()
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked' })
  })
})

describe('files that are not to be opened', () => {
  const database = () => join(test.folder, 'ruang-kerja.db')

  it.each([
    [
      'a plain SQLite file',
      () => Buffer.from('SQLite format 3\u0000'.padEnd(4096, '\u0000')),
      'database.foreign',
    ],
    ['a file of noise', () => randomBytes(8192), 'database.damaged'],
  ])('refuses %s and leaves its bytes alone', async (_, content, reason) => {
    test = await startTestWorkspace('sqlite')
    await test.restart()
    const bytes = content()
    await writeFile(database(), bytes)
    const opening = test.workspace.gate.unlock(byPassphrase(testPassphrase))
    // What is damaged leads to a state of its own, in which a backup is offered.
    if (reason === 'database.damaged') {
      expect(await opening).toMatchObject({ kind: 'failed', reason })
      expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'failed', reason })
    } else await expect(opening).rejects.toMatchObject({ code: 'database', reason })
    await expect(test.workspace.people.list({})).rejects.toMatchObject({ reason: 'gate.locked' })
    expect(hash(await readFile(database()))).toBe(hash(bytes))
  })
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
