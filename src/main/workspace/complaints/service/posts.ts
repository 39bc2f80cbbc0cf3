import type { SliceHandlers } from '#contract/call'
import type { ComplaintId } from '#contract/complaintFields'
import type { Explanation } from '#contract/complaintOverview'
import { PostTieId, type complaintPosts } from '#contract/complaintPosts'
import { WorkspaceError } from '#contract/errors'
import type { PostId } from '#contract/postIds'
import type { CommandContext, Contexts, QueryContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { findPost } from '../../posts/queries/rows.ts'
import type { ComplaintPostRow } from '../exchangeTables.ts'
import {
  casesOfPost,
  findTie,
  insertTie,
  isTied,
  postsOf,
  setTieRemoved,
  tiedPost,
} from '../queries/posts.ts'
import { filtersOf, listExplanations } from '../queries/recurrences.ts'
import { basisOf } from './basis.ts'
import { knownOpen, tell } from './known.ts'

/** A complaint is held against so many explanations, the newest. */
const mostExplanations = 200

/** Which posts of the calendar answer which complaints. */
export const postHandlers: SliceHandlers<typeof complaintPosts, Contexts> = {
  async explainingPosts(context, { id }) {
    const tied = await postsOf(context.db, id)
    const isOwn = new Set(tied.map(({ postId }) => postId))
    const others = (await explaining(context, id)).filter(({ postId }) => !isOwn.has(postId))
    return [...tied, ...others.map((post) => ({ ...post, tieId: null }))].toSorted((one, other) =>
      other.at.localeCompare(one.at),
    )
  },

  postCases: ({ db }, { postId }) => casesOfPost(db, postId),

  async tiePost(context, { id, postId }) {
    const { db, writer, newId, clock, actor, record } = context
    await knownOpen(db, id)
    const title = await titleOf(context, postId)
    if (await isTied(db, id, postId)) throw new WorkspaceError('complaints.post-tied')
    const tieId = PostTieId.parse(newId())
    await insertTie(writer, {
      ...{ id: tieId, complaint_id: id, post_id: postId },
      ...{ at: clock.now(), by_id: actor.id, removed_at: null },
    })
    record('complaint_post', tieId, ['complaint_id', 'post_id'])
    await tell(context, id, { kind: 'post-tied', changes: [said(title)] })
    return tiedPost(db, tieId)
  },

  async untiePost(context, { id }) {
    const { writer, clock } = context
    const tie = await knownTie(context, id)
    if (tie.removed_at !== null) throw new WorkspaceError('complaints.unknown-post-tie')
    await setTieRemoved(writer, id, clock.now())
    await tellOf(context, tie, 'post-untied')
    return {}
  },

  async bringBackPost(context, { id }) {
    const { db, writer } = context
    const tie = await knownTie(context, id)
    if (await isTied(db, tie.complaint_id, tie.post_id)) {
      throw new WorkspaceError('complaints.post-tied')
    }
    await setTieRemoved(writer, id, null)
    await tellOf(context, tie, 'post-tied')
    return tiedPost(db, id)
  },
}

/** Posts made for something that a complaint is part of. */
async function explaining(context: QueryContext, id: ComplaintId): Promise<Explanation[]> {
  const { db } = context
  const newest = (await listExplanations(db)).slice(0, mostExplanations)
  const filters = newest.map(({ filter }) => filter)
  const isPart = await filtersOf(db, id, filters, await basisOf(context))
  const posts = newest.filter((_, place) => isPart[place]).map(({ explanation }) => explanation)
  // One post may explain a place and a kind.
  return [...new Map(posts.map((each) => [each.postId, each])).values()]
}

/** @throws WorkspaceError `complaints.unknown-post-tie` */
async function knownTie({ db }: CommandContext, id: PostTieId): Promise<ComplaintPostRow> {
  const tie = await findTie(db, id)
  if (tie === null) throw new WorkspaceError('complaints.unknown-post-tie')
  return tie
}

async function tellOf(
  context: CommandContext,
  { id, complaint_id: complaintId }: ComplaintPostRow,
  kind: 'post-tied' | 'post-untied',
): Promise<void> {
  const { title } = await tiedPost(context.db, id)
  context.record('complaint_post', id, ['removed_at'])
  await tell(context, complaintId, { kind, changes: [said(title)] })
}

/** @throws WorkspaceError `posts.unknown` */
async function titleOf({ db, clock }: CommandContext, postId: PostId): Promise<string> {
  const post = await findPost(db, postId, malaysianTime(clock.now()))
  if (post === null || post.trashedAt !== null) throw new WorkspaceError('posts.unknown')
  return post.content.title
}

/** Named as it was called then. */
function said(title: string) {
  return { field: 'post', before: null, after: title }
}
