import type { PostStatus, StatusByHand } from './posts.ts'

/** By whom a status changes: a person's hand, an approval, a publication, or taking up again. */
export type Means = 'hand' | 'approval' | 'publication' | 'resume'

type Ways = Readonly<Partial<Record<PostStatus, Means>>>

/** What may still be stopped. */
const stops = { 'on-hold': 'hand', cancelled: 'hand' } as const satisfies Ways

/**
 * The life of a post (ours): from each status, where to and by what means. What is not here does
 * not happen. An edit of an approved text takes the post back to draft (`approval`), and to approved
 * again once that text stands there again; one that lost a signature entered by mistake is in review
 * again. The workspace enforces it; the window reads it to offer what is possible.
 */
export const transitions: Readonly<Record<PostStatus, Ways>> = {
  idea: { draft: 'hand', ...stops },
  draft: { idea: 'hand', 'in-review': 'approval', approved: 'approval', ...stops },
  'in-review': { draft: 'approval', 'changes-asked': 'approval', approved: 'approval', ...stops },
  'changes-asked': { draft: 'hand', 'in-review': 'approval', ...stops },
  approved: { ready: 'hand', draft: 'approval', 'in-review': 'approval', ...stops },
  ready: { approved: 'hand', published: 'publication', draft: 'approval', ...stops },
  published: { archived: 'hand', ready: 'publication', draft: 'publication' },
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

/**
 * What a post may be when it is brought in from elsewhere (ours): a draft or, where it is out
 * already, published, and whatever a person's hand makes of these. What needs an approval here is
 * never brought in: such a row becomes a draft.
 */
export function mayComeIn(status: PostStatus): boolean {
  return comingIn.includes(status)
}

/** Neither out nor given up: only of such posts it matters what they lack, everywhere. */
export const stillToCome: readonly PostStatus[] = [
  ...(['idea', 'draft', 'in-review', 'changes-asked'] as const),
  ...(['approved', 'ready', 'on-hold'] as const),
]

/** Statuses a person sets by hand, onward first, what stops a post last. */
const byHand: readonly StatusByHand[] = [
  ...(['idea', 'draft', 'approved', 'ready', 'published', 'archived'] as const),
  ...(['on-hold', 'cancelled'] as const),
]

/** Where a person may take a post from here by hand. */
export function waysByHand(from: PostStatus): StatusByHand[] {
  return byHand.filter((to) => mayBecome(from, to, 'hand'))
}

const comingIn = reachedByHand(['draft', 'published'])

function reachedByHand(from: readonly PostStatus[]): readonly PostStatus[] {
  const next = from.flatMap((status) => waysByHand(status)).filter((to) => !from.includes(to))
  return next.length === 0 ? from : reachedByHand([...new Set([...from, ...next])])
}
