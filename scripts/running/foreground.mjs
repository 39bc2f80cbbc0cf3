import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program in the place of this one: same input and output, same signals, same exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} exit code
 */
export async function inForeground(command, args, options) {
  // A group of its own (not on Windows), so that a signal reaches what stands behind xvfb-run too.
  const grouped = command === 'xvfb-run'
  const child = spawn(command, args, { ...options, stdio: 'inherit', detached: grouped })
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    if (child.pid !== undefined) process.kill(grouped ? -child.pid : child.pid, signal)
  }
  // The terminal already sends Ctrl+C to a child of the same group; here it only must not end us.
  const interrupted = () => grouped && passOn('SIGINT')
  const terminated = () => passOn('SIGTERM')
  process.on('SIGINT', interrupted)
  process.on('SIGTERM', terminated)
  process.on('SIGHUP', terminated)
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) =>
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      )
    })
  } finally {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', terminated)
    process.off('SIGHUP', terminated)
  }
}
