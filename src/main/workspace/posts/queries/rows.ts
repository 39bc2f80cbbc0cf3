import { z } from 'zod'
import type { PostId } from '#contract/postIds'
import { MissingPart, type Post } from '#contract/posts'
import { PostContent } from '#contract/postContent'
import type { Reader } from '../../database/schema.ts'
import { isExpired } from '../rules/status.ts'
import type { PostAccountRow, PostImageRow, PostRow } from '../tables.ts'
import { groupByPost } from './groupByPost.ts'

/** Day and time in Malaysia, for what depends on the moment of reading. */
export interface Now {
  readonly day: string
  readonly time: string
}

const Missing = z.array(MissingPart)

/** A post as it is now, in the trash or not. */
export async function findPost(db: Reader, id: PostId, now: Now): Promise<Post | null> {
  const [post] = await postsByIds(db, [id], now)
  return post ?? null
}

/** Some posts, in the order of `ids`; unknown ones are left out. */
export async function postsByIds(db: Reader, ids: readonly PostId[], now: Now): Promise<Post[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('post').selectAll().where('id', 'in', ids).execute()
  const accounts = await db
    .selectFrom('post_account')
    .selectAll()
    .where('post_id', 'in', ids)
    .orderBy('post_id')
    .orderBy('place')
    .execute()
  const images = await db
    .selectFrom('post_image')
    .selectAll()
    .where('post_id', 'in', ids)
    .orderBy('post_id')
    .orderBy('place')
    .execute()
  const [accountsOf, imagesOf] = [groupByPost(accounts), groupByPost(images)]
  const byId = new Map(
    rows.map((row) => [
      row.id,
      toPost(row, accountsOf.get(row.id) ?? [], imagesOf.get(row.id) ?? [], now),
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function toPost(
  row: PostRow,
  accounts: readonly PostAccountRow[],
  images: readonly PostImageRow[],
  now: Now,
): Post {
  return {
    id: row.id,
    content: toContent(row, accounts, images),
    status: row.status,
    statusAt: row.status_at,
    statusReason: row.status_reason,
    heldFrom: row.held_from,
    statusChanges: row.status_changes,
    expired: isExpired({ status: row.status, day: row.first_day, time: row.first_time }, now),
    missing: toMissing(row.missing),
    version: row.version,
    contentHash: row.content_hash,
    createdBy: row.created_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    trashedAt: row.trashed_at,
    series:
      row.series_id === null || row.series_day === null
        ? null
        : { id: row.series_id, day: row.series_day },
  }
}

function toContent(
  row: PostRow,
  accounts: readonly PostAccountRow[],
  images: readonly PostImageRow[],
): PostContent {
  return PostContent.parse({
    title: row.title,
    brief: row.brief,
    kind: row.kind,
    phaseId: row.phase_id,
    category: row.category,
    approach: row.approach,
    thrusts: parseJson(row.thrusts),
    segments: parseJson(row.segments),
    requestedOn: row.requested_on,
    deliveredOn: row.delivered_on,
    ownerId: row.owner_id,
    designerId: row.designer_id,
    approverId: row.approver_id,
    programme: row.programme === null ? null : parseJson(row.programme),
    text: row.body,
    hashtags: parseJson(row.hashtags),
    images: images.map(({ image_id, alt_text }) => ({ imageId: image_id, altText: alt_text })),
    links: parseJson(row.links),
    notes: row.notes,
    day: row.day,
    time: row.time,
    accounts: accounts.map(({ account_id, body, day, time }) => ({
      accountId: account_id,
      text: body,
      day,
      time,
    })),
  })
}

/** Most posts lack the same few things: each list of them is read once. */
const readMissing = new Map<string, readonly MissingPart[]>()

export function toMissing(json: string): MissingPart[] {
  const known = readMissing.get(json) ?? Missing.parse(parseJson(json))
  readMissing.set(json, known)
  return [...known]
}

function parseJson(text: string): unknown {
  return JSON.parse(text)
}
