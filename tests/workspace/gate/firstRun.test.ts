import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createWorkspace,
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const firstRun: Omit<
  Parameters<TestWorkspace['workspace']['gate']['create']>[0],
  'typedRecoveryCode'
> = {
  passphrase: testPassphrase,
  unitName: 'Bahagian Komunikasi Korporat',
  letterhead: [],
  logo: null,
  language: 'ms',
  administrator: { name: 'Siti Aminah', post: 'Pereka' },
  remember: false,
}

describe.each(databases)('the first run on %s', (database) => {
  it('turns an empty folder into an open workspace with its administrator at the keyboard', async () => {
    test = await startTestWorkspace(database, { created: false })
    expect(await test.workspace.gate.state({})).toEqual({ kind: 'missing', folder: test.folder })

    await createWorkspace(test)

    const state = await test.workspace.gate.state({})
    expect(state).toMatchObject({
      kind: 'open',
      actor: { name: 'Siti Aminah binti Abdullah', post: 'Pereka', active: true },
      remembered: false,
      canRemember: false,
    })
    expect(await test.workspace.office.read({})).toEqual({
      unitName: 'Bahagian Komunikasi Korporat',
      letterhead: ['Jabatan Kerja Raya Malaysia', '50480 Kuala Lumpur'],
      logo: null,
      language: 'ms',
    })
  })

  it('refuses a recovery code that was not typed back as printed, and loses nothing', async () => {
    test = await startTestWorkspace(database, { created: false })
    const { recoveryCode } = await test.workspace.gate.begin({})
    const mistyped = recoveryCode.startsWith('0')
      ? `1${recoveryCode.slice(1)}`
      : `0${recoveryCode.slice(1)}`

    await expect(
      test.workspace.gate.create({ ...firstRun, typedRecoveryCode: mistyped }),
    ).rejects.toMatchObject({ reason: 'gate.recovery-code-mistyped' })
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'missing' })
    expect(existsSync(join(test.folder, 'kunci.json'))).toBe(false)

    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ')
    const state = await test.workspace.gate.create({ ...firstRun, typedRecoveryCode: typed })
    expect(state.kind).toBe('open')
  })

  it.each(['', 'sebelas aks', '           '])(
    'refuses the short passphrase «%s»',
    async (passphrase) => {
      test = await startTestWorkspace(database, { created: false })
      const { recoveryCode } = await test.workspace.gate.begin({})
      await expect(
        test.workspace.gate.create({ ...firstRun, passphrase, typedRecoveryCode: recoveryCode }),
      ).rejects.toMatchObject({ reason: 'gate.weak-passphrase', details: { shortest: 12 } })
    },
  )

  it('is done once: a second first run is refused', async () => {
    test = await startTestWorkspace(database)
    await expect(test.workspace.gate.begin({})).rejects.toMatchObject({
      reason: 'gate.already-created',
    })
  })
})

describe('a first run that is cut off', () => {
  const unfinished = () => join(test.folder, 'baharu.db')

  it('before its key file leaves nothing, and begins anew', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    await writeFile(unfinished(), 'half a database')
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'missing' })
    await createWorkspace(test)
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'open' })
  })

  it('between its key file and the last step is finished at the next start', async () => {
    test = await startTestWorkspace('sqlite')
    await test.running.stop()
    await rename(join(test.folder, 'ruang-kerja.db'), unfinished())
    await rm(join(test.folder, 'sandaran', 'kunci.json'))
    await test.restart()
    expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked' })
    const state = await test.workspace.gate.unlock({
      secret: { kind: 'passphrase', passphrase: testPassphrase },
      remember: false,
    })
    expect(state).toMatchObject({ actor: { name: 'Siti Aminah binti Abdullah' } })
  })
})

describe('keys at rest', () => {
  it('stores neither the passphrase, the recovery code nor the key itself', async () => {
    test = await startTestWorkspace('sqlite', { created: false, fullStretching: true })
    const recoveryCode = await createWorkspace(test)
    const keys = await readFile(join(test.folder, 'kunci.json'), 'utf8')
    for (const secret of [testPassphrase, recoveryCode, recoveryCode.replaceAll('-', '')]) {
      expect(keys).not.toContain(secret)
      expect(keys).not.toContain(Buffer.from(secret).toString('base64').replaceAll('=', ''))
    }
    expect(JSON.parse(keys)).toMatchObject({
      system: null,
      passphrase: { kdf: 'scrypt', N: 131_072, r: 8 },
    })
  })

  it.each(['gone', 'damaged'])(
    'opens by the copy when the key file is %s, and mends it',
    async (how) => {
      test = await startTestWorkspace('sqlite')
      const file = join(test.folder, 'kunci.json')
      const whole = await readFile(file, 'utf8')
      await test.restart()
      await (how === 'gone' ? rm(file) : writeFile(file, whole.slice(0, 40)))
      expect(await test.workspace.gate.state({})).toMatchObject({ kind: 'locked' })
      await test.workspace.gate.unlock({
        secret: { kind: 'passphrase', passphrase: testPassphrase },
        remember: false,
      })
      expect(await readFile(file, 'utf8')).toBe(whole)
    },
  )

  it('says that the key file is gone instead of offering a first run over the data', async () => {
    test = await startTestWorkspace('sqlite')
    await test.restart()
    await rm(join(test.folder, 'kunci.json'))
    await rm(join(test.folder, 'sandaran', 'kunci.json'))
    expect(await test.workspace.gate.state({})).toMatchObject({
      kind: 'failed',
      reason: 'database.key-file-missing',
    })
  })

  it('says that the key file is damaged', async () => {
    test = await startTestWorkspace('sqlite')
    await test.restart()
    await writeFile(join(test.folder, 'kunci.json'), '{"format": 1')
    await writeFile(join(test.folder, 'sandaran', 'kunci.json'), '')
    expect(await test.workspace.gate.state({})).toMatchObject({
      kind: 'failed',
      reason: 'database.key-file-damaged',
    })
  })
})
