import type { PostContent } from '#contract/postContent'

/**
 * What of a content is the plan's: when and where it comes out, and in which phase. To change it is
 * to move the post, whatever the form it is done in.
 */
export function planParts({ day, time, phaseId, accounts }: PostContent) {
  return {
    phase: phaseId,
    slots: [{ day, time }, ...accounts.map(({ text: _, ...slot }) => slot)],
  }
}

/** The calls that would make the same change by themselves. */
export function movesIn(before: PostContent, after: PostContent): ('move' | 'setPhase')[] {
  const [had, has] = [planParts(before), planParts(after)]
  return [
    ...(JSON.stringify(had.slots) === JSON.stringify(has.slots) ? [] : (['move'] as const)),
    ...(had.phase === has.phase ? [] : (['setPhase'] as const)),
  ]
}
