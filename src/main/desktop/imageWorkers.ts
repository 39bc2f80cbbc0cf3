import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'
import { killNow } from './killNow.ts'

/** The image workers of one workspace process, by the number it asked for them under. */
export interface ImageWorkers {
  /** Forks a worker; `onStarted` gets the workspace's end of the line to it. */
  start(id: number, events: ImageWorkerEvents): void
  kill(id: number): void
  /** Ends all of them, e.g. because the workspace they worked for is gone. */
  killAll(): void
}

export interface ImageWorkerEvents {
  readonly onStarted: (line: MessagePortMain) => void
  readonly onGone: () => void
}

/**
 * @param file the built `imageWorker.js`; it is handed its end of the line as the first message
 * SECURITY: strangers' pictures are decoded in processes that have no key, no database and no window.
 */
export function createImageWorkers(file: string, env: Record<string, string>): ImageWorkers {
  const running = new Map<number, Electron.UtilityProcess>()
  return {
    start(id, { onStarted, onGone }) {
      const worker = utilityProcess.fork(file, [], { env, serviceName: 'BKK image worker' })
      running.set(id, worker)
      worker.once('spawn', () => {
        const { port1, port2 } = new MessageChannelMain()
        worker.postMessage({ kind: 'line' }, [port2])
        onStarted(port1)
      })
      worker.once('exit', () => {
        running.delete(id)
        onGone()
      })
    },
    kill(id) {
      const worker = running.get(id)
      if (worker !== undefined) killNow(worker)
    },
    killAll() {
      for (const worker of running.values()) killNow(worker)
    },
  }
}
