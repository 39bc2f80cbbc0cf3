import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What is found in a folder by a process of the user "nobody": `path code`, a line an entry. */
export function collectAsNobody(folder: string): string[] {
  const nobody = 65_534
  const script = fileURLToPath(new URL('./printCollected.ts', import.meta.url))
  const child = spawnSync(process.execPath, [script, folder], {
    encoding: 'utf8',
    ...(process.getuid?.() === 0 && { uid: nobody, gid: nobody }),
  })
  if (child.status !== 0) throw new Error(child.stderr)
  return child.stdout.trim().split('\n')
}
