import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { reasonOf, SetupError } from './context.mjs'

/** @typedef {{ package: string, anyOf: string[] }} Need a Debian package and a file that shows it */

const libraryFolders = [
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
  '/usr/lib64',
  '/usr/lib',
]

/** @type {Need[]} */
const electronNeeds = [
  library('libgtk-3-0', 'libgtk-3.so.0'),
  library('libnss3', 'libnss3.so'),
  library('libasound2', 'libasound.so.2'),
  library('libgbm1', 'libgbm.so.1'),
]

/** @type {Need[]} */
const virtualDisplayNeeds = [command('xvfb', 'xvfb-run'), command('xauth', 'xauth')]

/** @type {Need[]} The pictures that the tests draw carry text. */
const testNeeds = [
  {
    package: 'fonts-dejavu-core',
    anyOf: ['truetype/dejavu', 'dejavu', 'dejavu-sans-fonts', 'TTF'].map(
      (folder) => `/usr/share/fonts/${folder}/DejaVuSans.ttf`,
    ),
  },
]

/** @type {Need[]} */
const compilerNeeds = [
  command('python3', 'python3'),
  command('make', 'make'),
  command('g++', 'g++'),
]

/**
 * What Electron needs from a Linux system, a virtual display included where there is no real one.
 * @param {import('./context.mjs').Context} context
 * @param {{ forTests?: boolean }} [options]
 * @returns {import('./context.mjs').Step}
 */
export function systemLibraries(context, { forTests = false } = {}) {
  const needs = [
    ...electronNeeds,
    ...(forTests || !hasDisplay() ? virtualDisplayNeeds : []),
    ...(forTests ? testNeeds : []),
  ]
  return {
    name: 'system libraries',
    doing: 'Installing system libraries for Electron',
    isDone: () => process.platform !== 'linux' || missing(needs).length === 0,
    run: () => install(context, needs),
  }
}

/** @param {import('./context.mjs').Context} context */
export async function installCompiler(context) {
  if (missing(compilerNeeds).length > 0) await install(context, compilerNeeds)
}

/**
 * A program that a measurement compares with.
 * @param {import('./context.mjs').Context} context
 * @param {string} debianPackage
 * @param {string} program
 */
export async function installProgram(context, debianPackage, program) {
  const needs = [command(debianPackage, program)]
  if (missing(needs).length > 0) await install(context, needs)
}

export function hasDisplay() {
  return (
    process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env
  )
}

/**
 * @param {import('./context.mjs').Context} context
 * @param {Need[]} needs
 */
async function install({ run }, needs) {
  const absent = missing(needs)
  if (!existsSync('/usr/bin/apt-get')) {
    const files = absent.map((need) => need.anyOf[0]).join(', ')
    throw new SetupError(
      `This system lacks ${files}. Install them with its package manager, then start again. ` +
        `(On Debian: ${absent.map((need) => need.package).join(' ')})`,
    )
  }
  const root = process.getuid?.() === 0
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (root) await run('apt-get', ['update'], { env })
  const packages = await Promise.all(absent.map((need) => packageName(run, need.package)))
  const args = ['install', '-y', '--no-install-recommends', ...packages]
  const byHand = `Run this, then start again:\n  sudo apt-get update && sudo apt-get ${args.join(' ')}`
  if (!root) throw new SetupError(`System libraries are missing. ${byHand}`)
  try {
    await run('apt-get', args, { env })
  } catch (error) {
    throw new SetupError(`${reasonOf(error)}\n${byHand}`)
  }
}

/** @param {Need[]} needs */
function missing(needs) {
  return needs.filter((need) => !need.anyOf.some((file) => existsSync(file)))
}

/**
 * Ubuntu 24.04 and Debian 13 renamed some libraries when time became 64 bits wide.
 * @param {import('./context.mjs').Context['run']} run
 * @param {string} name
 */
async function packageName(run, name) {
  if (!name.startsWith('lib')) return name
  try {
    await run('apt-cache', ['show', `${name}t64`])
    return `${name}t64`
  } catch {
    return name
  }
}

/**
 * @param {string} name
 * @param {string} file
 * @returns {Need}
 */
function library(name, file) {
  return { package: name, anyOf: libraryFolders.map((folder) => join(folder, file)) }
}

/**
 * @param {string} name
 * @param {string} program
 * @returns {Need}
 */
function command(name, program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return { package: name, anyOf: folders.map((folder) => join(folder, program)) }
}
