import type { CorrectionId, PostId } from '#contract/postIds'
import type { Correction, CorrectionFields } from '#contract/postPublication'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostCorrectionRow } from '../tables.ts'

/** What was put right of a post, by day. */
export async function listCorrections(db: Reader, postId: PostId): Promise<Correction[]> {
  const rows = await selectCorrections(db)
    .where('post_id', '=', postId)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(toCorrection)
}

/** One correction, removed or not. */
export async function findCorrection(
  db: Reader,
  id: CorrectionId,
): Promise<{ correction: Correction; removed: boolean } | null> {
  const row = await selectCorrections(db).where('post_correction.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  return { correction: toCorrection(row), removed: row.removed_at !== null }
}

export function correctionColumns({ accountId, ...fields }: CorrectionFields) {
  return { account_id: accountId, ...fields } satisfies Partial<PostCorrectionRow>
}

export async function insertCorrection(db: Writer, row: PostCorrectionRow): Promise<void> {
  await db.insertInto('post_correction').values(row).execute()
}

export async function updateCorrection(
  db: Writer,
  id: CorrectionId,
  changes: Partial<Omit<PostCorrectionRow, 'id' | 'post_id'>>,
): Promise<void> {
  await db.updateTable('post_correction').set(changes).where('id', '=', id).execute()
}

function selectCorrections(db: Reader) {
  return db
    .selectFrom('post_correction')
    .innerJoin('person', 'person.id', 'post_correction.recorded_by')
    .selectAll('post_correction')
    .select('person.name as typist_name')
    .orderBy('day')
    .orderBy('post_correction.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectCorrections>['execute']>>[number]

function toCorrection(row: Row): Correction {
  return {
    id: row.id,
    postId: row.post_id,
    accountId: row.account_id,
    wrong: row.wrong,
    posted: row.posted,
    apology: row.apology,
    day: row.day,
    time: row.time,
    url: row.url,
    recordedByName: row.typist_name,
    recordedAt: row.recorded_at,
  }
}
