import { fileURLToPath } from 'node:url'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { projectNode } from './setup/context.mjs'
import { setUp, stepsFor } from './setup/index.mjs'

/**
 * @typedef {object} Bench what a registered file in `scripts/bench/` exports as `bench`
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

/** Files of `scripts/bench/`; what takes long or needs material of its own is run by itself. */
const registered = [
  'imageCheck',
  'imageLookup',
  'imageKeep',
  'imageScan',
  'imageMemory',
  'hostileFiles',
  'calendarMonth',
  'calendarDrawing',
  'complaintRegister',
  'complaintImport',
  'complianceMeasures',
  'coldStart',
]

// All measurements, or those named: npm run bench -- coldStart
await runCommand(async (context, args) => {
  await setUp(context, stepsFor(context).app)
  // The measurements read our TypeScript as it stands, which Node 20 cannot.
  if (!process.features.typescript) return again(context, args)
  const unknown = args.filter((name) => !registered.includes(name))
  if (unknown.length > 0) {
    context.say(`There is no ${unknown.join(', ')}; there are ${registered.join(', ')}.`)
    return 1
  }
  for (const file of args.length > 0 ? args : registered) {
    const module = /** @type {{ bench: Bench }} */ (await import(`./bench/${file}.mjs`))
    context.say(`Measuring: ${module.bench.name} …`)
    const lines = await module.bench.run(context)
    process.stdout.write(`\n${module.bench.name}\n${lines.map((line) => `  ${line}\n`).join('')}`)
  }
  return 0
})
