import { sql } from 'kysely'
import { ImageKind } from '#contract/findings'
import type { LibraryFilter, LibraryImage } from '#contract/images'
import { ImageId, Instant, PlainDate, Sha256 } from '#contract/values'
import { likeAnywhere } from '../../database/like.ts'
import type { Reader, Writer } from '../../database/schema.ts'
import { Measurement } from '../measure/measurement.ts'
import type { ImageRow } from '../tables.ts'
import { partsVersion } from '../repeats/parts/parts.ts'
import { isDesigned } from '../rules/designed.ts'
import { parseFindings, toReview } from './checks.ts'
import { decisionsOf, toDecision } from './keptWords.ts'

/** Pictures that fit the filter, newest first. Dates are Malaysian days (UTC+8). */
export async function listLibrary(db: Reader, filter: LibraryFilter): Promise<LibraryImage[]> {
  const { kind, tag, addedFrom, addedTo } = filter
  const medium = kind === null ? filter.medium : 'picture'
  let query = selectImages(db).where('trashed_at', filter.trashed ? 'is not' : 'is', null)
  if (kind !== null) query = query.where('kind', '=', kind)
  if (medium !== undefined) query = query.where('medium', '=', medium)
  if (addedFrom !== null) query = query.where('added_at', '>=', startOfDay(addedFrom))
  if (addedTo !== null) query = query.where('added_at', '<', startOfDay(dayAfter(addedTo)))
  if (tag !== null) {
    query = query.where('image.id', 'in', (e) =>
      e.selectFrom('image_tag').select('image_id').where('tag', '=', tag),
    )
  }
  for (const word of filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean)) {
    const pattern = likeAnywhere(word)
    query = query.where((e) =>
      e.or([
        ...(['image.name', 'programme', 'place', 'guests', 'alt_text', 'source'] as const).map(
          (column) => lowerLike(column, pattern),
        ),
        e(
          'image.id',
          'in',
          e.selectFrom('image_tag').select('image_id').where(lowerLike('tag', pattern)),
        ),
      ]),
    )
  }
  return withSayings(db, query.orderBy('added_at', 'desc').orderBy('image.id'))
}

/** How many pictures there are in the library, or in its trash. */
export async function countImages(db: Reader, trashed: boolean): Promise<number> {
  const row = await db
    .selectFrom('image')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where('trashed_at', trashed ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

/** Some pictures, in the order of `ids`; unknown ones are left out. */
export async function imagesByIds(db: Reader, ids: readonly ImageId[]): Promise<LibraryImage[]> {
  const query = selectImages(db).where('image.id', 'in', ids.length === 0 ? [''] : [...ids])
  const byId = new Map((await withSayings(db, query)).map((image) => [image.id, image]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** A picture by the hash of its bytes, in the library or its trash. */
export async function imageRow(db: Reader, id: ImageId): Promise<ImageRow | null> {
  const row = await db.selectFrom('image').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function imageByHash(db: Reader, hash: string): Promise<ImageRow | null> {
  const row = await db
    .selectFrom('image')
    .selectAll()
    .where('bytes_hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}

export interface KeptPrint {
  readonly id: ImageId
  readonly name: string
  readonly bytesHash: Sha256
  readonly width: number
  readonly height: number
  readonly pages: number
  readonly transparent: boolean
  readonly fingerprint: Uint8Array
  readonly designed: boolean
  readonly parts: Uint8Array | null
}

/**
 * What the check compares new pictures with: everything not in the trash, oldest first.
 * @param ids only these, at most some hundreds
 */
export async function keptPrints(db: Reader, ids?: readonly ImageId[]): Promise<KeptPrint[]> {
  let query = db
    .selectFrom('image')
    .select(['id', 'name', 'bytes_hash', 'width', 'height', 'measurement', 'fingerprint', 'medium'])
    .select(['parts', 'parts_version'])
    .where('trashed_at', 'is', null)
  if (ids !== undefined) query = query.where('id', 'in', [...ids])
  const rows = await query.orderBy('added_at').orderBy('id').execute()
  return rows.map((row) => {
    // Of a video or a PDF only the bytes are compared.
    const measured =
      row.medium === 'picture' ? Measurement.parse(JSON.parse(row.measurement)) : null
    return {
      id: ImageId.parse(row.id),
      name: row.name,
      bytesHash: Sha256.parse(row.bytes_hash),
      width: row.width,
      height: row.height,
      pages: measured?.pages ?? 1,
      transparent: measured?.transparent ?? false,
      fingerprint: Buffer.from(row.fingerprint, 'base64'),
      designed: measured !== null && isDesigned(measured),
      parts:
        row.parts !== null && row.parts_version === partsVersion
          ? Buffer.from(row.parts, 'base64')
          : null,
    }
  })
}

/**
 * Pictures whose parts were never made, or in another way; the trash too, as it may be left again. The
 * version is written together with the parts, and it alone is in the index.
 */
export function picturesWithoutParts(db: Reader, version: number, atMost: number) {
  return db
    .selectFrom('image')
    .select(['id', 'bytes_hash', 'width', 'height'])
    .where('medium', '=', 'picture')
    .where((e) => e.or([e('parts_version', 'is', null), e('parts_version', '!=', version)]))
    .orderBy('added_at')
    .orderBy('id')
    .limit(atMost)
    .execute()
}

/** The library's pictures by id alone, to see whether it changed; the trash left out. */
export async function libraryIds(db: Reader): Promise<ImageId[]> {
  const rows = await db
    .selectFrom('image')
    .select('id')
    .where('trashed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ImageId.parse(row.id))
}

export async function insertImage(db: Writer, row: ImageRow): Promise<void> {
  await db.insertInto('image').values(row).execute()
}

export async function updateImages(
  db: Writer,
  ids: readonly ImageId[],
  changes: Partial<Omit<ImageRow, 'id'>>,
): Promise<void> {
  await db
    .updateTable('image')
    .set(changes)
    .where('id', 'in', [...ids])
    .execute()
}

/** Gives each of the pictures exactly these tags. */
export async function replaceTags(
  db: Writer,
  ids: readonly ImageId[],
  tags: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('image_tag')
    .where('image_id', 'in', [...ids])
    .execute()
  const rows = ids.flatMap((id) => tags.map((tag) => ({ image_id: id, tag })))
  for (let start = 0; start < rows.length; start += 5_000) {
    await db
      .insertInto('image_tag')
      .values(rows.slice(start, start + 5_000))
      .execute()
  }
}

/** Every tag in use on pictures that are not in the trash, with how many carry it. */
export async function tagCounts(db: Reader): Promise<{ tag: string; count: number }[]> {
  const rows = await db
    .selectFrom('image_tag')
    .innerJoin('image', 'image.id', 'image_tag.image_id')
    .select((e) => ['tag', e.fn.countAll<number | string>().as('count')])
    .where('trashed_at', 'is', null)
    .groupBy('tag')
    .orderBy('tag')
    .execute()
  return rows.map((row) => ({ tag: row.tag, count: Number(row.count) }))
}

function selectImages(db: Reader) {
  return db
    .selectFrom('image')
    .leftJoin('person', 'person.id', 'image.added_by')
    .leftJoin('person as reviewer', 'reviewer.id', 'image.reviewed_by')
    .selectAll('image')
    .select(['person.name as adder_name', 'reviewer.name as reviewer_name'])
}

/** The pictures of a query with their tags and decisions, however many there are. */
async function withSayings(
  db: Reader,
  query: ReturnType<typeof selectImages>,
): Promise<LibraryImage[]> {
  const rows = await query.execute()
  // Asked by the query itself: a statement binds fewer values than a library may have pictures.
  const ids = query.clearSelect().clearOrderBy().select('image.id').$asScalar()
  const tags = await db
    .selectFrom('image_tag')
    .selectAll()
    .where('image_id', 'in', ids)
    .orderBy('tag')
    .execute()
  const tagsByImage = grouped(tags, (row) => row.tag)
  const decisionsByImage = grouped(await decisionsOf(db, ids), toDecision)
  return rows.map((row) => ({
    id: ImageId.parse(row.id),
    name: row.name,
    kind: ImageKind.parse(row.kind),
    width: row.width,
    height: row.height,
    format: row.format,
    byteSize: row.byte_size,
    bytesHash: Sha256.parse(row.bytes_hash),
    addedAt: Instant.parse(row.added_at),
    addedByName: row.adder_name,
    overrideReason: row.override_reason,
    review: toReview(row),
    decisions: decisionsByImage.get(row.id) ?? [],
    findings: parseFindings(row.findings),
    tags: tagsByImage.get(row.id) ?? [],
    caption: {
      programme: row.programme,
      date: row.programme_date === null ? null : PlainDate.parse(row.programme_date),
      time: row.programme_time,
      place: row.place,
      guests: row.guests,
    },
    altText: row.alt_text,
    source: row.source,
    rights: row.rights,
    trashedAt: row.trashed_at === null ? null : Instant.parse(row.trashed_at),
    medium: row.medium,
    duration: row.duration,
    pages: row.pages,
    frame: row.frame,
  }))
}

function grouped<R extends { image_id: string }, T>(
  rows: readonly R[],
  of: (row: R) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.image_id)
    if (group === undefined) groups.set(row.image_id, [of(row)])
    else group.push(of(row))
  }
  return groups
}

/** Malaysia is eight hours ahead of UTC all year. */
function startOfDay(day: PlainDate): string {
  return new Date(`${day}T00:00:00.000+08:00`).toISOString()
}

function dayAfter(day: PlainDate): PlainDate {
  const next = new Date(`${day}T00:00:00.000Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return PlainDate.parse(next.toISOString().slice(0, 10))
}

/** SQLite's LIKE ignores the case of ASCII, PostgreSQL's does not; SQLite escapes only when told. */
function lowerLike(column: string, pattern: string) {
  return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`
}
