import type { PostChanges } from '#contract/postBulk'
import type { PostContent } from '#contract/postContent'

/** A content with what many posts are given; accounts it is on already keep what is theirs. */
export function withChanges(content: PostContent, changes: PostChanges): PostContent {
  const { addAccounts, removeAccounts, ownerId, designerId, approverId, category, kind } = changes
  const kept = content.accounts.filter(({ accountId }) => !removeAccounts.includes(accountId))
  const had = new Set(content.accounts.map(({ accountId }) => accountId))
  const added = [...new Set(addAccounts)].filter(
    (id) => !had.has(id) && !removeAccounts.includes(id),
  )
  return {
    ...content,
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(designerId === undefined ? {} : { designerId }),
    ...(approverId === undefined ? {} : { approverId }),
    ...(category === undefined ? {} : { category }),
    ...(kind === undefined ? {} : { kind }),
    accounts: [
      ...kept,
      ...added.map((accountId) => ({ accountId, text: null, day: null, time: null })),
    ],
  }
}
