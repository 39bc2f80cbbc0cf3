import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { encodeScene } from '../support/encodedPictures.ts'
import { present } from '../support/present.ts'
import { controlC, enter, openTerminal, quoted, type Terminal } from '../support/terminal.ts'
import { startTestWorkspace, testPassphrase, type TestWorkspace } from '../support/workspace.ts'

const cli = fileURLToPath(new URL('../../src/main/hosts/cli.ts', import.meta.url))

let test: TestWorkspace
let drop: string
beforeEach(async () => {
  drop = await mkdtemp(join(tmpdir(), 'gambar-'))
  test = await startTestWorkspace('sqlite')
})
afterEach(async () => {
  await test.stop()
  await rm(drop, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function check(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'check', ...args], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })
}

async function fingerprintOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((e) => e.isFile() && !/-(wal|shm)$/.test(e.name))
  const hashes = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name))
      return [name, createHash('sha256').update(bytes).digest('hex')] as const
    }),
  )
  return Object.fromEntries(hashes)
}

/** One picture in `drop`, kept in the library too. */
async function keepOne(): Promise<void> {
  await writeFile(join(drop, 'asal.png'), await encodeScene(4))
  const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
  const [checked] = await test.workspace.images.checks({ batchId })
  await test.workspace.images.keep({ ids: [present(checked).id] })
}

describe('check --library', () => {
  it('compares with the library, also while the window has it open, and writes nothing', async () => {
    await keepOne()
    const env = { BKK_DATA_DIR: test.folder, BKK_PASSPHRASE: testPassphrase }

    const before = await fingerprintOf(test.folder)
    const { code, out, err } = await check([drop, '--library', '--json'], env)
    expect(err).toBe('')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { verdict: 'reject', findings: [{ code: 'duplicate-bytes', of: 'asal.png' }] },
    ])
    expect(await fingerprintOf(test.folder)).toEqual(before)

    const without = await check([drop, '--json'], env)
    expect([without.code, JSON.parse(without.out)]).toMatchObject([0, [{ verdict: 'pass' }]])
  })

  it.each([
    [
      'a wrong passphrase',
      { BKK_PASSPHRASE: 'bukan frasa yang betul' },
      /Frasa laluan tidak betul/,
    ],
    ['no passphrase and no terminal', {}, /BKK_PASSPHRASE/],
  ])('with %s could not run: exit code 2 and the reason', async (_, env, reason) => {
    const { code, out, err } = await check([drop, '--library', '--json'], {
      BKK_DATA_DIR: test.folder,
      ...env,
    })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(reason)
  })

  it('without a workspace says where it looked, and asks for no passphrase', async () => {
    const { code, err } = await check([drop, '--library'], { BKK_DATA_DIR: drop })
    expect(code).toBe(2)
    expect(err).toContain(drop)
  })
})

// Windows and macOS have no program that gives a test a terminal in this way.
if (process.platform === 'linux') {
  describe('check --library in a terminal', () => {
    const question = 'Frasa laluan ruang kerja: '

    /** What the check prints goes to a file; what the terminal then shows is on stderr. */
    function checkInTerminal(before = '', after = ''): Terminal & { result(): Promise<string> } {
      const result = join(drop, '.result.json')
      const command = [process.execPath, cli, 'check', drop, '--library', '--json'].map(quoted)
      const terminal = openTerminal(
        `${before}${command.join(' ')} > ${quoted(result)}; code=$?; ${after}exit $code`,
        { cwd: drop, env: { PATH: process.env['PATH'], BKK_DATA_DIR: test.folder } },
      )
      onTestFinished(() => terminal.close())
      return { ...terminal, result: () => readFile(result, 'utf8') }
    }

    it('asks for the passphrase, shows nothing of it, and answers on stdout alone', async () => {
      await keepOne()
      const before = await fingerprintOf(test.folder)
      const ask = "printf 'ordinary? '; read line; "
      const terminal = checkInTerminal(ask, ask)
      await terminal.sees('ordinary? ')
      terminal.type(`shown before${enter}`)
      await terminal.sees(question)
      terminal.type(`${testPassphrase}${enter}`)
      await terminal.sees('ordinary? ')
      terminal.type(`shown after${enter}`)
      const { code, shown } = await terminal.ended()
      expect(code).toBe(1)
      expect(JSON.parse(await terminal.result())).toMatchObject([
        { verdict: 'reject', findings: [{ code: 'duplicate-bytes', of: 'asal.png' }] },
      ])
      // The line with the counter of files is written over and taken away again.
      const counter = '\r1 / 1\r\u001b[K'
      expect(shown).toBe(
        'ordinary? shown before\r\n' + `${question}\r\n${counter}` + 'ordinary? shown after\r\n',
      )
      expect(await fingerprintOf(test.folder)).toEqual(before)
    })

    const notGiven =
      'Pustaka memerlukan frasa laluan: tetapkan BKK_PASSPHRASE, atau jalankan di terminal.'

    it.each([
      ['a wrong passphrase', `bukan frasa yang betul${enter}`, 'Frasa laluan tidak betul.'],
      ['Ctrl+C', controlC, notGiven],
      ['Ctrl+C after half of it', `jambatan${controlC}`, notGiven],
    ])('with %s ends with 2 and the reason, and changes nothing', async (_, keys, reason) => {
      const before = await fingerprintOf(test.folder)
      const terminal = checkInTerminal()
      await terminal.sees(question)
      terminal.type(keys)
      const { code, shown } = await terminal.ended()
      expect(code).toBe(2)
      expect(shown).toBe(`${question}\r\n\r\u001b[K${reason}\r\n`)
      expect(await terminal.result()).toBe('')
      expect(await fingerprintOf(test.folder)).toEqual(before)
    })
  })
}
