import { BlackoutReason } from '#contract/planning'
import { PostKind } from '#contract/postContent'
import { CaptionPart } from '#contract/textRules'
import { useWords } from '../../words/useWords'
import type { FindingGroup } from './findingsView'

/** Params that are days, whatever the rule. */
const dayParams: readonly string[] = ['day', 'planned', 'programme']

/** Params that are sizes of files. */
const byteParams: readonly string[] = ['bytes', 'most']

/** The sentence of a finding in the language of the window. */
export function useFindingWords() {
  const { t, sayKey, format } = useWords()

  function valueOf(rule: string, name: string, value: string | number): string | number {
    if (typeof value === 'number') {
      return byteParams.includes(name) ? format.value.bytes(value) : value
    }
    if (dayParams.includes(name)) return format.value.weekDay(value)
    if (name === 'part') return partName(value)
    if (name === 'kind') return rule === 'phone' ? phoneKind(value) : kindName(value)
    return name === 'reason' && rule.startsWith('blackout') ? reasonName(value) : value
  }

  function partName(part: string): string {
    const known = CaptionPart.safeParse(part)
    return known.success ? t(`posts.checks.parts.${known.data}`) : part
  }

  function phoneKind(kind: string): string {
    return t(`posts.checks.phoneKinds.${kind === 'mobile' ? 'mobile' : 'landline'}`)
  }

  function kindName(kind: string): string {
    const known = PostKind.safeParse(kind)
    return known.success ? t(`posts.kind.${known.data}`) : kind
  }

  function reasonName(reason: string): string {
    const known = BlackoutReason.safeParse(reason)
    return known.success ? t(`planning.notes.reasons.${known.data}`) : reason
  }

  return ({ rule, params }: Pick<FindingGroup, 'rule' | 'params'>): string =>
    sayKey(
      `posts.checks.rules.${rule}`,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, valueOf(rule, name, value)]),
      ),
    )
}
