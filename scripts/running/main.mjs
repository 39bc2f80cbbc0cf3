import { fileURLToPath } from 'node:url'
import { createContext, SetupError } from '../setup/context.mjs'

/**
 * The frame of every command here.
 * @param {(context: import('../setup/context.mjs').Context, args: string[]) => Promise<number>} command
 *   returns the exit code
 * @param {number} [couldNotRun] exit code when it failed before it could answer
 */
export async function runCommand(command, couldNotRun = 1) {
  const context = createContext(fileURLToPath(new URL('../..', import.meta.url)))
  try {
    process.exitCode = await command(context, process.argv.slice(2))
  } catch (error) {
    // A failed set-up is said in its own words; anything else is ours to find, so its stack helps.
    const unforeseen = error instanceof Error ? (error.stack ?? error.message) : String(error)
    context.say(error instanceof SetupError ? error.message : unforeseen)
    process.exitCode = couldNotRun
  }
}
