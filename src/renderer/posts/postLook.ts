import type { PostStatus } from '#contract/posts'

/** A post whose place on the plan others rely on: to move it asks first. */
export function asksBeforeMove(status: PostStatus): boolean {
  return status === 'approved' || status === 'ready' || status === 'published'
}
