import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeSmallProject, type SmallProject } from './smallProject.ts'

const own = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** What `npm start -- check` does before it checks anything, in a process of its own. */
const prepare = `
  const { createContext } = await import('./scripts/setup/context.mjs')
  const { setUp, stepsFor } = await import('./scripts/setup/index.mjs')
  const context = createContext(process.cwd())
  await setUp(context, stepsFor(context).check)
`

let project: SmallProject
beforeEach(() => {
  project = makeSmallProject()
  // As many sources as this project really has: they are what a start must look through.
  for (const folder of ['src', 'resources']) {
    cpSync(own(folder), join(project.root, folder), { recursive: true })
  }
})
afterEach(() => rmSync(project.root, { recursive: true }))

/** Milliseconds. */
function timeOfStart(): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', prepare], {
    cwd: project.root,
    encoding: 'utf8',
    env: { ...process.env, PATH: project.path },
  })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - began
}

it('takes less than two seconds when everything is there already', () => {
  timeOfStart()
  expect(project.calls()).toEqual(['npm', 'build'])
  const times = [timeOfStart(), timeOfStart(), timeOfStart()]
  expect(project.calls()).toEqual(['npm', 'build'])
  // The quickest: what else the computer does meanwhile is not the set-up's doing.
  expect(Math.min(...times)).toBeLessThan(2_000)
})
