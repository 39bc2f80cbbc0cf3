import { runCommand } from './running/main.mjs'
import { setUp, stepsFor } from './setup/index.mjs'
import { journeys } from './testing/stages.mjs'

// Journeys only, with Playwright's own arguments: npm run journeys -- first-run
await runCommand(async (context, args) => {
  await setUp(context, stepsFor(context).tests)
  await setUp(context, stepsFor(context).app)
  const { failed, skipped } = await journeys(context, ...args)
  return failed + skipped === 0 ? 0 : 1
})
