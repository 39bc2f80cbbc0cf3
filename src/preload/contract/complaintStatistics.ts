import { z } from 'zod'
import { query } from './call.ts'
import { ComplaintRow } from './complaints.ts'
import { Decision } from './complaintDecisions.ts'
import {
  FigureQuestion,
  Overview,
  PromiseFigures,
  PromiseLimit,
  Recurrences,
} from './complaintOverview.ts'
import { Language, Line, PlainDate } from './values.ts'

const Count = z.number().int().min(0)

/** What keys and ids are called, for paper, which asks nothing: those no longer offered too. */
export const StatisticNames = z.object({
  kinds: z.record(z.string(), z.object({ ms: Line, en: Line })),
  subKinds: z.record(z.string(), z.object({ ms: Line, en: Line })),
  channels: z.record(z.string(), z.object({ ms: Line, en: Line })),
  /** The same in both languages. */
  accounts: z.record(z.string(), z.object({ ms: Line, en: Line })),
  agencies: z.record(z.string(), z.object({ ms: Line, en: Line })),
  sets: z.record(z.string(), z.object({ ms: Line, en: Line, clause: Line })),
  states: z.record(z.string(), z.object({ ms: Line, en: Line })),
  people: z.record(z.string(), z.string()),
})
export type StatisticNames = z.infer<typeof StatisticNames>

/** How the charter was kept ("Pencapaian Piagam Pelanggan"), by the month of receipt. */
export const CharterReport = z.object({
  question: FigureQuestion,
  limits: z.array(PromiseLimit),
  /** Months in which none was received are left out; `month` as in `2026-11`. */
  months: z.array(z.object({ month: z.string(), lines: z.array(PromiseFigures) })),
  total: z.array(PromiseFigures),
  /** Received in the period, and in no line of the table. */
  leftOut: z.object({
    ...{ duplicates: Count, falses: Count, voided: Count, withoutSet: Count },
    /** Settled in an old register that does not say when. */
    unmeasured: Count,
  }),
  names: StatisticNames,
})
export type CharterReport = z.infer<typeof CharterReport>

/** A year in figures, as the complaints bureau (BPA) asks for them. */
export const YearReport = z.object({
  year: z.number().int(),
  question: FigureQuestion,
  /** Whether what is offered and had no complaint is listed too, with 0. */
  zeros: z.boolean(),
  overview: Overview,
  /** The year before, for what grew and what fell. */
  before: Overview.shape.period,
  limits: z.array(PromiseLimit),
  names: StatisticNames,
})
export type YearReport = z.infer<typeof YearReport>

/** A part of the register on paper: the first rows, and how many there are in all. */
export const CaseList = z.object({ total: Count, rows: z.array(ComplaintRow) })
export type CaseList = z.infer<typeof CaseList>

/** What a complaint meeting looks at: what is open, late, nobody's, and what recurs. */
export const MeetingPack = z.object({
  /** The day of the last meeting: what came in from then on up to today. */
  since: PlainDate,
  today: PlainDate,
  question: FigureQuestion,
  now: Overview.shape.now,
  period: Overview.shape.period,
  late: CaseList,
  unassigned: CaseList,
  /** Everything open, what is due first. */
  open: CaseList,
  recurrences: Recurrences,
  /** Of earlier meetings, about these states and kinds, and not done yet. */
  decisions: z.array(Decision),
  names: StatisticNames,
})
export type MeetingPack = z.infer<typeof MeetingPack>

const Csv = z.object({ csv: z.string() })
const InLanguage = z.object({ language: Language })
const Year = FigureQuestion.pick({ states: true, kinds: true }).extend({
  year: z.number().int().min(1990).max(2200),
  /** Kinds, sub-kinds, states, channels and accounts without a complaint stand there with 0. */
  zeros: z.boolean().default(true),
})
const Meeting = FigureQuestion.pick({ states: true, kinds: true }).extend({ since: PlainDate })

/** Statistics of the register: on paper, and beside each the same as a table. */
export const complaintStatistics = {
  charterReport: query(FigureQuestion, CharterReport),
  charterCsv: query(FigureQuestion.extend(InLanguage.shape), Csv),
  yearReport: query(Year, YearReport),
  yearCsv: query(Year.extend(InLanguage.shape), Csv),
  /** Of each list at most 100 rows; the table beside it has all that are open. */
  meetingPack: query(Meeting, MeetingPack),
  meetingCsv: query(Meeting.extend(InLanguage.shape), Csv),
  /** The same as a workbook, with room for what is decided. */
  meetingXlsx: query(
    Meeting.extend(InLanguage.shape),
    z.object({ bytes: z.instanceof(Uint8Array) }),
  ),
}
