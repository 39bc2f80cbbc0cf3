import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { projectNode } from './setup/context.mjs'

/** One compilation per side, each with only what exists there (no DOM in the workspace …). */
const sides = [
  '.',
  'src/preload/contract',
  'src/preload',
  'src/main/workspace',
  'src/main',
  'src/renderer',
  'tests',
  'tests/renderer',
  'scripts',
]

await runCommand(async ({ root, cache }) => {
  const compiler = join(root, 'node_modules/vue-tsc/bin/vue-tsc.js')
  let failed = 0
  for (const side of sides.filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))) {
    const remembered = join(cache, 'types', `${side.replaceAll('/', '-')}.tsbuildinfo`)
    const args = ['-p', side, '--incremental', '--tsBuildInfoFile', remembered]
    const code = await inForeground(projectNode(root), [compiler, ...args], { cwd: root })
    if (code !== 0) failed += 1
  }
  return failed === 0 ? 0 : 1
})
