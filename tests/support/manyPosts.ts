import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { furnish, passphrase } from './furnish.ts'
import type { Application } from './launch.ts'

const script = fileURLToPath(new URL('fillPosts.ts', import.meta.url))

/**
 * Makes a workspace and writes `count` posts into it, over `days` days from the first on. The
 * application is closed then.
 */
export async function fillWithPosts(
  application: Application,
  count: number,
  from: string,
  days: number,
): Promise<void> {
  await furnish(application)
  await application.close()
  // A process of its own: Playwright's loader cannot take in the workspace's code.
  const args = [script, application.folder, passphrase, String(count), from, String(days)]
  await promisify(execFile)(process.execPath, args)
}
