import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { ImageKind } from '#contract/findings'
import type { images } from '#contract/images'
import type { Contexts } from '../../context.ts'
import type { MediaStore } from '../../media/store.ts'
import { collectSources } from '../engine/collect.ts'
import { deleteBatch, findBatch, listBatches } from '../queries/batches.ts'
import { checkRows, checksByIds, checksOfBatch } from '../queries/checks.ts'
import type { BatchRunner } from './batchRunner.ts'
import { forgetPictures } from './forgetPictures.ts'
import { startBatch } from './newBatch.ts'
import { shortNames } from './shortNames.ts'

type Handlers = Pick<
  SliceHandlers<typeof images, Contexts>,
  'batches' | 'checks' | 'check' | 'checkFiles' | 'checkPasted' | 'continueBatch' | 'removeBatch'
>

/** Batches: made, worked on, gone on with after a crash, taken off the list. */
export function checkingHandlers(runner: BatchRunner, media: MediaStore): Handlers {
  return {
    batches: ({ db }) => listBatches(db, runner.isRunning),
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
      return runner.run(job, batchId, kind)
    },

    async checkPasted(job, { name, bytes }) {
      const id = job.newId()
      await media.put('original', id, bytes)
      const batchId = await job.write((context) =>
        startBatch(context, null, [{ id, path: null, raw_path: null, name }]),
      )
      return runner.run(job, batchId, null)
    },

    async continueBatch(job, { batchId }) {
      const batch = await findBatch(job.db, batchId)
      if (batch === null) throw new WorkspaceError('images.unknown-batch')
      return runner.run(job, batchId, batch.kind === null ? null : ImageKind.parse(batch.kind))
    },

    async removeBatch(context, { batchId }) {
      if (runner.isRunning(batchId)) throw new WorkspaceError('images.batch-running')
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
