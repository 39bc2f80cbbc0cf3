import type { ComplaintId } from '#contract/complaintFields'
import type { ToldApart } from '#contract/complaintRepeats'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ComplaintApartRow } from '../tables.ts'

/** A pair has one row, whichever of the two it was told of. */
export function pairOf(
  one: ComplaintId,
  other: ComplaintId,
): Pick<ComplaintApartRow, 'first_id' | 'second_id'> {
  return one < other ? { first_id: one, second_id: other } : { first_id: other, second_id: one }
}

/** What a complaint was told apart from, newest number first. */
export async function listApart(db: Reader, id: ComplaintId): Promise<ToldApart[]> {
  const rows = await db
    .selectFrom('complaint_apart')
    .innerJoin('person', 'person.id', 'complaint_apart.by_id')
    .innerJoin('complaint', (join) =>
      join.on((e) =>
        e('complaint.id', '=', e.ref('first_id')).or('complaint.id', '=', e.ref('second_id')),
      ),
    )
    .select(['complaint.id', 'complaint.number', 'complaint_apart.at', 'person.name as by_name'])
    .where((e) => e.or([e('first_id', '=', id), e('second_id', '=', id)]))
    .where('complaint.id', '!=', id)
    .orderBy('complaint.ordinal', 'desc')
    .execute()
  return rows.map(({ id: other, number, at, by_name }) => ({
    ...{ id: other, number, at, byName: by_name },
  }))
}

export async function insertApart(db: Writer, row: ComplaintApartRow): Promise<void> {
  await db.insertInto('complaint_apart').values(row).execute()
}

/** Id of the row of a pair; null where nobody told them apart. */
export async function findApart(
  db: Reader,
  one: ComplaintId,
  other: ComplaintId,
): Promise<string | null> {
  const { first_id, second_id } = pairOf(one, other)
  const row = await db
    .selectFrom('complaint_apart')
    .select('id')
    .where('first_id', '=', first_id)
    .where('second_id', '=', second_id)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function deleteApart(db: Writer, id: string): Promise<void> {
  await db.deleteFrom('complaint_apart').where('id', '=', id).execute()
}
