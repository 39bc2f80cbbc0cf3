import type { ComplainantId, CoveredComplainant } from '#contract/complaintFields'
import type { Reader } from '../../database/schema.ts'
import type { ComplainantRow } from '../tables.ts'
import { complaintsOf } from './known.ts'
import { toCovered } from './rows.ts'

/** At most so many people are proposed. */
const mostPeople = 20

/** All entries that are one person with this one, without it. */
export async function joinedTo(
  db: Reader,
  { id, same_as }: Pick<ComplainantRow, 'id' | 'same_as'>,
): Promise<ComplainantId[]> {
  const root = same_as ?? id
  const rows = await db
    .selectFrom('complainant')
    .select('id')
    .where((e) => e.or([e('id', '=', root), e('same_as', '=', root)]))
    .where('id', '!=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Others with the same phone, e-mail, identity number, or whole name. */
export async function peopleLike(db: Reader, person: ComplainantRow): Promise<ComplainantId[]> {
  const keys = ['phone_key', 'email_key', 'identity_key', 'name_key'] as const
  const rows = await db
    .selectFrom('complainant')
    .select('id')
    .where((e) =>
      e.or(keys.filter((key) => person[key] !== '').map((key) => e(key, '=', person[key]))),
    )
    .where('id', '!=', person.id)
    .orderBy('id')
    .limit(mostPeople)
    .execute()
  return rows.map(({ id }) => id)
}

/** Entries of the register as they are shown, by name. */
export async function coveredByIds(
  db: Reader,
  ids: readonly ComplainantId[],
): Promise<CoveredComplainant[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('complainant')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('name_key')
    .orderBy('id')
    .execute()
  const people: CoveredComplainant[] = []
  for (const row of rows) people.push(toCovered(row, await complaintsOf(db, row, 'own')))
  return people
}
