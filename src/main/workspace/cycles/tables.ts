export interface CycleTables {
  cycle: CycleRow
  phase: PhaseRow
  phase_target: PhaseTargetRow
}

export interface CycleRow {
  id: string
  name: string
  name_en: string
  note: string
  /** 1 = the historical cycle, loaded as an example. */
  example: number
  archived: number
  created_at: string
}

export interface PhaseRow {
  id: string
  cycle_id: string
  /** 1 to 5. */
  number: number
  name: string
  name_en: string
  starts_on: string
  /** The last day, within the phase. */
  ends_on: string
  objective: string
  colour: string
  owner_id: string | null
}

/** One row for each category or kind of post of which a phase wants at least one. */
export interface PhaseTargetRow {
  id: string
  phase_id: string
  /** `category` or `piece`. */
  kind: string
  target_key: string
  wanted: number
}
