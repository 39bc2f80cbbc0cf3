import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeScene } from '../support/encodedPictures.ts'
import { present } from '../support/present.ts'
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

describe('check --library', () => {
  it('compares with the library, also while the window has it open, and writes nothing', async () => {
    await writeFile(join(drop, 'asal.png'), await encodeScene(4))
    const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
    const [checked] = await test.workspace.images.checks({ batchId })
    await test.workspace.images.keep({ ids: [present(checked).id] })
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

  it('without a workspace says where it looked', async () => {
    const { code, err } = await check([drop, '--library'], {
      BKK_DATA_DIR: drop,
      BKK_PASSPHRASE: testPassphrase,
    })
    expect(code).toBe(2)
    expect(err).toContain(drop)
  })
})
