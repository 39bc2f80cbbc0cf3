import type { TextFinding } from '#contract/textRules'
import { ownClause } from '#contract/reference'
import {
  bareTag,
  tagInText,
  tagsIn,
  wellFormed,
  wordBefore,
  type Tag,
} from '#contract/outgoingText'
import { linksOf, overlaps, spanOf, type Span } from '#contract/textLinks'

/** KKS F4 asks for hashtags that can trend; how they must look is the networks'. */
const clause = 'KKS F4'

/** Hashtags well formed, none twice, not too many, none within a word. */
export function checkHashtags(
  text: string,
  hashtags: readonly string[],
  most: number,
): TextFinding[] {
  const inText = tagsIn(text)
  const given = hashtags.map((one): Tag => ({ name: bareTag(one) }))
  return [
    ...malformed(text, given),
    ...insideWords(text),
    ...twice(inText),
    ...twice(given),
    ...tooMany([...inText, ...given], most),
  ]
}

/** Networks end a tag at the first sign that is no letter, digit or low line: #JKR-Malaysia is #JKR. */
function malformed(text: string, given: readonly Tag[]): TextFinding[] {
  const links = linksOf(text)
  const broken = [...text.matchAll(/[#＃](?:[\p{N}_]+(?!\p{L})|[\p{L}\p{N}_]+-[\p{L}\p{N}])\S*/gu)]
    .map((match) => ({ tag: match[0], at: spanOf(match) }))
    .filter(({ at }) => !links.some((link) => overlaps(link, at)) && !wordBefore(text, at[0]))
  return [
    ...broken.map(({ tag, at }) => finding('hashtag-malformed', tag, at)),
    ...given
      .filter(({ name }) => !wellFormed.test(name))
      .map(({ name }) => finding('hashtag-malformed', `#${name}`)),
  ]
}

function insideWords(text: string): TextFinding[] {
  const links = linksOf(text)
  return [...text.matchAll(tagInText)]
    .filter(({ index }) => wordBefore(text, index))
    .map((match) => ({ tag: match[0], at: spanOf(match) }))
    .filter(({ at }) => !links.some((link) => overlaps(link, at)))
    .map(({ tag, at }) => finding('hashtag-inside-word', tag, at))
}

/** Each second one and those after it; networks do not tell capitals from small letters. */
function twice(tags: readonly Tag[]): TextFinding[] {
  return tags
    .filter(({ name }, place) =>
      tags.slice(0, place).some((other) => other.name.toLowerCase() === name.toLowerCase()),
    )
    .map(({ name, at }) => finding('hashtag-twice', `#${name}`, at))
}

function tooMany(tags: readonly Tag[], most: number): TextFinding[] {
  const count = new Set(tags.map(({ name }) => name.toLowerCase())).size
  if (count <= most) return []
  const params = { count, limit: most }
  return [{ rule: 'too-many-hashtags', severity: 'warn', clause: ownClause, params }]
}

function finding(rule: TextFinding['rule'], hashtag: string, at?: Span): TextFinding {
  return {
    ...{ rule, severity: 'warn', clause, params: { hashtag } },
    ...(at !== undefined && { at: [...at] }),
  }
}
