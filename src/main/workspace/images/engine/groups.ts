import type { FoundRepeat, RepeatTarget } from './check.ts'
import { repeatOf } from './likeness.ts'
import type { Alike } from './likeness.ts'
import { keyOf } from './seen.ts'

/** Likely repeats one picture is reported with; a person decides on each. */
const reportedAtMost = 3

export type Groups = ReturnType<typeof createGroups>

/**
 * Pictures that likely repeat each other, such as posters of one template: each is put beside the
 * first of its group instead of beside every other one, so that one decision can serve them all.
 */
export function createGroups() {
  const firsts = new Map<string, RepeatTarget>()
  const firstOf = (target: RepeatTarget): RepeatTarget => firsts.get(keyOf(target)) ?? target

  return {
    firstOf,

    /** Remembers whom a picture is put beside. */
    join(target: RepeatTarget, repeats: readonly FoundRepeat[]): void {
      const likely = repeats.find(({ relation }) => relation === 'likely')
      if (likely !== undefined) firsts.set(keyOf(target), firstOf(likely.of))
    },

    /**
     * What to report of likely repeats (best first): per group its first picture, as long as the two
     * do look alike; else the most alike of the group.
     */
    represent(likely: readonly Alike[]): FoundRepeat[] {
      const reported = new Map<string, FoundRepeat>()
      for (const alike of likely) {
        const group = keyOf(firstOf(alike.candidate.seen.target))
        if (reported.has(group)) continue
        const first = likely.find(({ candidate }) => keyOf(candidate.seen.target) === group)
        const { candidate, judged } = first ?? alike
        reported.set(group, repeatOf(candidate, judged))
      }
      return [...reported.values()].slice(0, reportedAtMost)
    },
  }
}
