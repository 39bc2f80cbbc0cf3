/**
 * Compiles the kernels of the image check (AssemblyScript) and keeps them beside their sources, as
 * text that every host can load:  npm run kernels
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledKernels, kernelsFolder } from './running/compiledKernels.mjs'
import { runCommand } from './running/main.mjs'

await runCommand(async ({ root }) => {
  writeFileSync(join(root, kernelsFolder, 'compiled.ts'), await compiledKernels(root))
  return 0
})
