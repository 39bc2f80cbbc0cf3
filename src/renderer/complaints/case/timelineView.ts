import type { ComplaintEvent, EventChange } from '#contract/complaintEvents'
import { RoadCode, roadName } from '#contract/roads'
import { kilometres } from '../placeView'

/** Fields of a complaint and of a person whose change is told by name. */
export const toldFields = [
  ...(['channel', 'accountId', 'reference', 'link', 'receivedAt', 'kind', 'subKind'] as const),
  ...(['what', 'state', 'district', 'road', 'fromMetres', 'toMetres', 'place', 'urgent'] as const),
  ...(['severity', 'difficulty'] as const),
  ...(['complainant', 'name', 'phone', 'email', 'address', 'identityNumber'] as const),
] as const
export type ToldField = (typeof toldFields)[number]

export function isToldField(field: string): field is ToldField {
  return toldFields.some((each) => each === field)
}

/** What a sheet said of a complaint that came in from it: told as it is, for nothing was before. */
export const importedFields = [
  ...(['file', 'old_reference', 'acknowledged_at', 'forwarded_at'] as const),
  ...(['responded_at', 'settled_at'] as const),
] as const
export type ImportedField = (typeof importedFields)[number]

export function isImportedField(field: string): field is ImportedField {
  return importedFields.some((each) => each === field)
}

/** Key of the question whose answer was changed; null for other fields. */
export function questionOf({ field }: Pick<EventChange, 'field'>): string | null {
  return field.startsWith('answers.') ? field.slice('answers.'.length) : null
}

/** A road or metres as they are written; null where the value stands as it is. */
export function writtenPlace(field: string, value: string): string | null {
  if (field === 'road') {
    const code = RoadCode.safeParse(value)
    return code.success ? roadName(code.data) : value
  }
  if (field === 'fromMetres' || field === 'toMetres') return `km ${kilometres(Number(value))}`
  return null
}

/** Long texts are told to have changed, not quoted before and after. */
export function isQuoted({ field, before, after }: EventChange): boolean {
  if (field === 'what') return false
  return before !== null || after !== null
}

/** Events of one day stand under it, newest first. */
export function byDay(
  events: readonly ComplaintEvent[],
  dayOf: (instant: string) => string,
): { readonly day: string; readonly events: readonly ComplaintEvent[] }[] {
  const days: { day: string; events: ComplaintEvent[] }[] = []
  for (const event of events.toReversed()) {
    const day = dayOf(event.at)
    const last = days.at(-1)
    if (last?.day === day) last.events.push(event)
    else days.push({ day, events: [event] })
  }
  return days
}
