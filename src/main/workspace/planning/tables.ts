export interface PlanningTables {
  calendar_note: CalendarNoteRow
  hold: HoldRow
  sensitive_term: SensitiveTermRow
}

export interface CalendarNoteRow {
  id: string
  title: string
  body: string
  /** Malaysian days, both belonging to it. */
  starts_on: string
  ends_on: string
  kind: string
  reason: string | null
  effect: string | null
  /** JSON: codes of states; empty for the whole country. */
  states: string
  removed_at: string | null
}

export interface HoldRow {
  id: string
  reason: string
  since: string
  held_by: string
  /** 1 while it lasts, then null; unique. */
  open: number | null
  resumed_at: string | null
  resumed_by: string | null
  resume_note: string | null
}

export interface SensitiveTermRow {
  id: string
  term: string
  why: string
  suggestion: string
  removed_at: string | null
}
