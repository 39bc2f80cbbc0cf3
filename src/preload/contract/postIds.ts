import { z } from 'zod'

export const PostId = z.uuid().brand<'PostId'>()
export type PostId = z.infer<typeof PostId>

/** One asking for approval, from the asking to its end. */
export const RoundId = z.uuid().brand<'RoundId'>()
export type RoundId = z.infer<typeof RoundId>

/** What one person said in a round. */
export const DecisionId = z.uuid().brand<'DecisionId'>()
export type DecisionId = z.infer<typeof DecisionId>

export const CommentId = z.uuid().brand<'CommentId'>()
export type CommentId = z.infer<typeof CommentId>

export const PublicationId = z.uuid().brand<'PublicationId'>()
export type PublicationId = z.infer<typeof PublicationId>

export const CorrectionId = z.uuid().brand<'CorrectionId'>()
export type CorrectionId = z.infer<typeof CorrectionId>

export const ResultId = z.uuid().brand<'ResultId'>()
export type ResultId = z.infer<typeof ResultId>

/** Posts that come again and again by one rule. */
export const SeriesId = z.uuid().brand<'SeriesId'>()
export type SeriesId = z.infer<typeof SeriesId>

/** What was done to a series in one go, so that it can be undone in one go. */
export const SeriesChangeId = z.uuid().brand<'SeriesChangeId'>()
export type SeriesChangeId = z.infer<typeof SeriesChangeId>
