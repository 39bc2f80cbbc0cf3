import { z } from 'zod'
import { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PostVersion } from '#contract/postVersions'
import { PlainDate, type Instant } from '#contract/values'
import type { Reader } from '../../database/schema.ts'

/** Every save of a post, the newest first. */
export async function listVersions(db: Reader, id: PostId): Promise<PostVersion[]> {
  const rows = await db
    .selectFrom('post_version')
    .innerJoin('person', 'person.id', 'post_version.saved_by')
    .select(['number', 'what', 'content_hash', 'saved_by', 'person.name as by_name', 'saved_at'])
    .where('post_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    what: row.what,
    contentHash: row.content_hash,
    byId: row.saved_by,
    byName: row.by_name,
    at: row.saved_at,
  }))
}

/** What a post was at one save; null where there was no such save. */
export async function contentOfVersion(
  db: Reader,
  id: PostId,
  number: number,
): Promise<PostContent | null> {
  const row = await db
    .selectFrom('post_version')
    .select('content')
    .where('post_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : PostContent.parse(JSON.parse(row.content))
}

const Planned = z.object({
  day: PlainDate.nullable(),
  accounts: z.array(z.object({ day: PlainDate.nullable() })),
})

/** Versions are read so many at a time: most posts have a day in their first. */
const atOnce = 20

/** Whether a version, as it is kept, has a day of its own or of an account. */
function hasDay(content: string): boolean {
  const { day, accounts } = Planned.parse(JSON.parse(content))
  return day !== null || accounts.some((account) => account.day !== null)
}

/** When a post was saved for the first time with a day of its own or of an account; null: never. */
export async function firstPlannedAt(db: Reader, id: PostId): Promise<Instant | null> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('post_version')
      .select(['number', 'content', 'saved_at'])
      .where('post_id', '=', id)
      .where('number', '>', after)
      .orderBy('number')
      .limit(atOnce)
      .execute()
    const found = rows.find(({ content }) => hasDay(content))
    if (found !== undefined) return found.saved_at
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return null
    after = last.number
  }
}

/** One statement binds a limited number of values. */
const postsAtOnce = 1_000

/** The same of many posts; one that never had a day is left out. */
export async function firstPlannedOfEach(
  db: Reader,
  ids: readonly PostId[],
): Promise<ReadonlyMap<PostId, Instant>> {
  const found = new Map<PostId, Instant>()
  // Most posts have a day in their first version: the others are read of those alone that do not.
  for (const part of ['first', 'later'] as const) {
    const wanted = ids.filter((id) => !found.has(id))
    for (let start = 0; start < wanted.length; start += postsAtOnce) {
      const rows = await db
        .selectFrom('post_version')
        .select(['post_id', 'content', 'saved_at'])
        .where('post_id', 'in', wanted.slice(start, start + postsAtOnce))
        .where('number', part === 'first' ? '=' : '>', 1)
        .orderBy('post_id')
        .orderBy('number')
        .execute()
      for (const { post_id, content, saved_at } of rows) {
        if (!found.has(post_id) && hasDay(content)) found.set(post_id, saved_at)
      }
    }
  }
  return found
}
