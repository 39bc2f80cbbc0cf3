import type { ComplainantId, Contact } from '#contract/complaintFields'
import { phoneKey, signsKey, textKey } from '../keys.ts'

/** An entry of the register of people; joined ones name who they are. */
export interface PersonEntry {
  readonly id: ComplainantId
  readonly contact: Contact
  readonly sameAs: ComplainantId | null
}

/** Numbers that are shorter tell nobody apart; the same limits as where repeats are looked for. */
const fewestOfPhone = 7
const fewestOfIdentity = 6

/**
 * By what somebody is known again: the number of an identity card or passport, or a phone or e-mail
 * together with the name, for families share those. A name alone is many people's (ours).
 */
export function personKeys(contact: Contact): string[] {
  const name = textKey(contact.name)
  const [phone, email] = [phoneKey(contact.phone), textKey(contact.email)]
  const identity = signsKey(contact.identityNumber)
  return [
    ...(identity.length < fewestOfIdentity ? [] : [`identity ${identity}`]),
    ...(phone.length < fewestOfPhone ? [] : [`phone ${phone} ${name}`]),
    ...(email === '' ? [] : [`email ${email} ${name}`]),
  ]
}

/**
 * Gives the people of rows their entries: the same person has one, whether they are in the register
 * or come up in several rows. What differs from an entry of the register becomes an entry of its
 * own that is joined to it, so that what was given with a complaint stays with it.
 */
export function openPeople(known: readonly PersonEntry[], newId: () => ComplainantId) {
  const rootOf = new Map<string, ComplainantId>()
  const entries = new Map<ComplainantId, PersonEntry[]>()
  const added: { id: ComplainantId; contact: Contact; sameAs: ComplainantId | null }[] = []

  function enter(entry: PersonEntry): void {
    const root = entry.sameAs ?? entry.id
    entries.set(root, [...(entries.get(root) ?? []), entry])
    for (const key of personKeys(entry.contact)) {
      if (!rootOf.has(key)) rootOf.set(key, root)
    }
  }
  for (const entry of known) enter(entry)

  /** The entry of a row's person, made where there is none. */
  function entryOf(contact: Contact): ComplainantId {
    const key = personKeys(contact).find((each) => rootOf.has(each))
    const root = key === undefined ? undefined : rootOf.get(key)
    const theirs = root === undefined ? [] : (entries.get(root) ?? [])
    const same = theirs.find((entry) => holds(entry.contact, contact))
    if (same !== undefined) return same.id
    const own = added.find(
      ({ id, sameAs, contact: one }) => (sameAs ?? id) === root && mayBeOne(one, contact),
    )
    if (own !== undefined && root !== undefined) {
      own.contact = together(own.contact, contact)
      for (const each of personKeys(own.contact)) if (!rootOf.has(each)) rootOf.set(each, root)
      entries.set(
        root,
        theirs.map((entry) => (entry.id === own.id ? { ...own } : entry)),
      )
      return own.id
    }
    const entry = { id: newId(), contact, sameAs: root ?? null }
    added.push(entry)
    enter(entry)
    return entry.id
  }

  return { entryOf, added: added as readonly PersonEntry[] }
}

const parts = ['name', 'phone', 'email', 'address', 'identityNumber'] as const

function keyOf(part: (typeof parts)[number], contact: Contact): string {
  if (part === 'phone') return phoneKey(contact.phone)
  return part === 'identityNumber' ? signsKey(contact.identityNumber) : textKey(contact[part])
}

/** Whether an entry says already all that a row says. */
function holds(entry: Contact, contact: Contact): boolean {
  return parts.every((part) => {
    const said = keyOf(part, contact)
    return said === '' || said === keyOf(part, entry)
  })
}

/** Whether nothing that one says contradicts the other. */
function mayBeOne(one: Contact, other: Contact): boolean {
  return parts.every((part) => {
    const [a, b] = [keyOf(part, one), keyOf(part, other)]
    return a === '' || b === '' || a === b
  })
}

function together(one: Contact, other: Contact): Contact {
  const either = (part: (typeof parts)[number]) => (one[part] === '' ? other[part] : one[part])
  return {
    ...{ name: one.name, phone: either('phone'), email: either('email') },
    ...{ address: either('address'), identityNumber: either('identityNumber') },
  }
}
