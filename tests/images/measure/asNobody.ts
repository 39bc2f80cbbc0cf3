import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * What a reader without privileges finds at each path: 'ok' or a code. The tests may run as root,
 * whom no file mode keeps out, so the reading is done by a process of the user "nobody".
 */
export function asNobody(paths: readonly string[]): string[] {
  const nobody = 65_534
  const script = fileURLToPath(new URL('./readEach.ts', import.meta.url))
  const privileged = process.getuid?.() === 0
  const child = spawnSync(process.execPath, [script, ...paths], {
    encoding: 'utf8',
    ...(privileged && { uid: nobody, gid: nobody }),
  })
  if (child.status !== 0) throw new Error(child.stderr)
  return child.stdout.trim().split('\n')
}
