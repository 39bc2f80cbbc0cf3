import type { Contact } from '#contract/complaintFields'
import { checkPersonalData } from '../../planning/rules/personal.ts'

/** In the place of a name: nothing is covered, for a reason that was kept. */
export const uncovered = Symbol('uncovered')
/** Whose name a text is covered of; null: nobody gave one. */
export type CoveredName = string | null | typeof uncovered

/** Stands for what is covered, however long it is. */
export const cover = '•••'

/** Parts of Malaysian names that tell nobody apart; they stay, so that a covered name reads as one. */
const joining = /^(bin|binti|b|bt|a\/l|a\/p|al|ap|anak|s\/o|d\/o|@)\.?$/i

/** The first letter, with what stands on it. */
function initial(word: string): string {
  return /^\P{M}\p{M}*/u.exec(word)?.[0] ?? ''
}

/** First letters alone: `S••• A••• binti R•••`. */
export function coverName(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  return words.map((word) => (joining.test(word) ? word : `${initial(word)}${cover}`)).join(' ')
}

/** The last four digits of eight or more; of fewer, none. */
export function coverNumber(number: string): string {
  if (number.trim() === '') return ''
  const signs = number.replaceAll(/[^\p{L}\p{N}]/gu, '')
  return signs.length >= 8 ? `${cover} ${signs.slice(-4)}` : cover
}

/** First letter and host: `s•••@gmail.com`. */
export function coverEmail(email: string): string {
  const [own = '', host = ''] = email.split('@')
  return email.trim() === '' ? '' : `${initial(own)}${cover}@${host}`
}

/** Every part of a contact covered; what is empty stays empty. */
export function coverContact(contact: Contact): Contact {
  return {
    name: coverName(contact.name),
    phone: coverNumber(contact.phone),
    email: coverEmail(contact.email),
    address: contact.address.trim() === '' ? '' : cover,
    identityNumber: coverNumber(contact.identityNumber),
  }
}

/**
 * A text without numbers of identity cards and phones, without private e-mail addresses (Melaka 8:
 * personal data are not shared), and without the complainant's own name where it stands as kept.
 */
export function coverText(text: string, name: CoveredName): string {
  if (name === uncovered) return text
  const spans = checkPersonalData(text, '').flatMap(({ at }) => (at === undefined ? [] : [at]))
  const covered = spans
    .toSorted(([a], [b]) => b - a)
    .reduce((left, [from, to]) => `${left.slice(0, from)}${cover}${left.slice(to)}`, text)
  if (name === null || name.trim() === '') return covered
  const signs = name.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const whole = new RegExp(
    `(?<!\\p{L})${signs.replaceAll(/\s+/g, String.raw`\s+`)}(?!\\p{L})`,
    'giu',
  )
  return covered.replaceAll(whole, (found) => coverName(found))
}

/** Whether a text has covers in it: it must not be written over the one that has none. */
export function isCovered(text: string): boolean {
  return text.includes(cover)
}
