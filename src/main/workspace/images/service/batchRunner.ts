import { WorkspaceError } from '#contract/errors'
import type { ImageKind } from '#contract/findings'
import type { CheckProgress } from '#contract/images'
import type { BatchId } from '#contract/values'
import type { JobContext } from '../../context.ts'
import type { MediaStore } from '../../media/store.ts'
import type { CheckedSource } from '../engine/check.ts'
import { checkImages } from '../engine/run.ts'
import { finishBatch } from '../queries/batches.ts'
import { checkRows } from '../queries/checks.ts'
import type { ImagePool } from '../workers/pool.ts'
import type { LibraryOnHand } from './libraryIndex.ts'
import { makeMissingParts } from './libraryParts.ts'
import { cacheIn } from './measureCache.ts'
import { rulesInForce } from './rulesSetting.ts'
import { saveResults, toSources } from './results.ts'

export type CheckingJob = JobContext & { readonly report: (progress: CheckProgress) => void }

/** Works through batches, each by one job at a time. */
export interface BatchRunner {
  readonly isRunning: (id: BatchId) => boolean
  /**
   * Keeps other jobs off the batch while `work` does something with it.
   * @throws WorkspaceError `images.batch-running`
   */
  hold<T>(id: BatchId, work: () => Promise<T>): Promise<T>
  /** Checks what waits in a batch. @throws WorkspaceError `images.batch-running` */
  run(job: CheckingJob, id: BatchId, kind: ImageKind | null): Promise<CheckProgress>
  /** The same within `hold`. */
  runHeld(job: CheckingJob, id: BatchId, kind: ImageKind | null): Promise<CheckProgress>
}

/** Results saved together: one transaction and one audit entry for so many files at most. */
const resultsPerSave = 25
/** A slow batch still shows each file soon after it was looked at. */
const saveAtLeastEveryMs = 300

export function createBatchRunner(
  pool: ImagePool,
  media: MediaStore,
  library: LibraryOnHand,
): BatchRunner {
  const running = new Set<BatchId>()

  async function hold<T>(id: BatchId, work: () => Promise<T>): Promise<T> {
    if (running.has(id)) throw new WorkspaceError('images.batch-running')
    running.add(id)
    try {
      return await work()
    } finally {
      running.delete(id)
    }
  }

  async function runHeld(job: CheckingJob, batchId: BatchId, kind: ImageKind | null) {
    const rows = await checkRows(job.db, batchId)
    const total = rows.length
    let done = rows.filter((row) => row.state === 'checked').length
    job.report({ batchId, done, total })

    const unsaved: CheckedSource[] = []
    let savedAt = performance.now()
    const save = async (): Promise<void> => {
      savedAt = performance.now()
      const results = unsaved.splice(0)
      if (results.length > 0) await saveResults(job, media, results)
    }
    const rules = await rulesInForce(job.db)
    try {
      await makeMissingParts(job, media, { pool, limits: rules.limits, signal: job.signal })
      await checkImages({
        sources: await toSources(job.db, media, rows),
        kind,
        rules,
        pool,
        library: await library.index(job.db),
        cache: cacheIn(media),
        signal: job.signal,
        onChecked: async (result) => {
          unsaved.push(result)
          done += 1
          const due = performance.now() - savedAt >= saveAtLeastEveryMs
          if (due || unsaved.length >= resultsPerSave) await save()
          job.report({ batchId, done, total })
        },
      })
    } finally {
      // What was looked at before a cancel is not thrown away.
      await save()
    }
    await job.write(async ({ writer, clock, record }) => {
      await finishBatch(writer, batchId, clock.now())
      record('image_batch', batchId, ['finished_at'])
    })
    return { batchId, done, total }
  }

  return {
    isRunning: (id) => running.has(id),
    hold,
    run: (job, id, kind) => hold(id, () => runHeld(job, id, kind)),
    runHeld,
  }
}
