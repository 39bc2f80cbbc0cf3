import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('runQuery.ts', import.meta.url))

/** The rows of a query of the test's own, read beside the running application. */
export function readRows<T>(folder: string, passphrase: string, query: string): T[] {
  return JSON.parse(run(folder, passphrase, 'read', query)) as T[]
}

/** Changes rows behind the application's back, as nothing in it would. */
export function changeRows(folder: string, passphrase: string, query: string): void {
  run(folder, passphrase, 'change', query)
}

// A process of its own: Playwright would take the database driver's types for its code.
function run(...args: string[]): string {
  // Thousands of rows are more than the megabyte that is read by default.
  const maxBuffer = 64 * 1_048_576
  return execFileSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer })
}
