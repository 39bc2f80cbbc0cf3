import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PostVersion } from '#contract/postVersions'
import type { Instant, PersonId, Sha256 } from '#contract/values'
import type { Writer } from '../../database/schema.ts'
import { missingParts } from '../rules/missing.ts'
import { firstSlot } from '../rules/slots.ts'
import type { PostRow } from '../tables.ts'

/** Columns of a post that follow from its content. */
export function columnsOf(content: PostContent) {
  const missing = missingParts(content)
  const first = firstSlot(content)
  return {
    title: content.title,
    brief: content.brief,
    kind: content.kind,
    phase_id: content.phaseId,
    category: content.category,
    approach: content.approach,
    thrusts: JSON.stringify(content.thrusts),
    segments: JSON.stringify(content.segments),
    requested_on: content.requestedOn,
    delivered_on: content.deliveredOn,
    owner_id: content.ownerId,
    designer_id: content.designerId,
    approver_id: content.approverId,
    programme: content.programme === null ? null : JSON.stringify(content.programme),
    programme_day: content.programme?.day ?? null,
    body: content.text,
    hashtags: JSON.stringify(content.hashtags),
    links: JSON.stringify(content.links),
    notes: content.notes,
    day: content.day,
    time: content.time,
    ...{ first_day: first.day, first_time: first.time },
    missing: JSON.stringify(missing),
    incomplete: missing.length > 0 ? 1 : 0,
    search_text: searchText(content),
  } satisfies Partial<PostRow>
}

/** Whatever somebody may remember of a post, in small letters. */
function searchText({ title, brief, text, hashtags, notes, programme, accounts }: PostContent) {
  return [
    ...[title, brief, text, notes],
    ...hashtags.map((tag) => `#${tag}`),
    ...(programme === null ? [] : [programme.name, programme.place, ...programme.guests]),
    ...accounts.flatMap((each) => each.text ?? []),
  ]
    .join('\n')
    .toLowerCase()
}

export async function insertPosts(db: Writer, rows: readonly PostRow[]): Promise<void> {
  await db.insertInto('post').values(rows).execute()
}

/** Accounts of posts that have none yet. */
export async function insertAccounts(
  db: Writer,
  posts: readonly { readonly id: PostId; readonly content: PostContent }[],
): Promise<void> {
  const rows = posts.flatMap(({ id, content }) => accountRows(id, content.accounts))
  if (rows.length > 0) await db.insertInto('post_account').values(rows).execute()
}

function accountRows(id: PostId, accounts: PostContent['accounts']) {
  return accounts.map(({ accountId, text, day, time }, place) => ({
    ...{ post_id: id, account_id: accountId, place },
    ...{ body: text, day, time },
  }))
}

export async function updatePosts(
  db: Writer,
  ids: readonly PostId[],
  changes: Partial<Omit<PostRow, 'id' | 'created_at' | 'created_by' | keyof StatusColumns>>,
): Promise<void> {
  await db.updateTable('post').set(changes).where('id', 'in', ids).execute()
}

type StatusColumns = Pick<PostRow, 'status' | 'status_at' | 'status_reason' | 'status_changes'>

/** Gives a post another status, and counts it; `become` alone may, which asks the table. */
export async function updateStatus(
  db: Writer,
  id: PostId,
  changes: Omit<StatusColumns, 'status_changes'> & Pick<PostRow, 'held_from'>,
): Promise<void> {
  await db
    .updateTable('post')
    .set((e) => ({ ...changes, status_changes: e('status_changes', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Puts the accounts and pictures of a post in the place of those it had. */
export async function writeParts(
  db: Writer,
  id: PostId,
  { accounts, images }: PostContent,
): Promise<void> {
  await db.deleteFrom('post_account').where('post_id', '=', id).execute()
  await db.deleteFrom('post_image').where('post_id', '=', id).execute()
  if (accounts.length > 0) {
    await db.insertInto('post_account').values(accountRows(id, accounts)).execute()
  }
  if (images.length > 0) {
    const rows = images.map(({ imageId, altText }, place) => ({
      ...{ post_id: id, image_id: imageId, place, alt_text: altText },
    }))
    await db.insertInto('post_image').values(rows).execute()
  }
}

/** One save, kept for good. */
export interface Save {
  readonly postId: PostId
  readonly number: number
  readonly what: PostVersion['what']
  readonly content: PostContent
  readonly hash: Sha256
  readonly by: PersonId
  readonly at: Instant
}

export async function insertVersions(db: Writer, saves: readonly Save[]): Promise<void> {
  const rows = saves.map((save) => ({
    ...{ post_id: save.postId, number: save.number, what: save.what },
    content: JSON.stringify(save.content),
    content_hash: save.hash,
    ...{ saved_by: save.by, saved_at: save.at },
  }))
  await db.insertInto('post_version').values(rows).execute()
}
