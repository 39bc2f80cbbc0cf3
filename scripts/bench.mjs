import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { projectNode } from './setup/context.mjs'
import { setUp, stepsFor } from './setup/index.mjs'

/**
 * @typedef {object} Bench what a file in `scripts/bench/` exports as `bench`
 * @property {string} name
 * @property {(context: import('./setup/context.mjs').Context) => Promise<string[]>} run
 *   measures and returns the lines to print
 */

/**
 * @param {import('./setup/context.mjs').Context} context
 * @param {string[]} args
 */
function again({ root }, args) {
  return inForeground(projectNode(root), [fileURLToPath(import.meta.url), ...args])
}

// All measurements, or those named: npm run bench -- cold-start
await runCommand(async (context, args) => {
  await setUp(context, stepsFor(context).app)
  // The measurements read our TypeScript as it stands, which Node 20 cannot.
  if (!process.features.typescript) return again(context, args)
  const folder = join(context.root, 'scripts/bench')
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'))
  for (const file of files.sort()) {
    const module = /** @type {{ bench: Bench }} */ (
      await import(pathToFileURL(join(folder, file)).href)
    )
    const { name, run } = module.bench
    if (args.length > 0 && !args.includes(name)) continue
    context.say(`Measuring: ${name} …`)
    const lines = await run(context)
    process.stdout.write(`\n${name}\n${lines.map((line) => `  ${line}\n`).join('')}`)
  }
  return 0
})
