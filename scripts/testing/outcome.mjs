import { readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * @typedef {{ passed: number, failed: number, skipped: number, names: string[] }} Outcome of one
 *   stage, in tests; `names` of those that failed, as far as the runner tells
 */

/** @type {Outcome} */
const nothing = { passed: 0, failed: 0, skipped: 0, names: [] }

/**
 * A stage that has no tests of its own counts as one.
 * @param {string} name
 * @param {number} exitCode
 * @returns {Outcome}
 */
export function asOne(name, exitCode) {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0, names: [] }
    : { passed: 0, failed: 1, skipped: 0, names: [name] }
}

/**
 * A runner that fails without naming a failed test (a file that cannot be loaded, an error outside
 * any test, no report at all) still counts as one failure.
 * @param {string} name
 * @param {number} exitCode
 * @param {Outcome | undefined} reported
 * @returns {Outcome}
 */
export function asReported(name, exitCode, reported) {
  const outcome = reported ?? nothing
  const unnamed = outcome.failed === 0 && (exitCode !== 0 || reported === undefined)
  return unnamed ? { ...outcome, failed: 1, names: [name] } : outcome
}

/**
 * @param {Outcome[]} outcomes
 * @returns {Outcome}
 */
export function sum(outcomes) {
  return outcomes.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      names: [...total.names, ...one.names],
    }),
    nothing,
  )
}

/**
 * @param {string} root what files are named from
 * @param {string} file Vitest's JSON report
 * @returns {Outcome | undefined}
 */
export function vitestOutcome(root, file) {
  const report = readReport(file)
  if (report === undefined) return undefined
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    /** @type {import('vitest/node').JsonTestResults} */ (report)
  // A file that could not be loaded has failed without a single test.
  const unloaded = testResults.filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((a) => a.status === 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
    names: testResults.flatMap(({ name, status, assertionResults }) => {
      const path = relative(root, name)
      const failed = assertionResults.filter((one) => one.status === 'failed')
      if (status === 'failed' && failed.length === 0) return [path]
      return failed.map((one) => `${path}: ${one.fullName}`)
    }),
  }
}

/**
 * @param {string} file Playwright's JSON report
 * @returns {(Outcome & { journeys: number }) | undefined} journeys: how many of the tests that
 *   passed or failed are those of `tests/journeys`
 */
export function playwrightOutcome(file) {
  const report = readReport(file)
  if (report === undefined) return undefined
  const { stats, suites, errors } = /** @type {import('@playwright/test/reporter').JSONReport} */ (
    report
  )
  const specs = suites.flatMap(specsOf)
  const ran = specs
    .filter((spec) => spec.file.startsWith('journeys/'))
    .flatMap((spec) => spec.tests)
    .filter((test) => test.status !== 'skipped')
  return {
    passed: stats.expected,
    // Flaky means: failed at least once.
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    names: [
      ...specs.filter((spec) => !spec.ok).map((spec) => `${spec.file}: ${spec.title}`),
      ...errors.map((error) => error.message ?? 'an error outside any test'),
    ],
    journeys: ran.length,
  }
}

/**
 * @param {import('@playwright/test/reporter').JSONReportSuite} suite
 * @returns {import('@playwright/test/reporter').JSONReportSpec[]}
 */
function specsOf(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

/**
 * Read once: a report left over from an earlier run would be counted as this one's.
 * @param {string} file
 * @returns {unknown}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  } finally {
    rmSync(file, { force: true })
  }
}
