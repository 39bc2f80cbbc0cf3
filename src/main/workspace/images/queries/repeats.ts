import { z } from 'zod'
import { Region, type Repeat, type RepeatOf } from '#contract/images'
import { RepeatRelation } from '#contract/repeatRelation'
import { CheckId, ImageId, Instant, PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ImageCheckRow, ImageRepeatRow } from '../tables.ts'

export async function insertRepeats(db: Writer, rows: readonly ImageRepeatRow[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('image_repeat')
      .values([...rows])
      .execute()
}

/** The repeats found for some files: library pictures first, then by the batch's order. */
export async function repeatsOf(
  db: Reader,
  ids: readonly CheckId[],
): Promise<Map<string, Repeat[]>> {
  const found = new Map<string, Repeat[]>()
  // One statement binds a limited number of values.
  for (let start = 0; start < ids.length; start += 5_000) {
    for (const row of await selectRepeats(db, ids.slice(start, start + 5_000))) {
      const sofar = found.get(row.check_id) ?? []
      sofar.push(toRepeat(row))
      found.set(row.check_id, sofar)
    }
  }
  return found
}

function selectRepeats(db: Reader, ids: readonly CheckId[]) {
  return db
    .selectFrom('image_repeat')
    .leftJoin('image_check as other', 'other.id', 'image_repeat.of_check_id')
    .leftJoin('image as kept', 'kept.id', 'image_repeat.of_image_id')
    .leftJoin('person as decider', 'decider.id', 'image_repeat.decided_by')
    .selectAll('image_repeat')
    .select(['other.name as other_name', 'kept.name as kept_name', 'decider.name as decider_name'])
    .where('check_id', 'in', ids.length === 0 ? [''] : [...ids])
    .orderBy((e) => e.case().when('of_image_id', 'is', null).then(1).else(0).end())
    .orderBy('other.position')
    .orderBy('image_repeat.id')
    .execute()
}

type JoinedRow = ImageRepeatRow & {
  other_name: string | null
  kept_name: string | null
  decider_name: string | null
}

function toRepeat(row: JoinedRow): Repeat {
  return {
    of: repeatOf(row),
    relation: RepeatRelation.parse(row.relation),
    mirrored: row.mirrored === 1,
    changed: z.array(Region).parse(JSON.parse(row.changed)),
    decision:
      row.outcome === null || row.decided_by === null || row.decided_at === null
        ? null
        : {
            outcome: z.enum(['repeat', 'different']).parse(row.outcome),
            reason: row.reason ?? '',
            by: PersonId.parse(row.decided_by),
            byName: row.decider_name ?? '',
            at: Instant.parse(row.decided_at),
          },
  }
}

function repeatOf(row: JoinedRow): RepeatOf {
  return row.of_image_id === null
    ? { where: 'batch', checkId: CheckId.parse(row.of_check_id), name: row.other_name ?? '' }
    : { where: 'library', imageId: ImageId.parse(row.of_image_id), name: row.kept_name ?? '' }
}

/**
 * Library pictures that need not be put beside a checked one again: those a person decided on, and
 * those that came from its own batch, where the two were compared.
 */
export async function settledImages(
  db: Reader,
  check: Pick<ImageCheckRow, 'id' | 'batch_id'>,
): Promise<Set<string>> {
  const decided = await db
    .selectFrom('image_repeat')
    .select('of_image_id as id')
    .where('check_id', '=', check.id)
    .where('of_image_id', 'is not', null)
    .where('outcome', 'is not', null)
    .execute()
  const ofItsBatch = await db
    .selectFrom('image_check')
    .select('kept_as as id')
    .where('batch_id', '=', check.batch_id)
    .where('kept_as', 'is not', null)
    .execute()
  return new Set([...decided, ...ofItsBatch].flatMap(({ id }) => id ?? []))
}

/** Files found to repeat any of these. */
export async function checksRepeating(db: Reader, ids: readonly CheckId[]): Promise<CheckId[]> {
  const rows = await db
    .selectFrom('image_repeat')
    .select('check_id')
    .distinct()
    .where('of_check_id', 'in', [...ids])
    .orderBy('check_id')
    .execute()
  return rows.map((row) => CheckId.parse(row.check_id))
}

export interface DecisionRow {
  readonly outcome: string | null
  readonly reason: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
}

/** The pair's row ids: `of` is a checked file or a library picture. */
export async function findPair(
  db: Reader,
  checkId: CheckId,
  of: string,
): Promise<ImageRepeatRow | null> {
  const row = await db
    .selectFrom('image_repeat')
    .selectAll()
    .where('check_id', '=', checkId)
    .where((e) => e.or([e('of_check_id', '=', of), e('of_image_id', '=', of)]))
    .executeTakeFirst()
  return row ?? null
}

export async function repeatRow(db: Reader, id: string): Promise<ImageRepeatRow | null> {
  const row = await db
    .selectFrom('image_repeat')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function writeDecision(db: Writer, id: string, decision: DecisionRow): Promise<void> {
  await db.updateTable('image_repeat').set(decision).where('id', '=', id).execute()
}
