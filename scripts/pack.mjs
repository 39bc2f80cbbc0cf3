import { join } from 'node:path'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { projectNode } from './setup/context.mjs'
import { environment, requireRuntime } from './setup/environment.mjs'
import { setUp, stepsFor } from './setup/index.mjs'

// The application as a folder (Linux), an installer (Windows) or an image (macOS), in dist/.
await runCommand(async (context, args) => {
  await setUp(context, stepsFor(context).app)
  const { kind, folder, version } = requireRuntime(context)
  if (kind === 'closed-network') {
    context.say('This package holds the closed-network runtime: for trials here, not for people.')
  }
  const builder = join(context.root, 'node_modules/electron-builder/cli.js')
  const options = [
    ...['--config', 'scripts/packaging/electron-builder.config.mjs', '--publish', 'never'],
    ...[`-c.electronDist=${folder}`, `-c.electronVersion=${version}`],
  ]
  return inForeground(projectNode(context.root), [builder, ...options, ...args], {
    cwd: context.root,
    env: environment(context),
  })
})
