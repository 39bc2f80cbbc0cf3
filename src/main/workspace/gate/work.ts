import type { Reason } from '#contract/errors'
import type { GateState } from '#contract/gate'
import type { Changes } from '../changes.ts'

type Working = Extract<GateState, { kind: 'working' }>

/** What is being done to the workspace itself, told to every page, at most four times a second. */
export function tellWork(changes: Changes) {
  let state: Working | null = null
  let toldAt = 0
  const tell = (next: Working | null): void => {
    state = next
    toldAt = Date.now()
    changes.gateMoved()
  }
  return {
    get state() {
      return state
    },
    async during<T>(
      what: Working['what'],
      run: (report: (done: number) => void) => Promise<T>,
    ): Promise<T> {
      tell({ kind: 'working', what, done: 0, total: 100, failed: null })
      try {
        return await run((done) => {
          state = { kind: 'working', what, done: Math.round(done), total: 100, failed: null }
          if (Date.now() - toldAt > 250) tell(state)
        })
      } finally {
        tell(null)
      }
    },
    showFailure: (what: Working['what'], failed: Reason) =>
      tell({ kind: 'working', what, done: 100, total: 100, failed }),
  }
}
