import { WorkspaceError } from '#contract/errors'
import type { Reason } from '#contract/errors'

interface Reporting {
  readonly signal: AbortSignal
  readonly report: (progress: { done: number; total: number }) => void
}

/**
 * Works through items in turn, and tells of each. An expected failure, or the job being called off,
 * concerns the item alone; anything else ends all.
 */
export async function oneByOne<I, R>(
  { signal, report }: Reporting,
  items: readonly I[],
  work: (item: I) => Promise<R>,
  refused: (item: I, reason: Reason) => R,
): Promise<R[]> {
  const results: R[] = []
  for (const item of items) {
    try {
      signal.throwIfAborted()
      results.push(await work(item))
    } catch (error) {
      if (!(error instanceof WorkspaceError)) throw error
      results.push(refused(item, error.reason))
    }
    report({ done: results.length, total: items.length })
  }
  return results
}
