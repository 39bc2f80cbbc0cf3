import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplaintId, ComplaintNumber } from './complaintFields.ts'
import { rungMarks, RungRole, shareMarks } from './complaintLadder.ts'
import { Instant } from './values.ts'

/**
 * What a complaint reaches while nobody meets its clocks: three parts of the time, the limit itself,
 * and the rungs on which somebody else must know of it, all as the office's ladder says.
 */
export const WarningMark = z.enum([...shareMarks, 'late', ...rungMarks])
export type WarningMark = z.infer<typeof WarningMark>

/** A mark that a complaint reached or is about to, of which this person was not told yet. */
export const CaseWarning = z.object({
  id: ComplaintId,
  number: ComplaintNumber,
  mark: WarningMark,
  /** Of a part of the time: how many per cent it is. */
  share: z.number().int().nullable(),
  /** Of a rung: the role that must know. */
  role: RungRole.nullable(),
  /** The case is this person's own. */
  mine: z.boolean(),
  /** From when on it is told: what is counted in days waits for the morning of a working day. */
  from: Instant,
  /** This person is told by a notice; else it is only kept that the mark was reached. */
  tells: z.boolean(),
})
export type CaseWarning = z.infer<typeof CaseWarning>

/** One that was told, as the timeline has it. */
export const GivenWarning = z.object({ id: ComplaintId, mark: WarningMark })
export type GivenWarning = z.infer<typeof GivenWarning>

export const complaintWarnings = {
  /**
   * Of the last days and the hours to come, so that a locked screen can tell them too; rungs however
   * long ago they were reached.
   */
  warnings: query(z.object({}), z.array(CaseWarning)),
  /** Keeps that this person was told; what is not reached, or was kept before, is passed over. */
  keepWarnings: command(
    z.object({ given: z.array(GivenWarning).min(1).max(2_000) }),
    z.object({ kept: z.number().int().min(0) }),
  ),
}
