import type { AccountId } from '#contract/accounts'
import type { PlanRule, PostFinding } from '#contract/postFindings'
import type { TextSeverity } from '#contract/textRules'

export type PlanFinding = Extract<PostFinding, { readonly about: 'plan' }>

/** One finding about the plan or the pictures of a post; of the whole post where no account is given. */
export function planFinding(
  rule: PlanRule,
  severity: TextSeverity,
  clause: string,
  params: PlanFinding['params'],
  accountId: AccountId | null = null,
): PlanFinding {
  return { about: 'plan', rule, severity, clause, accountId, params }
}
