import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/**
 * Starts a virtual screen (Xvfb) that this process's applications show their windows on.
 * @returns what ends it
 */
export async function startScreen(): Promise<() => void> {
  const options = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-displayfd', '3']
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  // It writes its number, which is free, once it can be used.
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer]
  process.env.DISPLAY = `:${number.toString().trim()}`
  delete process.env.WAYLAND_DISPLAY
  return () => server.kill()
}
