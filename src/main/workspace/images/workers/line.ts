/**
 * A line to one image worker, whatever kind of process it is. Messages are structured clones:
 * plain values and byte arrays.
 */
export interface WorkerLine {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: () => void): void
  /** Ends the process at once; `onExit` follows. */
  kill(): void
}

/** Starts a process that runs `answerImageTasks`; rejects when it cannot be started. */
export type StartImageWorker = () => Promise<WorkerLine>
