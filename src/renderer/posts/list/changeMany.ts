import { AccountId } from '#contract/accounts'
import type { PostChanges } from '#contract/postBulk'
import { PostKind } from '#contract/postContent'
import { PersonId } from '#contract/values'

/** What is chosen for many posts: `kept` leaves a field as each post has it, `none` empties it. */
export interface ManyDraft {
  readonly ownerId: string
  readonly designerId: string
  readonly approverId: string
  readonly category: string
  readonly kind: string
  readonly addAccounts: readonly string[]
  readonly removeAccounts: readonly string[]
}

export const untouched: ManyDraft = {
  ...{ ownerId: 'kept', designerId: 'kept', approverId: 'kept', category: 'kept', kind: 'kept' },
  ...{ addAccounts: [], removeAccounts: [] },
}

/** What the draft says; null while it changes nothing. */
export function changesOf(draft: ManyDraft): PostChanges | null {
  const person = (chosen: string) => (chosen === 'none' ? null : PersonId.parse(chosen))
  const { ownerId, designerId, approverId, category, kind } = draft
  const accounts = (ids: readonly string[]) => ids.map((id) => AccountId.parse(id))
  const changes = {
    ...(ownerId === 'kept' ? {} : { ownerId: person(ownerId) }),
    ...(designerId === 'kept' ? {} : { designerId: person(designerId) }),
    ...(approverId === 'kept' ? {} : { approverId: person(approverId) }),
    ...(category === 'kept' ? {} : { category: category === 'none' ? null : category }),
    ...(kind === 'kept' ? {} : { kind: PostKind.parse(kind) }),
  }
  const { addAccounts, removeAccounts } = draft
  const isEmpty = Object.keys(changes).length === 0
  if (isEmpty && addAccounts.length === 0 && removeAccounts.length === 0) return null
  return {
    ...changes,
    ...{ addAccounts: accounts(addAccounts), removeAccounts: accounts(removeAccounts) },
  }
}
