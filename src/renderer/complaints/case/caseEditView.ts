import type { ComplainantChoice, Contact } from '#contract/complaintFields'
import type { Complaint } from '#contract/complaints'
import { readPerson, type PersonForm } from '../fields/personForm'
import type { PersonChange } from './useCaseSave'

/**
 * What the fields say is to be done about who complained; null while something is wrong.
 * @param contact their details before; null: anonymous
 * @param isOther it is said to be another person, not the same one corrected
 */
export function personChange(
  form: PersonForm,
  contact: Contact | null,
  isOther: boolean,
): PersonChange | null {
  const { choice } = readPerson(form)
  if (choice === null) return null
  if (contact === null || isOther) {
    return isSameChoice(choice, contact) ? { kind: 'none' } : { kind: 'other', choice }
  }
  if (choice.kind !== 'new') return { kind: 'other', choice }
  return sameContact(choice.contact, contact)
    ? { kind: 'none' }
    : { kind: 'contact', contact: choice.contact }
}

function isSameChoice(choice: ComplainantChoice, contact: Contact | null): boolean {
  return choice.kind === 'anonymous' && contact === null
}

function sameContact(one: Contact, other: Contact): boolean {
  const parts = ['name', 'phone', 'email', 'address', 'identityNumber'] as const
  return parts.every((part) => one[part] === other[part])
}

/** What of a complaint its fields show: while that is the same, a newer version changed nothing here. */
export function shownOf({ fields, complainant }: Complaint): string {
  return JSON.stringify([fields, complainant])
}
