import type { CountedDay, MovedDay } from '#contract/postRecounts'
import type { PlainDate } from '#contract/values'

/** The last days of a post; null: none is asked for. */
export type LastDays = Readonly<Record<CountedDay, PlainDate | null>>

/** How far a post is: nobody is told of a day for what is done. */
export interface DoneAlready {
  readonly delivered: boolean
  readonly approved: boolean
}

/** Which last days of a post are other days now. */
export function movedDays(
  before: LastDays,
  after: LastDays,
  { delivered, approved }: DoneAlready,
): MovedDay[] {
  const open: readonly CountedDay[] = [
    'plan-by',
    ...(delivered ? [] : (['begin-by'] as const)),
    ...(approved ? [] : (['approve-by'] as const)),
  ]
  return open.flatMap((what) =>
    before[what] === after[what] ? [] : [{ what, before: before[what], after: after[what] }],
  )
}

/** Several moves as one each, oldest first: from where a day stood first to where it stands now. */
export function netMoves(moves: readonly MovedDay[]): MovedDay[] {
  const net = new Map<CountedDay, MovedDay>()
  for (const { what, before, after } of moves) {
    net.set(what, { what, before: (net.get(what) ?? { before }).before, after })
  }
  return [...net.values()].filter(({ before, after }) => before !== after)
}
