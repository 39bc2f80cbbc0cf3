import { z } from 'zod'
import { command, query } from './call.ts'
import { Instant, Line, Sha256 } from './values.ts'

export const FrameworkId = z.uuid().brand<'FrameworkId'>()
export type FrameworkId = z.infer<typeof FrameworkId>

export const FrameworkVersionId = z.uuid().brand<'FrameworkVersionId'>()
export type FrameworkVersionId = z.infer<typeof FrameworkVersionId>

/** How a control is called in every version and copy of a checklist: never given another meaning. */
export const ControlKey = z.string().regex(/^[a-z0-9-]{1,80}$/)
export type ControlKey = z.infer<typeof ControlKey>

/** Whom or what a control is asked of. */
export const ControlScope = z.enum(['account', 'unit', 'operator', 'post'])
export type ControlScope = z.infer<typeof ControlScope>

/** What the workspace can say of a control by its own records; a closed list. */
export const Measurement = z.enum([
  'rhythm',
  'lead-time',
  'production-time',
  'first-response',
  'answer-time',
  'wrong-doors',
  'poster-size',
  'repeated-photos',
  'captions',
  'account-profile',
  'four-eyes',
  'corrections',
])
export type Measurement = z.infer<typeof Measurement>

/** A sentence or two of a control: trimmed, never empty. */
const Sentence = z.string().trim().min(1).max(600)

const inBoth = <T extends z.ZodType>(text: T) => z.object({ ms: text, en: text })
export const TitlePair = inBoth(Line)
export type TitlePair = z.infer<typeof TitlePair>
export const SentencePair = inBoth(Sentence)

/** 1 good practice, 2 a duty, 3 law or safety; 0 a heading, answered by the controls below it. */
export const Weight = z.number().int().min(0).max(3)

/** What a control says. */
export const ControlFields = z.object({
  /** Where it comes from ("Melaka 13.5(b)"). */
  clause: Line,
  /** A control under a heading stands in the section of its heading, whatever is given. */
  section: TitlePair,
  /** Answered by yes, partly or no. */
  question: SentencePair,
  /** What good evidence is. */
  evidence: SentencePair,
  weight: Weight,
  scope: ControlScope,
  /** Null: a person answers. */
  measurement: Measurement.nullable(),
  /** Where sources differ, which holds and why. */
  note: SentencePair.nullable(),
})
export type ControlFields = z.infer<typeof ControlFields>

export const Control = ControlFields.extend({
  key: ControlKey,
  /** The heading it stands under. */
  parent: ControlKey.nullable(),
  /** Controls of the sources that a merged one stands for. */
  standsFor: z.array(ControlKey),
  /** Controls of the sources that do not hold beside it; `note` says why. */
  supersedes: z.array(ControlKey),
  /** Why it is no longer asked; null while it is. */
  retired: z.string().nullable(),
})
export type Control = z.infer<typeof Control>

/** A draft is edited; a published version never changes; a discarded draft can be brought back. */
export const VersionState = z.enum(['draft', 'published', 'discarded'])
export type VersionState = z.infer<typeof VersionState>

export const VersionHead = z.object({
  id: FrameworkVersionId,
  frameworkId: FrameworkId,
  state: VersionState,
  /** Counted from 1; null until it is published. */
  number: z.number().int().positive().nullable(),
  title: TitlePair,
  source: z.string(),
  /** Of its title, source and controls in canonical JSON; null until it is published. */
  hash: Sha256.nullable(),
  publishedAt: Instant.nullable(),
  /** Null for what came with the application. */
  publishedBy: z.string().nullable(),
  /** Controls that are asked: neither headings nor retired ones. */
  asked: z.number().int().min(0),
  /** Of these, what the workspace can measure. */
  measured: z.number().int().min(0),
})
export type VersionHead = z.infer<typeof VersionHead>

export const FrameworkVersion = VersionHead.extend({ controls: z.array(Control) })
export type FrameworkVersion = z.infer<typeof FrameworkVersion>

/** A checklist with its versions. */
export const Framework = z.object({
  id: FrameworkId,
  /** Key of the file it came with; null for the office's own. */
  shipped: ControlKey.nullable(),
  /** The version it was copied from. */
  copiedFrom: FrameworkVersionId.nullable(),
  removed: z.boolean(),
  /** The draft first, then the published, newest first; without discarded drafts. */
  versions: z.array(VersionHead),
})
export type Framework = z.infer<typeof Framework>

export const ControlChange = z.enum(['same', 'changed', 'new', 'retired', 'brought-back'])
export type ControlChange = z.infer<typeof ControlChange>

/** What became of one control between two versions. */
export const ComparedControl = z.object({
  key: ControlKey,
  change: ControlChange,
  /** Parts that differ where it was changed. */
  parts: z.array(ControlFields.keyof()),
  before: Control.nullable(),
  after: Control.nullable(),
})
export type ComparedControl = z.infer<typeof ComparedControl>

const One = z.object({ id: FrameworkId })
const OneVersion = z.object({ id: FrameworkVersionId })
const OneControl = z.object({ frameworkId: FrameworkId, key: ControlKey })

export const frameworks = {
  /** Those that came with the application in their order, then the office's; removed ones too. */
  frameworks: query(z.object({}), z.array(Framework)),
  version: query(OneVersion, FrameworkVersion),
  /** Control by control, in the order of the later version; of one checklist or of two. */
  compare: query(
    z.object({ before: FrameworkVersionId, after: FrameworkVersionId }),
    z.array(ComparedControl),
  ),
  /** A checklist of the office's own, with a draft that holds the same controls. */
  copy: command(OneVersion.extend({ title: TitlePair }), Framework),
  /** Takes an office's checklist out of sight. */
  remove: command(One, Framework),
  bringBack: command(One, Framework),
  startDraft: command(One, FrameworkVersion),
  discardDraft: command(One, VersionHead),
  bringBackDraft: command(OneVersion, FrameworkVersion),
  changeTitle: command(One.extend({ title: TitlePair }), FrameworkVersion),
  addControl: command(z.object({ frameworkId: FrameworkId, fields: ControlFields }), Control),
  changeControl: command(OneControl.extend({ fields: ControlFields }), Control),
  /** A heading goes with the controls below it. */
  retireControl: command(OneControl.extend({ reason: Line }), Control),
  bringBackControl: command(OneControl, Control),
  /** Up (-1) or down (1) within its section. */
  moveControl: command(OneControl.extend({ by: z.literal([-1, 1]) }), Control),
  /** Gives the draft its number and hash; from then on it never changes. */
  publish: command(One, FrameworkVersion),
}
