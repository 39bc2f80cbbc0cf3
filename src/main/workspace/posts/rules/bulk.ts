import type { PostChanges } from '#contract/postBulk'
import { mostHashtagsKept, type PostContent } from '#contract/postContent'

/** A content with what many posts are given; accounts it is on already keep what is theirs. */
export function withChanges(content: PostContent, changes: PostChanges): PostContent {
  const { addAccounts, removeAccounts, addThrusts, addSegments, addHashtags } = changes
  const { ownerId, designerId, approverId, category, approach, kind, time } = changes
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
    ...(approach === undefined ? {} : { approach }),
    ...(kind === undefined ? {} : { kind }),
    ...(time === undefined ? {} : { time }),
    thrusts: [...new Set([...content.thrusts, ...addThrusts])],
    segments: [...new Set([...content.segments, ...addSegments])],
    hashtags: withHashtags(content.hashtags, addHashtags),
    accounts: [
      ...kept,
      ...added.map((accountId) => ({ accountId, text: null, day: null, time: null })),
    ],
  }
}

/** Each once in whatever letter case, as long as a post may keep them. */
function withHashtags(had: readonly string[], added: readonly string[]): string[] {
  const all = [...had]
  for (const tag of added) {
    const isThere = all.some((known) => known.toLowerCase() === tag.toLowerCase())
    if (!isThere && all.length < mostHashtagsKept) all.push(tag)
  }
  return all
}
