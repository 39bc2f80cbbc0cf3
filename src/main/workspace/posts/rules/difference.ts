import { diffArrays, diffWordsWithSpace } from 'diff'
import type { PostContent } from '#contract/postContent'
import type { DifferencePart, FieldDifference } from '#contract/postVersions'

/** A field as it is compared: words that are read, or choices that came or went whole. */
type Readable = { readonly words: string } | { readonly choices: readonly string[] }

/**
 * What changed from one content to another: texts word by word, everything chosen from a list as
 * one part for each choice, so that no key or id is ever torn apart.
 */
export function differenceOf(from: PostContent, to: PostContent): FieldDifference[] {
  const [before, after] = [readable(from), readable(to)]
  const fields = new Set([...before.keys(), ...after.keys()])
  return [...fields].flatMap((field) => {
    const parts = partsBetween(before.get(field), after.get(field))
    return parts.every(({ kind }) => kind === 'same') ? [] : [{ field, parts }]
  })
}

/** Words that stayed, went or came, spaces kept. */
export function wordsBetween(from: string, to: string): DifferencePart[] {
  return diffWordsWithSpace(from, to).map(({ value, added, removed }) => ({
    kind: kindOf(added, removed),
    text: value,
  }))
}

/** Choices that stayed, went or came; one that only changed its place went and came. */
function choicesBetween(from: readonly string[], to: readonly string[]): DifferencePart[] {
  return diffArrays([...from], [...to]).flatMap(({ value, added, removed }) =>
    value.map((text) => ({ kind: kindOf(added, removed), text })),
  )
}

function partsBetween(from: Readable | undefined, to: Readable | undefined): DifferencePart[] {
  const isChosen = [from, to].some((field) => field !== undefined && 'choices' in field)
  return isChosen
    ? choicesBetween(choicesOf(from), choicesOf(to))
    : wordsBetween(wordsOf(from), wordsOf(to))
}

function kindOf(added: boolean, removed: boolean): DifferencePart['kind'] {
  if (added) return 'come'
  return removed ? 'gone' : 'same'
}

function wordsOf(field: Readable | undefined): string {
  return field !== undefined && 'words' in field ? field.words : ''
}

function choicesOf(field: Readable | undefined): readonly string[] {
  return field !== undefined && 'choices' in field ? field.choices : []
}

function words(text: string): Readable {
  return { words: text }
}

function chosen(...values: readonly (string | null)[]): Readable {
  return { choices: values.filter((value) => value !== null) }
}

/** Every field that can differ, in the order in which the form shows them. */
function readable(content: PostContent): ReadonlyMap<string, Readable> {
  const { accounts, images, programme } = content
  return new Map<string, Readable>([
    ['title', words(content.title)],
    ['brief', words(content.brief)],
    ['kind', chosen(content.kind)],
    ['phaseId', chosen(content.phaseId)],
    ['category', chosen(content.category)],
    ['day', chosen(content.day)],
    ['time', chosen(content.time)],
    ['programme.name', words(programme?.name ?? '')],
    ['programme.day', chosen(programme?.day ?? null)],
    ['programme.time', chosen(programme?.time ?? null)],
    ['programme.place', words(programme?.place ?? '')],
    ['programme.state', chosen(programme?.state ?? null)],
    ['programme.guests', chosen(...(programme?.guests ?? []))],
    ['text', words(content.text)],
    ['hashtags', chosen(...content.hashtags)],
    ['links', chosen(...content.links)],
    ['images', chosen(...images.map(({ imageId }) => imageId))],
    ...images.map(({ imageId, altText }): Entry => [`altText:${imageId}`, words(altText)]),
    ['accounts', chosen(...accounts.map(({ accountId }) => accountId))],
    ...accounts.flatMap(({ accountId, text, day, time }): Entry[] => [
      [`own:${accountId}`, chosen(text === null ? null : 'own')],
      [`account:${accountId}`, words(text ?? '')],
      [`slot:${accountId}`, chosen(day, time)],
    ]),
    ['ownerId', chosen(content.ownerId)],
    ['designerId', chosen(content.designerId)],
    ['approverId', chosen(content.approverId)],
    ['requestedOn', chosen(content.requestedOn)],
    ['deliveredOn', chosen(content.deliveredOn)],
    ['approach', chosen(content.approach)],
    ['thrusts', chosen(...content.thrusts)],
    ['segments', chosen(...content.segments)],
    ['notes', words(content.notes)],
  ])
}

type Entry = [string, Readable]
