#!/usr/bin/env node
import { join } from 'node:path'
import { onDisplay } from './running/display.mjs'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { projectNode } from './setup/context.mjs'
import { environment, isRoot, requireRuntime } from './setup/environment.mjs'
import { setUp, stepsFor } from './setup/index.mjs'

/** Of `check`: could not run. */
const couldNotRun = 2

await runCommand(
  (context, args) => (isForTerminal(args) ? inTerminal(context, args) : inWindow(context, args)),
  couldNotRun,
)

/**
 * Any word, right or mistyped, and any option of the command line is for the terminal; what is left
 * are Electron's own switches.
 * @param {string[]} args
 */
function isForTerminal(args) {
  const ours = /^(-h|--(help|json|library|kind|lang)(=.*)?)$/
  return args.some((arg) => !arg.startsWith('-') || ours.test(arg))
}

/**
 * Standard output belongs to the command alone: `--json` prints nothing but its array.
 * @param {import('./setup/context.mjs').Context} context
 * @param {string[]} args
 */
async function inTerminal(context, args) {
  await setUp(context, stepsFor(context).check)
  const cli = join(context.root, 'out/main/cli.js')
  return inForeground(projectNode(context.root), [cli, ...args], {
    cwd: folderOfThePerson(),
    env: environment(context),
  })
}

/**
 * @param {import('./setup/context.mjs').Context} context
 * @param {string[]} args
 */
async function inWindow(context, args) {
  await setUp(context, stepsFor(context).app)
  const flags = isRoot() ? ['--no-sandbox'] : []
  const electron = requireRuntime(context).executable
  const [command, all] = onDisplay(electron, [...flags, context.root, ...args], context)
  return inForeground(command, all, { env: environment(context) })
}

/** npm changes to the project's folder first; file names are meant from where the person stands. */
function folderOfThePerson() {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env
  return script === 'start' && folder !== undefined ? folder : process.cwd()
}
