import { ownClause } from '#contract/reference'
import type { TextFinding } from '#contract/textRules'
import { countX } from './countX.ts'
import { publishedText } from './hashtags.ts'

/** The channel that counts in its own way. */
const x = 'x'

/** What the sources say of a channel's length; the limit itself is a setting of the office. */
const clauses: Readonly<Record<string, string>> = { facebook: 'Jatim 17', [x]: 'Jatim' }

const letters = new Intl.Segmenter('ms', { granularity: 'grapheme' })

/**
 * The length of a text on a channel. X weighs (`countX`). Everywhere else what a person sees as one
 * character counts once, whatever it is made of: the limit is for readers (Jatim 17, "denser is
 * better"), far below what those networks technically take.
 */
export function lengthOn(channel: string, text: string): number {
  return channel === x ? countX(text) : [...letters.segment(text)].length
}

/**
 * Text and hashtags together within the account's own limit or its channel's. X does not take a
 * longer one; elsewhere the limit is the office's, and a person may go over it.
 */
export function checkLength(
  text: string,
  hashtags: readonly string[],
  account: { readonly channel: string; readonly textLimit: number | null },
): TextFinding[] {
  const { channel, textLimit: limit } = account
  if (limit === null) return []
  const count = lengthOn(channel, publishedText(text, hashtags))
  if (count <= limit) return []
  const at: [number, number] | null = channel === x ? null : overhang(text, limit)
  return [
    {
      rule: 'too-long',
      severity: channel === x ? 'stop' : 'warn',
      clause: clauses[channel] ?? ownClause,
      params: { count, limit },
      ...(at !== null && { at }),
    },
  ]
}

/** What of the text itself is beyond the limit. */
function overhang(text: string, limit: number): [number, number] | null {
  const first = [...letters.segment(text)][limit]
  return first === undefined ? null : [first.index, text.length]
}
