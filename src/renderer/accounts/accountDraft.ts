import {
  Handle,
  OptionalEmail,
  OptionalWebsite,
  type Account,
  type AccountFields,
} from '#contract/accounts'
import { isRhythm, TextLimit } from '#contract/reference'
import type { StateCode } from '#contract/states'

/** What stands in the form of an account; numbers are not numbers while their field is empty. */
export interface AccountDraft {
  channel: string
  handle: string
  name: string
  unit: string
  state: StateCode | ''
  purpose: string
  hasQuota: boolean
  quotaMin: number
  quotaMax: number
  hasLimit: boolean
  textLimit: number
  biography: string
  avatarId: AccountFields['avatarId']
  headerId: AccountFields['headerId']
  website: string
  officialEmail: string
  operators: AccountFields['operators']
}

/** What the form shows first: the account, or an empty one on the given channel. */
export function draftOf(account: Account | null, channel = 'facebook'): AccountDraft {
  const { quota = null, textLimit = null } = account ?? {}
  return {
    channel: account?.channel ?? channel,
    handle: account ? `@${account.handle}` : '',
    name: account?.name ?? '',
    unit: account?.unit ?? '',
    state: account?.state ?? '',
    purpose: account?.purpose ?? '',
    hasQuota: quota !== null,
    quotaMin: quota?.min ?? Number.NaN,
    quotaMax: quota?.max ?? Number.NaN,
    hasLimit: textLimit !== null,
    textLimit: textLimit ?? Number.NaN,
    biography: account?.biography ?? '',
    avatarId: account?.avatarId ?? null,
    headerId: account?.headerId ?? null,
    website: account?.website ?? '',
    officialEmail: account?.officialEmail ?? '',
    operators: [...(account?.operators ?? [])],
  }
}

/** The account as a command takes it. */
export function fieldsOf(draft: AccountDraft): AccountFields {
  const { channel, handle, name, unit, state, purpose, biography } = draft
  const { avatarId, headerId, website, officialEmail, operators } = draft
  return {
    ...{ channel, handle: handle.trim(), name: name.trim(), unit: unit.trim() },
    ...{ state: state === '' ? null : state, purpose: purpose.trim() },
    quota: draft.hasQuota ? { min: draft.quotaMin, max: draft.quotaMax } : null,
    textLimit: draft.hasLimit ? draft.textLimit : null,
    ...{ biography: biography.trim(), avatarId, headerId },
    ...{ website: website.trim(), officialEmail: officialEmail.trim() },
    operators: [...operators].sort(),
  }
}

export type AccountProblem =
  | 'handleMissing'
  | 'handleWrong'
  | 'nameMissing'
  | 'unitMissing'
  | 'quotaWrong'
  | 'limitWrong'
  | 'websiteWrong'
  | 'emailWrong'

/** What is wrong with a draft, by the field it stands in; by the contract's own rules. */
export type AccountProblems = Partial<Record<keyof AccountFields, AccountProblem>>

export function problemsOf(draft: AccountDraft): AccountProblems {
  const fields = fieldsOf(draft)
  const problems: AccountProblems = {}
  if (fields.handle.replace(/^@+/, '') === '') problems.handle = 'handleMissing'
  else if (!Handle.safeParse(fields.handle).success) problems.handle = 'handleWrong'
  if (fields.name === '') problems.name = 'nameMissing'
  if (fields.unit === '') problems.unit = 'unitMissing'
  if (fields.quota !== null && !isRhythm(fields.quota)) {
    problems.quota = 'quotaWrong'
  }
  if (fields.textLimit !== null && !TextLimit.safeParse(fields.textLimit).success) {
    problems.textLimit = 'limitWrong'
  }
  if (!OptionalWebsite.safeParse(fields.website).success) problems.website = 'websiteWrong'
  if (!OptionalEmail.safeParse(fields.officialEmail).success) problems.officialEmail = 'emailWrong'
  return problems
}

/** Whether two drafts would be saved as the same account. */
export function sameDraft(one: AccountDraft, other: AccountDraft): boolean {
  return JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other))
}
