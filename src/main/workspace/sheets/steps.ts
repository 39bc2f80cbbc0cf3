import { setImmediate as nextTurn } from 'node:timers/promises'
import { WorkspaceError } from '#contract/errors'

/** After so many rows others are heard: progress goes out, and a cancel comes in. */
const turn = 50

/** What a job over rows has of its context. */
export interface RowJob {
  readonly signal: AbortSignal
  readonly report: (progress: { done: number; total: number }) => void
}

/**
 * To be called after each row, `place` from 0.
 * @throws WorkspaceError `call.cancelled`
 */
export async function afterRow({ report, signal }: RowJob, place: number, total: number) {
  const done = place + 1
  if (done % turn !== 0 && done !== total) return
  report({ done, total })
  await nextTurn()
  if (signal.aborted) throw new WorkspaceError('call.cancelled')
}
