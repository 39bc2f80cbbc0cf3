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

/** The letter and eight digits of a Malaysian passport; no road, plate or file is written so. */
const passport = /(?<![\p{L}\p{N}])[A-Z]\d{8}(?!\p{N})/giu

/**
 * A text without numbers of identity cards, passports and phones, without private e-mail addresses
 * (Melaka 8: personal data are not shared), and without the complainant's own name: as it is kept, and
 * each part of it that is introduced as one (`Encik Rosli`). Addresses stay: they say where the road
 * is broken.
 */
export function coverText(text: string, name: CoveredName): string {
  if (name === uncovered) return text
  const spans = checkPersonalData(text, '').flatMap(({ at }) => (at === undefined ? [] : [at]))
  const covered = spans
    .toSorted(([a], [b]) => b - a)
    .reduce((left, [from, to]) => `${left.slice(0, from)}${cover}${left.slice(to)}`, text)
    .replaceAll(passport, cover)
  if (name === null || name.trim() === '') return covered
  return partsOf(name).reduce(
    (left, part) =>
      left.replaceAll(wordsLike(part), (found, at: number) =>
        isIntroduced(left.slice(Math.max(0, at - introductionReach), at))
          ? coverName(found)
          : found,
      ),
    covered.replaceAll(wordsLike(name.trim()), (found) => coverName(found)),
  )
}

/**
 * The site alone, still an address: `https://www.facebook.com/`. Who wrote there stands in the rest;
 * what is no address of the web is covered whole.
 */
export function coverLink(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : null
  return url !== null && /^https?:$/.test(url.protocol) ? `${url.origin}/` : ''
}

/** Titles, and first names that most bear together with another: by themselves they tell nobody. */
const shared =
  /^(encik|en|puan|pn|cik|tuan|dato['’]?|datuk|datin|tan|sri|tun|haji|hajah|hj|hjh|dr|ir|ts|mohd|md|muhammad|mohamad|mohammad|mohamed|abdul|abd)\.?$/i

/** Words that are a name's, by themselves: of three letters at least. */
function partsOf(name: string): string[] {
  const words = name.trim().split(/\s+/)
  return words.filter(
    (word) => /^\p{L}[\p{L}\p{M}'’-]{2,}$/u.test(word) && !joining.test(word) && !shared.test(word),
  )
}

function wordsLike(words: string): RegExp {
  const signs = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`(?<!\\p{L})${signs.replaceAll(/\s+/g, String.raw`\s+`)}(?!\\p{L})`, 'giu')
}

/** Words before a name that say it is one, and as many signs as the longest of them has. */
const introducing =
  /(?<!\p{L})(encik|en|puan|pn|cik|tuan|dato['’]?|datuk|datin|sri|tun|haji|hajah|hj|hjh|dr|ir|ts|saya|nama|bernama|mr|mrs|ms)\.?\s+$/iu
const introductionReach = 12

/**
 * Whether a word like a part of the name is one. By themselves they may be other words: some are kept
 * as `Orang Awam` or `Penduduk Kampung`, and some are called as a road is.
 */
function isIntroduced(before: string): boolean {
  return introducing.test(before)
}

/** Whether a text has covers in it: it must not be written over the one that has none. */
export function isCovered(text: string): boolean {
  return text.includes(cover)
}
