import type { AccountId } from '#contract/accounts'
import { WorkspaceError } from '#contract/errors'
import { mayCall, whoMay } from '#contract/permissions'
import type { PostContent } from '#contract/postContent'
import { PostId } from '#contract/postIds'
import type { Post, PostStatus } from '#contract/posts'
import type { PostVersion } from '#contract/postVersions'
import type { PersonId, Sha256 } from '#contract/values'
import type { Common, CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { openKnown, type Known } from './known.ts'
import { asksOthers, standAgain, voidApproval } from './rounds.ts'
import { leaveReady } from './readiness.ts'
import { listPublications } from '../queries/publications.ts'
import { findPost, postsByIds } from '../queries/rows.ts'
import {
  columnsOf,
  insertPosts,
  insertVersions,
  updatePosts,
  writeParts,
  type Save,
} from '../queries/write.ts'
import { contentHash } from '../rules/contentHash.ts'
import { movesIn } from '../rules/plan.ts'
import { isOut, lostRecords } from '../rules/publication.ts'
import type { PostRow } from '../tables.ts'
import { settlePublished } from './settling.ts'

/**
 * Refuses what somebody may not do by the calls that are made for it.
 * @throws WorkspaceError `posts.plan-not-yours` with the `roles` that may
 */
export function refusePlanning(
  { actor }: CommandContext,
  before: PostContent,
  after: PostContent,
): void {
  const call = movesIn(before, after).find((each) => !mayCall(actor.roles, 'posts', each))
  if (call === undefined) return
  const roles = (whoMay('posts', call) ?? []).join(',')
  throw new WorkspaceError('posts.plan-not-yours', { roles })
}

/** A post that is not in the trash. @throws WorkspaceError `posts.unknown`, `posts.in-trash` */
export async function present(context: Common & { db: Reader }, id: PostId): Promise<Post> {
  const post = await findPost(context.db, id, malaysianTime(context.clock.now()))
  if (post === null) throw new WorkspaceError('posts.unknown')
  if (post.trashedAt !== null) throw new WorkspaceError('posts.in-trash')
  return post
}

/** Null stands for all of a post's accounts together. @throws WorkspaceError `posts.not-on-account` */
export function refuseElsewhere({ content }: Post, accountId: AccountId | null): void {
  const isOn = content.accounts.some((each) => each.accountId === accountId)
  if (accountId !== null && !isOn) throw new WorkspaceError('posts.not-on-account')
}

/** Posts in the order of `ids`, all there and none in the trash. */
export async function allPresent(
  { db, clock }: Common & { db: Reader },
  ids: readonly PostId[],
): Promise<Post[]> {
  const found = await postsByIds(db, ids, malaysianTime(clock.now()))
  if (found.length < ids.length) throw new WorkspaceError('posts.unknown')
  if (found.some(({ trashedAt }) => trashedAt !== null)) throw new WorkspaceError('posts.in-trash')
  return found
}

/**
 * Brings a new post in, with its first version.
 * @param author whose words they are, where that is not the person at the keyboard
 */
export async function addPost(
  context: CommandContext,
  content: PostContent,
  status: PostStatus,
  known?: Known,
  author: PersonId = context.actor.id,
): Promise<PostId> {
  const { db, writer, record } = context
  const references = known ?? (await openKnown(db))
  await references.refuseUnsound(content, null)
  const hash = contentHash(content, await references.bytesOf(content))
  const { row, version } = newPost(context, author, { content, hash, status })
  await insertPosts(writer, [row])
  await writeParts(writer, row.id, content)
  await insertVersions(writer, [version])
  record('post', row.id, ['title', 'status', 'version'])
  return row.id
}

interface NewPost {
  readonly content: PostContent
  readonly hash: Sha256
  readonly status: PostStatus
  /** Why it stopped before it came in. */
  readonly reason?: string
}

/** What is to be written of a post that does not exist yet. */
export function newPost(
  { newId, clock }: Common,
  by: PersonId,
  { content, hash, status, reason = '' }: NewPost,
): { row: PostRow; version: Save } {
  const id = PostId.parse(newId())
  const at = clock.now()
  return {
    row: {
      ...{ id, ...columnsOf(content), content_hash: hash, version: 1 },
      ...{ status, status_at: at, status_reason: reason, status_changes: 0 },
      // What comes in on hold was a draft before.
      held_from: status === 'on-hold' ? 'draft' : null,
      ...{ created_by: by, created_at: at, changed_at: at, trashed_at: null },
      ...{ series_id: null, series_day: null },
    },
    version: { postId: id, number: 1, what: 'added', content, hash, by, at },
  }
}

/** Writes other content over a post as its next version; says which fields changed. */
export async function saveContent(
  context: CommandContext,
  before: Post,
  content: PostContent,
  what: PostVersion['what'],
  known?: Known,
): Promise<void> {
  const { db, writer, clock, actor, record } = context
  const references = known ?? (await openKnown(db))
  await references.refuseUnsound(content, before.content)
  const changed = changedFields(before.content, content)
  // Saving what is already there makes no version; the audit log still says that it was asked for.
  if (changed.length === 0) {
    record('post', before.id, ['version'])
    return
  }
  const hash = contentHash(content, await references.bytesOf(content))
  const recorded = await listPublications(db, before.id)
  if (lostRecords(content.accounts, recorded).length > 0) {
    throw new WorkspaceError('posts.account-recorded')
  }
  const wentOut = isOut(recorded)
  if (hash !== before.contentHash) await refuseOrVoid(context, before, wentOut)
  else if (await asksOthers(db, before, content)) {
    if (wentOut) throw new WorkspaceError('posts.route-locked')
    await voidApproval(context, before)
  }
  const number = before.version + 1
  const at = clock.now()
  await updatePosts(writer, [before.id], {
    ...{ ...columnsOf(content), content_hash: hash, version: number, changed_at: at },
  })
  await writeParts(writer, before.id, content)
  await insertVersions(writer, [
    { postId: before.id, number, what, content, hash, by: actor.id, at },
  ])
  record('post', before.id, [...changed, 'version'])
  // What was voided before this save: what it voids by itself has other words or another route.
  await standAgain(context, { ...before, content, contentHash: hash })
  const isElsewhere = changed.includes('accounts')
  if (isElsewhere) await settlePublished(context, before.id)
  // What is out on some accounts goes on to the others, unless there are new ones among them.
  if (!wentOut || isElsewhere) await leaveReady(context, before.id)
}

/** What is out on any account stays as it went out; what was approved is so no longer. */
async function refuseOrVoid(
  context: CommandContext,
  before: Post,
  wentOut: boolean,
): Promise<void> {
  if (wentOut || before.status === 'published' || before.status === 'archived') {
    throw new WorkspaceError('posts.published-locked')
  }
  await voidApproval(context, before)
}

const columnNames = new Map<string, string>([
  ['phaseId', 'phase_id'],
  ['requestedOn', 'requested_on'],
  ['deliveredOn', 'delivered_on'],
  ['ownerId', 'owner_id'],
  ['designerId', 'designer_id'],
  ['approverId', 'approver_id'],
  ['text', 'body'],
])

/** Names of the columns (and of the parts that stand in tables of their own) that differ. */
function changedFields(before: PostContent, after: PostContent): string[] {
  const values = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([field, value]) => {
    const isSame = JSON.stringify(values.get(field)) === JSON.stringify(value)
    return isSame ? [] : [columnNames.get(field) ?? field]
  })
}
