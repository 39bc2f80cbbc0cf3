import { fileURLToPath } from 'node:url'
import { createContext, SetupError } from '../setup/context.mjs'

/**
 * The frame of every command here: a failed set-up is said in its own words, without a stack.
 * @param {(context: import('../setup/context.mjs').Context, args: string[]) => Promise<number>} command
 *   returns the exit code
 * @param {number} [couldNotRun] exit code when set-up failed
 */
export async function runCommand(command, couldNotRun = 1) {
  const context = createContext(fileURLToPath(new URL('../..', import.meta.url)))
  try {
    process.exitCode = await command(context, process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    context.say(error.message)
    process.exitCode = couldNotRun
  }
}
