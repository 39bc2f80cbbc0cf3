import type { PageEnd } from '#contract/wire'

/** Tells every page which slices' rows changed. */
export interface Changes {
  join(page: PageEnd): () => void
  /** At once: a person waits for what a command did. */
  now(slices: readonly string[]): void
  /** Soon, and together with what follows: a job of 2 000 pictures must not reload a list 2 000 times. */
  soon(slices: readonly string[]): void
  gateMoved(): void
  stop(): void
}

const togetherForMs = 250

export function announceChanges(): Changes {
  const pages = new Set<PageEnd>()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (waiting.size === 0) return
    const slices = [...waiting].sort()
    waiting.clear()
    for (const page of pages) page.changed(slices)
  }
  return {
    join(page) {
      pages.add(page)
      return () => pages.delete(page)
    },
    now(slices) {
      for (const slice of slices) waiting.add(slice)
      flush()
    },
    soon(slices) {
      for (const slice of slices) waiting.add(slice)
      timer ??= setTimeout(flush, togetherForMs)
    },
    gateMoved() {
      for (const page of pages) page.gateMoved()
    },
    stop: flush,
  }
}
