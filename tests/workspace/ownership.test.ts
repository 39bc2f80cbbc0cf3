import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WorkspaceError } from '#contract/errors'
import { ownFolder } from '../../src/main/workspace/database/ownership.ts'
import { present } from '../support/present.ts'
import type { Attempt } from './tryToOwn.ts'

const script = fileURLToPath(new URL('tryToOwn.ts', import.meta.url))

let folder: string
let lockFile: string
let children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ruang-kerja-'))
  lockFile = join(folder, 'pemilik.lock')
})
afterEach(async () => {
  await Promise.all(children.map(kill))
  children = []
  rmSync(folder, { recursive: true, force: true })
})

describe('owning a data folder', () => {
  it('is for one process of twenty that want it at once, and passes on when it is killed', async () => {
    let waiting = await Promise.all(Array.from({ length: 20 }, start))
    for (let round = 0; round < 4; round++) {
      const attempts = await Promise.all(waiting.map(attempt))
      const owners = waiting.filter((_, index) => attempts[index]?.outcome === 'owned')
      const others = attempts.filter(({ outcome }) => outcome !== 'owned')
      expect(owners).toHaveLength(1)
      expect(new Set(others.map(({ outcome }) => outcome))).toEqual(new Set(['database.busy']))
      expect(Math.max(...others.map(({ ms }) => ms))).toBeLessThan(2_000)
      const owner = present(owners[0])
      await kill(owner)
      waiting = waiting.filter((each) => each !== owner)
    }
  }, 120_000)

  it('ends when it is given back', () => {
    const first = ownFolder(lockFile)
    expect(() => ownFolder(lockFile)).toThrow(new WorkspaceError('database.busy'))
    first.release()
    ownFolder(lockFile).release()
  })

  it('leaves nothing in the folder that a later start must clear away', async () => {
    const owner = await start()
    expect(await attempt(owner)).toMatchObject({ outcome: 'owned' })
    await kill(owner)
    ownFolder(lockFile).release()
  })

  it('calls nothing busy that is broken', () => {
    writeFileSync(
      lockFile,
      'not a lock, but somebody else’s file of more than a hundred bytes.'.repeat(9),
    )
    expect(() => ownFolder(lockFile)).toThrow(/not a database/)
    expect(() => ownFolder(join(folder, 'no-such-folder', 'pemilik.lock'))).toThrow(/directory/)
  })
})

async function start(): Promise<ChildProcess> {
  const child = fork(script, [lockFile], { execArgv: [], serialization: 'advanced' })
  children.push(child)
  await once(child, 'message')
  return child
}

async function attempt(child: ChildProcess): Promise<Attempt> {
  const answer = new Promise<Attempt>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Attempt))
    child.once('exit', () => reject(new Error('The process ended')))
  })
  child.send('try')
  return answer
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
