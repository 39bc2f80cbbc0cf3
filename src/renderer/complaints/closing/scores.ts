/** The five scores, from not at all to very. */
export const scoreKeys = ['s1', 's2', 's3', 's4', 's5'] as const
export type ScoreKey = (typeof scoreKeys)[number]

/** The key of a score; of what is none the middle. */
export function scoreKey(score: number): ScoreKey {
  return scoreKeys[score - 1] ?? 's3'
}
