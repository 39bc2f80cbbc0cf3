import { basename } from 'node:path'
import { startNodeImageWorker } from '../../src/main/hosts/nodeImageWorkers.ts'
import type { StartImageWorker } from '../../src/main/workspace/images/workers/line.ts'
import { Request, type ImageTask } from '../../src/main/workspace/images/workers/tasks.ts'

export interface HeldWorkers {
  readonly start: StartImageWorker
  /** What was held is worked on, and nothing is held any more. */
  letGo(): void
}

/**
 * Image workers that hold some tasks back, so that what is called off in the middle is in the middle
 * on a fast machine and on a slow one.
 */
export function holdBack(isHeld: (task: ImageTask) => boolean): HeldWorkers {
  let held: (() => void)[] | null = []
  return {
    start: async () => {
      const line = await startNodeImageWorker()
      return {
        ...line,
        post(message) {
          const request = Request.safeParse(message)
          if (held !== null && request.success && isHeld(request.data.task)) {
            held.push(() => line.post(message))
          } else {
            line.post(message)
          }
        },
      }
    },
    letGo() {
      const late = held ?? []
      held = null
      for (const post of late) post()
    },
  }
}

/**
 * Measures files of these names and no others: which is asked for first depends on the disk. What is
 * held takes a place in its process, so a batch must not be larger than the pool (eight files).
 */
export function measureOnly(names: readonly string[]): HeldWorkers {
  return holdBack(
    (task) =>
      task.name === 'measure' &&
      task.source.kind === 'file' &&
      !names.includes(basename(task.source.path)),
  )
}

/** Takes so many tasks of a name that are asked for one after the other, and holds the later ones. */
export function holdAfter(first: number, name: ImageTask['name']): HeldWorkers {
  let taken = 0
  return holdBack((task) => task.name === name && ++taken > first)
}
