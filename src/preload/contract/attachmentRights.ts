import type { OwnerKind } from './attachments.ts'
import { assessors, everyone, makers, planners, registrars, revealers } from './roleGroups.ts'
import type { Role } from './roles.ts'

/**
 * Who may look at what is attached to each kind of thing, and who may change it: narrower than the
 * calls of `attachments`, which serve all of them.
 */
export const attachmentRights: Readonly<
  Record<OwnerKind, { readonly see: readonly Role[]; readonly change: readonly Role[] }>
> = {
  post: { see: everyone, change: makers },
  // A signed sheet is entered by whoever may enter the decision that stands on it.
  'approval-decision': { see: everyone, change: planners },
  // What was seen on the account, kept by whoever records what is posted there.
  publication: { see: everyone, change: planners },
  // What a citizen sent may show who they are.
  complaint: { see: revealers, change: registrars },
  // What is not registered yet is its taker's.
  'complaint-draft': { see: registrars, change: registrars },
  // What an assessment rests on is read by whoever reads the assessment.
  evidence: { see: everyone, change: assessors },
}

/** Whether somebody with these roles may see or change what is attached to such a thing. */
export function mayAttach(
  roles: readonly Role[],
  kind: OwnerKind,
  deed: 'see' | 'change' = 'change',
): boolean {
  return attachmentRights[kind][deed].some((role) => roles.includes(role))
}
