// `npm run lint`, or `npm run lint -- --fix src/renderer/posts`: the linter over all of the project,
// or over what is named.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const eslint = fileURLToPath(new URL('../node_modules/eslint/bin/eslint.js', import.meta.url))

/** What is linted by itself: with the types of everything at once it would not fit into memory. */
const apart = ['src/main', 'src/preload', 'src/renderer', 'tests']
const others = [...apart.flatMap((folder) => ['--ignore-pattern', `${folder}/**`]), '.']

/** @param {readonly string[]} what */
function lint(what) {
  const options = ['--config', 'scripts/eslint.config.mjs', '--max-warnings', '0', ...what]
  return spawnSync(process.execPath, [eslint, ...options], { cwd: root, stdio: 'inherit' }).status
}

const named = process.argv.slice(2)
const parts = named.length > 0 ? [named] : [...apart.map((folder) => [folder]), others]
process.exitCode = parts.map(lint).every((status) => status === 0) ? 0 : 1
