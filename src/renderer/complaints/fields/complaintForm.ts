import { z } from 'zod'
import { AccountId } from '#contract/accounts'
import { ComplaintFields, longestReport } from '#contract/complaintFields'
import { Difficulty, Severity } from '#contract/complaintWeight'
import type { ComplaintChannel, ComplaintKind, ComplaintSubKind } from '#contract/reference'
import { roadState } from '#contract/roads'
import { StateCode } from '#contract/states'
import { ClockTime, Instant, PlainDate } from '#contract/values'
import { timeInMalaysia, todayInMalaysia } from '../../accounts/today'
import { kindOfRoad, questionsOf, subKindsOf } from '../kindView'
import { readPlace, roadPlace } from '../placeView'

const text = z.string().catch('')

/** What stands in the fields of a complaint; empty texts where nothing does, or nothing that fits. */
export const ComplaintForm = z.object({
  urgent: text,
  channel: text,
  accountId: text,
  reference: text,
  link: text,
  /** Both null: now. */
  day: PlainDate.nullable().catch(null),
  time: ClockTime.nullable().catch(null),
  what: text,
  /** Road and kilometre as typed. */
  road: text,
  state: z.union([StateCode, z.literal('')]).catch(''),
  district: text,
  place: text,
  kind: text,
  /** Chosen by a person: a road does not change it any more. */
  kindByHand: z.boolean().catch(false),
  subKind: text,
  answers: z.record(z.string(), z.string()).catch({}),
  severity: z.union([Severity, z.literal('')]).catch(''),
  difficulty: z.union([Difficulty, z.literal('')]).catch(''),
})
export type ComplaintForm = z.infer<typeof ComplaintForm>

/** Lists that the fields hang on. */
export interface FieldLists {
  readonly channels: readonly ComplaintChannel[]
  readonly kinds: readonly ComplaintKind[]
  readonly subKinds: readonly ComplaintSubKind[]
}

export function blankForm(channel: string): ComplaintForm {
  return ComplaintForm.parse({ channel })
}

/** A registered complaint in its fields. */
export function formOf(fields: ComplaintFields): ComplaintForm {
  const { channel, reference, link, kind, what, district, place, answers } = fields
  const received = Date.parse(fields.receivedAt)
  return {
    ...{ urgent: fields.urgent ?? '', channel, accountId: fields.accountId ?? '', reference, link },
    ...{ day: todayInMalaysia(received), time: timeInMalaysia(received) },
    ...{ what, road: roadPlace(fields), state: fields.state ?? '', district, place },
    ...{ kind, kindByHand: true, subKind: fields.subKind ?? '', answers },
    ...{ severity: fields.severity ?? '', difficulty: fields.difficulty ?? '' },
  }
}

/** The form after something was changed in it, with what follows from that. */
export function withChange(
  form: ComplaintForm,
  part: Partial<ComplaintForm>,
  { channels, kinds, subKinds }: FieldLists,
): ComplaintForm {
  const next = { ...form, ...part }
  if (part.kind !== undefined) next.kindByHand = true
  if (part.road !== undefined) {
    const read = readPlace(next.road)
    const road = read.kind === 'read' ? read.road : null
    if (!next.kindByHand) next.kind = kindOfRoad(road, kinds)?.key ?? ''
    const before = readPlace(form.road)
    const proposed = before.kind === 'read' ? roadState(before.road) : null
    if (form.state === '' || form.state === proposed) {
      next.state = (road === null ? null : roadState(road)) ?? (proposed === null ? form.state : '')
    }
  }
  if (part.channel !== undefined) {
    const channel = channels.find(({ key }) => key === next.channel)
    if (channel?.network !== channels.find(({ key }) => key === form.channel)?.network) {
      next.accountId = ''
    }
  }
  if (!subKindsOf(next.kind, subKinds).some(({ key }) => key === next.subKind)) next.subKind = ''
  return next
}

export type FormProblem =
  | 'channelMissing'
  | 'linkWrong'
  | 'receivedHalf'
  | 'receivedLater'
  | 'whatMissing'
  | 'roadWrong'
  | 'kindMissing'

export type FormProblems = Partial<Record<keyof ComplaintForm, FormProblem>>

export interface ReadForm {
  readonly problems: FormProblems
  /** Null while something is wrong. */
  readonly fields: ComplaintFields | null
}

/**
 * The complaint that the form says.
 * @param now when it is read: received now, where no other time was given
 * @param kept when it was received by what is kept: to the minute the same is that very moment
 */
export function readForm(
  form: ComplaintForm,
  now: number,
  lists: FieldLists,
  kept: Instant | null = null,
): ReadForm {
  const problems: FormProblems = {}
  const place = readPlace(form.road)
  const received = receivedAt(form, now, kept)
  if (form.channel === '') problems.channel = 'channelMissing'
  if (!ComplaintFields.shape.link.safeParse(form.link).success) problems.link = 'linkWrong'
  if (received === null) problems.day = 'receivedHalf'
  else if (Date.parse(received) > now) problems.day = 'receivedLater'
  if (form.what.trim() === '') problems.what = 'whatMissing'
  if (place.kind === 'unreadable') problems.road = 'roadWrong'
  if (form.kind === '') problems.kind = 'kindMissing'
  if (Object.keys(problems).length > 0) return { problems, fields: null }

  const channel = lists.channels.find(({ key }) => key === form.channel)
  const isRead = place.kind === 'read'
  const read = ComplaintFields.safeParse({
    channel: form.channel,
    accountId: channel?.network ? (AccountId.safeParse(form.accountId).data ?? null) : null,
    reference: form.reference,
    link: form.link,
    receivedAt: received,
    kind: form.kind,
    subKind: form.subKind === '' ? null : form.subKind,
    what: form.what.slice(0, longestReport),
    answers: answersOf(form, lists),
    state: form.state === '' ? null : form.state,
    district: form.district,
    road: isRead ? place.road : null,
    fromMetres: isRead ? place.fromMetres : null,
    toMetres: isRead ? place.toMetres : null,
    place: form.place,
    urgent: form.urgent === '' ? null : form.urgent,
    severity: form.severity === '' ? null : form.severity,
    difficulty: form.difficulty === '' ? null : form.difficulty,
  })
  return { problems, fields: read.data ?? null }
}

/** Only answers to what is asked of the sub-kind. */
function answersOf(form: ComplaintForm, { subKinds }: FieldLists): Record<string, string> {
  const given = questionsOf(form.subKind, subKinds).flatMap(({ key }) => {
    const answer = form.answers[key]?.trim() ?? ''
    return answer === '' ? [] : [[key, answer] as const]
  })
  return Object.fromEntries(given)
}

function receivedAt(
  { day, time }: ComplaintForm,
  now: number,
  kept: Instant | null,
): Instant | null {
  if (day === null && time === null) return Instant.parse(new Date(now).toISOString())
  if (day === null || time === null) return null
  const typed = Instant.parse(new Date(`${day}T${time}:00+08:00`).toISOString())
  return kept?.slice(0, 16) === typed.slice(0, 16) ? kept : typed
}
