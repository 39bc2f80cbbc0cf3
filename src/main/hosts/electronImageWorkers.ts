import type { MessagePortMain } from 'electron'
import type { ToShell } from '../desktop/processMessages.ts'
import type { StartImageWorker, WorkerLine } from '../workspace/images/workers/line.ts'

/** The workspace's side of image workers that the shell starts for it. */
export interface ElectronImageWorkers {
  readonly start: StartImageWorker
  /** The shell says that a worker runs, and hands over the line to it. */
  started(id: number, line: MessagePortMain): void
  /** The shell says that a worker has ended, for whatever reason. */
  gone(id: number): void
}

interface Worker {
  readonly began: (line: WorkerLine) => void
  readonly failed: (error: Error) => void
  readonly exitListeners: Set<() => void>
  ended: boolean
}

export function createElectronImageWorkers(tell: (message: ToShell) => void): ElectronImageWorkers {
  const workers = new Map<number, Worker>()
  let asked = 0
  return {
    start() {
      const id = ++asked
      return new Promise((began, failed) => {
        workers.set(id, { began, failed, exitListeners: new Set(), ended: false })
        tell({ kind: 'start-worker', id })
      })
    },
    started(id, port) {
      const worker = workers.get(id)
      worker?.began(lineTo(port, worker, () => tell({ kind: 'kill-worker', id })))
    },
    gone(id) {
      const worker = workers.get(id)
      if (worker === undefined) return
      workers.delete(id)
      worker.ended = true
      // Of no effect once it has begun.
      worker.failed(new Error('The image worker ended before it began'))
      for (const listener of worker.exitListeners) listener()
    },
  }
}

function lineTo(port: MessagePortMain, worker: Worker, kill: () => void): WorkerLine {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    onExit(listener) {
      if (worker.ended) listener()
      else worker.exitListeners.add(listener)
    },
    kill,
  }
}
