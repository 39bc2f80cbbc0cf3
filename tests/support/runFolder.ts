import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a run of the tests keeps what its files share; unset outside one. */
export const runFolderName = 'BKK_TEST_RUN_FOLDER'

/** Where temporary folders of a test are made: what one that fails leaves goes with the run. */
export function temporaryRoot(): string {
  return process.env[runFolderName] ?? tmpdir()
}

/** For Vitest: a folder for the whole run, which every test process is told of; gone after it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ruang-kerja-run-'))
  process.env[runFolderName] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
