import type { PostId } from '#contract/postIds'

/** Rows of many posts by the post they are of, each group in its order. */
export function groupByPost<R extends { readonly post_id: PostId }>(
  rows: readonly R[],
): Map<PostId, R[]> {
  const groups = new Map<PostId, R[]>()
  for (const row of rows) {
    const group = groups.get(row.post_id)
    if (group === undefined) groups.set(row.post_id, [row])
    else group.push(row)
  }
  return groups
}
