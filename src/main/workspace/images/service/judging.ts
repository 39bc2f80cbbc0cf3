import { z } from 'zod'
import { ImageKind } from '#contract/findings'
import type { CheckedImage, Repeat } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import { CheckId } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import { Measurement, Unreadable } from '../measure/measurement.ts'
import { MediumFacts } from '../medium/facts.ts'
import { checkRowsByIds, checksByIds, judgeableIds, updateCheck } from '../queries/checks.ts'
import { repeatsOf } from '../queries/repeats.ts'
import { judgeMedium } from '../rules/medium.ts'
import { judgePicture, type Judged } from '../rules/verdict.ts'
import type { ImageCheckRow } from '../tables.ts'

/** What `image_check.measurement` holds. */
export const StoredMeasurement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measured'), measurement: Measurement }),
  z.object({ kind: z.literal('medium'), facts: MediumFacts }),
  z.object({ kind: z.literal('unreadable'), unreadable: Unreadable }),
])
export type StoredMeasurement = z.infer<typeof StoredMeasurement>

/** Null for a file not looked at yet, one that could not be read, and one that is no picture. */
export function measurementOf(row: ImageCheckRow): Measurement | null {
  const stored = storedOf(row)
  return stored?.kind === 'measured' ? stored.measurement : null
}

/** What a video or a PDF says of itself; null for anything else. */
export function mediumFactsOf(row: ImageCheckRow): MediumFacts | null {
  const stored = row.medium === 'picture' ? null : storedOf(row)
  return stored?.kind === 'medium' ? stored.facts : null
}

function storedOf({ measurement }: ImageCheckRow): StoredMeasurement | null {
  return measurement === null ? null : StoredMeasurement.parse(JSON.parse(measurement))
}

/**
 * Works findings and verdict out again from what is stored, after the kind, the rules or a person's
 * word changed, and saves them. Files not yet looked at, or unreadable ones, stay as they are.
 */
export async function judgeAgain(
  context: CommandContext,
  ids: readonly CheckId[],
  rules: SizeRules,
): Promise<CheckedImage[]> {
  await judgeRows(context, ids, rules)
  return checksByIds(context.db, ids)
}

/**
 * The same for every checked file that is not in the library, after the rules changed. Limits hold
 * for files read from now on: what was too large to read is not read again here.
 */
export async function judgeAllAgain(context: CommandContext, rules: SizeRules): Promise<void> {
  await judgeRows(context, await judgeableIds(context.db), rules)
}

/** Rows held in memory at a time. */
const rowsPerChunk = 500

async function judgeRows(
  { db, writer, record }: CommandContext,
  ids: readonly CheckId[],
  rules: SizeRules,
): Promise<void> {
  for (let start = 0; start < ids.length; start += rowsPerChunk) {
    const chunk = ids.slice(start, start + rowsPerChunk)
    const repeats = await repeatsOf(db, chunk)
    for (const row of await checkRowsByIds(db, chunk)) {
      const judged = judgeRow(row, repeats.get(row.id) ?? [], rules)
      if (judged === null) continue
      const changes = { findings: JSON.stringify(judged.findings), verdict: judged.verdict }
      if (changes.findings === row.findings && changes.verdict === row.verdict) continue
      await updateCheck(writer, CheckId.parse(row.id), changes)
      record('image_check', row.id, ['findings', 'verdict'])
    }
  }
}

function judgeRow(row: ImageCheckRow, repeats: readonly Repeat[], rules: SizeRules): Judged | null {
  const toJudge = repeats.map(({ relation, of, decision }) => ({
    relation,
    name: of.name,
    decision: decision?.outcome ?? null,
  }))
  const facts = mediumFactsOf(row)
  if (facts !== null) return judgeMedium(facts, toJudge)
  const measurement = measurementOf(row)
  if (measurement === null) return null
  const as = { kind: ImageKind.parse(row.kind), isGuessed: row.kind_guessed === 1 }
  return judgePicture(measurement, as, rules, toJudge)
}
