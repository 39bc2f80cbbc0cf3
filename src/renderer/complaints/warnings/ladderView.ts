import {
  Ladder,
  ladderFault,
  rungMarks,
  shareMarks,
  type LadderFault,
  type LadderRung,
  type RungMark,
  type ShareMark,
} from '#contract/complaintLadder'

/** Between what a number of the ladder may be. */
export const ladderNumbers = {
  share: { least: 1, most: 99 },
  days: { least: 0, most: 60 },
  hours: { least: 0, most: 240 },
} as const
export type LadderNumber = keyof typeof ladderNumbers

export function isSoundNumber(kind: LadderNumber, value: number): boolean {
  const { least, most } = ladderNumbers[kind]
  return Number.isInteger(value) && value >= least && value <= most
}

/** What keeps a ladder from being saved: a number of it, or how its parts stand to each other. */
export function faultOf(ladder: Ladder): LadderFault | 'number' | null {
  return Ladder.safeParse(ladder).success ? ladderFault(ladder) : 'number'
}

export function sameLadder(one: Ladder, other: Ladder): boolean {
  return (
    shareMarks.every((mark) => Object.is(one.shares[mark], other.shares[mark])) &&
    rungMarks.every((mark) => {
      const [a, b] = [one.rungs[mark], other.rungs[mark]]
      return a.role === b.role && Object.is(a.days, b.days) && Object.is(a.hours, b.hours)
    })
  )
}

export function withShare(ladder: Ladder, mark: ShareMark, share: number): Ladder {
  return { ...ladder, shares: { ...ladder.shares, [mark]: share } }
}

export function withRung(ladder: Ladder, mark: RungMark, change: Partial<LadderRung>): Ladder {
  return { ...ladder, rungs: { ...ladder.rungs, [mark]: { ...ladder.rungs[mark], ...change } } }
}
