import type { PostStatus } from '#contract/posts'

/** Statuses of a post that a change of its series leaves alone. */
const settled: readonly PostStatus[] = ['published', 'archived', 'cancelled']
/** Statuses that rest on words somebody was asked about. */
const asked: readonly PostStatus[] = ['in-review', 'approved', 'ready']

/** A post as far as a change of its series asks. */
export interface Standing {
  readonly status: PostStatus
  readonly heldFrom: PostStatus | null
  /** Something is recorded of its publication. */
  readonly recorded: boolean
}

/**
 * Published on any account, archived or cancelled: such a post is what it is, whatever becomes of
 * its series (ours).
 */
export function isSettled({ status, recorded }: Standing): boolean {
  return recorded || settled.includes(status)
}

/** Whether an approval was asked or given, also where the post is on hold meanwhile. */
export function isAsked({ status, heldFrom }: Standing): boolean {
  return asked.includes(status) || (heldFrom !== null && asked.includes(heldFrom))
}
