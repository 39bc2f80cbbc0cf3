import { defineStore } from 'pinia'
import { computed, reactive, shallowReactive } from 'vue'
import type { SliceName } from '#contract/index'
import { useNotices } from '../shell/notices'
import {
  asError,
  useClient,
  type InputOf,
  type JobName,
  type Outcome,
  type OutputOf,
} from './calls'
import { useReload } from './reload'

/** Long work under way, as the status bar shows it. */
export interface RunningJob {
  readonly id: number
  readonly slice: SliceName
  readonly name: string
  /** A function, so that it follows a change of language. */
  readonly title: () => string
  readonly done: number
  readonly total: number
  /** Milliseconds of `performance.now()`. */
  readonly startedAt: number
  readonly cancelling: boolean
  readonly progress: unknown
  readonly cancel: () => void
}

export interface JobOptions<P> {
  readonly title: () => string
  readonly onProgress?: (progress: P) => void
  /** As for commands: a notice, or left to the page. */
  readonly failures?: 'notice' | 'here'
}

/** What every job of the contract tells at least. */
export interface Steps {
  readonly done: number
  readonly total: number
}

type Changeable<T> = { -readonly [K in keyof T]: T[K] }

/** Starts jobs and knows those that run. They go on when the page is left. */
export const useJobs = defineStore('jobs', () => {
  const { call } = useClient()
  const notices = useNotices()
  const reload = useReload()
  const running = shallowReactive(new Map<number, RunningJob>())
  let lastId = 0

  async function start<S extends SliceName, C extends JobName<S>>(
    slice: S,
    name: C,
    input: InputOf<S, C>,
    { title, onProgress, failures = 'notice' }: JobOptions<Steps>,
  ): Promise<Outcome<OutputOf<S, C>>> {
    const stop = new AbortController()
    const id = (lastId += 1)
    const job = reactive<Changeable<RunningJob>>({
      ...{ id, slice, name, title, done: 0, total: 0, startedAt: performance.now() },
      cancelling: false,
      progress: null,
      cancel() {
        job.cancelling = true
        stop.abort()
      },
    })
    running.set(id, job)
    try {
      const value = (await call(`${slice}.${name}`, input, {
        signal: stop.signal,
        onProgress(progress) {
          job.progress = progress
          if (!isSteps(progress)) return
          job.done = progress.done
          job.total = progress.total
          onProgress?.(progress)
        },
      })) as OutputOf<S, C>
      return { ok: true, value }
    } catch (thrown) {
      const error = asError(thrown)
      if (failures === 'notice' && !stop.signal.aborted) notices.fail(error)
      return { ok: false, error }
    } finally {
      running.delete(id)
      reload([slice])
    }
  }

  return { start, running: computed(() => [...running.values()]) }
})

function isSteps(value: unknown): value is Steps {
  return typeof value === 'object' && value !== null && 'done' in value && 'total' in value
}

/** Pace of a job: steps per second, and seconds left; null until enough is done to tell. */
export function paceOf(
  job: Pick<RunningJob, 'done' | 'total' | 'startedAt'>,
  now: number,
): { perSecond: number; secondsLeft: number } | null {
  const seconds = (now - job.startedAt) / 1000
  if (job.done < 2 || seconds < 0.5) return null
  const perSecond = job.done / seconds
  return { perSecond, secondsLeft: (job.total - job.done) / perSecond }
}
