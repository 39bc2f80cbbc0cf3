import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { ComplainantId, ComplaintId } from '#contract/complaintFields'
import type { RepeatQuestion } from '#contract/complaintRepeats'
import { open } from '#contract/complaintStatus'
import type { RoadCode } from '#contract/roads'
import type { Instant } from '#contract/values'
import type { Reader, Tables } from '../../database/schema.ts'
import { phoneKey, signsKey, textKey } from '../rules/keys.ts'
import { nearPlaceMetres } from '../rules/repeats.ts'
import type { ComplaintRowOfTable } from '../tables.ts'
import { indexed } from './find.ts'

/** Each way of looking gives at most so many, the newest. */
const mostOfEach = 100
/** Among so many of the newest complaints similar texts are looked for. */
const newest = 10_000
/** So many words of a text are looked up, the rarest. */
const mostWords = 6
/** A word in more than this share of the newest complaints tells nothing. */
const commonShare = 0.25

/** Of a complaint that may be a repeat, what is compared. */
export type ComparedRow = Pick<
  ComplaintRowOfTable,
  | ('id' | 'kind' | 'sub_kind' | 'road' | 'from_metres' | 'to_metres' | 'district' | 'what')
  | ('complainant_id' | 'received_at')
>

/**
 * Somebody waits for it, or it was settled after a moment, or it is one of `whenever`; duplicates
 * stand behind what they repeat.
 */
function isFresh(since: Instant, whenever: readonly ComplaintId[] = []) {
  return (e: ExpressionBuilder<Tables, 'complaint'>): Expression<SqlBool> =>
    e.and([
      e.or([
        e('complaint.status', 'in', open),
        e('complaint.settled_at', '>=', since),
        ...(whenever.length === 0 ? [] : [e('complaint.id', 'in', whenever)]),
      ]),
      e('complaint.status', 'not in', ['duplicate', 'false', 'voided']),
    ])
}

/**
 * What of these is fresh, as it is compared.
 * @param whenever those that count however long ago they were settled
 */
export async function freshOnes(
  db: Reader,
  ids: readonly ComplaintId[],
  since: Instant,
  whenever: readonly ComplaintId[],
): Promise<ComparedRow[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('complaint')
    .select(['id', 'kind', 'sub_kind', 'road', 'from_metres', 'to_metres', 'district', 'what'])
    .select(['complainant_id', 'received_at'])
    .where('id', 'in', ids)
    .where(isFresh(since, whenever))
    .orderBy('ordinal', 'desc')
    .execute()
}

/** For each complaint itself, or the one in which it goes on where it is a duplicate. */
export async function goingOnIn(
  db: Reader,
  ids: readonly ComplaintId[],
): Promise<ReadonlyMap<ComplaintId, ComplaintId>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'status', 'repeats_id'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, status, repeats_id }) => [
      id,
      status === 'duplicate' && repeats_id !== null ? repeats_id : id,
    ]),
  )
}

/** Everybody who has this phone, e-mail or identity number, or is the person that was chosen. */
export async function peopleAlike(
  db: Reader,
  { id, phone, email, identityNumber }: RepeatQuestion['person'],
): Promise<ComplainantId[]> {
  const [phones, emails, signs] = [phoneKey(phone), textKey(email), signsKey(identityNumber)]
  const rows = await db
    .selectFrom('complainant')
    .select(['id', 'same_as'])
    .where((e) =>
      e.or([
        ...(id === null ? [] : [e('id', '=', id), e('same_as', '=', id)]),
        ...(phones.length < 7 ? [] : [e('phone_key', '=', phones)]),
        ...(emails.includes('@') ? [e('email_key', '=', emails)] : []),
        ...(signs.length < 6 ? [] : [e('identity_key', '=', signs)]),
      ]),
    )
    .orderBy('id')
    .limit(mostOfEach)
    .execute()
  return [...new Set(rows.flatMap((row) => [row.id, ...(row.same_as ? [row.same_as] : [])]))]
}

/**
 * Complaints about the public comment of an address, with the key of `linkKey`; a duplicate counts
 * as the complaint in which it goes on.
 */
export async function withLink(db: Reader, key: string | null): Promise<ComplaintId[]> {
  if (key === null) return []
  const found = idsOf(await newestFirst(db).where('link_key', '=', key).execute())
  const goesOn = await goingOnIn(db, found)
  return [...new Set(found.map((id) => goesOn.get(id) ?? id))]
}

export async function newestOfPeople(
  db: Reader,
  people: readonly ComplainantId[],
): Promise<ComplaintId[]> {
  if (people.length === 0) return []
  return idsOf(await newestFirst(db).where('complainant_id', 'in', people).execute())
}

/** Fresh complaints along a road, at most `nearPlaceMetres` away. */
export async function freshAlong(
  db: Reader,
  place: { readonly road: RoadCode; readonly from: number; readonly to: number },
  since: Instant,
): Promise<ComplaintId[]> {
  const [least, most] = [place.from - nearPlaceMetres, place.to + nearPlaceMetres]
  const found = await newestFirst(db)
    .where('road', '=', place.road)
    .where('from_metres', '<=', most)
    .where((e) => e(e.fn.coalesce('to_metres', 'from_metres'), '>=', least))
    .where(isFresh(since))
    .execute()
  return idsOf(found)
}

/** The newest of a kind in a district. */
export async function newestInDistrict(
  db: Reader,
  district: string,
  kind: string,
): Promise<ComplaintId[]> {
  const found = await newestFirst(db)
    .where('district', '=', district)
    .where('kind', '=', kind)
    .execute()
  return idsOf(found)
}

/**
 * Of the newest complaints those with most of the words, rare words counting for more.
 * @param words as they stand in the word index
 */
export async function newestWithWords(
  db: Reader,
  words: readonly string[],
): Promise<ComplaintId[]> {
  const last = await lastOrdinal(db)
  // Literally: bound, a number is no integer to the word index, and it reads from its beginning.
  const after = sql.lit(last - newest)
  const among = Math.min(last, newest)
  const counted = []
  for (const word of words) {
    const { total } = await db
      .selectFrom(indexed([word], false).as('found'))
      .select((e) => e.fn.countAll<number | string>().as('total'))
      .where('found.rowid', '>', after)
      .executeTakeFirstOrThrow()
    counted.push({ word, total: Number(total) })
  }
  const rare = counted
    .filter(({ total }) => total > 0 && total <= Math.max(2, among * commonShare))
    .toSorted((a, b) => a.total - b.total)
    .slice(0, mostWords)
  if (rare.length === 0) return []
  const weighted = rare.map(({ word, total }) => {
    const weight = Math.max(1, Math.round(10 * Math.log((among + 1) / total)))
    return sql`select rowid, cast(${weight} as integer) as weight
      from ${indexed([word], false)} as found where rowid > ${after}`
  })
  const best = sql<{ rowid: number }>`(
    select rowid from (${sql.join(weighted, sql` union all `)}) as hits
    group by rowid order by sum(weight) desc, rowid desc limit ${2 * mostOfEach})`
  const found = await db
    .selectFrom(best.as('best'))
    .innerJoin('complaint', 'complaint.ordinal', 'best.rowid')
    .select('complaint.id')
    .orderBy('complaint.ordinal', 'desc')
    .execute()
  return idsOf(found)
}

async function lastOrdinal(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('complaint')
    .select((e) => e.fn.max<number | null>('ordinal').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

function newestFirst(db: Reader) {
  return db
    .selectFrom('complaint')
    .select('complaint.id')
    .orderBy('complaint.ordinal', 'desc')
    .limit(mostOfEach)
}

function idsOf(rows: readonly { readonly id: ComplaintId }[]): ComplaintId[] {
  return rows.map(({ id }) => id)
}
