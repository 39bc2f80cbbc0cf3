import type { AccountId } from '#contract/accounts'
import type { PlanningSettings, TermFields } from '#contract/planning'
import type { CheckedContent, PostFinding, TermCheck } from '#contract/postFindings'
import { outgoingText } from '#contract/outgoingText'
import type { TextFinding } from '#contract/textRules'
import { checkCaption, type ProgrammeFacts } from '../../planning/rules/caption.ts'
import { checkText } from '../../planning/rules/checkText.ts'
import { checkLength } from '../../planning/rules/length.ts'
import { checkPersonalData } from '../../planning/rules/personal.ts'
import { checkTerms, isSameTerm } from '../../planning/rules/terms.ts'

/** An account as its texts are held against it. */
export interface TextAccount {
  readonly channel: string
  /** Its own, else its channel's; null where there is none. */
  readonly textLimit: number | null
  readonly officialEmail: string
}

/** What the office says of texts, and what a person said of the terms in this post. */
export interface TextStandards {
  readonly accountOf: (id: AccountId) => TextAccount | undefined
  readonly terms: readonly TermFields[]
  readonly settings: Pick<PlanningSettings, 'mostHashtags'>
  readonly checks: readonly (TermCheck & { readonly term: string; readonly passage: string })[]
}

/** As much of a content as its captions are judged by. */
export interface Captioned extends Pick<CheckedContent, 'kind' | 'text' | 'programme'> {
  readonly accounts: readonly Pick<CheckedContent['accounts'][number], 'accountId' | 'text'>[]
}

/** The texts that go out: the master text where an account shares it or there is none, and own ones. */
export function textsOut({ text, accounts }: Pick<Captioned, 'text' | 'accounts'>): string[] {
  const own = accounts.flatMap((account) => account.text ?? [])
  return own.length > 0 && own.length === accounts.length ? own : [text, ...own]
}

/** What the captions of a photo or video lack in any text that goes out (Melaka 13.5). */
export function captionFindings(content: Captioned): TextFinding[] {
  const programme = factsOf(content.programme)
  return textsOut(content).flatMap((text) => checkCaption(text, content.kind, programme))
}

type OfText = Extract<PostFinding, { readonly about: 'text' }>

/**
 * The rules of a text over everything that goes out: the master text once for all accounts that
 * have it, each text of an account's own for itself, and the length on every account. A master text
 * that no account has is not judged; without accounts it is all there is.
 */
export function textFindings(content: CheckedContent, standards: TextStandards): OfText[] {
  const { accounts } = content
  const sharing = accounts.filter(({ text }) => text === null).map(({ accountId }) => accountId)
  const ofMaster =
    accounts.length > 0 && sharing.length === 0
      ? []
      : masterFindings(content, sharing, standards).map(([finding, account]) =>
          toFinding(finding, account, standards),
        )
  const ofAccounts = accounts.flatMap(({ accountId, text }) => {
    const account = standards.accountOf(accountId)
    if (account === undefined) return []
    const length = lengthFindings(text ?? content.text, content, account)
    const own = text === null ? [] : bodyFindings(text, content, account.officialEmail, standards)
    return [...length, ...own].map((finding) => toFinding(finding, accountId, standards))
  })
  return [...ofMaster, ...ofAccounts, ...altFindings(content, standards)]
}

/**
 * The words for who cannot see a picture go out with it: no personal data in them either, and no
 * sensitive term that nobody looked at (Melaka 8, Melaka 11). `place` is the picture's, from 1;
 * `found` the words in question.
 */
function altFindings({ images, accounts }: CheckedContent, standards: TextStandards): OfText[] {
  const emails = new Set(
    accounts.map(({ accountId }) => standards.accountOf(accountId)?.officialEmail.trim() ?? ''),
  )
  // An address that only some of the accounts may give is not official everywhere it goes.
  const official = emails.size === 1 ? ([...emails][0] ?? '') : ''
  return images.flatMap(({ imageId, altText }, index) =>
    [...checkPersonalData(altText, official), ...checkTerms(altText, standards.terms)].map(
      ({ at, params, ...finding }) => {
        const found = at === undefined ? '' : altText.slice(...at)
        const where = { imageId, place: index + 1, found }
        return toFinding({ ...finding, params: { ...params, ...where } }, null, standards)
      },
    ),
  )
}

/**
 * What is found in the master text. Only the addresses an account may give differ between those
 * that share it: what not all of them have found is theirs.
 */
function masterFindings(
  content: CheckedContent,
  sharing: readonly AccountId[],
  standards: TextStandards,
): (readonly [TextFinding, AccountId | null])[] {
  const emails = sharing.map((id) => standards.accountOf(id)?.officialEmail.trim() ?? '')
  const byEmail = new Map(
    [...new Set(emails.length === 0 ? [''] : emails)].map((email) => [
      email,
      bodyFindings(content.text, content, email, standards),
    ]),
  )
  const keys = [...byEmail.values()].map((found) => new Set(found.map(keyOf)))
  const isCommon = (finding: TextFinding): boolean =>
    keys.every((found) => found.has(keyOf(finding)))
  const [first = []] = byEmail.values()
  const apart = sharing.flatMap((id, place) =>
    (byEmail.get(emails[place] ?? '') ?? [])
      .filter((finding) => !isCommon(finding))
      .map((finding) => [finding, id] as const),
  )
  return [...first.filter(isCommon).map((finding) => [finding, null] as const), ...apart]
}

function keyOf(finding: TextFinding): string {
  return JSON.stringify(finding)
}

/** Everything but the length, which every account judges for itself. */
function bodyFindings(
  text: string,
  { hashtags, kind, programme }: CheckedContent,
  officialEmail: string,
  { terms, settings }: TextStandards,
): TextFinding[] {
  return checkText({
    ...{ text, hashtags, kind, terms, settings, officialEmail },
    programme: factsOf(programme),
  })
}

/** All that goes out counts; what lies beyond the limit is shown in the text alone. */
function lengthFindings(
  text: string,
  { hashtags, links }: CheckedContent,
  account: TextAccount,
): TextFinding[] {
  return checkLength(outgoingText(text, hashtags, links), account).map(({ at, ...finding }) =>
    at === undefined || at[0] >= text.length
      ? finding
      : { ...finding, at: [at[0], Math.min(at[1], text.length)] },
  )
}

function factsOf(programme: CheckedContent['programme']): ProgrammeFacts | null {
  if (programme === null) return null
  const { name, day, time, place, guests } = programme
  return { name, date: day, time: time ?? '', place, guests: guests.join('\n') }
}

/**
 * A term that a person looked at in this very passage is told with their reason, and warns no longer
 * (Melaka 11).
 */
function toFinding(
  finding: TextFinding,
  accountId: AccountId | null,
  { checks }: TextStandards,
): OfText {
  const { term, passage } = finding.params
  const check =
    finding.rule === 'sensitive-term'
      ? checks.find((each) => isSameTerm(each.term, String(term)) && each.passage === passage)
      : undefined
  if (check === undefined) return { about: 'text', ...finding, accountId, checked: null }
  const { reason, byName, at } = check
  const checked = { reason, byName, at }
  return { about: 'text', ...finding, severity: 'advice', accountId, checked }
}
