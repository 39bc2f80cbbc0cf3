import { runCommand } from './running/main.mjs'
import { reasonOf, SetupError } from './setup/context.mjs'
import { setUp, stepsFor } from './setup/index.mjs'
import { sum } from './testing/outcome.mjs'
import * as stages from './testing/stages.mjs'

/**
 * Everything that must hold, in one run; a stage that fails does not hide what the next would say.
 * @param {import('./setup/context.mjs').Context} context
 * @returns {Promise<number>} exit code
 */
async function testEverything(context) {
  await setUp(context, stepsFor(context).tests)
  /**
   * @template T
   * @param {string} name
   * @param {(context: import('./setup/context.mjs').Context) => Promise<T>} run
   */
  const stage = (name, run) => {
    context.say(`\n— ${name}`)
    return run(context)
  }
  const outcomes = [
    await stage('types and lint', stages.typesAndLint),
    await stage('format', stages.format),
    await stage('architecture', stages.architectureTest),
    await stage('unit and service tests', stages.unitAndServiceTests),
  ]
  const built = await stage('build', stages.buildApplication)
  const played =
    built.failed === 0
      ? await stage('journeys', stages.journeys)
      : { passed: 0, failed: 0, skipped: 0, names: [], journeys: 0 }
  const { passed, failed, skipped, names } = sum([...outcomes, built, played])
  if (skipped > 0) context.say(`${skipped} tests were skipped; every test has to run.`)
  if (played.journeys === 0) context.say('No journey ran; without one the application is untested.')
  if (names.length > 0) context.say(`\nFailed:\n${names.map((name) => `  ${name}`).join('\n')}`)
  // What was skipped, and journeys that did not run, have not held: the last line says so too.
  const withheld = skipped + (played.journeys === 0 ? 1 : 0)
  process.stdout.write(`\n${passed} passed, ${failed + withheld} failed\n`)
  return failed + withheld === 0 ? 0 : 1
}

await runCommand(async (context) => {
  try {
    return await testEverything(context)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    context.say(reasonOf(error))
    process.stdout.write('\n0 passed, 1 failed\n')
    return 1
  }
})
