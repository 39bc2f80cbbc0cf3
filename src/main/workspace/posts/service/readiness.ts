import { WorkspaceError } from '#contract/errors'
import { stopsReady } from '#contract/postFindings'
import type { PostId } from '#contract/postIds'
import type { MissingPart, Post } from '#contract/posts'
import type { CommandContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { findPost, postsByIds } from '../queries/rows.ts'
import { become } from './becoming.ts'
import { checkPost } from './checking.ts'
import { openRuleBook, type RuleBook } from './ruleBook.ts'

/** Titles that a refusal names; of the others it says how many. */
const mostNamed = 3

/**
 * @throws WorkspaceError `posts.not-complete` where posts that are to be ready lack parts: which
 * parts, the first titles (a line each), and how many more there are
 */
export function refuseIncomplete(posts: readonly Post[]): void {
  const lacking = posts.filter(({ missing }) => missing.length > 0)
  if (lacking.length === 0) return
  const parts = new Set<MissingPart>(lacking.flatMap(({ missing }) => missing))
  throw new WorkspaceError('posts.not-complete', {
    parts: [...parts].join(','),
    count: lacking.length,
    titles: lacking
      .slice(0, mostNamed)
      .map(({ content }) => content.title)
      .join('\n'),
    more: Math.max(0, lacking.length - mostNamed),
  })
}

/** Whether a post lacks nothing, and nothing stands in its way but what waits for its day. */
async function isSound(
  context: CommandContext,
  book: RuleBook,
  { id, status, content, missing }: Post,
): Promise<boolean> {
  if (missing.length > 0) return false
  const { findings } = await checkPost(context, book, { id, status, content })
  return !findings.some(stopsReady)
}

/**
 * Undoing a change gives back what it took: what was ready before is so again, where it is approved
 * and sound as it stands now. Where it is not, it stays approved.
 */
export async function makeReadyAgain(
  context: CommandContext,
  ids: readonly PostId[],
): Promise<void> {
  if (ids.length === 0) return
  const book = await openRuleBook(context.db)
  for (const post of await postsByIds(context.db, ids, malaysianTime(context.clock.now()))) {
    if (post.status !== 'approved' || !(await isSound(context, book, post))) continue
    await become(context, post, 'ready', 'hand')
  }
}

/**
 * What came into the way of a ready post makes it approved again, for everybody to see.
 * @returns whether it did
 */
export async function leaveReady(
  context: CommandContext,
  id: PostId,
  book?: RuleBook,
): Promise<boolean> {
  const post = await findPost(context.db, id, malaysianTime(context.clock.now()))
  if (post?.status !== 'ready') return false
  if (await isSound(context, book ?? (await openRuleBook(context.db)), post)) return false
  await become(context, post, 'approved', 'hand')
  return true
}
