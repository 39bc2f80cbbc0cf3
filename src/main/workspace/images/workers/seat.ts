import type { Job } from './job.ts'
import type { StartImageWorker, WorkerLine } from './line.ts'
import { Reply } from './tasks.ts'

/** What a process leaves behind: `suspects` may have ended it, `innocents` were only there. */
export interface LeftBehind {
  readonly suspects: readonly Job[]
  readonly innocents: readonly Job[]
}

interface SeatListener {
  /** It can take more. */
  onFree(): void
  onEnd(left: LeftBehind, neverReady: boolean): void
  log(message: string): void
}

/** One process and the tasks it works on. */
export interface Seat {
  readonly ready: boolean
  readonly size: number
  /** True while it works on one suspect, by itself. */
  readonly alone: boolean
  give(job: Job, alone: boolean): void
  /** Ends the process and returns what it was working on; `onEnd` is not called. */
  leave(): readonly Job[]
}

/** Longest time a process may take to say it is ready, in milliseconds. */
const startWithin = 60_000

interface Running {
  readonly job: Job
  readonly timer: NodeJS.Timeout
  /** Something else was worked on at the same time, and may have slowed it. */
  hadCompany: boolean
}

export function startSeat(start: StartImageWorker, listener: SeatListener): Seat {
  const running = new Map<number, Running>()
  let line: WorkerLine | null = null
  let ready = false
  let alone = false
  let over = false
  let nextId = 1
  const slowStart = setTimeout(() => end({ suspects: [], innocents: [] }), startWithin)

  function end(left: LeftBehind): void {
    if (over) return
    over = true
    clearTimeout(slowStart)
    for (const { timer } of running.values()) clearTimeout(timer)
    running.clear()
    line?.kill()
    listener.onEnd(left, !ready)
  }

  function died(): void {
    const jobs = [...running.values()].map(({ job }) => job)
    if (jobs.length > 0) listener.log('an image worker ended while it was working')
    // It was by itself, and the process died all the same: this is the one.
    if (alone) for (const job of jobs) job.resolve({ kind: 'failed', why: 'crashed' })
    end({ suspects: jobs.filter((job) => !job.settled()), innocents: [] })
  }

  function tooLong(id: number): void {
    const late = running.get(id)
    if (late === undefined) return
    const others = [...running.values()].filter((entry) => entry !== late).map(({ job }) => job)
    const innocents = others.filter((job) => !job.settled())
    if (!late.hadCompany) late.job.resolve({ kind: 'failed', why: 'timed-out' })
    end({ suspects: late.job.settled() ? [] : [late.job], innocents })
  }

  function hear(message: unknown): void {
    const reply = Reply.safeParse(message)
    if (over || !reply.success) return
    if (reply.data.kind === 'ready') {
      ready = true
      clearTimeout(slowStart)
    } else {
      settle(reply.data)
    }
    listener.onFree()
  }

  function settle(reply: Exclude<Reply, { kind: 'ready' }>): void {
    const done = running.get(reply.id)
    if (done === undefined) return
    clearTimeout(done.timer)
    running.delete(reply.id)
    alone = false
    if (reply.kind === 'done') {
      done.job.resolve({ kind: 'done', value: reply.value })
    } else {
      listener.log(`an image task failed: ${reply.message}`)
      done.job.resolve({ kind: 'failed', why: 'crashed' })
    }
  }

  start().then(
    (started) => {
      if (over) {
        started.kill()
        return
      }
      line = started
      started.onMessage(hear)
      started.onExit(died)
    },
    (error: unknown) => {
      listener.log(`an image worker did not start: ${String(error)}`)
      end({ suspects: [], innocents: [] })
    },
  )

  return {
    get ready() {
      return ready && !over
    },
    get size() {
      return running.size
    },
    get alone() {
      return alone
    },
    give(job, byItself) {
      const id = nextId++
      alone = byItself
      for (const entry of running.values()) entry.hadCompany = true
      const timer = setTimeout(() => tooLong(id), job.seconds * 1_000)
      running.set(id, { job, timer, hadCompany: running.size > 0 })
      line?.post({ id, task: job.task })
    },
    leave() {
      const jobs = [...running.values()].map(({ job }) => job)
      if (over) return jobs
      over = true
      clearTimeout(slowStart)
      for (const { timer } of running.values()) clearTimeout(timer)
      running.clear()
      line?.kill()
      return jobs
    },
  }
}
