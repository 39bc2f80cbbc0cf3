import { spawn } from 'node:child_process'

/** A shell command in a terminal of its own, as if a person sat at it. */
export interface Terminal {
  /** Waits until this is shown, after what was waited for before. */
  sees(text: string): Promise<void>
  type(keys: string): void
  /** All that was shown, once the command has ended, with its exit code. */
  ended(): Promise<{ readonly code: number | null; readonly shown: string }>
  /** Takes the terminal away, as when its window is closed. */
  close(): void
}

export const enter = '\r'
export const controlC = '\u0003'

/**
 * Runs a shell command in a pseudoterminal, by util-linux's `script` (Linux only). It shows what is
 * typed, as terminals do, unless the command forbids it.
 */
export function openTerminal(
  command: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<NodeJS.ProcessEnv> },
): Terminal {
  // Without `--echo` a terminal whose keys come from a pipe would show none of them.
  const options = ['--quiet', '--return', '--flush', '--echo', 'always', '--command', command]
  const child = spawn('script', [...options, '/dev/null'], {
    cwd,
    env: { ...env, SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let shown = ''
  let seenUpTo = 0
  let onShown = (): void => undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    onShown()
  })
  // Keys typed after the end are nobody's.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })

  return {
    async sees(text) {
      const appeared = new Promise<void>((resolve) => {
        onShown = () => {
          const at = shown.indexOf(text, seenUpTo)
          if (at < 0) return
          seenUpTo = at + text.length
          resolve()
        }
        onShown()
      })
      const over = ended.then(() => {
        throw new Error(`Ended without showing "${text}":\n${shown}`)
      })
      await Promise.race([appeared, over])
    },
    type: (keys) => void child.stdin.write(keys),
    ended: async () => ({ code: await ended, shown }),
    close: () => void child.kill(),
  }
}

/** An argument as the shell leaves it alone. */
export function quoted(argument: string): string {
  return `'${argument.replaceAll("'", "'\\''")}'`
}
