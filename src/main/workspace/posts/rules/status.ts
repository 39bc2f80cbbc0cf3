import type { PostStatus } from '#contract/posts'

/** By whom a status changes: a person's hand, an approval, a publication, or taking up again. */
export type Means = 'hand' | 'approval' | 'publication' | 'resume'

type Ways = Readonly<Partial<Record<PostStatus, Means>>>

/** What may still be stopped. */
const stops = { 'on-hold': 'hand', cancelled: 'hand' } as const satisfies Ways

/**
 * The life of a post (ours): from each status, where to and by what means. What is not here does
 * not happen. An edit of an approved text takes the post back to draft (`approval`).
 */
export const transitions: Readonly<Record<PostStatus, Ways>> = {
  idea: { draft: 'hand', ...stops },
  draft: { idea: 'hand', 'in-review': 'approval', ...stops },
  'in-review': { draft: 'approval', 'changes-asked': 'approval', approved: 'approval', ...stops },
  'changes-asked': { draft: 'hand', 'in-review': 'approval', ...stops },
  approved: { ready: 'hand', draft: 'approval', ...stops },
  ready: { approved: 'hand', published: 'publication', draft: 'approval', ...stops },
  published: { archived: 'hand', ready: 'publication' },
  archived: { published: 'hand' },
  'on-hold': {
    ...{ idea: 'resume', draft: 'resume', 'in-review': 'resume', 'changes-asked': 'resume' },
    ...{ approved: 'resume', ready: 'resume', cancelled: 'hand' },
  },
  cancelled: { idea: 'hand', draft: 'hand' },
}

/** Whether a post may go from one status to another by these means. */
export function mayBecome(from: PostStatus, to: PostStatus, means: Means): boolean {
  return transitions[from][to] === means
}

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
