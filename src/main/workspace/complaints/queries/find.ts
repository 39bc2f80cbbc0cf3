import { sql } from 'kysely'
import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintFilter, FoundBy } from '#contract/complaints'
import type { Reader } from '../../database/schema.ts'
import type { Question } from '../rules/question.ts'
import { mayGoOn } from '../rules/words.ts'
import { fits, type FilterBasis } from './filter.ts'

/** At most so many are found by words; the newest. */
export const mostFound = 200
/** One or two letters are looked for in so many of the newest complaints. */
const newestRead = 5_000
/** At most so many by something exact. */
const mostExact = 50
/** A place along a road is the same within so many metres (FixMyStreet's inspectors: 1 000 m). */
const nearMetres = 1_000

/** A complaint that was found exactly, and by what. */
export interface ExactlyFound {
  readonly id: ComplaintId
  readonly by: FoundBy
}

/** What somebody may mean exactly: number, reference, road with kilometre, plate; newest first. */
export async function findExactly(
  db: Reader,
  question: Question,
  filter: ComplaintFilter,
  basis: FilterBasis,
): Promise<ExactlyFound[]> {
  const base = () =>
    db
      .selectFrom('complaint')
      .select('complaint.id')
      .where(fits(filter, basis))
      .orderBy('complaint.ordinal', 'desc')
      .limit(mostExact)
  const { number, serial, reference, road, metres, plate } = question
  const numbered = number === null ? [] : await base().where('number', '=', number).execute()
  const serials = serial === null ? [] : await base().where('serial', '=', serial).execute()
  const referred =
    reference === ''
      ? []
      : await base()
          .where((e) =>
            e.or([
              e('complaint.reference_key', '=', reference),
              e('complaint.old_reference_key', '=', reference),
            ]),
          )
          .execute()
  const ofRoad = base().where('road', '=', road)
  const along =
    road === null ? [] : await (metres === null ? ofRoad : ofRoad.where(isNear(metres))).execute()
  const plated =
    plate === null
      ? []
      : await base()
          .where('complaint.ordinal', 'in', ordinalsOf(db, [plate], false))
          .execute()
  const tagged = (rows: readonly { id: ComplaintId }[], by: FoundBy): ExactlyFound[] =>
    rows.map(({ id }) => ({ id, by }))
  const all = [
    ...tagged([...numbered, ...serials], 'number'),
    ...tagged(referred, 'reference'),
    ...tagged(along, 'road'),
    ...tagged(plated, 'plate'),
  ]
  const seen = new Set<ComplaintId>()
  return all.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/**
 * The newest complaints in which every word begins a word, one more than are shown.
 * @param words as `searchWords` gives them; without any nothing is found
 */
export async function findByWords(
  db: Reader,
  words: readonly string[],
  filter: ComplaintFilter,
  basis: FilterBasis,
): Promise<ComplaintId[]> {
  const [first] = words
  if (first === undefined) return []
  if (isBrief(words)) return brieflyFound(db, first, filter, basis)
  const rows = await db
    .selectFrom(indexed(words, true).as('found'))
    .innerJoin('complaint', 'complaint.ordinal', 'found.rowid')
    .select('complaint.id')
    .where(fits(filter, basis))
    .orderBy('found.rowid', 'desc')
    .limit(mostFound + 1)
    .execute()
  return rows.map(({ id }) => id)
}

/** One or two letters alone: the index would read nearly all of itself for so few. */
export function isBrief(words: readonly string[]): boolean {
  return words.length === 1 && (words[0]?.length ?? 0) < 3
}

/** How many of the newest are read for one or two letters; null where that is all there are. */
export async function readOfNewest(db: Reader): Promise<number | null> {
  const beyond = await db
    .selectFrom('complaint')
    .select('id')
    .where('ordinal', '<=', (await lastOrdinal(db)) - newestRead)
    .limit(1)
    .executeTakeFirst()
  return beyond === undefined ? null : newestRead
}

/**
 * The newest in which a word begins with one or two letters: the rows themselves tell it, as far back
 * as anybody looks for so little, and names that are that word or begin with it (`Ng`, `Li`) however
 * long ago.
 */
async function brieflyFound(
  db: Reader,
  letters: string,
  filter: ComplaintFilter,
  basis: FilterBasis,
): Promise<ComplaintId[]> {
  const told = sql<string>`lower(' ' || what || ' ' || place || ' ' || district || ' ' ||
    coalesce(road, '') || case when from_metres is null then '' else ' km' end)`
  const from = (await lastOrdinal(db)) - newestRead
  const found = () =>
    db
      .selectFrom('complaint')
      .select(['complaint.id', 'complaint.ordinal'])
      .where(fits(filter, basis))
      .orderBy('complaint.ordinal', 'desc')
      .limit(mostFound + 1)
  const ofTexts = await found()
    .where('complaint.ordinal', '>', from)
    .where(told, 'like', `% ${letters}%`)
    .execute()
  const ofNames = await found()
    .where('complaint.complainant_id', 'in', (e) =>
      e
        .selectFrom('complainant')
        .select('complainant.id')
        .where((each) =>
          each.or([
            each('name_key', '=', letters),
            each.and([
              each('name_key', '>=', `${letters} `),
              each('name_key', '<', `${letters} \u{10FFFF}`),
            ]),
          ]),
        ),
    )
    .execute()
  const byOrdinal = new Map([...ofTexts, ...ofNames].map(({ id, ordinal }) => [ordinal, id]))
  return [...byOrdinal]
    .toSorted(([one], [other]) => other - one)
    .slice(0, mostFound + 1)
    .map(([, id]) => id)
}

async function lastOrdinal(db: Reader): Promise<number> {
  const { last } = await db
    .selectFrom('complaint')
    .select((e) => e.fn.max<number | null>('ordinal').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** Ordinals of the complaints with these words, or with words they begin. */
function ordinalsOf(db: Reader, words: readonly string[], begun: boolean) {
  return db.selectFrom(indexed(words, begun).as('found')).select('found.rowid')
}

/** The word index, asked as SQLite's FTS5 is; PostgreSQL has a function of the same name. */
export function indexed(words: readonly string[], begun: boolean) {
  const asked = words
    .map((word) => `"${word}"${begun && mayGoOn(word, words) ? '*' : ''}`)
    .join(' ')
  return sql<{ rowid: number }>`complaint_words(${asked})`
}

function isNear(metres: number) {
  const [least, most] = [metres - nearMetres, metres + nearMetres]
  return sql<boolean>`from_metres <= ${most} and coalesce(to_metres, from_metres) >= ${least}`
}
