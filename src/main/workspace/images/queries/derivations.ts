import type { FixLink } from '#contract/imageFix'
import { BatchId, CheckId, ImageId, Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ImageDerivationRow } from '../tables.ts'

/**
 * Notes that some bytes were made from others. Named by content, the link holds wherever the two go:
 * into the library, out of the check, onto a disk and back. Made once more, the first note stands.
 * @returns the id of the note
 */
export async function noteDerivation(
  db: Reader,
  writer: Writer,
  row: ImageDerivationRow,
): Promise<string> {
  await writer
    .insertInto('image_derivation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['result_hash', 'original_hash']).doNothing())
    .execute()
  const { id } = await db
    .selectFrom('image_derivation')
    .select('id')
    .where('result_hash', '=', row.result_hash)
    .where('original_hash', '=', row.original_hash)
    .executeTakeFirstOrThrow()
  if (row.on_disk === 1 && id !== row.id) {
    await writer.updateTable('image_derivation').set({ on_disk: 1 }).where('id', '=', id).execute()
  }
  return id
}

/** Every pair of original and result, as hashes of their bytes, with the job that made it. */
export async function derivations(
  db: Reader,
): Promise<{ result: string; original: string; job: string | null }[]> {
  return db
    .selectFrom('image_derivation')
    .select(['result_hash as result', 'original_hash as original', 'job_id as job'])
    .orderBy('id')
    .execute()
}

/** What the bytes were made from, or what was made from them; oldest first. */
export async function linksOf(
  db: Reader,
  hash: string,
  direction: 'from' | 'into',
): Promise<FixLink[]> {
  const [mine, other] =
    direction === 'from'
      ? (['result_hash', 'original_hash'] as const)
      : (['original_hash', 'result_hash'] as const)
  const rows = await db
    .selectFrom('image_derivation')
    .leftJoin('person', 'person.id', 'made_by')
    .selectAll('image_derivation')
    .select('person.name as maker_name')
    .where(mine, '=', hash)
    .orderBy('made_at')
    .orderBy('image_derivation.id')
    .execute()
  const links: FixLink[] = []
  for (const row of rows) {
    const at = await placeOf(db, row[other])
    // A result that was taken off the check again, and is not on a disk either, is nowhere.
    if (direction === 'into' && at === null && row.on_disk === 0) continue
    links.push({
      name: direction === 'from' ? row.original_name : row.result_name,
      at,
      madeAt: Instant.parse(row.made_at),
      byName: row.maker_name ?? '',
    })
  }
  return links
}

/** The library first, then the latest batch that holds the very bytes. */
async function placeOf(db: Reader, hash: string): Promise<FixLink['at']> {
  const image = await db
    .selectFrom('image')
    .select('id')
    .where('bytes_hash', '=', hash)
    .where('trashed_at', 'is', null)
    .executeTakeFirst()
  if (image !== undefined) return { where: 'library', imageId: ImageId.parse(image.id) }
  const check = await db
    .selectFrom('image_check')
    .innerJoin('image_batch', 'image_batch.id', 'batch_id')
    .select(['image_check.id', 'batch_id'])
    .where('bytes_hash', '=', hash)
    .orderBy('started_at', 'desc')
    .orderBy('image_check.id')
    .executeTakeFirst()
  return check === undefined
    ? null
    : {
        where: 'check',
        checkId: CheckId.parse(check.id),
        batchId: BatchId.parse(check.batch_id),
      }
}

/** Those of `hashes` that were made here. */
export async function madeHere(db: Reader, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('image_derivation')
    .select('result_hash')
    .where('result_hash', 'in', hashes.length === 0 ? [''] : [...hashes])
    .execute()
  return new Set(rows.map((row) => row.result_hash))
}
