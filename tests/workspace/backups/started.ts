import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { encodeScene } from '../../support/encodedPictures.ts'
import { startTestWorkspace, testPassphrase, type TestWorkspace } from '../../support/workspace.ts'

export const secret = { kind: 'passphrase' as const, passphrase: testPassphrase }

export interface Started {
  /** A folder outside every workspace, taken away after the test. */
  readonly outside: string
  start(options?: Parameters<typeof startTestWorkspace>[1]): Promise<TestWorkspace>
}

/** Workspaces on SQLite that are stopped after each test, and a folder beside them. */
export function startEach(): Started {
  let outside = ''
  const started: TestWorkspace[] = []
  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'luar-'))
  })
  afterEach(async () => {
    for (const each of started.splice(0)) await each.stop()
    await rm(outside, { recursive: true, force: true })
  })
  return {
    get outside() {
      return outside
    },
    async start(options) {
      const test = await startTestWorkspace('sqlite', options)
      started.push(test)
      return test
    },
  }
}

export async function addPerson({ workspace }: TestWorkspace, name: string): Promise<void> {
  await workspace.people.add({ name, post: 'Perancang' })
}

export async function names({ workspace }: TestWorkspace): Promise<string[]> {
  return (await workspace.people.list({})).map(({ name }) => name)
}

/** Keeps pictures, so that there are originals to be backed up. */
export async function keepPictures(
  { workspace }: TestWorkspace,
  outside: string,
  count: number,
): Promise<void> {
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
export async function originals(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(join(folder, 'media', 'original'), { recursive: true })) {
    const file = join(folder, 'media', 'original', entry)
    const bytes = await readFile(file).catch(() => null)
    if (bytes !== null) found[entry] = createHash('sha256').update(bytes).digest('hex')
  }
  return found
}
