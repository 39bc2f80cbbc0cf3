import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Child {
  /** What it said so far, by lines. */
  readonly lines: readonly string[]
  /** Resolves when it has said this, or has ended. */
  said(line: string): Promise<void>
  kill(): void
  readonly ended: Promise<void>
}

/** Starts one of the scripts beside this file as a process that can be killed. */
export function startChild(script: string, args: readonly string[], limit?: number): Child {
  const file = fileURLToPath(new URL(script, import.meta.url))
  // A file size limit in blocks of 512 bytes; the signal that tells of it is an error instead.
  const shell = `trap '' XFSZ; ulimit -f ${limit ?? 0}; exec "$@"`
  const command = [process.execPath, file, ...args]
  const child: ChildProcess =
    limit === undefined
      ? spawn(process.execPath, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn('sh', ['-c', shell, 'sh', ...command], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let rest = ''
  child.stdout?.on('data', (data: Buffer) => {
    const parts = (rest + data.toString()).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const look of waiting) look()
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve()
      for (const look of waiting) look()
    })
  })
  let isOver = false
  void ended.then(() => (isOver = true))
  return {
    lines,
    said: (line) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isOver && !lines.includes(line)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        void ended.then(look)
        look()
      }),
    kill: () => void child.kill('SIGKILL'),
    ended,
  }
}
