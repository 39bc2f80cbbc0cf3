import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { AssessmentPeriod, AssessmentSubject } from './assessmentSubjects.ts'
import { command, query } from './call.ts'
import { ComplaintId } from './complaintFields.ts'
import { ControlKey, FrameworkVersionId, Measurement } from './frameworks.ts'
import { PostId } from './postIds.ts'
import { ImageId, PlainDate } from './values.ts'

/** What the workspace says of a control by its own records. No data is neither met nor unmet. */
export const MeasureVerdict = z.enum(['met', 'partly', 'not-met', 'not-measured'])
export type MeasureVerdict = z.infer<typeof MeasureVerdict>

const Percent = z.number().int().min(1).max(100)

/** From which share of what was kept on a control is met, or partly met; in per cent. */
export const MeasureSettings = z
  .object({ metAt: Percent, partlyAt: Percent })
  .refine(({ metAt, partlyAt }) => partlyAt <= metAt, { path: ['partlyAt'] })
export type MeasureSettings = z.infer<typeof MeasureSettings>

/** Ours: the sources ask for all, and a single slip in a year is not the same as a habit. */
export const defaultMeasureSettings: MeasureSettings = { metAt: 95, partlyAt: 75 }

/** How something is worked out; the window explains each in plain words. */
export const MeasureMethod = z.enum([
  'rhythm',
  'fresh-weeks',
  'lead-time',
  'production',
  'upload',
  'response',
  'routing',
  'answer',
  'wrong-door',
  'poster-size',
  'repeated-photos',
  'captions',
  'described',
  'profile',
  'four-eyes',
  'corrections',
])
export type MeasureMethod = z.infer<typeof MeasureMethod>

/** What a control is held to, as it is in force: the office may have changed it. */
export const MeasuredLimit = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('posts-a-day'), min: z.number(), max: z.number() }),
  z.object({ unit: z.literal('hours'), amount: z.number() }),
  z.object({ unit: z.literal('working-days'), amount: z.number() }),
  z.object({
    unit: z.literal('pixels'),
    ...{ width: z.number(), height: z.number() },
    ...{ wantedWidth: z.number(), wantedHeight: z.number() },
  }),
])
export type MeasuredLimit = z.infer<typeof MeasuredLimit>

/** Why there is no verdict. */
export const NotMeasured = z.enum([
  /** Nothing of it happened in these days. */
  'nothing',
  /** There is something, and none of it can be judged, or not yet. */
  'nothing-to-judge',
  /** It is asked of accounts, and the subject has none. */
  'no-account',
  /** It is asked of another channel. */
  'other-channel',
  /** The office asks for no such time. */
  'rule-off',
  /** The kind of complaint is not on the office's list. */
  'unknown-kind',
])
export type NotMeasured = z.infer<typeof NotMeasured>

/** What of a profile a control asks for. */
export const ProfilePart = z.enum([
  ...(['avatar', 'header', 'website', 'biography'] as const),
  ...(['official-words', 'official-email', 'introduction'] as const),
])
export type ProfilePart = z.infer<typeof ProfilePart>

/** What was found of one item; the window makes a sentence of code and params. */
export const FoundCode = z.enum([
  /** `count`, `min`, `max`: posts of one account on one day. So the next two. */
  ...(['rhythm-within', 'rhythm-under', 'rhythm-over'] as const),
  /** `count`, `to`: posts of one account from Monday to Sunday. */
  ...(['week-with-posts', 'week-without-posts'] as const),
  /** `planned`, `programme` (days), `count` (working days between), `limit`. */
  ...(['planned-in-time', 'planned-late'] as const),
  /** `programme`: it was entered only after it came out. */
  'recorded-after',
  /** `kind`, `from`, `to`, `due` (days), `count` (working days). */
  ...(['made-in-time', 'made-late'] as const),
  /** `kind`, `from`, `due`: asked for and not there yet. */
  ...(['not-made', 'being-made'] as const),
  /** It came out, and nobody recorded when it was ready. */
  'ready-unknown',
  /** `from`, `to`, `due` (days), `count` (working days). */
  ...(['uploaded-in-time', 'uploaded-late'] as const),
  /** `from`, `due` (days). */
  ...(['not-uploaded', 'upload-waiting'] as const),
  /** `hours`: from receipt to the answer. */
  ...(['responded-in-time', 'responded-late'] as const),
  /** `hours`: since receipt. */
  ...(['not-responded', 'response-waiting'] as const),
  /** It came in settled from a sheet that does not say when. */
  'moment-unknown',
  /** `to`, `due` (days), `count` (working days). */
  ...(['answered-in-time', 'answered-late'] as const),
  /** `due` (day). */
  ...(['not-answered', 'answer-waiting'] as const),
  /** `agency` (key), `hours` until then. */
  ...(['sent-to-responder', 'sent-elsewhere'] as const),
  /** `hours` until JKR itself answered. */
  'answered-by-us',
  ...(['not-sent', 'routing-waiting'] as const),
  /** `width`, `height`. */
  ...(['size-recommended', 'size-allowed', 'size-below'] as const),
  ...(['photo-once', 'photo-said-different', 'photo-undecided'] as const),
  /** `count`: in so many posts on one account within these days. */
  'photo-used-again',
  ...(['photo-said-repeat', 'photo-found-repeat'] as const),
  'caption-whole',
  /** `parts`: keys of what the text does not tell, or nobody recorded. */
  'caption-lacks',
  'caption-without-programme',
  /** `parts`: `text`, `keywords`. */
  ...(['described', 'not-described'] as const),
  'profile-whole',
  /** `parts`: gaps of the account (`UniformityGap`), or `email-not-official`. */
  'profile-lacks',
  'profile-not-recorded',
  /** `name` of who approved. So the next. */
  ...(['approved-by-other', 'approved-by-author'] as const),
  ...(['approved-afterwards', 'never-approved', 'came-in-afterwards'] as const),
  /** `days` from the post to its correction. So the next two. */
  ...(['corrected-with-apology', 'corrected', 'corrected-without-apology'] as const),
])
export type FoundCode = z.infer<typeof FoundCode>

export const FoundParams = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.string())]),
)
export type FoundParams = z.infer<typeof FoundParams>

/** Whether an item counts as kept, as failed, or is not counted: it waits, or nobody can tell. */
export const ItemStanding = z.enum(['failed', 'uncounted', 'kept'])
export type ItemStanding = z.infer<typeof ItemStanding>

/** Where the item is to be seen. */
export const MeasuredPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), id: PostId, title: z.string() }),
  z.object({ kind: z.literal('complaint'), id: ComplaintId, number: z.string() }),
  z.object({ kind: z.literal('image'), id: ImageId, name: z.string() }),
  z.object({ kind: z.literal('account'), id: AccountId, channel: z.string(), handle: z.string() }),
])
export type MeasuredPlace = z.infer<typeof MeasuredPlace>

/** One post, complaint, picture, account or day of an account, with what was found of it. */
export const MeasuredItem = z.object({
  place: MeasuredPlace,
  standing: ItemStanding,
  /** By which it belongs to the period; null where it is as it stands now. */
  day: PlainDate.nullable(),
  code: FoundCode,
  params: FoundParams,
})
export type MeasuredItem = z.infer<typeof MeasuredItem>

/** Units of amounts. */
export const AmountUnit = z.enum(['posts', 'hours', 'working-days', 'calendar-days'])
export type AmountUnit = z.infer<typeof AmountUnit>

/** An item that failed, as it is named on paper: a title or a number, never a person. */
export const FailedItem = z.object({
  name: z.string(),
  day: PlainDate.nullable(),
  code: FoundCode,
})
export type FailedItem = z.infer<typeof FailedItem>

/** So many of what failed are kept with a figure, the latest of them; how many there were is counted. */
export const mostFailed = 200
/** So many of them are named beside a figure on paper. */
export const printedFailed = 5

/** How a control is answered by what the workspace has. */
export const Measured = z.object({
  key: ControlKey,
  measurement: Measurement,
  method: MeasureMethod,
  verdict: MeasureVerdict,
  /** What was judged, and how much of it was kept. */
  counted: z.number().int().min(0),
  kept: z.number().int().min(0),
  /** Seen and not judged. */
  uncounted: z.number().int().min(0),
  /** Null where it has none, or it differs between accounts. */
  limit: MeasuredLimit.nullable(),
  settings: MeasureSettings,
  /** The source suggests it and makes no duty of it (KKS E). */
  guide: z.boolean(),
  /** Of what was counted, where it can be told; nearest rank, so always one that was measured. */
  amounts: z
    .object({ unit: AmountUnit, median: z.number(), worst: z.number(), of: z.number().int() })
    .nullable(),
  /** How many of each finding, failed ones first. */
  found: z.array(
    z.object({ code: FoundCode, standing: ItemStanding, count: z.number().int().positive() }),
  ),
  /** Null where there is a verdict. */
  why: NotMeasured.nullable(),
  /** The latest of what failed; missing in what was measured before they were kept. */
  failed: z.array(FailedItem).max(mostFailed).optional(),
})
export type Measured = z.infer<typeof Measured>

/** Measurements whose items are complaints: who may not read the register sees figures alone. */
export const measuredOfComplaints: readonly Measurement[] = [
  'first-response',
  'answer-time',
  'wrong-doors',
]

const question = { versionId: FrameworkVersionId, period: AssessmentPeriod }
const OneMeasure = z.object({ ...question, key: ControlKey, subject: AssessmentSubject })

export const measures = {
  /** @throws `compliance.unknown-version`, `compliance.unknown-control`, `accounts.unknown` */
  measure: query(OneMeasure, Measured),
  /** Every control of a version that is asked and has a measurement, for each subject. */
  measureAll: query(
    z.object({ ...question, subjects: z.array(AssessmentSubject).min(1).max(200) }),
    z.array(z.object({ subject: AssessmentSubject, controls: z.array(Measured) })),
  ),
  /**
   * The very items behind a figure: failed ones first, then those not counted, each latest first.
   * @throws `people.not-allowed` where they are complaints and the person may not read the register
   */
  measuredItems: query(
    OneMeasure.extend({
      /** Null: whatever was found. */
      code: FoundCode.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1_000),
    }),
    z.object({ total: z.number().int().min(0), items: z.array(MeasuredItem) }),
  ),
  measureSettings: query(z.object({}), MeasureSettings),
  changeMeasureSettings: command(MeasureSettings, MeasureSettings),
}
