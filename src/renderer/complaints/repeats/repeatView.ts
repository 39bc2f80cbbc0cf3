import { z } from 'zod'
import { ComplaintId, longestReport } from '#contract/complaintFields'
import type { RepeatQuestion, RepeatReason } from '#contract/complaintRepeats'
import type { ComplaintForm } from '../fields/complaintForm'
import type { PersonForm } from '../fields/personForm'
import { kilometres, readPlace } from '../placeView'

/** What becomes of a new complaint that is the same as one of the register. */
export const Tie = z.object({
  id: ComplaintId,
  number: z.string(),
  /** Under one master case, or as a duplicate. */
  as: z.enum(['member', 'repeat']),
  /** The case that leads, where it is in a group. */
  masterId: ComplaintId,
})
export type Tie = z.infer<typeof Tie>

/** Letters of a text before it is compared. */
const fewestLetters = 12

/**
 * What is asked of the register while somebody types; null while there is nothing to go by.
 * @param files how many are attached: a photo alone may be that of another complaint
 */
export function questionFrom(
  form: ComplaintForm,
  person: PersonForm,
  files: number,
): RepeatQuestion | null {
  const place = readPlace(form.road)
  const isRead = place.kind === 'read'
  const what = form.what.trim()
  const isTold = what.length >= fewestLetters
  const { knownId, phone, email, identityNumber, anonymous } = person
  const hasPerson =
    !anonymous && [knownId ?? '', phone, email, identityNumber].some((x) => x !== '')
  const hasPlace = (isRead && place.fromMetres !== null) || form.district.trim() !== ''
  const link = form.link.trim().slice(0, 500)
  const isNothing = !isTold && !hasPerson && !hasPlace && link === ''
  if (isNothing && files === 0) return null
  return {
    what: isTold ? what.slice(0, longestReport) : '',
    link,
    kind: form.kind === '' ? null : form.kind,
    subKind: form.subKind === '' ? null : form.subKind,
    district: form.district.slice(0, 100),
    place: form.place.slice(0, 300),
    road: isRead ? place.road : null,
    fromMetres: isRead ? place.fromMetres : null,
    toMetres: isRead ? place.toMetres : null,
    person: anonymous
      ? { id: null, phone: '', email: '', identityNumber: '' }
      : { id: knownId, phone, email, identityNumber },
  }
}

/** A reason as a word of ours and what stands in it. */
export function reasonWord(reason: RepeatReason): {
  readonly key: 'person' | 'here' | 'road' | 'district' | 'subject' | 'words' | 'photo' | 'link'
  readonly values: Readonly<Record<string, string | number>>
} {
  if (reason.kind === 'words') return { key: 'words', values: { percent: reason.percent } }
  if (reason.kind !== 'road') return { key: reason.kind, values: {} }
  if (reason.metres === 0) return { key: 'here', values: {} }
  return { key: 'road', values: { distance: distance(reason.metres) } }
}

/** `40 m`, `0.4 km`: to the tenth of a kilometre from a hundred metres on. */
export function distance(metres: number): string {
  if (metres < 100) return `${metres} m`
  return `${kilometres(Math.round(metres / 100) * 100)} km`
}
