import { z } from 'zod'
import { ImageKind } from '#contract/findings'
import type { CheckedImage } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import type { CheckId } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import { Measurement, Unreadable } from '../measure/measurement.ts'
import { checksByIds, checkRow, updateCheck } from '../queries/checks.ts'
import { repeatsOf } from '../queries/repeats.ts'
import { judgePicture } from '../rules/verdict.ts'
import type { ImageCheckRow } from '../tables.ts'

/** What `image_check.measurement` holds. */
export const StoredMeasurement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measured'), measurement: Measurement }),
  z.object({ kind: z.literal('unreadable'), unreadable: Unreadable }),
])
export type StoredMeasurement = z.infer<typeof StoredMeasurement>

/** Null for a file not looked at yet, or one that could not be read. */
export function measurementOf(row: ImageCheckRow): Measurement | null {
  if (row.measurement === null) return null
  const stored = StoredMeasurement.parse(JSON.parse(row.measurement))
  return stored.kind === 'measured' ? stored.measurement : null
}

/**
 * Works findings and verdict out again from what is stored, after the kind, the rules or a person's
 * word changed, and saves them. Files not yet looked at, or unreadable ones, stay as they are.
 */
export async function judgeAgain(
  { db, writer, record }: CommandContext,
  ids: readonly CheckId[],
  rules: SizeRules,
): Promise<CheckedImage[]> {
  const repeats = await repeatsOf(db, ids)
  for (const id of ids) {
    const row = await checkRow(db, id)
    const measurement = row === null ? null : measurementOf(row)
    if (row === null || measurement === null) continue
    const { findings, verdict } = judgePicture(
      measurement,
      ImageKind.parse(row.kind),
      rules,
      (repeats.get(id) ?? []).map((repeat) => ({
        relation: repeat.relation,
        name: repeat.of.name,
        decision: repeat.decision?.outcome ?? null,
      })),
    )
    await updateCheck(writer, id, { findings: JSON.stringify(findings), verdict })
    record('image_check', id, ['findings', 'verdict'])
  }
  return checksByIds(db, ids)
}
