import type { PostVersion } from '#contract/postVersions'

/** Two versions that are compared: the older one, and the one it is held against. */
export interface ComparedVersions {
  readonly from: number
  readonly to: number
}

/** The newest against the one before it; a single version against itself. */
export function firstComparison(versions: readonly PostVersion[]): ComparedVersions {
  const [newest, before] = versions
  return { from: before?.number ?? newest?.number ?? 1, to: newest?.number ?? 1 }
}

/** A comparison after one side was chosen: the older stays the older. */
export function withSide(
  { from, to }: ComparedVersions,
  side: 'from' | 'to',
  number: number,
): ComparedVersions {
  const [one, other] = side === 'from' ? [number, to] : [from, number]
  return { from: Math.min(one, other), to: Math.max(one, other) }
}
