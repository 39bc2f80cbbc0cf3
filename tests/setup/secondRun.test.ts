import { spawnSync } from 'node:child_process'
import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { build } from '../../scripts/setup/build.mjs'
import { createContext } from '../../scripts/setup/context.mjs'
import { dependencies } from '../../scripts/setup/dependencies.mjs'
import { electronRuntime } from '../../scripts/setup/electronRuntime.mjs'
import { setUp } from '../../scripts/setup/index.mjs'
import { nativeSqlite } from '../../scripts/setup/nativeSqlite.mjs'
import { makeSmallProject, type SmallProject } from './smallProject.ts'

const everything = ['npm', 'install Electron', 'build']

let project: SmallProject
let said: string[]

beforeEach(() => {
  project = makeSmallProject()
  said = []
  vi.stubEnv('PATH', project.path)
  // A mirror is somebody's decision, so the installer is called without asking the network first.
  vi.stubEnv('ELECTRON_MIRROR', 'https://mirror.invalid/')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(project.root, { recursive: true })
})

/** As a start would: every step made anew, nothing known but what lies in the folder. */
async function start(): Promise<boolean[]> {
  const context = { ...createContext(project.root), say: (line: string) => void said.push(line) }
  const steps = [
    dependencies(context),
    electronRuntime(context),
    nativeSqlite(context),
    build(context),
  ]
  await setUp(context, steps)
  return steps.map((step) => step.isDone())
}

describe('a second start', () => {
  it('finds every step done, starts no process and says nothing', async () => {
    expect(await start()).toEqual([true, true, true, true])
    expect(project.calls()).toEqual(everything)
    said = []
    expect(await start()).toEqual([true, true, true, true])
    expect(project.calls()).toEqual(everything)
    expect(said).toEqual([])
  })

  it('builds again when the content of a source has changed, and does nothing else', async () => {
    await start()
    project.write('src/main.js', '// changed')
    await start()
    expect(project.calls()).toEqual([...everything, 'build'])
  })

  it('builds again when a source is new or gone, or the result is gone', async () => {
    await start()
    project.write('src/new.js', '')
    await start()
    rmSync(join(project.root, 'src/new.js'))
    await start()
    rmSync(join(project.root, 'out/main/cli.js'))
    await start()
    expect(project.calls()).toEqual([...everything, 'build', 'build', 'build'])
  })

  it('does not build when a source was only written again', async () => {
    await start()
    utimesSync(join(project.root, 'src/main.js'), new Date(), new Date())
    await start()
    expect(project.calls()).toEqual(everything)
  })

  it('installs and builds again when the lock file has changed', async () => {
    await start()
    project.write('package-lock.json', '{ "lockfileVersion": 3, "packages": {} }')
    await start()
    expect(project.calls()).toEqual([...everything, ...everything])
  })
})

describe('a build', () => {
  it('that fails says why, and is due at the next start', async () => {
    project.write('src/main.js', 'does not compile')
    await expect(start()).rejects.toThrow('line 1: does not compile')
    project.write('src/main.js', '// compiles')
    await start()
    expect(project.calls()).toEqual([...everything, 'build'])
  })

  it('is due again when a source was saved while it ran', async () => {
    project.write('src/main.js', '// saved meanwhile')
    expect(await start()).toEqual([true, true, true, false])
  })
})

describe('two starts at once', () => {
  it('do the work once, the second waits', async () => {
    await Promise.all([start(), start()])
    expect(project.calls()).toEqual(everything)
    expect(said).toContain('Another set-up is at work here; waiting for it …')
  })

  it('are not hindered by the lock of a process that died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    project.write('.cache/setup.lock', String(pid))
    await start()
    expect(project.calls()).toEqual(everything)
  })
})
