import type { PhaseTarget } from '#contract/cycles'
import type { Completeness, Progress, TargetState } from '#contract/postPhases'
import { PostStatus } from '#contract/posts'

/** How far a post of this status is (ours). */
export const progressOf: Readonly<Record<PostStatus, Progress>> = {
  idea: 'planned',
  draft: 'planned',
  'in-review': 'planned',
  'changes-asked': 'planned',
  approved: 'approved',
  ready: 'approved',
  published: 'published',
  archived: 'published',
  'on-hold': 'stopped',
  cancelled: 'stopped',
}

/** Of posts that came out. */
export const cameOut = PostStatus.options.filter((status) => progressOf[status] === 'published')

export { stillToCome } from '#contract/postStatus'

/** Posts of one category, kind and status within a phase. */
export interface Tally {
  readonly category: string | null
  readonly kind: string
  readonly status: PostStatus
  readonly count: number
}

/**
 * Each target with what there is for it, then what has posts without being wanted; in the order of
 * their names. A post counts for its category and for its kind: they are two views of the same
 * posts.
 */
export function targetStates(
  targets: readonly PhaseTarget[],
  tallies: readonly Tally[],
): TargetState[] {
  const states = new Map<string, TargetState>()
  const stateOf = (kind: PhaseTarget['kind'], key: string): TargetState => {
    const id = `${kind} ${key}`
    const found = states.get(id) ?? { kind, key, wanted: 0, published: 0, planned: 0, missing: 0 }
    states.set(id, found)
    return found
  }
  for (const { kind, key, wanted } of targets) stateOf(kind, key).wanted = wanted
  for (const { category, kind, status, count } of tallies) {
    const progress = progressOf[status]
    if (progress === 'stopped') continue
    const field = progress === 'published' ? 'published' : 'planned'
    stateOf('piece', kind)[field] += count
    if (category !== null) stateOf('category', category)[field] += count
  }
  return [...states.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, state]) => ({ ...state, missing: completenessOf(state).missing }))
}

/**
 * How complete targets are (ours, after D2): the share of what is wanted that has a published post,
 * and the share that has at least a planned one. More posts than a target wants do not make up for
 * those that another lacks.
 */
export function completeness(
  states: readonly Pick<TargetState, 'wanted' | 'published' | 'planned'>[],
): Completeness {
  return sum(states.map(completenessOf))
}

/** Several phases taken together. */
export function sum(parts: readonly Completeness[]): Completeness {
  const of = (field: keyof Completeness) => parts.reduce((total, part) => total + part[field], 0)
  return {
    ...{ wanted: of('wanted'), published: of('published') },
    ...{ planned: of('planned'), missing: of('missing') },
  }
}

function completenessOf({
  wanted,
  published,
  planned,
}: Pick<TargetState, 'wanted' | 'published' | 'planned'>): Completeness {
  const out = Math.min(published, wanted)
  const coming = Math.min(planned, wanted - out)
  return { wanted, published: out, planned: coming, missing: wanted - out - coming }
}
