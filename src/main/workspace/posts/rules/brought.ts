import type { PostFinding } from '#contract/postFindings'

type Rule = PostFinding['rule']

/** What is about the place of a post on the plan: of a new post all else is still to come. */
const placeRules: readonly Rule[] = [
  ...(['lead-time', 'production-late', 'approval-late', 'rhythm-over'] as const),
  ...(['too-close', 'blackout'] as const),
]

/** By what a finding of a rule is the same as before, where its other params may change. */
const sameBy: Readonly<Partial<Record<Rule, readonly string[]>>> = {
  'lead-time': [],
  'production-late': [],
  'approval-late': [],
  'rhythm-over': ['day'],
  'too-close': ['title', 'day'],
  blackout: ['title'],
  'too-long': [],
  'too-many-hashtags': [],
  'too-many-images': [],
}

/**
 * The blockers and warnings that were not there before a change: what only got another number is no
 * news (ours).
 * @param before null: there was no post
 */
export function findingsBrought(
  before: readonly PostFinding[] | null,
  now: readonly PostFinding[],
): PostFinding[] {
  const grave = now.filter(({ severity }) => severity !== 'advice')
  if (before === null) return grave.filter(({ rule }) => placeRules.includes(rule))
  const known = new Set(before.map(keyOf))
  return grave.filter((finding) => !known.has(keyOf(finding)))
}

function keyOf({ rule, severity, accountId, params }: PostFinding): string {
  const names = sameBy[rule] ?? Object.keys(params).toSorted()
  return JSON.stringify([rule, severity, accountId, ...names.map((name) => params[name])])
}
