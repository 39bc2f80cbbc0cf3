import type { FoundIn } from '#contract/complaintFoundIn'
import type { ComplaintFields, Contact } from '#contract/complaintFields'
import type { LinePart } from '#contract/complaints'
import { coverText } from './cover.ts'
import { phoneKey, signsKey } from './keys.ts'
import { begins, excerpt, markedLine } from './marking.ts'
import { searchWords, wordsOf } from './words.ts'

/** What of a complaint that was found is looked at to say where. */
export interface FoundCase {
  readonly fields: ComplaintFields
  readonly contact: Contact | null
  readonly oldReference: string
}

/** Where a complaint was found, as the list says it. */
export interface Whereabouts {
  readonly line: LinePart[]
  readonly inside: FoundIn[]
  /** How many of the asked words stand as whole words anywhere in it. */
  readonly whole: number
}

/** Words of a part of a complaint. */
interface Part {
  readonly part: FoundIn
  readonly words: readonly string[]
  /** What may be shown of it; null: nothing, it tells who somebody is or stands in another column. */
  readonly text: string | null
}

/**
 * The passage in which most of the asked words stand, and in which parts the others were found. Of
 * what tells who somebody is, only that a word stands there: it stays covered.
 * @param asked as `searchWords` gives them
 */
export function whereFound(found: FoundCase, asked: readonly string[]): Whereabouts {
  const parts = partsOf(found)
  const hitsOf = ({ words }: Part) =>
    asked.filter((each) => words.some((word) => begins(word, each, asked)))
  const passages = parts.flatMap((each) => {
    const line = each.text === null ? null : markedLine(each.text, asked)
    return line === null ? [] : [{ part: each.part, line, hits: hitsOf(each) }]
  })
  const [best] = passages.toSorted((one, other) => other.hits.length - one.hits.length)
  const told = new Set(best?.hits)
  const elsewhere = asked
    .filter((each) => !told.has(each))
    .flatMap((each) => partOf(parts, each, asked) ?? [])
  const all = new Set(parts.flatMap(({ words }) => words))
  return {
    line: best?.line ?? [{ text: excerpt(parts[0]?.text ?? ''), hit: false }],
    inside: [
      ...new Set([
        ...(best === undefined || best.part === 'what' ? [] : [best.part]),
        ...elsewhere,
      ]),
    ],
    whole: asked.filter((each) => all.has(each)).length,
  }
}

/** Where one word stands; only where it does so nowhere, other spellings are looked at (`FT04`: `ft4`). */
function partOf(parts: readonly Part[], each: string, asked: readonly string[]): FoundIn | null {
  const has = (words: readonly string[]) => words.some((word) => begins(word, each, asked))
  const found =
    parts.find(({ words }) => has(words)) ??
    parts.find(({ text }) => text !== null && has(wordsOf(text)))
  return found?.part ?? null
}

/** Every part by which the index finds a complaint (`indexLine`), in the order in which it is told. */
function partsOf({ fields, contact, oldReference }: FoundCase): Part[] {
  const name = contact?.name ?? null
  const behind: string[] = []
  const shown = (part: FoundIn, open: string): Part => {
    const text = coverText(open, name)
    if (text !== open) behind.push(...wordsOf(open))
    return { part, words: searchWords(text), text }
  }
  const hidden = (part: FoundIn, ...words: readonly string[]): Part => ({
    ...{ part, words: words.filter((word) => word !== ''), text: null },
  })
  const parts = [
    shown('what', fields.what),
    shown('place', fields.place),
    shown('district', fields.district),
    ...Object.values(fields.answers).map((answer) => shown('answers', answer)),
    hidden('reference', ...searchWords(fields.reference), signsKey(fields.reference)),
    hidden('old-reference', ...searchWords(oldReference), signsKey(oldReference)),
    ...(contact === null
      ? []
      : [
          hidden('name', ...searchWords(contact.name)),
          hidden('email', ...searchWords(contact.email)),
          hidden('phone', phoneKey(contact.phone)),
          hidden('address', ...searchWords(contact.address)),
          hidden('identity', signsKey(contact.identityNumber)),
        ]),
  ]
  // What stands covered there is found and not shown.
  return [...parts, hidden('covered', ...behind)]
}
