import {
  asksOf,
  isReopening,
  stepsFrom,
  type Asks,
  type ComplaintStatus,
} from '#contract/complaintStatus'

/** A step that may be taken, and what it asks. */
export interface Step {
  readonly to: ComplaintStatus
  readonly asks: Asks
  /** Takes up again what was settled. */
  readonly reopens: boolean
}

/** What each kind of asking demands, the strictest last. */
const strictness: readonly Asks[] = ['nothing', 'closing', 'reason', 'master']

/**
 * Steps that all of these complaints may take at once, onward first; where they stand differently
 * the strictest asking counts.
 */
export function stepsOf(statuses: readonly ComplaintStatus[]): Step[] {
  const [first, ...others] = [...new Set(statuses)]
  if (first === undefined) return []
  return stepsFrom(first)
    .filter((to) => others.every((from) => asksOf(from, to) !== null))
    .map((to) => ({
      to,
      asks: strictest([first, ...others].map((from) => asksOf(from, to) ?? 'nothing')),
      reopens: [first, ...others].some((from) => isReopening(from, to)),
    }))
}

function strictest(asked: readonly Asks[]): Asks {
  return strictness.findLast((each) => asked.includes(each)) ?? 'nothing'
}

/** Whether a step puts a complaint into the hands of another, who is asked first. */
export function isForwarding({ to }: Step): boolean {
  return to === 'forwarded' || to === 'outside-jurisdiction'
}

/** Whether a reason is asked in the window before a step is sent. */
export function wantsReason({ asks }: Step): boolean {
  return asks === 'reason' || asks === 'master'
}
