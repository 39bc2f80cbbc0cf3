import type { HolidayImportId } from '#contract/holidayImports'
import type { Instant, PersonId } from '#contract/values'

export interface DayTables {
  holiday: HolidayRow
  holiday_list: HolidayListRow
  holiday_import: HolidayImportRow
}

/** Holidays that came in together from a sheet. */
export interface HolidayImportRow {
  id: HolidayImportId
  file_name: string
  /** JSON: each with its id, as it came in, in the order of the rows. */
  holidays: string
  imported_by: PersonId
  imported_at: Instant
  undone_at: Instant | null
}

/** A public holiday: shipped with the application, or the office's own. */
export interface HolidayRow {
  id: string
  /** Which entry of the shipped list it is; null for the office's own. */
  list_key: string | null
  date: string
  name: string
  name_en: string | null
  kind: string
  /** JSON: codes of states. */
  states: string
  /** Where the office has it from. */
  reference: string | null
  /** JSON: doubt by state, as shipped. */
  doubts: string
  /** JSON: names of sources, as shipped. */
  sources: string
  /** 1 = differs from what was shipped: updates leave it alone. */
  changed: number
  /** 1 = taken out by the office: updates do not bring it back. */
  removed: number
}

/** The list that was loaded last: one row. */
export interface HolidayListRow {
  id: string
  version: number
}
