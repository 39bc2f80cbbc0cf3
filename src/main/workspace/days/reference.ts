import { z } from 'zod'
import { HolidayKind, Weekday } from '#contract/days'
import { StateCode } from '#contract/states'
import { Line, PlainDate } from '#contract/values'
import shipped from '../../../../resources/reference/holidays.json' with { type: 'json' }

/** `01 13`, the numbers of the states' codes, or `all`. */
const States = z
  .string()
  .regex(/^(all|\d\d( \d\d)*)$/)
  .transform((text) =>
    text === 'all'
      ? [...StateCode.options]
      : text.split(' ').map((number) => StateCode.parse(`MY-${number}`)),
  )

const Years = z.object({ from: z.number().int(), to: z.number().int() })

const Weekend = z.object({
  states: States,
  from: PlainDate,
  to: PlainDate.nullable(),
  days: z.array(Weekday).length(2),
})

const Replacement = z.object({
  states: States,
  from: PlainDate,
  to: PlainDate.nullable(),
  /** The day off on which a holiday is replaced; on the other one it is not. */
  weeklyHoliday: Weekday,
  /** Two holidays on one working day: is the second one replaced too? */
  onAnotherHoliday: z.boolean(),
  source: z.string(),
})

/** One day in every year from one to another. */
const FixedDay = z.object({
  day: z.string().regex(/^\d\d-\d\d$/),
  states: States,
  from: z.number().int(),
  to: z.number().int().optional(),
})

const ListedHoliday = z.object({
  ms: Line,
  en: Line,
  kind: HolidayKind,
  fixed: z.array(FixedDay).default([]),
  /** Date, states, how many sources agree for them (2 = two or more), which. */
  dates: z.array(z.tuple([PlainDate, States, z.literal([0, 1, 2]), z.string()])),
})

/** The shape of `resources/reference/holidays.json`, which says of itself what is in it. */
export const HolidayReference = z.object({
  version: z.number().int().positive(),
  about: z.string(),
  /** The years whose holidays are known by date. */
  listed: Years,
  /** The years for which something is said at all: outside `listed`, only what is fixed. */
  forecast: Years,
  weekends: z.array(Weekend),
  weekendSources: z.array(z.string()),
  replacements: z.array(Replacement),
  holidays: z.record(z.string().regex(/^[a-z0-9-]+$/), ListedHoliday),
  sources: z.record(z.string(), z.string()),
  gaps: z.array(z.string()),
})
export type HolidayReference = z.infer<typeof HolidayReference>

export const shippedVersion = HolidayReference.shape.version.parse(shipped.version)
export const shippedWeekends = HolidayReference.shape.weekends.parse(shipped.weekends)
export const shippedReplacements = HolidayReference.shape.replacements.parse(shipped.replacements)

let whole: HolidayReference | null = null

/** The list that comes with this version of the application; read when first wanted. */
export function shippedReference(): HolidayReference {
  whole ??= HolidayReference.parse(shipped)
  return whole
}
