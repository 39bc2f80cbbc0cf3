import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { query } from './call.ts'
import { Cycle, CycleId, PhaseId } from './cycles.ts'
import { Holiday } from './days.ts'
import { CalendarNote, WeekStart } from './planning.ts'
import { PostId } from './postIds.ts'
import { PhaseSummary } from './postPhases.ts'
import { Period, PostFilter, PostTile } from './posts.ts'
import { ReferenceKey } from './reference.ts'
import { Language, PersonId, PlainDate } from './values.ts'

/** Most posts that are chosen one by one to leave the workspace together. */
const mostChosen = 5_000

/** What of the plan leaves: what the filter shows of a period and, unless null, was chosen of it. */
export const PlanChoice = z.object({
  /** Null: all posts, those without a day last. */
  period: Period.nullable(),
  filter: PostFilter,
  ids: z.array(PostId).max(mostChosen).nullable(),
})
export type PlanChoice = z.infer<typeof PlanChoice>

/** Names of what posts and their filter refer to. */
export const SheetNames = z.object({
  accounts: z.array(z.object({ id: AccountId, channel: z.string(), handle: z.string() })),
  phases: z.array(
    z.object({
      ...{ id: PhaseId, number: z.number().int(), name: z.string(), nameEn: z.string() },
    }),
  ),
  people: z.array(z.object({ id: PersonId, name: z.string() })),
  categories: z.array(z.object({ key: ReferenceKey, ms: z.string(), en: z.string() })),
})
export type SheetNames = z.infer<typeof SheetNames>

/** All that stands on paper of the plan: slots, and names of what they and the filter refer to. */
export const PlanSheet = SheetNames.extend({
  period: Period.nullable(),
  filter: PostFilter,
  /** By day and time; those without a day last. */
  tiles: z.array(PostTile),
  /** What the filter leaves; more than `tiles` where the sheet is cut. */
  fitting: z.number().int(),
  /** Of the period's days, or of those the slots stand on. */
  holidays: z.array(Holiday),
  /** What touches one of these days, blackouts among them. */
  notes: z.array(CalendarNote),
  weekStartsOn: WeekStart,
})
export type PlanSheet = z.infer<typeof PlanSheet>

/** The road map of which cycle leaves, and of which posts its weeks are. */
export const RoadChoice = z.object({ cycleId: CycleId, filter: PostFilter })
export type RoadChoice = z.infer<typeof RoadChoice>

/** All that stands on paper of the road map of a cycle. */
export const RoadSheet = SheetNames.extend({
  cycle: Cycle,
  filter: PostFilter,
  today: PlainDate,
  summary: PhaseSummary,
  /** What touches a day of the cycle, blackouts among them. */
  notes: z.array(CalendarNote),
  /** Of the cycle's days. */
  holidays: z.array(Holiday),
  weekStartsOn: WeekStart,
})
export type RoadSheet = z.infer<typeof RoadSheet>

const Asked = PlanChoice.extend({ language: Language })

/** The plan as files; a row or an event for each slot of a post, trashed posts never among them. */
export const postLeaving = {
  /** At most 3 000 slots; a file of the same choice has them all. */
  planSheet: query(PlanChoice.omit({ ids: true }), PlanSheet),
  /** Comma-separated values: UTF-8 with its mark, CRLF, safe to open in a spreadsheet. */
  planCsv: query(Asked, z.object({ csv: z.string() })),
  /** An Office Open XML workbook of one sheet. */
  planXlsx: query(Asked, z.object({ bytes: z.instanceof(Uint8Array) })),
  /** iCalendar (RFC 5545). Posts without a day are left out. */
  planIcs: query(Asked, z.object({ ics: z.string() })),
  roadSheet: query(RoadChoice, RoadSheet),
  /** Comma-separated values, a row for each phase, week and category that has posts. */
  roadCsv: query(RoadChoice.extend({ language: Language }), z.object({ csv: z.string() })),
}
