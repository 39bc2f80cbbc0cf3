import { WorkspaceError } from '#contract/errors'
import type { StartImageWorker } from './line.ts'
import { beginJob } from './job.ts'
import type { Job, Outcome, RunOptions } from './job.ts'
import type { ImageTask } from './tasks.ts'
import { startSeat } from './seat.ts'
import type { Seat } from './seat.ts'

export interface PoolOptions {
  readonly start: StartImageWorker
  /** Processes; two serve two cores. */
  readonly workers?: number
  /** Tasks one process works on at once: while one decodes, the next is read. */
  readonly inFlight?: number
  /** One line per unforeseen failure, for the log; names no file. */
  readonly log?: (message: string) => void
}

/** Decoding happens here, in processes that may hang or die without taking anything with them. */
export interface ImagePool {
  /**
   * Resolves also when the task could not be done; rejects only with the signal's reason, or with
   * `images.worker-unavailable` when no process can be started or the pool is closed.
   */
  run(task: ImageTask, options: RunOptions): Promise<Outcome>
  /** Ends the processes; whatever still waits is rejected. */
  close(): void
  /** How many tasks can be worked on at once. */
  readonly capacity: number
  /** By how many processes; each calculates one thing at a time. */
  readonly processes: number
}

/** Starts in a row that may fail before the pool gives up on what is waiting. */
const failedStartsAtMost = 3

/**
 * A file that hangs or kills its process must not take others with it: those in flight beside it are
 * given to another process, and whoever was there when a process died is tried once more, alone.
 * Only who then fails alone is blamed.
 */
export function openImagePool(options: PoolOptions): ImagePool {
  const { start, workers = 2, inFlight = 4, log = () => undefined } = options
  const waiting: Job[] = []
  const suspects: Job[] = []
  const seats = new Set<Seat>()
  let failedStarts = 0
  let closed = false

  function pump(): void {
    for (const seat of seats) tryAlone(seat)
    for (let seat = freest(); seat !== undefined && waiting.length > 0; seat = freest()) {
      const job = waiting.shift()
      if (job !== undefined) seat.give(job, false)
    }
    // A second process starts with the second task, so that it is there for the third.
    const working = [...seats].reduce((sum, { size }) => sum + size, 0)
    const wanted = Math.min(workers, working + waiting.length + suspects.length)
    while (!closed && seats.size < wanted) open()
  }

  function tryAlone(seat: Seat): void {
    if (!seat.ready || seat.size > 0) return
    const suspect = suspects.shift()
    if (suspect !== undefined) seat.give(suspect, true)
  }

  /** Who has least to do: what arrives together is not to wait behind each other in one process. */
  function freest(): Seat | undefined {
    const free = [...seats].filter((seat) => seat.ready && !seat.alone && seat.size < inFlight)
    return free.sort((one, other) => one.size - other.size)[0]
  }

  function open(): void {
    const seat = startSeat(start, {
      onFree: () => {
        failedStarts = 0
        pump()
      },
      onEnd: (left, neverReady) => {
        seats.delete(seat)
        suspects.push(...left.suspects)
        waiting.unshift(...left.innocents)
        failedStarts = neverReady ? failedStarts + 1 : 0
        if (failedStarts >= failedStartsAtMost) giveUp()
        pump()
      },
      log,
    })
    seats.add(seat)
  }

  function giveUp(): void {
    failedStarts = 0
    const unavailable = new WorkspaceError('images.worker-unavailable')
    for (const job of [...waiting.splice(0), ...suspects.splice(0)]) job.reject(unavailable)
  }

  return {
    capacity: workers * inFlight,
    processes: workers,
    run(task, runOptions) {
      if (closed) return Promise.reject(new WorkspaceError('images.worker-unavailable'))
      return beginJob(task, runOptions, {
        add: (job, urgent) => {
          if (urgent) waiting.unshift(job)
          else waiting.push(job)
          pump()
        },
        drop: (job) => {
          for (const queue of [waiting, suspects]) {
            const at = queue.indexOf(job)
            if (at >= 0) queue.splice(at, 1)
          }
        },
      })
    },
    close() {
      closed = true
      const unavailable = new WorkspaceError('images.worker-unavailable')
      for (const seat of seats) for (const job of seat.leave()) job.reject(unavailable)
      giveUp()
    },
  }
}
