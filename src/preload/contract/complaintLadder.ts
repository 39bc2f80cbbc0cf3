import { z } from 'zod'
import { command, query } from './call.ts'
import { Role } from './roles.ts'

/**
 * Marks of the time that a clock has used; each bears the name of its shipped percentage, whatever
 * the office made of that.
 */
export const shareMarks = ['used-50', 'used-75', 'used-90'] as const
export type ShareMark = (typeof shareMarks)[number]

/** Marks of the rungs; each bears the name of the role that shipped with it. */
export const rungMarks = ['approver', 'head'] as const
export type RungMark = (typeof rungMarks)[number]

/** Who may be told of a late case beside its officer: whoever sees the register and is warned of it. */
export const RungRole = Role.extract(['administrator', 'approver', 'head'])
export type RungRole = z.infer<typeof RungRole>

/** Of the time a clock has, in whole per cent: before the limit, which is a mark of its own. */
const Share = z.number().int().min(1).max(99)

/** Who must know of a late case, and how long after its limit ran out. */
export const LadderRung = z.object({
  role: RungRole,
  /** Working days; 0: as the limit runs out. */
  days: z.number().int().min(0).max(60),
  /** Elapsed hours, of limits that are counted in hours; null: working days for those too. */
  hours: z.number().int().min(0).max(240).nullable(),
})
export type LadderRung = z.infer<typeof LadderRung>

/** When warnings are given, and who is told of what is late. The sources have no ladder; ours. */
export const Ladder = z.object({
  shares: z.object({ 'used-50': Share, 'used-75': Share, 'used-90': Share }),
  rungs: z.object({ approver: LadderRung, head: LadderRung }),
})
export type Ladder = z.infer<typeof Ladder>

/** What holds until the office decides otherwise. */
export const shippedLadder: Ladder = {
  shares: { 'used-50': 50, 'used-75': 75, 'used-90': 90 },
  rungs: {
    approver: { role: 'approver', days: 1, hours: null },
    head: { role: 'head', days: 3, hours: null },
  },
}

/** Why something is no ladder: warnings or rungs out of turn, hours of one rung alone, a role twice. */
export type LadderFault = 'shares' | 'roles' | 'hours' | 'rungs'

/** The first thing that is wrong; null: it is a ladder. */
export function ladderFault({ shares, rungs: { approver, head } }: Ladder): LadderFault | null {
  if (shares['used-50'] >= shares['used-75'] || shares['used-75'] >= shares['used-90']) {
    return 'shares'
  }
  if (approver.role === head.role) return 'roles'
  if ((approver.hours === null) !== (head.hours === null)) return 'hours'
  const areInTurn = approver.days <= head.days && (approver.hours ?? 0) <= (head.hours ?? 0)
  return areInTurn ? null : 'rungs'
}

export const complaintLadder = {
  ladder: query(z.object({}), Ladder),
  /**
   * Open complaints are counted by it at once. Who was told of a mark that stays reached is not told
   * again.
   * @throws `complaints.ladder-shares`, `-roles`, `-hours` or `-rungs`
   */
  changeLadder: command(Ladder, Ladder),
  /** Back to what is shipped. */
  resetLadder: command(z.object({}), Ladder),
}
