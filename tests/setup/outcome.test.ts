import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  asOne,
  asReported,
  playwrightOutcome,
  sum,
  vitestOutcome,
} from '../../scripts/testing/outcome.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

let folder: string

beforeEach(() => {
  // Inside the project, so that the files written here find the runners.
  mkdirSync(join(root, '.cache'), { recursive: true })
  folder = mkdtempSync(join(root, '.cache/outcome-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function run(script: string, args: string[], env: NodeJS.ProcessEnv = {}): number | null {
  const command = [join(root, 'node_modules', script), ...args]
  const clean = { ...process.env, VITEST: undefined, TEST: undefined, NODE_ENV: undefined, ...env }
  return spawnSync(process.execPath, command, { cwd: folder, env: clean }).status
}

function vitest(): { exitCode: number; file: string } {
  const file = join(folder, 'report.json')
  const args = ['run', '--root', '.', '--reporter=json', `--outputFile=${file}`]
  return { exitCode: run('vitest/vitest.mjs', args) ?? -1, file }
}

function playwright(): string {
  const file = join(folder, 'report.json')
  write('playwright.config.mjs', "export default { testMatch: '**/*.spec.mjs' }")
  run('@playwright/test/cli.js', ['test', '--reporter=json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  return file
}

describe('the count of Vitest', () => {
  const three = [
    'it("a", () => {})',
    'it("b", () => { throw new Error() })',
    'it.skip("c", () => {})',
  ]

  it('tells passed, failed and skipped tests apart', () => {
    write('a.test.mjs', `import { it } from 'vitest'\n${three.join('\n')}`)
    const { exitCode, file } = vitest()
    const outcome = { passed: 1, failed: 1, skipped: 1, names: ['a.test.mjs: b'] }
    expect(asReported('vitest', exitCode, vitestOutcome(folder, file))).toEqual(outcome)
  })

  it('holds a file that cannot be loaded for a failed test', () => {
    write('a.test.mjs', "import { it } from 'vitest'\nit('a', () => {})")
    write('b.test.mjs', "import './missing.mjs'")
    const { exitCode, file } = vitest()
    const outcome = { passed: 1, failed: 1, skipped: 0, names: ['b.test.mjs'] }
    expect(asReported('vitest', exitCode, vitestOutcome(folder, file))).toEqual(outcome)
  })

  it('holds an error outside any test for a failed test', () => {
    const late =
      'setTimeout(() => { throw new Error() }); await new Promise((r) => setTimeout(r, 50))'
    write('a.test.mjs', `import { it } from 'vitest'\nit('a', async () => { ${late} })`)
    const { exitCode, file } = vitest()
    const outcome = { passed: 1, failed: 1, skipped: 0, names: ['vitest'] }
    expect(asReported('vitest', exitCode, vitestOutcome(folder, file))).toEqual(outcome)
  })

  it('is one failure when nothing was found, and never an earlier report read twice', () => {
    write('report.json', '{}')
    const { exitCode, file } = vitest()
    expect(asReported('vitest', exitCode, vitestOutcome(folder, file)).failed).toBe(1)
    expect(vitestOutcome(folder, file)).toBeUndefined()
  })
})

describe('the count of Playwright', () => {
  const head = "import { test } from '@playwright/test'\n"

  it('tells journeys from other tests, and skipped ones from those that ran', () => {
    write('journeys/a.spec.mjs', `${head}test('a', () => {})\ntest.skip('b', () => {})`)
    write(
      'desktop/c.spec.mjs',
      `${head}test.describe('in', () => { test('c', () => { throw 1 }) })`,
    )
    const names = ['desktop/c.spec.mjs: c']
    const outcome = { passed: 1, failed: 1, skipped: 1, names, journeys: 1 }
    expect(playwrightOutcome(playwright())).toEqual(outcome)
  })

  it('has no journey when all were skipped', () => {
    write('journeys/a.spec.mjs', `${head}test.skip('a', () => {})`)
    expect(playwrightOutcome(playwright())).toEqual({
      passed: 0,
      failed: 0,
      skipped: 1,
      names: [],
      journeys: 0,
    })
  })

  it('holds a file that cannot be loaded for a failed test', () => {
    write('journeys/a.spec.mjs', `${head}test('a', () => {})`)
    write('journeys/b.spec.mjs', "import './missing.mjs'")
    const nothingRan = { passed: 0, failed: 1, skipped: 0, journeys: 0 }
    const outcome = playwrightOutcome(playwright())
    expect(outcome).toMatchObject(nothingRan)
    expect(outcome?.names.join()).toContain('missing.mjs')
  })
})

describe('a stage', () => {
  it('without tests of its own counts as one', () => {
    const types = asOne('types', 0)
    const lint = asOne('lint', 2)
    expect(sum([types, lint])).toEqual({ passed: 1, failed: 1, skipped: 0, names: ['lint'] })
  })

  it('that ended badly without naming a test counts as one failure', () => {
    const five = { passed: 5, failed: 0, skipped: 0, names: [] }
    const unnamed = { failed: 1, names: ['journeys'] }
    expect(asReported('journeys', 1, five)).toMatchObject(unnamed)
    expect(asReported('journeys', 0, undefined)).toMatchObject(unnamed)
    const named = { ...five, failed: 2, names: ['a', 'b'] }
    expect(asReported('journeys', 1, named)).toEqual(named)
  })
})
