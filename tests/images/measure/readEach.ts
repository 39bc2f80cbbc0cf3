import { readSource } from '../../../src/main/workspace/images/measure/read.ts'

// Run by `asNobody` in a process of its own: prints what each path named on the command line gives.
for (const path of process.argv.slice(2)) {
  const read = await readSource({ kind: 'file', path, rawPath: null }, 100)
  process.stdout.write(`${read.ok ? 'ok' : read.unreadable.code}\n`)
}
