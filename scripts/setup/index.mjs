import { join } from 'node:path'
import { build } from './build.mjs'
import { dependencies } from './dependencies.mjs'
import { electronRuntime } from './electronRuntime.mjs'
import { withLock } from './lock.mjs'
import { nativeSqlite } from './nativeSqlite.mjs'
import { systemLibraries } from './systemLibraries.mjs'

/**
 * @typedef {import('./context.mjs').Context} Context
 * @typedef {import('./context.mjs').Step} Step
 */

/**
 * What a use of the project needs, in the order in which it is made.
 * @param {Context} context
 * @returns {Record<'check' | 'app' | 'runtime' | 'tests', Step[]>}
 */
export function stepsFor(context) {
  const runtime = [dependencies(context), electronRuntime(context), nativeSqlite(context)]
  return {
    check: [dependencies(context), build(context)],
    runtime: [systemLibraries(context), ...runtime],
    app: [systemLibraries(context), ...runtime, build(context)],
    tests: [systemLibraries(context, { forTests: true }), ...runtime],
  }
}

/**
 * Does what is not done yet. Two starts at once do not disturb each other: the second waits.
 * @param {Context} context
 * @param {Step[]} steps
 * @returns {Promise<void>}
 */
export async function setUp(context, steps) {
  if (steps.every((step) => step.isDone())) return
  const waiting = () => context.say('Another set-up is at work here; waiting for it …')
  await withLock(join(context.cache, 'setup.lock'), waiting, async () => {
    for (const step of steps) await takeStep(context, step)
  })
}

/**
 * @param {Context} context
 * @param {Step} step
 */
async function takeStep({ say }, step) {
  if (step.isDone()) return
  const started = Date.now()
  say(`${step.doing} …`)
  await step.run()
  say(`${step.doing}: done in ${Math.round((Date.now() - started) / 1000)} s`)
}
