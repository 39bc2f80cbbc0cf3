import type { Account, UniformityControl, UniformityGap } from '#contract/accounts'
import type { ProfilePart } from '#contract/measures'
import { isGovernmentEmail } from '../../accounts/rules.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'
import { onAccount } from './rhythm.ts'

/**
 * The profile of every account in use as the register has it today, whatever the period: by the
 * uniformity of KKS K. An account of which nothing is written down yet tells nothing.
 */
export function judgeProfile(
  book: Book,
  { parts }: { readonly parts: readonly ProfilePart[] },
): Judgement {
  const items = [...book.accounts.values()]
    .filter(({ active }) => active)
    .map((account): Judged => {
      const base = { ...onAccount(book, account.id, null), amount: null }
      if (isBlank(account)) return { ...base, code: 'profile-not-recorded', params: {} }
      const gaps = [...new Set(parts.flatMap((part) => gapsOf(account, part)))]
      return gaps.length === 0
        ? { ...base, code: 'profile-whole', params: {} }
        : { ...base, code: 'profile-lacks', params: { parts: gaps } }
    })
  return { items, limit: null }
}

function isBlank({ biography, avatarId, headerId, website, officialEmail }: Account): boolean {
  return `${biography}${avatarId ?? ''}${headerId ?? ''}${website}${officialEmail}` === ''
}

type Gap = UniformityGap | 'email-not-official'

function gapsOf(account: Account, part: ProfilePart): readonly Gap[] {
  const of = (control: UniformityControl): readonly UniformityGap[] =>
    account.uniformity.find((each) => each.control === control)?.gaps ?? []
  const only = (...wanted: UniformityGap[]) => of('biography').filter((gap) => wanted.includes(gap))
  switch (part) {
    case 'official-words':
      return only('biography-missing', 'biography-not-official')
    case 'introduction':
      return only('biography-missing')
    case 'official-email': {
      const inBiography =
        only('biography-missing', 'biography-no-email', 'biography-email-not-official').length === 0
      const isOfficial = inBiography || isGovernmentEmail(account.officialEmail)
      return isOfficial ? [] : ['email-not-official']
    }
    default:
      return of(part)
  }
}
