import { z } from 'zod'
import { AssessmentId } from './assessmentIds.ts'
import { AssessmentResult } from './assessmentSubjects.ts'
import { AssessmentSummary, Score } from './assessments.ts'
import { query } from './call.ts'
import { Control, TitlePair } from './frameworks.ts'
import { Language } from './values.ts'

/** Assessments of one history at most: the one it is of, and those before it. */
export const historyAtMost = 6

/** How a control stood in one assessment. */
export const HistoryCell = z.object({
  /** False where that assessment did not ask the control. */
  asked: z.boolean(),
  /** Null: not answered. */
  result: AssessmentResult.nullable(),
})
export type HistoryCell = z.infer<typeof HistoryCell>

/**
 * What became of a control. `applies`: it went from "not applicable" to a result or back, which is
 * neither better nor worse.
 */
export const HistoryChange = z.enum([
  ...(['worse', 'better', 'applies', 'answered', 'unanswered'] as const),
  ...(['new', 'gone', 'same'] as const),
])
export type HistoryChange = z.infer<typeof HistoryChange>

export const HistoryRow = z.object({
  /** As the latest assessment that asked it says it. */
  control: Control,
  /** One for each assessment, in their order. */
  cells: z.array(HistoryCell),
  /** Null where there is nothing to hold it against. */
  change: HistoryChange.nullable(),
  /** Its question, weight or evidence is not what it was in the one it is held against. */
  reworded: z.boolean(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

export const AssessmentHistory = z.object({
  /** The oldest first; the one it is of is the last. */
  assessments: z.array(AssessmentSummary).min(1).max(historyAtMost),
  /**
   * Of each, the approved issue whose answers are shown; null: its answers as they stand now, of one
   * that is not approved.
   */
  bases: z.array(z.number().int().positive().nullable()),
  /** Which of them the last is held against; null where it is the first of its kind. */
  against: AssessmentId.nullable(),
  rows: z.array(HistoryRow),
  /** Of each section, its score in each assessment; null where none of it was asked. */
  sections: z.array(z.object({ title: TitlePair, scores: z.array(Score.nullable()) })),
})
export type AssessmentHistory = z.infer<typeof AssessmentHistory>

/** Which controls of a history are shown, printed and taken out. */
export const HistoryShown = z.enum(['changed', 'worse', 'better', 'all'])
export type HistoryShown = z.infer<typeof HistoryShown>

/** Whether a control is among those of a filter; one that waits for its answer has not changed yet. */
export function isShownIn({ change, reworded }: HistoryRow, shown: HistoryShown): boolean {
  if (shown === 'all') return true
  if (shown !== 'changed') return change === shown
  return reworded || (change !== null && change !== 'same' && change !== 'unanswered')
}

/** A history with which of its controls are to stand on paper; all of them are counted. */
export const HistoryPaper = AssessmentHistory.extend({ shown: HistoryShown })
export type HistoryPaper = z.infer<typeof HistoryPaper>

const Asked = z.object({ id: AssessmentId, against: AssessmentId.nullable() })
const Leaving = Asked.extend({ shown: HistoryShown })
const Table = Leaving.extend({ language: Language })

export const assessmentHistory = {
  /**
   * An assessment beside the earlier ones of the same subject by the same checklist, control by
   * control.
   * @param against one of them; null: the one just before
   * @throws `compliance.unknown-assessment`
   */
  assessmentHistory: query(Asked, AssessmentHistory),
  historyPaper: query(Leaving, HistoryPaper),
  /** A row a control with its result in each assessment, and the scores below. */
  historyCsv: query(Table, z.object({ csv: z.string() })),
  historyXlsx: query(Table, z.object({ bytes: z.instanceof(Uint8Array) })),
}
