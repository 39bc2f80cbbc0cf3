import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type {} from './clientInPage.ts'
import { furnish, passphrase } from './furnish.ts'
import type { Application } from './launch.ts'

const script = fileURLToPath(new URL('fillRows.ts', import.meta.url))

/**
 * Fills a new workspace with `count` checked files in one batch and as many pictures in the
 * library. The workspace itself checks the drawn ones and keeps what passed; the rest are their
 * rows again, but for the last ones, which wait to be checked. The application is closed then.
 */
export async function fillWithRows(
  application: Application,
  count: number,
  files: { readonly checked: readonly string[]; readonly waiting: readonly string[] },
): Promise<void> {
  await furnish(application)
  await application.window.evaluate(async (dropped) => {
    const { images } = window.clientInPage.workspace
    const { batchId } = await images.checkFiles({ paths: [...dropped], kind: null })
    const checks = await images.checks({ batchId })
    const good = checks.filter(({ verdict, repeats }) => verdict === 'pass' && !repeats.length)
    await images.keep({ ids: good.map(({ id }) => id) })
  }, files.checked)
  await application.close()
  // A process of its own: Playwright's loader cannot take in the workspace's code.
  const args = [script, application.folder, passphrase, String(count), ...files.waiting]
  await promisify(execFile)(process.execPath, args)
}
