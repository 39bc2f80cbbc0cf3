import { AccountId } from '#contract/accounts'
import { PostChanges } from '#contract/postBulk'
import { PostKind } from '#contract/postContent'
import { PersonId, type ClockTime } from '#contract/values'

/** What is chosen for many posts: `kept` leaves a field as each post has it, `none` empties it. */
export interface ManyDraft {
  readonly ownerId: string
  readonly designerId: string
  readonly approverId: string
  readonly category: string
  readonly approach: string
  readonly kind: string
  /** Null leaves it as each post has it. */
  readonly time: ClockTime | null
  readonly addThrusts: readonly string[]
  readonly addSegments: readonly string[]
  readonly addHashtags: readonly string[]
  readonly addAccounts: readonly string[]
  readonly removeAccounts: readonly string[]
}

export const untouched: ManyDraft = {
  ...{ ownerId: 'kept', designerId: 'kept', approverId: 'kept', category: 'kept', kind: 'kept' },
  ...{ approach: 'kept', time: null, addThrusts: [], addSegments: [], addHashtags: [] },
  ...{ addAccounts: [], removeAccounts: [] },
}

/** What the draft says; null while it changes nothing, or holds a hashtag that is none. */
export function changesOf(draft: ManyDraft): PostChanges | null {
  const person = (chosen: string) => (chosen === 'none' ? null : PersonId.parse(chosen))
  const item = (chosen: string) => (chosen === 'none' ? null : chosen)
  const { ownerId, designerId, approverId, category, approach, kind, time } = draft
  const accounts = (ids: readonly string[]) => ids.map((id) => AccountId.parse(id))
  const fields = {
    ...(ownerId === 'kept' ? {} : { ownerId: person(ownerId) }),
    ...(designerId === 'kept' ? {} : { designerId: person(designerId) }),
    ...(approverId === 'kept' ? {} : { approverId: person(approverId) }),
    ...(category === 'kept' ? {} : { category: item(category) }),
    ...(approach === 'kept' ? {} : { approach: item(approach) }),
    ...(kind === 'kept' ? {} : { kind: PostKind.parse(kind) }),
    ...(time === null ? {} : { time }),
  }
  const { addThrusts, addSegments, addHashtags, addAccounts, removeAccounts } = draft
  const lists = {
    ...{ addThrusts, addSegments, addHashtags },
    ...{ addAccounts: accounts(addAccounts), removeAccounts: accounts(removeAccounts) },
  }
  const isEmpty =
    Object.keys(fields).length === 0 && Object.values(lists).every(({ length }) => length === 0)
  return isEmpty ? null : (PostChanges.safeParse({ ...fields, ...lists }).data ?? null)
}
