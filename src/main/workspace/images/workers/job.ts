import type { ImageTask } from './tasks.ts'

/** What became of a task. `value` is not validated yet. */
export type Outcome =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly why: 'timed-out' | 'crashed' }

export interface RunOptions {
  /** From the moment a process works on it; it is then ended. */
  readonly seconds: number
  readonly signal?: AbortSignal | undefined
  /** Goes before what waits already: somebody looks at it, or others wait for its outcome. */
  readonly urgent?: boolean
}

/** A task on its way, with the promise it was asked by. Settling twice does nothing. */
export interface Job {
  readonly task: ImageTask
  readonly seconds: number
  settled(): boolean
  resolve(outcome: Outcome): void
  reject(error: unknown): void
}

interface Queue {
  add(job: Job, urgent: boolean): void
  drop(job: Job): void
}

export function beginJob(
  task: ImageTask,
  { seconds, signal, urgent = false }: RunOptions,
  queue: Queue,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let settled = false
    const settle = (action: () => void): void => {
      if (settled) return
      settled = true
      signal?.removeEventListener('abort', cancel)
      action()
    }
    const job: Job = {
      task,
      seconds,
      settled: () => settled,
      resolve: (outcome) => settle(() => resolve(outcome)),
      reject: (error) => settle(() => reject(asError(error))),
    }
    function cancel(): void {
      // If a process already works on it, its answer will find nobody waiting.
      queue.drop(job)
      job.reject(signal?.reason)
    }
    if (signal?.aborted === true) {
      job.reject(signal.reason)
      return
    }
    signal?.addEventListener('abort', cancel)
    queue.add(job, urgent)
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
