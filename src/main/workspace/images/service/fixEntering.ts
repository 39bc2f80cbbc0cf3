import type { FixChoices } from '#contract/imageFix'
import type { ImageKind } from '#contract/findings'
import { CheckId, type BatchId } from '#contract/values'
import type { CommandContext, JobContext } from '../../context.ts'
import type { MediaStore } from '../../media/store.ts'
import type { Fixed } from '../fix/fix.ts'
import { hashOf } from '../measure/read.ts'
import { insertChecks, occupiedIn } from '../queries/checks.ts'
import { noteDerivation } from '../queries/derivations.ts'
import type { Original } from './fixOriginals.ts'
import { startBatch, waitingRow } from './newBatch.ts'

interface Result {
  readonly job: JobContext
  /** Of all that is made at once. */
  readonly jobId: string
  readonly media: MediaStore
  readonly original: Original
  readonly fixed: Fixed
  readonly fileName: string
  /** Where it lies on disk; null when it was not written there. */
  readonly path: string | null
  readonly input: {
    readonly choices: FixChoices
    readonly kind: ImageKind
    readonly save: { readonly check: boolean }
  }
  /** The batch to enter; null: one is begun. */
  readonly batchId: BatchId | null
}

/**
 * Puts a result into the check, where it waits to be looked at, and links it to its original. Its
 * bytes are kept by the workspace, whether or not they lie on a disk as well: there they may change.
 */
export async function enterResult(
  result: Result,
): Promise<{ checkId: CheckId | null; batchId: BatchId | null }> {
  const { job, media, fixed, input } = result
  const checkId = input.save.check ? CheckId.parse(job.newId()) : null
  if (checkId !== null) await media.put('original', checkId, fixed.bytes)
  return job.write(async (context) => {
    const batchId = checkId === null ? null : await insertWaiting(context, result, checkId)
    await link(context, result)
    return { checkId, batchId: batchId ?? result.batchId }
  })
}

async function insertWaiting(
  context: CommandContext,
  { batchId, fileName, input }: Result,
  id: CheckId,
): Promise<BatchId> {
  const { db, writer, record } = context
  const file = { id, path: null, raw_path: null, name: fileName }
  const into = batchId ?? (await startBatch(context, input.kind, []))
  const { next } = await occupiedIn(db, into)
  await insertChecks(writer, [waitingRow(file, into, next, input.kind)])
  record('image_check', id, ['name', 'kind'])
  return into
}

async function link(
  { db, writer, newId, clock, actor, record }: CommandContext,
  { jobId, original, fixed, fileName, path, input }: Result,
): Promise<void> {
  const id = await noteDerivation(db, writer, {
    id: newId(),
    result_hash: hashOf(fixed.bytes),
    result_name: fileName,
    original_hash: original.hash,
    original_name: original.name,
    choices: JSON.stringify(input.choices),
    on_disk: path === null ? 0 : 1,
    made_at: clock.now(),
    made_by: actor.id,
    job_id: jobId,
  })
  record('image_derivation', id, ['result_hash', 'original_hash'])
}
