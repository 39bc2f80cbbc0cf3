import { z } from 'zod'
import { MeasuringId, RoundId } from './assessmentIds.ts'
import { MeasureChange, MeasuringSteps } from './assessmentMeasures.ts'
import { AssessmentSummary } from './assessments.ts'
import { command, job } from './call.ts'
import { Control } from './frameworks.ts'
import { Instant } from './values.ts'

/** One assessment of a round of which something came out otherwise. */
export const RoundChange = AssessmentSummary.pick({
  ...({ id: true, subject: true, subjectName: true } as const),
}).extend({
  /** In the order in which its controls are read. */
  changes: z.array(MeasureChange).min(1),
  /** Answers of its own that move. */
  answers: z.number().int().min(0),
  /** Null while nothing that applies is answered. */
  scoreBefore: z.number().min(0).max(1).nullable(),
  scoreAfter: z.number().min(0).max(1).nullable(),
})
export type RoundChange = z.infer<typeof RoundChange>

/** What measuring a round anew comes to. */
export const RoundMeasured = z.object({
  at: Instant,
  /** Of so many, which are open. */
  assessments: z.number().int().min(0),
  /** Measurements that came out otherwise, and answers that move with them. */
  changed: z.number().int().min(0),
  answers: z.number().int().min(0),
  /** Answers that somebody gave otherwise than measured: they stay. */
  disagreed: z.number().int().min(0),
  /** Those with changes, in the order of the round. */
  subjects: z.array(RoundChange),
  /** The controls the changes are of. */
  controls: z.array(Control.pick({ key: true, clause: true, question: true })),
  /** By which it can be taken back; null where it was not kept. */
  undo: MeasuringId.nullable(),
})
export type RoundMeasured = z.infer<typeof RoundMeasured>

export const campaignMeasuring = {
  /**
   * Measures all open assessments of a round anew. Kept, answers that follow move and those of whoever
   * said otherwise stay; not kept, it says what it would change.
   * @throws `compliance.unknown-round`, `compliance.campaign-removed`
   */
  measureRound: job(z.object({ id: RoundId, keep: z.boolean() }), RoundMeasured, MeasuringSteps),
  /**
   * Takes the last measuring of a round back, in each assessment that is as it left it.
   * @throws `compliance.unknown-round`, `compliance.measuring-passed` where it is not the last
   */
  undoMeasureRound: command(
    z.object({ id: RoundId, measuring: MeasuringId }),
    z.object({
      /** Put back as they were. */
      assessments: z.number().int().min(0),
      /** Worked on, handed over or measured since: left as they are. */
      left: z.number().int().min(0),
    }),
  ),
}
