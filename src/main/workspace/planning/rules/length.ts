import { ownClause } from '#contract/reference'
import { charactersOf, lengthOn, x } from '#contract/textLength'
import type { TextFinding } from '#contract/textRules'

/** What the sources say of a channel's length; the limit itself is a setting of the office. */
const clauses: Readonly<Record<string, string>> = { facebook: 'Jatim 17', [x]: 'Jatim' }

/**
 * All that goes out (`outgoingText`) within the account's own limit or its channel's. X does not take
 * a longer one; elsewhere the limit is the office's, and a person may go over it.
 */
export function checkLength(
  outgoing: string,
  account: { readonly channel: string; readonly textLimit: number | null },
): TextFinding[] {
  const { channel, textLimit: limit } = account
  if (limit === null) return []
  const count = lengthOn(channel, outgoing)
  if (count <= limit) return []
  const at: [number, number] | null = channel === x ? null : overhang(outgoing, limit)
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

/** What is beyond the limit. */
function overhang(text: string, limit: number): [number, number] | null {
  const first = charactersOf(text)[limit]
  return first === undefined ? null : [first.index, text.length]
}
