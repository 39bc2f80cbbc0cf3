import type { Finding } from '#contract/findings'
import type { Repeat } from '#contract/images'
import { isForAPerson } from '#contract/repeatRelation'

/** As much of a found repeat as the rules need. */
export interface RepeatToJudge {
  readonly relation: Repeat['relation']
  /** What is repeated, as the person knows it: a path, or a library picture's name. */
  readonly name: string
  /** A person's word; null while nobody has decided. */
  readonly decision: 'repeat' | 'different' | null
}

/**
 * Repeated photos are to be avoided (Melaka 13.6); a copy of the same file is the plainest case.
 * What is certain rejects, what is likely waits for a person, and the person's word wins: "repeat"
 * rejects, "different" leaves nothing to say. Equal bytes or pixels are facts and not open to it.
 */
export function repeatFindings(repeats: readonly RepeatToJudge[]): Finding[] {
  return repeats.flatMap((repeat) => {
    const finding = found(repeat)
    return finding === null ? [] : [finding]
  })
}

const codes = {
  'same-bytes': 'duplicate-bytes',
  'same-pixels': 'duplicate-pixels',
  certain: 'repeated-certain',
  likely: 'repeated-likely',
  part: 'repeated-part',
} as const satisfies Record<Repeat['relation'], Finding['code']>

function found({ relation, name, decision }: RepeatToJudge): Finding | null {
  const fact = relation === 'same-bytes' || relation === 'same-pixels'
  if (decision === 'different' && !fact) return null
  const open = isForAPerson(relation) && decision === null
  return {
    code: codes[relation],
    severity: open ? 'warn' : 'reject',
    measured: null,
    required: null,
    clause: 'Melaka 13.6',
    remedy: open ? 'decide' : 'use-the-kept-one',
    of: name,
  }
}
