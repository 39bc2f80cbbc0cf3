import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import type { Application } from './launch.ts'
import type {} from './clientInPage.ts'

let bundled: Promise<string> | undefined

/**
 * Puts the workspace client into the page as `window.clientInPage`, in place of the application's
 * own, and loads the page anew. It answers calls as soon as this resolves.
 */
export async function takeClient({ window: page }: Application): Promise<void> {
  bundled ??= bundle()
  await page.addInitScript({ content: await bundled })
  await page.reload()
  await page.evaluate(() => window.clientInPage.workspace.gate.state({}))
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      rolldownOptions: {
        input: fileURLToPath(new URL('clientInPage.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  })
  const [first] = [built].flat().flatMap((each) => ('output' in each ? outputOf(each) : []))
  if (first === undefined) throw new Error('The client could not be bundled')
  return first
}

function outputOf({ output }: Rolldown.RolldownOutput): string[] {
  return output.flatMap((part) => (part.type === 'chunk' ? [part.code] : []))
}
