import type { PostStatus } from '#contract/posts'

export { mayBecome, transitions, type Means } from '#contract/postStatus'

/** Statuses of a post whose text nobody has approved yet. */
export const unapproved: readonly PostStatus[] = ['idea', 'draft', 'in-review', 'changes-asked']

/** Where a post stands in time, for `isExpired`. */
export interface Slot {
  readonly status: PostStatus
  readonly day: string | null
  readonly time: string | null
}

/**
 * Expired (tamat tempoh): its slot passed before it was approved. A slot without a time passes
 * with its day. Worked out, never kept.
 * @param now Malaysian day and time
 */
export function isExpired(
  { status, day, time }: Slot,
  now: { readonly day: string; readonly time: string },
): boolean {
  if (day === null || !unapproved.includes(status)) return false
  return day < now.day || (day === now.day && time !== null && time < now.time)
}
