import type { SliceHandlers } from '#contract/call'
import { mostLookedAt, type BroughtFindings, type postBrought } from '#contract/postBrought'
import type { CheckedContent } from '#contract/postFindings'
import type { PostMove } from '#contract/posts'
import type { PostContent } from '#contract/postContent'
import type { Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { postsByIds } from '../queries/rows.ts'
import { findingsBrought } from '../rules/brought.ts'
import { withOwnSlots } from '../rules/shift.ts'
import { checkPost } from './checking.ts'
import { openRuleBook } from './ruleBook.ts'

/** What a change of posts brought with it, told once it is made. */
export const broughtHandlers: SliceHandlers<typeof postBrought, Contexts> = {
  async broughtFindings({ db, clock }, { moved, changed }) {
    const moves = new Map(moved.map((move) => [move.id, move]))
    const contents = new Map(changed.map(({ id, before }) => [id, before]))
    const ids = [...new Set([...moves.keys(), ...contents.keys()])].slice(0, mostLookedAt)
    const asking = { db, clock }
    const book = await openRuleBook(db)
    const found: BroughtFindings[] = []
    for (const { id, status, content } of await postsByIds(db, ids, malaysianTime(clock.now()))) {
      const findingsOf = async (checked: CheckedContent) =>
        (await checkPost(asking, book, { id, status, content: checked })).findings
      const move = moves.get(id)
      const was = move === undefined ? (contents.get(id) ?? null) : contentBefore(content, move)
      const now = await findingsOf(content)
      const findings = findingsBrought(was === null ? null : await findingsOf(was), now)
      if (findings.length > 0) found.push({ id, title: content.title, findings })
    }
    return found
  },
}

/** The content as it stood before a move; accounts that are not named had no slot of their own. */
function contentBefore(content: PostContent, { day, time, own = [] }: PostMove): PostContent {
  const none = content.accounts.map(({ accountId }) => ({ accountId, day: null, time: null }))
  return { ...withOwnSlots(withOwnSlots(content, none), own), day, time }
}
