import { riseChance, riseDays } from '#contract/complaintOverview'

/** How often something was complained of, lately and in the days before that are compared. */
export interface Rate {
  readonly recent: number
  readonly before: number
}

/**
 * Whether something rises (ours): so many complaints lately at least, and more than chance has it.
 *
 * If nothing changed, each of all complaints falls among the recent days by their share of all days,
 * 28 of 112; how likely it is then that as many or more do is the exact comparison of two Poisson
 * rates (Przyborowski and Wilenski 1940). Below one in a hundred it is no chance.
 */
export function isRising({ recent, before }: Rate, minimum: number): boolean {
  return recent >= minimum && chanceOf({ recent, before }) < riseChance
}

/** How likely so many recent ones or more are, if nothing changed; from 0 to 1. */
export function chanceOf({ recent, before }: Rate): number {
  const all = recent + before
  const share = riseDays.recent / (riseDays.recent + riseDays.before)
  // In logarithms: the powers of a large number of complaints vanish otherwise.
  let term = all * Math.log(1 - share)
  let tail = recent === 0 ? Math.exp(term) : 0
  for (let hits = 1; hits <= all; hits += 1) {
    term += Math.log((all - hits + 1) / hits) + Math.log(share / (1 - share))
    if (hits >= recent) tail += Math.exp(term)
  }
  return Math.min(1, tail)
}
