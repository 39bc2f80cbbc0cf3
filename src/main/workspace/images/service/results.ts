import { ImageKind } from '#contract/findings'
import { CheckId } from '#contract/values'
import type { JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import type { CheckedSource, CheckSource, EarlierCheck, FoundRepeat } from '../engine/check.ts'
import { unreadable } from '../measure/measurement.ts'
import { updateCheck } from '../queries/checks.ts'
import { insertRepeats, repeatsOf } from '../queries/repeats.ts'
import type { ImageCheckRow, ImageRepeatRow } from '../tables.ts'
import { measurementOf, type StoredMeasurement } from './judging.ts'
import { sourceOf } from './sources.ts'

/** A stored row as the engine takes it, with what an interrupted check already found. */
export async function toSource(
  db: Reader,
  media: MediaStore,
  row: ImageCheckRow,
): Promise<CheckSource> {
  const source = await sourceOf(row, media)
  return {
    id: row.id,
    name: row.name,
    source: source ?? { kind: 'bytes', name: row.name, bytes: new Uint8Array() },
    trouble: source === null ? unreadable('not-found') : null,
    earlier: row.state === 'checked' ? await earlierCheck(db, row) : null,
  }
}

async function earlierCheck(db: Reader, row: ImageCheckRow): Promise<EarlierCheck> {
  const measurement = measurementOf(row)
  if (measurement === null || row.fingerprint === null) return { kind: 'unreadable' }
  const repeats = (await repeatsOf(db, [CheckId.parse(row.id)])).get(row.id) ?? []
  return {
    kind: 'measured',
    measurement,
    fingerprint: Buffer.from(row.fingerprint, 'base64'),
    repeats: repeats.map(({ of, relation, mirrored, changed }): FoundRepeat => ({
      of: {
        where: of.where,
        id: of.where === 'batch' ? of.checkId : of.imageId,
        name: of.name,
      },
      relation,
      mirrored,
      changed,
    })),
  }
}

/** Saves a handful of results in one transaction; their thumbnails first. */
export async function saveResults(
  job: JobContext,
  media: MediaStore,
  results: readonly CheckedSource[],
): Promise<void> {
  for (const { id, measured } of results) {
    if (measured.kind === 'measured') await media.put('thumbnail', id, measured.thumbnail.bytes)
  }
  await job.write(async ({ writer, newId, record }) => {
    for (const result of results) {
      await updateCheck(writer, CheckId.parse(result.id), checkedColumns(result))
      record('image_check', result.id, ['state', 'measurement', 'findings', 'verdict'])
    }
    // After all of them: a repeat may point at a file of the same handful.
    const repeats = results.flatMap((result) =>
      result.repeats.map((repeat) => repeatRow(newId(), result.id, repeat)),
    )
    await insertRepeats(writer, repeats)
  })
}

function checkedColumns({ measured, kind, kindGuessed, findings, verdict }: CheckedSource) {
  const stored: StoredMeasurement =
    measured.kind === 'measured'
      ? { kind: 'measured', measurement: measured.measurement }
      : { kind: 'unreadable', unreadable: measured.unreadable }
  const known = measured.kind === 'measured' ? measured.measurement : measured.unreadable
  return {
    state: 'checked' as const,
    kind: ImageKind.parse(kind),
    kind_guessed: kindGuessed ? 1 : 0,
    verdict,
    width: known.width,
    height: known.height,
    format: 'format' in known ? known.format : null,
    byte_size: known.byteSize,
    bytes_hash: known.bytesHash,
    measurement: JSON.stringify(stored),
    fingerprint:
      measured.kind === 'measured' ? Buffer.from(measured.fingerprint).toString('base64') : null,
    findings: JSON.stringify(findings),
  }
}

function repeatRow(id: string, checkId: string, repeat: FoundRepeat): ImageRepeatRow {
  return {
    id,
    check_id: checkId,
    of_check_id: repeat.of.where === 'batch' ? repeat.of.id : null,
    of_image_id: repeat.of.where === 'library' ? repeat.of.id : null,
    relation: repeat.relation,
    mirrored: repeat.mirrored ? 1 : 0,
    changed: JSON.stringify(repeat.changed),
    outcome: null,
    reason: null,
    decided_by: null,
    decided_at: null,
  }
}
