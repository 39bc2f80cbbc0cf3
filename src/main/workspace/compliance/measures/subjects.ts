import type { AccountId } from '#contract/accounts'
import type { AssessmentSubject } from '#contract/assessmentSubjects'
import type { NotMeasured } from '#contract/measures'
import type { Judged, Judgement } from '../rules/measuring.ts'
import { accountsOf, type Book } from './book.ts'
import { traitsOf } from './methods.ts'
import type { Parameters } from './parameters.ts'

/** The items of a judgement by whom they belong to, told apart once for all subjects. */
export interface Sorted {
  of(subject: AssessmentSubject): readonly Judged[]
}

export function sortItems(book: Book, { method }: Parameters, { items }: Judgement): Sorted {
  let byAccount: Map<AccountId, Judged[]> | null = null
  const ofAccount = (id: AccountId): readonly Judged[] => {
    byAccount ??= grouped(items)
    return byAccount.get(id) ?? []
  }
  const all = [...book.accounts.values()]
  return {
    of(subject) {
      if (subject.kind === 'bureau') return items
      if (subject.kind === 'operator' && !traitsOf[method].ofAccounts) {
        return items.filter(({ people }) => people.includes(subject.personId))
      }
      // One that came out on several accounts of a unit is still one.
      return [...new Set(accountsOf(subject, all).flatMap(ofAccount))]
    },
  }
}

function grouped(items: readonly Judged[]): Map<AccountId, Judged[]> {
  const groups = new Map<AccountId, Judged[]>()
  for (const item of items) {
    for (const id of item.accounts) {
      const group = groups.get(id) ?? []
      groups.set(id, group)
      group.push(item)
    }
  }
  return groups
}

/** Why a control cannot be asked of a subject, whatever there is of it; null: it can. */
export function unfit(
  book: Book,
  parameters: Parameters,
  subject: AssessmentSubject,
): NotMeasured | null {
  if (!traitsOf[parameters.method].ofAccounts) return null
  const accounts = accountsOf(subject, [...book.accounts.values()])
  if (accounts.length === 0) return 'no-account'
  const { channel = null } = parameters.method === 'rhythm' ? parameters : {}
  const fits = (id: AccountId) => book.accounts.get(id)?.channel === channel
  if (channel !== null && !accounts.some(fits)) return 'other-channel'
  const hasRhythm = (id: AccountId) => book.quotaOf(id) !== null
  return parameters.method === 'rhythm' && !accounts.some(hasRhythm) ? 'rule-off' : null
}
