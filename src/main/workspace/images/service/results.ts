import { ImageKind } from '#contract/findings'
import type { Repeat } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import { CheckId } from '#contract/values'
import type { JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import type { CheckedSource, CheckSource, EarlierCheck, FoundRepeat } from '../engine/check.ts'
import { kindsSaid, updateCheck } from '../queries/checks.ts'
import { insertRepeats, repeatsOf } from '../queries/repeats.ts'
import type { ImageCheckRow, ImageRepeatRow } from '../tables.ts'
import { judgePicture } from '../rules/verdict.ts'
import { measurementOf, type StoredMeasurement } from './judging.ts'
import { rulesInForce } from './rulesSetting.ts'
import { sourceOf } from './sources.ts'

/** Stored rows as the engine takes them, with what an interrupted check already found. */
export async function toSources(
  db: Reader,
  media: MediaStore,
  rows: readonly ImageCheckRow[],
): Promise<CheckSource[]> {
  const checked = rows.filter((row) => row.state === 'checked')
  const repeats = await repeatsOf(
    db,
    checked.map((row) => CheckId.parse(row.id)),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    // Asked for one at a time: what was pasted is not held in memory for the whole batch.
    source: () => sourceOf(row, media),
    ...(row.kind_guessed === 0 && { kind: ImageKind.parse(row.kind) }),
    trouble: null,
    earlier: row.state === 'checked' ? earlierCheck(row, repeats.get(row.id) ?? []) : null,
  }))
}

function earlierCheck(row: ImageCheckRow, repeats: readonly Repeat[]): EarlierCheck {
  const measurement = measurementOf(row)
  if (measurement === null || row.fingerprint === null) return { kind: 'unreadable' }
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

/**
 * Saves a handful of results in one transaction; their thumbnails first. The kind and the rules are
 * those of the moment: a person may have said the kind of a waiting picture, or changed the rules,
 * since the check began.
 */
export async function saveResults(
  job: JobContext,
  media: MediaStore,
  results: readonly CheckedSource[],
): Promise<void> {
  for (const { id, measured } of results) {
    if (measured.kind === 'measured') await media.put('thumbnail', id, measured.thumbnail.bytes)
  }
  await job.write(async ({ db, writer, newId, record }) => {
    const rules = await rulesInForce(db)
    const saidKinds = await kindsSaid(
      db,
      results.map(({ id }) => CheckId.parse(id)),
    )
    for (const result of results) {
      const said = saidKinds.get(result.id) ?? null
      await updateCheck(writer, CheckId.parse(result.id), checkedColumns(result, said, rules))
      record('image_check', result.id, ['state', 'measurement', 'findings', 'verdict'])
    }
    // After all of them: a repeat may point at a file of the same handful.
    const repeats = results.flatMap((result) =>
      result.repeats.map((repeat) => repeatRow(newId(), result.id, repeat)),
    )
    await insertRepeats(writer, repeats)
  })
}

function checkedColumns(checked: CheckedSource, said: ImageKind | null, rules: SizeRules) {
  const { measured, repeats } = checked
  const kind = said ?? checked.kind
  const { findings, verdict } =
    measured.kind === 'measured'
      ? judgePicture(
          measured.measurement,
          kind,
          rules,
          repeats.map(({ relation, of }) => ({ relation, name: of.name, decision: null })),
        )
      : checked
  const stored: StoredMeasurement =
    measured.kind === 'measured'
      ? { kind: 'measured', measurement: measured.measurement }
      : { kind: 'unreadable', unreadable: measured.unreadable }
  const known = measured.kind === 'measured' ? measured.measurement : measured.unreadable
  return {
    state: 'checked' as const,
    kind,
    kind_guessed: said === null && checked.kindGuessed ? 1 : 0,
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

export function repeatRow(id: string, checkId: string, repeat: FoundRepeat): ImageRepeatRow {
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
