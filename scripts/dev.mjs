import { join } from 'node:path'
import { onDisplay } from './running/display.mjs'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { forgetBuild } from './setup/build.mjs'
import { projectNode } from './setup/context.mjs'
import { environment } from './setup/environment.mjs'
import { setUp, stepsFor } from './setup/index.mjs'

// The application with hot reload.
await runCommand(async (context, args) => {
  await setUp(context, stepsFor(context).runtime)
  forgetBuild(context)
  const vite = join(context.root, 'node_modules/electron-vite/bin/electron-vite.js')
  const [command, all] = onDisplay(projectNode(context.root), [vite, 'dev', ...args], context)
  return inForeground(command, all, { cwd: context.root, env: environment(context) })
})
