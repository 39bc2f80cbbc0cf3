import { z } from 'zod'
import { command, query } from './call.ts'
import { StateCode } from './states.ts'
import { Line, PlainDate } from './values.ts'

export const HolidayId = z.uuid().brand<'HolidayId'>()
export type HolidayId = z.infer<typeof HolidayId>

/** `replacement`: the day given for a holiday that fell on the weekly holiday. `special`: declared once. */
export const HolidayKind = z.enum(['federal', 'state', 'replacement', 'special'])
export type HolidayKind = z.infer<typeof HolidayKind>

/**
 * Why a day of the shipped list may not be so. `one-source`: fewer than two sources name it for
 * that state. `forecast` (ramalan): computed, in no list.
 */
export const Doubt = z.enum(['one-source', 'forecast'])
export type Doubt = z.infer<typeof Doubt>

/** `list`: as shipped. `changed`: shipped, then changed by the office. `own`: added by the office. */
export const HolidayOrigin = z.enum(['list', 'changed', 'own'])
export type HolidayOrigin = z.infer<typeof HolidayOrigin>

/** The years that have holidays at all: listed, forecast, or entered by the office. */
export const holidayYears = { first: 2013, last: 2040 } as const

const countedYears = { first: 1957, last: 2200 } as const

/** A day that may be a holiday here. */
export const HolidayDate = PlainDate.refine((date) => isWithin(date, holidayYears))

/** A day that working days are counted from or to; outside the holiday years only weekends count. */
export const CountedDate = PlainDate.refine((date) => isWithin(date, countedYears))

function isWithin(date: PlainDate, { first, last }: { first: number; last: number }): boolean {
  const year = Number(date.slice(0, 4))
  return first <= year && year <= last
}

/** What the office may say of a holiday. */
export const HolidayInput = z.object({
  date: HolidayDate,
  /** In Malay, as in the official lists. */
  name: Line,
  nameEn: Line.nullable(),
  kind: HolidayKind,
  /** In the order of their codes, each once. */
  states: z
    .array(StateCode)
    .min(1)
    .max(16)
    .transform((states) => [...new Set(states)].sort()),
  /** Where the office has it from: the number of a letter or circular. */
  reference: Line.nullable(),
})
export type HolidayInput = z.output<typeof HolidayInput>

/** A public holiday of some states or all. One day may stand in several. */
export const Holiday = HolidayInput.extend({
  id: HolidayId,
  origin: HolidayOrigin,
  /** States for which the day is in doubt; empty once the office has spoken. */
  doubts: z.partialRecord(StateCode, Doubt),
  /** What the shipped list rests on. */
  sources: z.array(z.string()),
  /** Taken out by the office: it no longer counts, and can be put back. */
  removed: z.boolean(),
})
export type Holiday = z.infer<typeof Holiday>

/** How much is known of a year. `forecast`: only what has the same date every year. `none`: nothing. */
export const ListState = z.enum(['listed', 'forecast', 'none'])
export type ListState = z.infer<typeof ListState>

/** A holiday that every year has, without its date: it goes by the moon or a proclamation. */
export const Undated = HolidayInput.pick({ name: true, kind: true, states: true }).extend({
  nameEn: Line,
})
export type Undated = z.infer<typeof Undated>

export const YearState = z.object({
  year: z.number().int(),
  list: ListState,
  /** What the year will have and nobody has entered yet. */
  undated: z.array(Undated),
})
export type YearState = z.infer<typeof YearState>

const Year = z.number().int().min(countedYears.first).max(countedYears.last)

export const Weekday = z.enum([
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
])
export type Weekday = z.infer<typeof Weekday>

/** The weekly days off of a state from one day to another (null: still). */
export const WeekendRule = z.object({
  from: PlainDate,
  to: PlainDate.nullable(),
  days: z.array(Weekday),
})
export type WeekendRule = z.infer<typeof WeekendRule>

/** Whose word a holiday is, for the state that was asked about. */
export const DayHoliday = z.object({
  id: HolidayId,
  name: Line,
  nameEn: Line.nullable(),
  kind: HolidayKind,
  origin: HolidayOrigin,
  doubt: Doubt.nullable(),
})
export type DayHoliday = z.infer<typeof DayHoliday>

/** One day in one state: it is a working day when it has neither weekend nor holiday. */
export const StateDay = z.object({
  date: PlainDate,
  working: z.boolean(),
  /** The rule by which the day is a weekly day off; null when it is not. */
  weekend: WeekendRule.nullable(),
  holidays: z.array(DayHoliday),
})
export type StateDay = z.infer<typeof StateDay>

/** At most two years of days at once. */
export const mostDays = 732
/** Working days that may be counted on or back. */
export const mostWorkingDays = 400

const From = z.object({ state: StateCode, from: CountedDate })

export const DayQuestion = z.discriminatedUnion('ask', [
  /** The day that lies so many working days after (before, when negative) `from`. */
  From.extend({
    ask: z.literal('day'),
    workingDays: z.number().int().min(-mostWorkingDays).max(mostWorkingDays),
  }),
  /** The working days after `from`, up to `to` and with it. */
  From.extend({ ask: z.literal('count'), to: CountedDate }),
])
export type DayQuestion = z.infer<typeof DayQuestion>

/** The count with its reasons. `from` itself is never counted. */
export const Explanation = z.object({
  state: StateCode,
  from: PlainDate,
  to: PlainDate,
  /** Negative when `to` lies before `from`. */
  workingDays: z.number().int(),
  /** Every day after `from` up to `to`, or before it down to `to`, in the order counted. */
  days: z.array(StateDay),
  /** The years touched of which not every holiday is known. */
  uncertain: z.array(YearState),
})
export type Explanation = z.infer<typeof Explanation>

const Named = z.object({ id: HolidayId })

export const days = {
  /** A year's holidays by date, those that the office took out among them. */
  holidays: query(
    z.object({ year: Year, state: StateCode.nullable() }),
    YearState.extend({ holidays: z.array(Holiday) }),
  ),
  /** Every day from one to another, for calendars. */
  range: query(From.extend({ to: CountedDate }), z.array(StateDay).max(mostDays)),
  explain: query(DayQuestion, Explanation),
  addHoliday: command(HolidayInput, Holiday),
  changeHoliday: command(HolidayInput.extend({ id: HolidayId }), Holiday),
  removeHoliday: command(Named, Holiday),
  /** Puts back what was taken out. */
  restoreHoliday: command(Named, Holiday),
  /** Makes a changed holiday of the shipped list as it was shipped. */
  resetHoliday: command(Named, Holiday),
}
