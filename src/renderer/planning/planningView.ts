import {
  PlanningSettings,
  TermFields,
  type BlackoutEffect,
  type BlackoutReason,
  type CalendarNote,
  type HoldId,
  type NoteId,
  type NoteFields,
  type NoteKind,
} from '#contract/planning'
import { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'

export type NoteFilter = 'all' | NoteKind
export const noteFilters: readonly NoteFilter[] = ['all', 'note', 'blackout']

export function notesIn(filter: NoteFilter, notes: readonly CalendarNote[]): CalendarNote[] {
  return notes.filter(({ kind }) => filter === 'all' || kind === filter)
}

export function countsOf(notes: readonly CalendarNote[]): Record<NoteFilter, number> {
  const count = (filter: NoteFilter) => notesIn(filter, notes).length
  return { all: count('all'), note: count('note'), blackout: count('blackout') }
}

/** A note in the list; the first of each month says which month begins (its first day). */
export interface NoteLine {
  readonly note: CalendarNote
  readonly opensMonth: PlainDate | null
}

/** @param notes by their first day */
export function linesOf(notes: readonly CalendarNote[]): NoteLine[] {
  return notes.map((note, place) => {
    const month = note.startsOn.slice(0, 7)
    const before = notes[place - 1]?.startsOn.slice(0, 7)
    return { note, opensMonth: month === before ? null : note.startsOn }
  })
}

export function isNow({ startsOn, endsOn }: CalendarNote, today: string): boolean {
  return startsOn <= today && today <= endsOn
}

/** Both ends counted. */
export function daysOf({ startsOn, endsOn }: Pick<NoteFields, 'startsOn' | 'endsOn'>): number {
  return Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000) + 1
}

/** What is typed into the form, as it is typed. */
export interface NoteDraft {
  title: string
  text: string
  startsOn: PlainDate | null
  endsOn: PlainDate | null
  kind: NoteKind
  /** Kept while the kind is changed to and fro. */
  reason: BlackoutReason
  effect: BlackoutEffect
  states: readonly StateCode[]
}

export const emptyNote: NoteDraft = {
  ...{ title: '', text: '', startsOn: null, endsOn: null, kind: 'note' },
  ...{ reason: 'mourning', effect: 'warn', states: [] },
}

export function draftOf({ id: _, ...note }: CalendarNote): NoteDraft {
  return {
    ...note,
    reason: note.reason ?? emptyNote.reason,
    effect: note.effect ?? emptyNote.effect,
  }
}

/** What stands in the way of saving a draft. */
export type NoteGap = 'title' | 'days' | 'order'

export function gapsOf({ title, startsOn, endsOn }: NoteDraft): NoteGap[] {
  const gaps: NoteGap[] = title.trim() === '' ? ['title'] : []
  const last = endsOn ?? startsOn
  if (startsOn === null || last === null) return [...gaps, 'days']
  return last < startsOn ? [...gaps, 'order'] : gaps
}

/** What a draft says, or null while something is missing. Without a last day it is one day. */
export function fieldsOf(draft: NoteDraft): NoteFields | null {
  const { startsOn, kind } = draft
  if (startsOn === null || gapsOf(draft).length > 0) return null
  const whole = draft.states.length === StateCode.options.length
  return {
    title: draft.title.trim(),
    text: draft.text.trim(),
    startsOn,
    endsOn: draft.endsOn ?? startsOn,
    kind,
    reason: kind === 'blackout' ? draft.reason : null,
    effect: kind === 'blackout' ? draft.effect : null,
    states: whole ? [] : StateCode.options.filter((state) => draft.states.includes(state)),
  }
}

/** The settings that are numbers, with their limits as the contract has them. */
export const numberSettings = {
  leadWorkingDays: { least: 0, most: 60 },
  approveWorkingDays: { least: 0, most: 30 },
  minutesApart: { least: 0, most: 1_440 },
  mostHashtags: { least: 0, most: 30 },
} as const
export type NumberSetting = keyof typeof numberSettings

export function isSoundNumber(setting: NumberSetting, value: number): boolean {
  return PlanningSettings.shape[setting].safeParse(value).success
}

export function areSound(settings: PlanningSettings): boolean {
  return PlanningSettings.safeParse(settings).success
}

export function sameSettings(one: PlanningSettings, other: PlanningSettings): boolean {
  const names = PlanningSettings.keyof().options
  return names.every((name) => one[name] === other[name])
}

/** Whether a term can be found in a text at all. */
export function isTerm(term: string): boolean {
  return TermFields.shape.term.safeParse(term).success
}

/** Where the posts of a hold are looked through. */
export function heldOverAddress(hold: HoldId): string {
  return `/kalendar/gantungan/${hold}`
}

/**
 * Where the posts of a blackout are looked through.
 * @param until a later last day that it had
 */
export function afterBlackoutAddress(note: NoteId, until: PlainDate | null = null): string {
  return `/kalendar/sekatan/${note}${until === null ? '' : `?hingga=${until}`}`
}

/**
 * The last day of a blackout that was in force, where a change takes some of its days away from it;
 * null where nothing that it held is free by that.
 * @param after null: it is removed
 */
export function freedUntil(
  before: NoteFields,
  after: NoteFields | null,
  today: string,
): PlainDate | null {
  if (before.kind !== 'blackout' || before.startsOn > today) return null
  const isLess =
    after === null ||
    after.kind !== 'blackout' ||
    after.endsOn < before.endsOn ||
    (before.effect === 'hold' && after.effect !== 'hold')
  return isLess ? before.endsOn : null
}
