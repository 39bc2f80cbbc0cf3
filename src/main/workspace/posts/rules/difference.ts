import { diffWordsWithSpace } from 'diff'
import type { PostContent } from '#contract/postContent'
import type { DifferencePart, FieldDifference } from '#contract/posts'

/**
 * What changed from one content to another: texts word by word, everything else as one piece each.
 * Lists are read as lines, so that an entry that came or went stands out.
 */
export function differenceOf(from: PostContent, to: PostContent): FieldDifference[] {
  const [before, after] = [readable(from), readable(to)]
  const fields = new Set([...before.keys(), ...after.keys()])
  return [...fields].flatMap((field) => {
    const [old, now] = [before.get(field) ?? '', after.get(field) ?? '']
    return old === now ? [] : [{ field, parts: wordsBetween(old, now) }]
  })
}

/** Words that stayed, went or came, spaces kept. */
export function wordsBetween(from: string, to: string): DifferencePart[] {
  return diffWordsWithSpace(from, to).map(({ value, added, removed }) => ({
    kind: added ? 'come' : removed ? 'gone' : 'same',
    text: value,
  }))
}

/** Each field as a text; the texts of accounts as fields of their own, in the order of accounts. */
function readable(content: PostContent): ReadonlyMap<string, string> {
  const { accounts, images, programme, ...rest } = content
  const plain = Object.entries(rest).map(([field, value]): [string, string] => [
    field,
    Array.isArray(value) ? value.join('\n') : (value ?? ''),
  ])
  return new Map([
    ...plain,
    ['images', images.map(({ imageId, altText }) => `${imageId} ${altText}`).join('\n')],
    ...Object.entries(programme ?? {}).map(([part, value]): [string, string] => [
      `programme.${part}`,
      Array.isArray(value) ? value.join('\n') : (value ?? ''),
    ]),
    ['accounts', accounts.map(({ accountId }) => accountId).join('\n')],
    ...accounts.flatMap(({ accountId, text, day, time }): [string, string][] => [
      [`account:${accountId}`, text ?? ''],
      [`slot:${accountId}`, [day, time].filter((part) => part !== null).join(' ')],
    ]),
  ])
}
