import { join } from 'node:path'
import { inForeground } from '../running/foreground.mjs'
import { projectNode, reasonOf } from '../setup/context.mjs'
import { environment } from '../setup/environment.mjs'
import { setUp, stepsFor } from '../setup/index.mjs'
import { asOne, asReported, playwrightOutcome, sum, vitestOutcome } from './outcome.mjs'

/** @typedef {import('../setup/context.mjs').Context} Context */

/**
 * Both at once: each keeps one core busy for minutes.
 * @param {Context} context
 */
export async function typesAndLint(context) {
  const [types, lint] = await Promise.all([
    runTool(context, 'scripts/typecheck.mjs'),
    runTool(context, 'scripts/lint.mjs'),
  ])
  return sum([asOne('types', types), asOne('lint', lint)])
}

/** @param {Context} context */
export async function format(context) {
  const options = ['--check', '--log-level', 'warn', '.']
  const exitCode = await runTool(context, 'node_modules/prettier/bin/prettier.cjs', ...options)
  return asOne('format', exitCode)
}

/** @param {Context} context */
export function architectureTest(context) {
  return vitest(context, '--project', 'architecture')
}

/** @param {Context} context */
export function unitAndServiceTests(context) {
  return vitest(context, '--project', '!architecture')
}

/** @param {Context} context */
export async function buildApplication(context) {
  try {
    await setUp(context, stepsFor(context).app)
    return asOne('build', 0)
  } catch (error) {
    context.say(reasonOf(error))
    return asOne('build', 1)
  }
}

/**
 * The built application in the real Electron; each worker brings its own virtual screen.
 * @param {Context} context
 * @param {...string} args
 */
export async function journeys(context, ...args) {
  const report = join(context.cache, 'journeys.json')
  const playwright = join(context.root, 'node_modules/@playwright/test/cli.js')
  const options = ['test', '--config', 'tests/playwright.config.ts', '--reporter', 'list,json']
  const exitCode = await inForeground(
    projectNode(context.root),
    [playwright, ...options, ...args],
    {
      cwd: context.root,
      env: { ...environment(context), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  )
  const reported = playwrightOutcome(report)
  return { ...asReported('journeys', exitCode, reported), journeys: reported?.journeys ?? 0 }
}

/**
 * @param {Context} context
 * @param {...string} args
 */
async function vitest(context, ...args) {
  const report = join(context.cache, 'vitest.json')
  const exitCode = await runTool(
    context,
    'node_modules/vitest/vitest.mjs',
    ...['run', '--config', 'tests/vitest.config.ts'],
    ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
    ...args,
  )
  return asReported('vitest', exitCode, vitestOutcome(context.root, report))
}

/**
 * @param {Context} context
 * @param {string} script
 * @param {...string} args
 */
function runTool(context, script, ...args) {
  return inForeground(projectNode(context.root), [join(context.root, script), ...args], {
    cwd: context.root,
    env: environment(context),
  })
}
