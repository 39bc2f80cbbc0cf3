import { z } from 'zod'
import { Finding, ImageKind, Verdict } from '#contract/findings'
import { PhotoReview, type CheckedImage, type GivenReview, type Repeat } from '#contract/images'
import { BatchId, CheckId, ImageId, Instant, Sha256 } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ImageCheckRow } from '../tables.ts'
import { repeatsOf } from './repeats.ts'

/** SQLite binds at most 32 766 values a statement; PostgreSQL 65 535. */
const rowsPerInsert = 500

export async function insertChecks(db: Writer, rows: readonly ImageCheckRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await db
      .insertInto('image_check')
      .values(rows.slice(start, start + rowsPerInsert))
      .execute()
  }
}

export async function updateCheck(
  db: Writer,
  id: CheckId,
  changes: Partial<Omit<ImageCheckRow, 'id' | 'batch_id' | 'position'>>,
): Promise<void> {
  await db.updateTable('image_check').set(changes).where('id', '=', id).execute()
}

/** The rows themselves, in the batch's order. */
export function checkRows(db: Reader, batchId: BatchId): Promise<ImageCheckRow[]> {
  return db
    .selectFrom('image_check')
    .selectAll()
    .where('batch_id', '=', batchId)
    .orderBy('position')
    .execute()
}

export async function checkRow(db: Reader, id: CheckId): Promise<ImageCheckRow | null> {
  const row = await db.selectFrom('image_check').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** The names a batch's files go by, and the place after its last one. */
export async function occupiedIn(
  db: Reader,
  batchId: BatchId,
): Promise<{ names: Set<string>; next: number }> {
  const rows = await db
    .selectFrom('image_check')
    .select(['name', 'position'])
    .where('batch_id', '=', batchId)
    .orderBy('position', 'desc')
    .execute()
  return { names: new Set(rows.map(({ name }) => name)), next: (rows[0]?.position ?? -1) + 1 }
}

export async function deleteChecks(db: Writer, ids: readonly CheckId[]): Promise<void> {
  await db
    .deleteFrom('image_check')
    .where('id', 'in', [...ids])
    .execute()
}

/** Whether some file that was checked lies at this path. */
export async function isCheckedPath(db: Reader, path: string): Promise<boolean> {
  const row = await db
    .selectFrom('image_check')
    .select('id')
    .where('path', '=', path)
    .executeTakeFirst()
  return row !== undefined
}

/** Some rows, in no particular order; unknown ones are left out. */
export function checkRowsByIds(db: Reader, ids: readonly CheckId[]): Promise<ImageCheckRow[]> {
  return db
    .selectFrom('image_check')
    .selectAll()
    .where('id', 'in', ids.length === 0 ? [''] : [...ids])
    .execute()
}

/** Every file that was looked at, could be read and is not in the library. */
export async function judgeableIds(db: Reader): Promise<CheckId[]> {
  const rows = await db
    .selectFrom('image_check')
    .select('id')
    .where('fingerprint', 'is not', null)
    .where('kept_as', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => CheckId.parse(row.id))
}

/** The kinds that persons said of some files, by the file's id; guessed ones are not in it. */
export async function kindsSaid(
  db: Reader,
  ids: readonly CheckId[],
): Promise<Map<string, ImageKind>> {
  const rows = await db
    .selectFrom('image_check')
    .select(['id', 'kind'])
    .where('id', 'in', ids.length === 0 ? [''] : [...ids])
    .where('kind_guessed', '=', 0)
    .execute()
  return new Map(rows.map((row) => [row.id, ImageKind.parse(row.kind)]))
}

/** What a page sees of a batch's files, in the batch's order. */
export async function checksOfBatch(db: Reader, batchId: BatchId): Promise<CheckedImage[]> {
  return withRepeats(
    db,
    await selectChecks(db).where('batch_id', '=', batchId).orderBy('position').execute(),
  )
}

/** The same for some files, in the order of `ids`; unknown ones are left out. */
export async function checksByIds(db: Reader, ids: readonly CheckId[]): Promise<CheckedImage[]> {
  const rows = await selectChecks(db)
    .where('image_check.id', 'in', ids.length === 0 ? [''] : [...ids])
    .execute()
  const byId = new Map((await withRepeats(db, rows)).map((check) => [check.id, check]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function selectChecks(db: Reader) {
  return db
    .selectFrom('image_check')
    .leftJoin('person as overrider', 'overrider.id', 'image_check.override_by')
    .leftJoin('person as reviewer', 'reviewer.id', 'image_check.reviewed_by')
    .selectAll('image_check')
    .select(['overrider.name as overrider_name', 'reviewer.name as reviewer_name'])
}

type JoinedRow = ImageCheckRow & { overrider_name: string | null; reviewer_name: string | null }

async function withRepeats(db: Reader, rows: readonly JoinedRow[]): Promise<CheckedImage[]> {
  const repeats = await repeatsOf(
    db,
    rows.map((row) => CheckId.parse(row.id)),
  )
  return rows.map((row) => toChecked(row, repeats.get(row.id) ?? []))
}

function toChecked(row: JoinedRow, repeats: readonly Repeat[]): CheckedImage {
  return {
    id: CheckId.parse(row.id),
    batchId: BatchId.parse(row.batch_id),
    position: row.position,
    path: row.path,
    name: row.name,
    state: row.state,
    kind: ImageKind.parse(row.kind),
    kindGuessed: row.kind_guessed === 1,
    verdict: row.verdict === null ? null : Verdict.parse(row.verdict),
    width: row.width,
    height: row.height,
    format: row.format,
    byteSize: row.byte_size,
    bytesHash: row.bytes_hash === null ? null : Sha256.parse(row.bytes_hash),
    hasThumbnail: row.fingerprint !== null || row.frame === 'drawn',
    findings: parseFindings(row.findings),
    repeats: [...repeats],
    override:
      row.override_reason === null || row.override_at === null
        ? null
        : {
            reason: row.override_reason,
            byName: row.overrider_name ?? '',
            at: Instant.parse(row.override_at),
          },
    review: toReview(row),
    keptAs: row.kept_as === null ? null : ImageId.parse(row.kept_as),
    medium: row.medium,
    duration: row.duration,
    pages: row.pages,
    frame: row.frame,
  }
}

/** The answered checklist of a checked or kept picture, or null. */
export function toReview(
  row: Pick<JoinedRow, 'review' | 'reviewed_at' | 'reviewer_name'>,
): GivenReview | null {
  return row.review === null || row.reviewed_at === null
    ? null
    : {
        answers: PhotoReview.parse(JSON.parse(row.review)),
        byName: row.reviewer_name ?? '',
        at: Instant.parse(row.reviewed_at),
      }
}

export function parseFindings(json: string): Finding[] {
  return z.array(Finding).parse(JSON.parse(json))
}
