import type { PostId } from '#contract/postIds'
import type { PersonId } from '#contract/values'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { authorsOfEach } from '../../posts/queries/approval.ts'
import type { Out, PublishedPost } from '../queries/measuredPosts.ts'
import { approvalsOf, type Approval } from '../queries/measuredWork.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'
import { onPublished } from './words.ts'

/** One statement binds a limited number of values, and each id is bound twice. */
const postsAtOnce = 1_000

/**
 * What came out was checked by somebody else before (Melaka 11(f)): approved, not by its author, and
 * not after it first came out in these days. Of a post that was entered only afterwards nobody can
 * tell; what was withdrawn is as if it had not been asked.
 */
export async function judgeFourEyes(book: Book): Promise<Judgement> {
  const posts = await book.published()
  const approvals = new Map<PostId, Approval[]>()
  const ids = posts.map(({ id }) => id)
  for (const approval of await approvalsOf(book.db, ids)) {
    const of = approvals.get(approval.postId) ?? []
    approvals.set(approval.postId, of)
    of.push(approval)
  }
  const approved = ids.filter((id) => approvals.has(id))
  const authors = new Map<PostId, PersonId[]>()
  for (let start = 0; start < approved.length; start += postsAtOnce) {
    const part = await authorsOfEach(book.db, approved.slice(start, start + postsAtOnce))
    for (const [id, people] of part) authors.set(id, people)
  }
  const items = posts.map((post): Judged => ({
    ...onPublished(post),
    ...standingOf(post, approvals.get(post.id) ?? [], authors.get(post.id) ?? []),
    amount: null,
  }))
  return { items, limit: null }
}

function standingOf(
  { outs, createdAt }: PublishedPost,
  approvals: readonly Approval[],
  authors: readonly PersonId[],
): Pick<Judged, 'code' | 'params'> {
  const [first] = outs
  const before = approvals.filter(({ approvedAt }) => first && isBefore(approvedAt, first))
  const other = before.find(({ personId }) => personId === null || !authors.includes(personId))
  if (other !== undefined) return { code: 'approved-by-other', params: { name: other.name } }
  const [own] = before
  if (own !== undefined) return { code: 'approved-by-author', params: { name: own.name } }
  if (approvals.length > 0) return { code: 'approved-afterwards', params: {} }
  const isLate = first !== undefined && malaysianTime(createdAt).day > first.day
  return { code: isLate ? 'came-in-afterwards' : 'never-approved', params: {} }
}

/** Where no time is said, the day of coming out is still in time. */
function isBefore(approvedAt: Approval['approvedAt'], out: Out): boolean {
  const at = malaysianTime(approvedAt)
  if (at.day !== out.day) return at.day < out.day
  return out.time === null || at.time <= out.time
}
