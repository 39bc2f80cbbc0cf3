import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} RunOptions
 *
 * @typedef {object} Context what every step of the set-up is given
 * @property {string} root the project's folder
 * @property {string} cache what set-up makes and remembers; git-ignored, may be deleted at any time
 * @property {(line: string) => void} say one line for the person, on stderr
 * @property {(command: string, args: string[], options?: RunOptions) => Promise<void>} run
 *   the one door to child processes; their output goes to `.cache/setup.log`
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} doing the line shown while it runs
 * @property {() => boolean} isDone looks at files only; never starts a process
 * @property {() => Promise<void>} run
 */

/** Set-up could not go on; `message` says what failed and what to do about it. */
export class SetupError extends Error {}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error)
}

/**
 * @param {string} root
 * @returns {Context}
 */
export function createContext(root) {
  const cache = join(root, '.cache')
  return {
    root,
    cache,
    say: (line) => process.stderr.write(`${line}\n`),
    run: (command, args, options) => runLogged(join(cache, 'setup.log'), command, args, options),
  }
}

/**
 * npm puts `node_modules/.bin` first and with it the Node that is about to be replaced.
 * @param {string} root
 */
export function systemPath(root) {
  const own = join(root, 'node_modules', '.bin')
  const parts = (process.env['PATH'] ?? '').split(delimiter)
  return parts.filter((part) => part !== own).join(delimiter)
}

/**
 * The project's own Node (24), whatever the machine has.
 * @param {string} root
 */
export function projectNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(root, 'node_modules', 'node', 'bin', name)
}

/**
 * @param {string} log
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<void>}
 */
async function runLogged(log, command, args, options = {}) {
  mkdirSync(join(log, '..'), { recursive: true })
  writeFileSync(log, `${[command, ...args].join(' ')}\n`)
  // Windows starts .cmd files through its shell only.
  const shell = process.platform === 'win32' && command === 'npm'
  const env = { ...(options.env ?? process.env), NO_COLOR: '1', FORCE_COLOR: undefined }
  const child = spawn(command, args, { ...options, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (/** @type {Buffer} */ part) => appendFileSync(log, part))
  child.stderr.on('data', (/** @type {Buffer} */ part) => appendFileSync(log, part))
  /** @type {string} */
  const outcome = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => resolve(code === 0 ? '' : `ended with ${signal ?? code}`))
  })
  if (outcome === '') return
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
  const stack = /^\s+at /
  const tail = lines
    .filter((line) => !stack.test(line))
    .slice(-25)
    .join('\n')
  throw new SetupError(`${tail}\n${command} ${outcome}; all of its output is in ${log}`)
}
