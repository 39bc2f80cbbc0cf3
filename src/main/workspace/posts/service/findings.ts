import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { stopsReview, type PostFinding, type postFindings } from '#contract/postFindings'
import type { Post } from '#contract/posts'
import type { Contexts, CommandContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { listTerms } from '../../planning/queries/terms.ts'
import { isSameTerm } from '../../planning/rules/terms.ts'
import { countByAccountDay } from '../queries/neighbours.ts'
import { postsShowing } from '../queries/imageUses.ts'
import { findPost } from '../queries/rows.ts'
import { ruledAccounts } from '../queries/ruledAccounts.ts'
import { insertTermCheck, listTermChecks, removeTermCheck } from '../queries/termChecks.ts'
import { rhythmStanding } from '../rules/rhythm.ts'
import { allowanceHandlers } from './allowances.ts'
import { checkPost } from './checking.ts'
import { heldOverHandlers } from './heldOver.ts'
import { leaveReady } from './readiness.ts'
import { openRuleBook, type RuleBook } from './ruleBook.ts'
import { present } from './saving.ts'

/** The rules of posts, for the window while somebody types. */
export const findingHandlers: SliceHandlers<typeof postFindings, Contexts> = {
  ...allowanceHandlers,
  ...heldOverHandlers,

  async check({ db, clock }, { id, content }) {
    const post = id === null ? null : await findPost(db, id, malaysianTime(clock.now()))
    if (id !== null && post === null) throw new WorkspaceError('posts.unknown')
    const status = post?.status ?? 'draft'
    return checkPost({ db, clock }, await openRuleBook(db), { id, status, content })
  },

  async confirmTerm(context, { id, term, passage, reason }) {
    const { db, writer, newId, clock, actor, record } = context
    await present(context, id)
    const known = (await listTerms(db)).find((each) => isSameTerm(each.term, term))
    if (known === undefined) throw new WorkspaceError('planning.unknown-term')
    // A newer word takes the place of an older one, which stays on record.
    await takeBack(context, id, term, passage)
    const checkId = newId()
    await insertTermCheck(writer, {
      ...{ id: checkId, post_id: id, term: known.term, passage, reason },
      ...{ checked_by: actor.id, checked_at: clock.now(), removed_at: null },
    })
    record('post_term_check', checkId, ['post_id', 'term', 'passage', 'reason', 'checked_by'])
    return {}
  },

  async unconfirmTerm(context, { id, term, passage }) {
    await present(context, id)
    if (!(await takeBack(context, id, term, passage)))
      throw new WorkspaceError('posts.term-not-checked')
    await leaveReady(context, id)
    return {}
  },

  imageUses: ({ db }, { imageIds }) => postsShowing(db, imageIds),

  async accountDays({ db }, period) {
    const accounts = await ruledAccounts(db)
    return (await countByAccountDay(db, period)).map((counted) => {
      const quota = accounts.get(counted.accountId)?.quota ?? null
      return { ...counted, quota, standing: rhythmStanding(counted.count, quota) }
    })
  },
}

/** Whether there was a word to take back. */
async function takeBack(
  { db, writer, clock, record }: CommandContext,
  id: Post['id'],
  term: string,
  passage: string,
): Promise<boolean> {
  const checks = (await listTermChecks(db, id)).filter(
    (each) => isSameTerm(each.term, term) && each.passage === passage,
  )
  for (const check of checks) {
    await removeTermCheck(writer, check.id, clock.now())
    record('post_term_check', check.id, ['removed_at'])
  }
  return checks.length > 0
}

/**
 * @param stops whether a finding stands in the way; of a review where nothing is said
 * @throws WorkspaceError `posts.stopped-by-rules`
 */
export async function refuseStopped(
  context: CommandContext,
  book: RuleBook,
  posts: readonly Post[],
  stops: (finding: PostFinding) => boolean = stopsReview,
): Promise<void> {
  const rules = new Set<string>()
  const titles: string[] = []
  for (const { id, status, content } of posts) {
    const { findings } = await checkPost(context, book, { id, status, content })
    const stopping = findings.filter(stops)
    for (const { rule } of stopping) rules.add(rule)
    if (stopping.length > 0) titles.push(`“${content.title}”`)
  }
  if (titles.length === 0) return
  const details = { rules: [...rules].join(', '), posts: titles.join(', ') }
  throw new WorkspaceError('posts.stopped-by-rules', details)
}
