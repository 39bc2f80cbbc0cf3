import type { Expression } from 'kysely'
import { z } from 'zod'
import type { KeptDecision } from '#contract/images'
import { KeptDecisionId, Instant, type CheckId, type ImageId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ImageDecisionRow } from '../tables.ts'

type JoinedRow = ImageDecisionRow & { decider_name: string | null }

/** The decisions kept with the pictures of a sub-select, oldest first. */
export function decisionsOf(db: Reader, ids: Expression<string>): Promise<JoinedRow[]> {
  return db
    .selectFrom('image_decision')
    .leftJoin('person', 'person.id', 'image_decision.decided_by')
    .selectAll('image_decision')
    .select('person.name as decider_name')
    .where('image_id', 'in', ids)
    .orderBy('decided_at')
    .orderBy('image_decision.id')
    .execute()
}

export function toDecision(row: JoinedRow): KeptDecision {
  return {
    id: KeptDecisionId.parse(row.id),
    name: row.name,
    outcome: z.enum(['repeat', 'different']).parse(row.outcome),
    reason: row.reason,
    byName: row.decider_name ?? '',
    at: Instant.parse(row.decided_at),
    canForget: row.other_hash !== null,
    forgottenAt: row.forgotten_at === null ? null : Instant.parse(row.forgotten_at),
  }
}

/**
 * Writes what persons said of a checked picture to the library picture it became, in place of what
 * was written of the same check before; it stays there when the batch goes. Returns what was written,
 * by field.
 */
export async function writeWords(
  db: Reader,
  writer: Writer,
  checkId: CheckId,
  imageId: ImageId,
): Promise<string[]> {
  const check = await db
    .selectFrom('image_check')
    .select(['review', 'reviewed_by', 'reviewed_at'])
    .where('id', '=', checkId)
    .executeTakeFirstOrThrow()
  const review = check.review === null ? [] : ['review', 'reviewed_by', 'reviewed_at']
  if (review.length > 0) {
    await writer.updateTable('image').set(check).where('id', '=', imageId).execute()
  }
  const pairs = await db
    .selectFrom('image_repeat')
    .leftJoin('image_check as other', 'other.id', 'of_check_id')
    .leftJoin('image as kept', 'kept.id', 'of_image_id')
    .selectAll('image_repeat')
    .select(['other.bytes_hash as other_hash', 'kept.bytes_hash as kept_hash'])
    .select(['other.name as other_name', 'other.kept_as as other_kept', 'kept.name as kept_name'])
    .where('check_id', '=', checkId)
    .execute()
  if (pairs.length === 0) return review
  await writer
    .deleteFrom('image_decision')
    .where(
      'id',
      'in',
      pairs.map((pair) => pair.id),
    )
    .execute()
  const rows = pairs.flatMap(({ id, outcome, reason, decided_by, decided_at, ...pair }) =>
    // A copy that counts as the picture itself says nothing of it.
    pair.of_image_id === imageId ||
    pair.other_kept === imageId ||
    outcome === null ||
    decided_by === null ||
    decided_at === null
      ? []
      : [
          {
            id,
            image_id: imageId,
            name: pair.kept_name ?? pair.other_name ?? '',
            outcome,
            reason: reason ?? '',
            decided_by,
            decided_at,
            other_hash: pair.kept_hash ?? pair.other_hash,
            forgotten_at: null,
          },
        ],
  )
  if (rows.length > 0) await writer.insertInto('image_decision').values(rows).execute()
  return [...review, 'decisions']
}

/** One decision kept with a library picture, with the content of that picture. */
export async function keptDecision(
  db: Reader,
  id: KeptDecisionId,
): Promise<(ImageDecisionRow & { readonly bytes_hash: string }) | null> {
  const row = await db
    .selectFrom('image_decision')
    .innerJoin('image', 'image.id', 'image_id')
    .selectAll('image_decision')
    .select('image.bytes_hash')
    .where('image_decision.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function markForgotten(
  writer: Writer,
  id: KeptDecisionId,
  at: string | null,
): Promise<void> {
  await writer
    .updateTable('image_decision')
    .set({ forgotten_at: at })
    .where('id', '=', id)
    .execute()
}
