import type { ImageKind } from '#contract/findings'
import { BatchId } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import { insertBatch } from '../queries/batches.ts'
import { insertChecks } from '../queries/checks.ts'
import type { ImageCheckRow } from '../tables.ts'

export type NewRow = Pick<ImageCheckRow, 'id' | 'path' | 'raw_path' | 'name'>

/** A batch of files that wait to be looked at. */
export async function startBatch(
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
    files.map((file, position) => waitingRow(file, id, position, kind)),
  )
  record('image_batch', id, ['started_at', 'started_by', 'kind'])
  return id
}

/** @param kind null: it is guessed when the file was looked at */
export function waitingRow(
  file: NewRow,
  batchId: BatchId,
  position: number,
  kind: ImageKind | null,
): ImageCheckRow {
  return {
    ...file,
    batch_id: batchId,
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
    medium: 'picture',
    duration: null,
    pages: null,
    frame: 'not-yet',
  }
}
