import { fileURLToPath } from 'node:url'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { projectNode } from './setup/context.mjs'
import { setUp, stepsFor } from './setup/index.mjs'

/**
 * @typedef {import('../tests/support/torture/ground.ts').Figures} Figures
 * @typedef {(amount: { tries: number, seed: number }) => Promise<Figures>} Check
 */

/** How often each check tries; the unit tests do a few of each. */
const checks = /** @type {const} */ ([
  ['killImport', 200],
  ['tornLog', 300],
  ['diskFull', 50],
  ['flips', 600],
  ['killBackup', 40],
  // Megabytes.
  ['quickCheck', 120],
  ['disposal', 1_000],
  // Complaints, and a tenth as many assessments, on paper.
  ['papers', 200],
])

// All checks at length, or those named: npm run torture -- killBackup
await runCommand(async (context, args) => {
  await setUp(context, stepsFor(context).tests)
  // The checks are our TypeScript as it stands, which Node 20 cannot read.
  if (!process.features.typescript) {
    const again = [fileURLToPath(import.meta.url), ...args]
    return inForeground(projectNode(context.root), again)
  }
  const seed = Number(process.env['BKK_TORTURE_SEED'] ?? Date.now() % 1_000_000)
  context.say(`Seed ${seed}; the same again: BKK_TORTURE_SEED=${seed} npm run torture`)
  let lost = 0
  for (const [name, tries] of checks) {
    if (args.length > 0 && !args.includes(name)) continue
    const module = await import(`../tests/support/torture/${name}.ts`)
    const check = /** @type {Check} */ (module[name])
    const began = performance.now()
    const figures = await check({ tries, seed })
    const seconds = Math.round((performance.now() - began) / 1000)
    process.stdout.write(
      `${figures.name}: ${figures.tries} tries, ${figures.lost} lost, ${seconds} s (${figures.notes})\n`,
    )
    lost += figures.lost
  }
  return lost === 0 ? 0 : 1
})
