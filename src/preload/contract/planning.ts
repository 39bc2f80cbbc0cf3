import { z } from 'zod'
import { command, query } from './call.ts'
import { ownClause } from './reference.ts'
import { StateCode } from './states.ts'
import { Instant, Line, Passage, PersonId, PlainDate } from './values.ts'

export const NoteId = z.uuid().brand<'NoteId'>()
export type NoteId = z.infer<typeof NoteId>

export const TermId = z.uuid().brand<'TermId'>()
export type TermId = z.infer<typeof TermId>

export const HoldId = z.uuid().brand<'HoldId'>()
export type HoldId = z.infer<typeof HoldId>

/** `blackout`: days on which a cheerful post would be out of place (tempoh sekatan). */
export const NoteKind = z.enum(['note', 'blackout'])
export type NoteKind = z.infer<typeof NoteKind>

export const BlackoutReason = z.enum(['mourning', 'disaster', 'election', 'festival', 'other'])
export type BlackoutReason = z.infer<typeof BlackoutReason>

/** What happens to a post in a blackout: it is warned about, or it may not be published. */
export const BlackoutEffect = z.enum(['warn', 'hold'])
export type BlackoutEffect = z.infer<typeof BlackoutEffect>

const noteShape = {
  title: Line,
  text: Passage,
  startsOn: PlainDate,
  /** The last day that belongs to it. */
  endsOn: PlainDate,
  kind: NoteKind,
  /** Null for a plain note, given for a blackout; so is the effect. */
  reason: BlackoutReason.nullable(),
  effect: BlackoutEffect.nullable(),
  /** In the order of their codes, each once; empty: the whole country. */
  states: z
    .array(StateCode)
    .max(16)
    .transform((states) => [...new Set(states)].sort()),
}

/** What somebody says of some days. */
export const NoteFields = z
  .object(noteShape)
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'] })
  .refine(isWhole, { path: ['reason'] })
export type NoteFields = z.output<typeof NoteFields>

function isWhole(note: { kind: NoteKind; reason: unknown; effect: unknown }): boolean {
  const blackout = note.kind === 'blackout'
  return (note.reason !== null) === blackout && (note.effect !== null) === blackout
}

/** A note or a blackout period, standing behind the days of the calendar. */
export const CalendarNote = z.object({ id: NoteId, ...noteShape })
export type CalendarNote = z.output<typeof CalendarNote>

/** One time at which everything was held ("Gantung semua"). */
export const Hold = z.object({
  id: HoldId,
  reason: Line,
  since: Instant,
  byId: PersonId,
  byName: z.string(),
  /** Null while it lasts; so are the next three. */
  resumedAt: Instant.nullable(),
  resumedById: PersonId.nullable(),
  resumedByName: z.string().nullable(),
  /** What was said when publication went on; may be empty. */
  resumeNote: z.string().nullable(),
})
export type Hold = z.infer<typeof Hold>

/** At most so many past holds are told, the newest first. */
export const mostPastHolds = 50

export const TermFields = z.object({
  /** A word, or several, found as whole words whatever their case. */
  term: Line.refine((term) => /[\p{L}\p{N}]/u.test(term)),
  why: z.string().trim().max(500),
  /** What to write instead; may be empty. */
  suggestion: z.string().trim().max(200),
})
export type TermFields = z.output<typeof TermFields>

/** A word that a person has to look at before it is published. */
export const SensitiveTerm = TermFields.extend({ id: TermId })
export type SensitiveTerm = z.infer<typeof SensitiveTerm>

/** On which day the weeks of the calendar begin. */
export const WeekStart = z.enum(['monday', 'sunday'])
export type WeekStart = z.infer<typeof WeekStart>

/** What the office may set about planning. */
export const PlanningSettings = z.object({
  /** Working days from the first planning to a programme's date; 0 asks for none. */
  leadWorkingDays: z.number().int().min(0).max(60),
  /** Between two posts on one account; 0 asks for none. */
  minutesApart: z.number().int().min(0).max(1_440),
  /** Whether uploading takes its working days on top of the making. */
  uploadTakesADay: z.boolean(),
  mostHashtags: z.number().int().min(0).max(30),
  /** Working days before the slot by which a post should be approved. */
  approveWorkingDays: z.number().int().min(0).max(30),
  /** In every view of the calendar and on paper; what is counted by ISO weeks stays so. */
  weekStartsOn: WeekStart.default('monday'),
})
export type PlanningSettings = z.infer<typeof PlanningSettings>

/** What a workspace has until the office says otherwise. */
export const defaultPlanningSettings: PlanningSettings = {
  leadWorkingDays: 5,
  minutesApart: 60,
  uploadTakesADay: false,
  mostHashtags: 5,
  approveWorkingDays: 1,
  weekStartsOn: 'monday',
}

/** Where each setting comes from. */
export const planningClauses: Readonly<Record<keyof PlanningSettings, string>> = {
  leadWorkingDays: 'KKS F, teras 3',
  minutesApart: ownClause,
  uploadTakesADay: 'JaPen, piagam 4',
  mostHashtags: ownClause,
  approveWorkingDays: ownClause,
  weekStartsOn: ownClause,
}

const OneNote = z.object({ id: NoteId })
const OneTerm = z.object({ id: TermId })

export const planning = {
  /** Notes and blackouts that touch one of these days, by their first day. */
  notes: query(z.object({ from: PlainDate, to: PlainDate }), z.array(CalendarNote)),
  addNote: command(NoteFields, CalendarNote),
  changeNote: command(z.object({ id: NoteId, fields: NoteFields }), CalendarNote),
  removeNote: command(OneNote, OneNote),
  /** Taken out, the latest first. */
  removedNotes: query(z.object({}), z.array(CalendarNote.extend({ removedAt: Instant }))),
  /** Takes a removal back. */
  restoreNote: command(OneNote, CalendarNote),

  /** The hold that lasts, or null, and those before it, newest first. */
  holdState: query(z.object({}), z.object({ open: Hold.nullable(), past: z.array(Hold) })),
  /** Nothing may be published until somebody resumes. */
  holdAll: command(z.object({ reason: Line }), Hold),
  resume: command(z.object({ note: z.string().trim().max(500) }), Hold),

  terms: query(z.object({}), z.array(SensitiveTerm)),
  addTerm: command(TermFields, SensitiveTerm),
  changeTerm: command(TermFields.extend({ id: TermId }), SensitiveTerm),
  removeTerm: command(OneTerm, OneTerm),
  /** Taken out, the latest first. */
  removedTerms: query(z.object({}), z.array(SensitiveTerm.extend({ removedAt: Instant }))),
  restoreTerm: command(OneTerm, SensitiveTerm),

  settings: query(z.object({}), PlanningSettings),
  changeSettings: command(PlanningSettings, PlanningSettings),
}
