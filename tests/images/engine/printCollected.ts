import { collectSources } from '../../../src/main/workspace/images/engine/collect.ts'

// Run by `collectAsNobody` in a process of its own.
for (const { name, trouble } of await collectSources(process.argv.slice(2))) {
  process.stdout.write(`${name} ${trouble?.code ?? '-'}\n`)
}
