import type { BreachId, BreachNotice, BreachNoticeId } from '#contract/complaintBreaches'
import type { Instant, PersonId } from '#contract/values'

/** A breach of personal data, as the office knows it (PDPA s.12B). */
export interface BreachRow {
  id: BreachId
  number: string
  version: number
  what: string
  began_at: Instant
  ended_at: Instant | null
  known_at: Instant
  people: number | null
  /** JSON: `BreachField`s. */
  fields: string
  harm: number
  consequences: string
  measures: string
  person_id: PersonId | null
  /** JSON: numbers of complaints. */
  numbers: string
  at: Instant
  by_id: PersonId
  removed_at: Instant | null
}

/** That a party was told of a breach, or why it is not. */
export interface BreachNoticeRow {
  id: BreachNoticeId
  breach_id: BreachId
  party: BreachNotice['party']
  outcome: BreachNotice['outcome']
  at: Instant
  how: string
  reference: string
  by_id: PersonId
  removed_at: Instant | null
}
