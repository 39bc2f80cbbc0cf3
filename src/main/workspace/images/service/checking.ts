import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { ImageKind } from '#contract/findings'
import type { CheckProgress, images } from '#contract/images'
import { BatchId } from '#contract/values'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import type { MediaStore } from '../../media/store.ts'
import { collectSources } from '../engine/collect.ts'
import type { CheckedSource } from '../engine/check.ts'
import { checkImages } from '../engine/run.ts'
import {
  deleteBatch,
  findBatch,
  finishBatch,
  insertBatch,
  listBatches,
} from '../queries/batches.ts'
import { checkRows, checksByIds, checksOfBatch, insertChecks } from '../queries/checks.ts'
import type { ImageCheckRow } from '../tables.ts'
import type { ImagePool } from '../workers/pool.ts'
import { readLibraryIndex } from './libraryIndex.ts'
import { rulesInForce } from './rulesSetting.ts'
import { saveResults, toSources } from './results.ts'
import { shortNames } from './shortNames.ts'

type Handlers = Pick<
  SliceHandlers<typeof images, Contexts>,
  'batches' | 'checks' | 'check' | 'checkFiles' | 'checkPasted' | 'continueBatch' | 'removeBatch'
>

type CheckingJob = JobContext & { readonly report: (progress: CheckProgress) => void }

/** Results saved together: one transaction and one audit entry for so many files at most. */
const resultsPerSave = 25
/** A slow batch still shows each file soon after it was looked at. */
const saveAtLeastEveryMs = 300

/** Batches: made, worked on, gone on with after a crash, taken off the list. */
export function checkingHandlers(pool: ImagePool, media: MediaStore): Handlers {
  const running = new Set<BatchId>()

  async function runBatch(job: CheckingJob, batchId: BatchId, kind: ImageKind | null) {
    if (running.has(batchId)) throw new WorkspaceError('images.batch-running')
    running.add(batchId)
    try {
      return await workThrough(job, batchId, kind)
    } finally {
      running.delete(batchId)
    }
  }

  async function workThrough(job: CheckingJob, batchId: BatchId, kind: ImageKind | null) {
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
    try {
      await checkImages({
        sources: await toSources(job.db, media, rows),
        kind,
        rules: await rulesInForce(job.db),
        pool,
        library: await readLibraryIndex(job.db, media),
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
    batches: ({ db }) => listBatches(db, (id) => running.has(id)),
    checks: ({ db }, { batchId }) => checksOfBatch(db, batchId),

    async check({ db }, { id }) {
      const [check] = await checksByIds(db, [id])
      if (check === undefined) throw new WorkspaceError('images.unknown-check')
      return check
    },

    async checkFiles(job, { paths, kind }) {
      const found = await collectSources(paths, job.signal)
      const names = shortNames(found.map(({ name }) => name))
      const batchId = await job.write((context) =>
        startBatch(
          context,
          kind,
          found.map(({ source, name }, position) => ({
            id: context.newId(),
            path: name,
            raw_path:
              source.kind === 'file' && source.rawPath !== null
                ? Buffer.from(source.rawPath).toString('base64')
                : null,
            name: names[position] ?? name,
          })),
        ),
      )
      return runBatch(job, batchId, kind)
    },

    async checkPasted(job, { name, bytes }) {
      const id = job.newId()
      await media.put('original', id, bytes)
      const batchId = await job.write((context) =>
        startBatch(context, null, [{ id, path: null, raw_path: null, name }]),
      )
      return runBatch(job, batchId, null)
    },

    async continueBatch(job, { batchId }) {
      const batch = await findBatch(job.db, batchId)
      if (batch === null) throw new WorkspaceError('images.unknown-batch')
      return runBatch(job, batchId, batch.kind === null ? null : ImageKind.parse(batch.kind))
    },

    async removeBatch(context, { batchId }) {
      if (running.has(batchId)) throw new WorkspaceError('images.batch-running')
      if ((await findBatch(context.db, batchId)) === null) {
        throw new WorkspaceError('images.unknown-batch')
      }
      const rows = await checkRows(context.db, batchId)
      await deleteBatch(context.writer, batchId)
      context.record('image_batch', batchId, ['id'])
      context.afterCommit(() => forgetPictures(media, rows))
      return {}
    },
  }
}

type NewRow = Pick<ImageCheckRow, 'id' | 'path' | 'raw_path' | 'name'>

async function startBatch(
  { writer, newId, clock, actor, record }: CommandContext,
  kind: ImageKind | null,
  files: readonly NewRow[],
): Promise<BatchId> {
  const id = BatchId.parse(newId())
  await insertBatch(writer, {
    id,
    started_at: clock.now(),
    finished_at: null,
    started_by: actor.id,
    kind,
  })
  await insertChecks(
    writer,
    files.map((file, position) => ({
      ...file,
      batch_id: id,
      position,
      state: 'waiting',
      kind: kind ?? 'poster',
      kind_guessed: kind === null ? 1 : 0,
      verdict: null,
      width: null,
      height: null,
      format: null,
      byte_size: null,
      bytes_hash: null,
      measurement: null,
      fingerprint: null,
      findings: '[]',
      override_reason: null,
      override_by: null,
      override_at: null,
      review: null,
      reviewed_by: null,
      reviewed_at: null,
      kept_as: null,
    })),
  )
  record('image_batch', id, ['started_at', 'started_by', 'kind'])
  return id
}

/** Thumbnails and pasted originals that nothing shows any more. */
async function forgetPictures(media: MediaStore, rows: readonly ImageCheckRow[]): Promise<void> {
  for (const row of rows) {
    if (row.path === null) await media.remove('original', row.id)
    await media.remove('thumbnail', row.id)
  }
}
