import { runCommand } from './running/main.mjs'
import { setUp, stepsFor } from './setup/index.mjs'

// Everything that the two commands need, the build apart.
await runCommand(async (context) => {
  await setUp(context, stepsFor(context).tests)
  context.say('Everything is in place.')
  return 0
})
