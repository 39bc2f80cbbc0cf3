import type { ComplainantId, ComplaintFields, Contact } from '#contract/complaintFields'
import { formOf, type ComplaintForm } from '../../fields/complaintForm'
import { blankPerson, personOf, type PersonForm } from '../../fields/personForm'

/** A complaint with nothing covered, as it was saved at some version. */
export interface CaseVersion {
  readonly version: number
  readonly changedAt: string
  /** Null: anonymous. */
  readonly complainantId: ComplainantId | null
  readonly fields: ComplaintFields
  readonly contact: Contact | null
}

/** What stands in the fields while a complaint is corrected. */
export interface CaseTyping {
  readonly complaint: ComplaintForm
  readonly person: PersonForm
  /** It is said to be another person than the one that is kept. */
  readonly isOther: boolean
}

/** Fields that are taken from one side together: the one means nothing without the other. */
const units = {
  ...{ what: ['what'], road: ['road'], state: ['state'], district: ['district'] },
  ...{ place: ['place'], kind: ['kind', 'kindByHand', 'subKind'], severity: ['severity'] },
  ...{ difficulty: ['difficulty'], urgent: ['urgent'], channel: ['channel', 'accountId'] },
  ...{ reference: ['reference'], link: ['link'], receivedAt: ['day', 'time'] },
} as const satisfies Record<string, readonly (keyof ComplaintForm)[]>
export type FieldUnit = keyof typeof units
const fieldUnits = Object.keys(units) as FieldUnit[]

const contactParts = ['name', 'phone', 'email', 'identityNumber', 'address'] as const
export type ContactPart = (typeof contactParts)[number]

/** What is chosen as one: a field, the answer to a question, part of a contact, or who complained. */
export type CaseUnit = FieldUnit | `answers.${string}` | ContactPart | 'person'

export type Side = 'mine' | 'theirs'

/** My typing over what was saved meanwhile. */
export interface RebasedCase {
  /** What both changed stands as I typed it. */
  readonly typing: CaseTyping
  /** What both changed, and differently. */
  readonly both: readonly CaseUnit[]
  /** What only they changed: taken as they have it. */
  readonly taken: readonly CaseUnit[]
}

/** A saved complaint in its fields. */
export function typingOf({ fields, contact }: Pick<CaseVersion, 'fields' | 'contact'>): CaseTyping {
  return { complaint: formOf(fields), person: startPerson(contact), isOther: false }
}

/** Who complained, in the fields: their details, or that nobody gave a name. */
export function startPerson(contact: Contact | null): PersonForm {
  return contact === null ? { ...blankPerson(), anonymous: true } : personOf(contact)
}

/**
 * Puts what I changed since `base` over what was saved meanwhile: what I did not touch takes what
 * they saved, what I touched stays mine, until I say otherwise of what both touched.
 * @param choices what is taken from whom where both changed it; mine where nothing is said
 */
export function rebaseCase(
  mine: CaseTyping,
  base: CaseVersion,
  theirs: CaseVersion,
  choices: Readonly<Partial<Record<CaseUnit, Side>>> = {},
): RebasedCase {
  const [was, is] = [typingOf(base), typingOf(theirs)]
  const both: CaseUnit[] = []
  const taken: CaseUnit[] = []

  /** From which side a unit is taken. */
  function sideOf(unit: CaseUnit, my: unknown, old: unknown, their: unknown): Side {
    const isMine = differs(my, old)
    const isTheirs = differs(their, old)
    if (isMine && isTheirs && differs(my, their)) {
      both.push(unit)
      return choices[unit] ?? 'mine'
    }
    if (isTheirs && !isMine) taken.push(unit)
    return isMine ? 'mine' : 'theirs'
  }

  let complaint = is.complaint
  for (const unit of fieldUnits) {
    const my = partOf(mine.complaint, unit)
    const side = sideOf(unit, my, partOf(was.complaint, unit), partOf(is.complaint, unit))
    if (side === 'mine') complaint = { ...complaint, ...my }
  }
  const answers: Record<string, string> = {}
  const asked = [is, mine, was].flatMap((each) => Object.keys(each.complaint.answers))
  for (const key of new Set(asked)) {
    const [my, old, their] = [mine, was, is].map((each) => each.complaint.answers[key] ?? '')
    const answer = sideOf(`answers.${key}`, my, old, their) === 'mine' ? my : their
    if (answer) answers[key] = answer
  }
  complaint = { ...complaint, answers }

  const isOnePerson =
    !mine.isOther && base.complainantId !== null && base.complainantId === theirs.complainantId
  let person = is.person
  let isOther = false
  if (isOnePerson) {
    for (const part of contactParts) {
      const side = sideOf(part, mine.person[part], was.person[part], is.person[part])
      if (side === 'mine') person = { ...person, [part]: mine.person[part] }
    }
  } else {
    const their = [theirs.complainantId, is.person]
    const my = isSamePerson(mine, was) ? [base.complainantId, was.person] : [null, mine.person]
    if (sideOf('person', my, [base.complainantId, was.person], their) === 'mine') {
      person = mine.person
      // Their details are not written over those of whom the others named.
      isOther = mine.isOther || base.complainantId !== theirs.complainantId
    }
  }
  return { typing: { complaint, person, isOther }, both, taken }
}

function isSamePerson(mine: CaseTyping, was: CaseTyping): boolean {
  return !mine.isOther && !differs(mine.person, was.person)
}

function partOf(form: ComplaintForm, unit: FieldUnit): Partial<ComplaintForm> {
  return Object.fromEntries(units[unit].map((field) => [field, form[field]]))
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
