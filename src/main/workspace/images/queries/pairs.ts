import { relationsForAPerson } from '#contract/repeatRelation'
import type { CheckId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ImagePairRow } from '../tables.ts'
import type { DecisionRow } from './repeats.ts'

/** Two contents, in an order that does not depend on which of them came first. */
type Hashes = Pick<ImagePairRow, 'first_hash' | 'second_hash'>

export function inOrder(one: string, other: string): Hashes {
  return one < other
    ? { first_hash: one, second_hash: other }
    : { first_hash: other, second_hash: one }
}

/** The contents of a found repeat and of what it repeats; null where one of them is not known. */
export async function hashesOfRepeat(db: Reader, repeatId: string): Promise<Hashes | null> {
  const [row] = await repeatsWithHashes(db).where('image_repeat.id', '=', repeatId).execute()
  return row === undefined ? null : hashesOf(row)
}

function repeatsWithHashes(db: Reader) {
  return db
    .selectFrom('image_repeat')
    .innerJoin('image_check as mine', 'mine.id', 'image_repeat.check_id')
    .leftJoin('image_check as other', 'other.id', 'image_repeat.of_check_id')
    .leftJoin('image as kept', 'kept.id', 'image_repeat.of_image_id')
    .select([
      'image_repeat.id',
      'image_repeat.check_id',
      'mine.bytes_hash as mine',
      'other.bytes_hash as other',
      'kept.bytes_hash as kept',
    ])
}

function hashesOf(row: { mine: string | null; other: string | null; kept: string | null }) {
  const target = row.kept ?? row.other
  return row.mine === null || target === null ? null : inOrder(row.mine, target)
}

async function pairOf(db: Reader, { first_hash, second_hash }: Hashes) {
  const row = await db
    .selectFrom('image_pair')
    .selectAll()
    .where('first_hash', '=', first_hash)
    .where('second_hash', '=', second_hash)
    .executeTakeFirst()
  return row ?? null
}

/** Remembers a word in place of any earlier one. Returns the row's id. */
export async function rememberWord(db: Reader, writer: Writer, row: ImagePairRow): Promise<string> {
  const before = await pairOf(db, row)
  if (before === null) {
    await writer.insertInto('image_pair').values(row).execute()
    return row.id
  }
  const { outcome, reason, decided_by, decided_at } = row
  await writer
    .updateTable('image_pair')
    .set({ outcome, reason, decided_by, decided_at })
    .where('id', '=', before.id)
    .execute()
  return before.id
}

/** Forgets a word that was taken back. Returns the row's id, or null when there was none. */
export async function forgetWord(
  db: Reader,
  writer: Writer,
  hashes: Hashes,
): Promise<string | null> {
  const before = await pairOf(db, hashes)
  if (before === null) return null
  await writer.deleteFrom('image_pair').where('id', '=', before.id).execute()
  return before.id
}

/** Undecided repeats of these checks of whose pair somebody said a word earlier. */
export async function rememberedFor(
  db: Reader,
  checkIds: readonly CheckId[],
): Promise<{ readonly id: string; readonly checkId: string; readonly word: DecisionRow }[]> {
  if (checkIds.length === 0) return []
  const open = await repeatsWithHashes(db)
    .where('image_repeat.check_id', 'in', [...checkIds])
    .where('image_repeat.outcome', 'is', null)
    // Equal bytes or pixels are a fact, of which nobody says a word.
    .where('image_repeat.relation', 'in', ['certain', ...relationsForAPerson])
    .execute()
  const found = []
  for (const row of open) {
    const hashes = hashesOf(row)
    const pair = hashes === null ? null : await pairOf(db, hashes)
    if (pair === null) continue
    const { outcome, reason, decided_by, decided_at } = pair
    const word = { outcome, reason, decided_by, decided_at }
    found.push({ id: row.id, checkId: row.check_id, word })
  }
  return found
}

/** Library pictures that a person once said are not repeated by this content. */
export async function differentFrom(db: Reader, bytesHash: string): Promise<string[]> {
  const rows = await db
    .selectFrom('image_pair')
    .innerJoin('image', (join) =>
      join.on((e) =>
        e.or([
          e.and([
            e('image_pair.first_hash', '=', bytesHash),
            e('image.bytes_hash', '=', e.ref('image_pair.second_hash')),
          ]),
          e.and([
            e('image_pair.second_hash', '=', bytesHash),
            e('image.bytes_hash', '=', e.ref('image_pair.first_hash')),
          ]),
        ]),
      ),
    )
    .select('image.id')
    .where('image_pair.outcome', '=', 'different')
    .execute()
  return rows.map(({ id }) => id)
}
