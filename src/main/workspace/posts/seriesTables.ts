import type { SeriesChangeId, SeriesId } from '#contract/postIds'
import type { Instant, PersonId, PlainDate } from '#contract/values'

/** Posts that come again by a rule. */
export interface PostSeriesRow {
  id: SeriesId
  /** JSON: `SeriesRule`. */
  rule: string
  starts_on: PlainDate
  /** The last day of which a post was made. */
  made_to: PlainDate
  /** JSON: days of which no post is wanted. */
  skips: string
  /** JSON: `PostContent` of the first day, from which further posts are made. */
  content: string
  /** Of a post when it is made. */
  status: 'idea' | 'draft'
  /** Who wrote `content` last: the author of what is made of it. */
  written_by: PersonId
  created_at: Instant
  /** Its making was undone. */
  closed_at: Instant | null
  /** The newest change that was not undone. */
  last_change: SeriesChangeId | null
}

export interface PostSeriesChangeRow {
  id: SeriesChangeId
  what: 'make' | 'rule' | 'save' | 'end' | 'leave' | 'extend'
  /** JSON: what was before (`SeriesBefore`). */
  before: string
  made_by: PersonId
  made_at: Instant
  undone_at: Instant | null
}
