import type { AccountId } from '#contract/accounts'
import type { CheckedContent, PostFinding, TermCheck } from '#contract/postFindings'
import type { TextSeverity } from '#contract/textRules'

/** A piece of the text of one account (null: of the master text) that a finding is about. */
export interface FoundPlace {
  readonly accountId: AccountId | null
  readonly at: readonly [number, number]
}

/** The same thing found in several places or on several accounts: one entry of the list. */
export interface FindingGroup {
  readonly key: string
  readonly rule: PostFinding['rule']
  readonly severity: TextSeverity
  readonly clause: string
  readonly params: PostFinding['params']
  /** Empty where it is about the whole post or the master text. */
  readonly accountIds: readonly AccountId[]
  readonly places: readonly FoundPlace[]
  readonly checked: TermCheck | null
}

/** Puts together what one sentence tells; the order of the first of each stays. */
export function groupsOf(findings: readonly PostFinding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const finding of findings) {
    const { rule, severity, clause, params, accountId } = finding
    const key = JSON.stringify([rule, severity, params])
    const before = groups.get(key)
    const own = accountId === null ? [] : [accountId]
    groups.set(key, {
      ...{ key, rule, severity, clause, params },
      accountIds: [...new Set([...(before?.accountIds ?? []), ...own])],
      places: [...(before?.places ?? []), ...placesOf(finding)],
      checked: finding.about === 'text' ? finding.checked : null,
    })
  }
  return [...groups.values()]
}

function placesOf(finding: PostFinding): FoundPlace[] {
  if (finding.about === 'plan' || finding.at === undefined) return []
  return [{ accountId: finding.accountId, at: finding.at }]
}

/**
 * How many entries there are of each severity, the gravest first; what a person checked is done.
 * @param warnings that stand beside them, of other slices
 */
export function countsOf(
  groups: readonly FindingGroup[],
  warnings = 0,
): { severity: TextSeverity; count: number }[] {
  const open = groups.filter(({ checked }) => checked === null)
  return (['stop', 'warn', 'advice'] as const)
    .map((severity) => ({
      severity,
      count:
        open.filter((g) => g.severity === severity).length + (severity === 'warn' ? warnings : 0),
    }))
    .filter(({ count }) => count > 0)
}

type Texts = Pick<CheckedContent, 'text' | 'accounts'>

/** Whose text a place lies in: an account without a text of its own has the master text. */
export function ownerOf({ accounts }: Texts, { accountId }: FoundPlace): AccountId | null {
  const own = accounts.find((each) => each.accountId === accountId)?.text ?? null
  return own === null ? null : accountId
}

const longestQuote = 60

/** The words found, in one line; of a long piece the beginning. Empty where they are gone. */
export function quoteOf(content: Texts, place: FoundPlace): string {
  const owner = ownerOf(content, place)
  const own = content.accounts.find(({ accountId }) => accountId === owner)?.text ?? null
  const words = (own ?? content.text)
    .slice(...place.at)
    .replaceAll(/\s+/g, ' ')
    .trim()
  const letters = Array.from(words)
  return letters.length <= longestQuote ? words : `${letters.slice(0, longestQuote).join('')}…`
}

/** As much of a form as the rules read: typing elsewhere asks nothing anew. */
export function checkedPart(form: CheckedContent): CheckedContent {
  const { kind, category, deliveredOn, programme, text, hashtags, links } = form
  const { images, day, time, accounts } = form
  return {
    ...{ kind, category, deliveredOn, programme, text, hashtags, links },
    ...{ images, day, time, accounts },
  }
}

/** Fields of the pane beneath which what is found of them is said. */
export type CheckedField = 'text' | 'hashtags' | 'slot' | 'images'

const fieldRules: Readonly<Record<Exclude<CheckedField, 'text'>, readonly FindingGroup['rule'][]>> =
  {
    hashtags: ['hashtag-malformed', 'hashtag-twice', 'too-many-hashtags'],
    slot: [
      ...(['lead-time', 'lead-time-unplanned', 'production-late', 'approval-late'] as const),
      ...(['rhythm-over', 'too-close', 'blackout'] as const),
    ],
    images: ['too-many-images'],
  }

/**
 * The blockers and warnings about one field: of the master text those that have a place in it or are
 * its own, of the others by their rule. What a person looked at is done.
 */
export function findingsOf(
  groups: readonly FindingGroup[],
  content: Texts,
  field: CheckedField,
): FindingGroup[] {
  const grave = groups.filter(({ severity, checked }) => severity !== 'advice' && checked === null)
  if (field === 'hashtags') {
    return grave.filter(
      ({ rule, params }) => fieldRules.hashtags.includes(rule) || params['hashtag'] !== undefined,
    )
  }
  if (field !== 'text') return grave.filter(({ rule }) => fieldRules[field].includes(rule))
  return grave.filter(
    ({ rule, places }) =>
      rule === 'caption-untold' ||
      (!fieldRules.hashtags.includes(rule) &&
        places.some((place) => ownerOf(content, place) === null)),
  )
}

const imageRules: readonly FindingGroup['rule'][] = [
  ...(['image-rejected', 'image-too-large', 'identity-card', 'phone', 'private-email'] as const),
  'sensitive-term',
]

/** What is found of one picture, but for what its own fields say: its words, and that it is gone. */
export function findingsOfImage(groups: readonly FindingGroup[], imageId: string): FindingGroup[] {
  return groups.filter(
    ({ rule, params, checked }) =>
      checked === null && imageRules.includes(rule) && params['imageId'] === imageId,
  )
}
