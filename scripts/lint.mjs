import { join } from 'node:path'
import { inForeground } from './running/foreground.mjs'
import { runCommand } from './running/main.mjs'
import { projectNode } from './setup/context.mjs'

/** What is linted by itself: with the types of everything at once it would not fit into memory. */
const apart = ['src/main', 'src/preload', 'src/renderer', 'tests']
const others = [...apart.flatMap((folder) => ['--ignore-pattern', `${folder}/**`]), '.']

// All of the project, or what is named: npm run lint -- --fix src/renderer/posts
await runCommand(async ({ root }, named) => {
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js')
  const options = ['--config', 'scripts/eslint.config.mjs', '--max-warnings', '0']
  let failed = 0
  for (const part of named.length > 0 ? [named] : [...apart.map((folder) => [folder]), others]) {
    const args = [eslint, ...options, ...part]
    if ((await inForeground(projectNode(root), args, { cwd: root })) !== 0) failed += 1
  }
  return failed === 0 ? 0 : 1
})
