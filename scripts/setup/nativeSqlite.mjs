import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectNode, SetupError } from './context.mjs'
import { findRuntime, needsOwnSqlite } from './electronRuntime.mjs'
import { versionOf } from './stamps.mjs'
import { installCompiler } from './systemLibraries.mjs'

/**
 * The closed-network runtime cannot load the SQLite package's binary and takes one compiled here.
 * The official Electron, Node and every package for people use the one that npm delivers.
 * @param {import('./context.mjs').Context} context
 * @returns {import('./context.mjs').Step}
 */
export function nativeSqlite(context) {
  return {
    name: 'SQLite for this runtime',
    doing: 'Compiling SQLite for this runtime (about two minutes, once)',
    isDone: () => {
      const runtime = findRuntime(context)
      return runtime !== undefined && (!needsOwnSqlite(runtime) || existsSync(ownSqlite(context)))
    },
    run: () => compile(context),
  }
}

/**
 * @param {import('./context.mjs').Context} context
 * @returns {string} where the compiled binary is, or will be
 */
export function ownSqlite({ root, cache }) {
  const version = versionOf(join(root, 'node_modules/better-sqlite3'))
  return join(cache, 'sqlite', `better-sqlite3-${version}-napi9-${process.arch}.node`)
}

/** @param {import('./context.mjs').Context} context */
async function compile(context) {
  const { root, cache, run } = context
  await installCompiler(context)
  // In a copy: a build inside node_modules would shadow the binary that Node uses.
  const work = join(cache, 'sqlite-build')
  rmSync(work, { recursive: true, force: true })
  cpSync(join(root, 'node_modules/better-sqlite3'), work, { recursive: true })
  rmSync(join(work, 'prebuilds'), { recursive: true })
  const gyp = join(root, 'node_modules/node-gyp/bin/node-gyp.js')
  const options = ['--release', '--force_build=1', `--nodedir=${nodeHeaders(root)}`]
  // The highest version is taken back and the interface of Node-API 9 kept.
  const flags = [
    '-UNAPI_VERSION',
    '-DNAPI_EXPERIMENTAL',
    '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  ]
  await run(projectNode(root), [gyp, 'rebuild', ...options], {
    cwd: work,
    env: { ...process.env, CXXFLAGS: flags.join(' ') },
  })
  const target = ownSqlite(context)
  mkdirSync(dirname(target), { recursive: true })
  renameSync(join(work, 'build/Release/better_sqlite3.node'), target)
  rmSync(work, { recursive: true })
}

/** @param {string} root */
function nodeHeaders(root) {
  const platform = `node-${process.platform}-${process.arch}`
  const places = [join(root, 'node_modules/node/node_modules', platform), '/usr', '/usr/local']
  const place = places.find((folder) => existsSync(join(folder, 'include/node/node_api.h')))
  if (place !== undefined) return place
  throw new SetupError(
    'The header files of Node are missing; an "npm install" removes them. ' +
      'Run "npm ci", then start again.',
  )
}
