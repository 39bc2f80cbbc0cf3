import { ApprovalRoutes, routeFor, type ApprovalRoute } from '#contract/postApproval'
import type { PostContent } from '#contract/postContent'
import { findPhase } from '../../cycles/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'
import { defaultRoutes } from '../rules/approval.ts'

/** Where the office's routes are kept. */
export const routesSetting = 'posts.approvalRoutes'

/** The office's routes, or the one that holds until it decides otherwise. */
export async function routesInForce(db: Reader): Promise<ApprovalRoutes> {
  return (await readSetting(db, routesSetting, ApprovalRoutes)) ?? defaultRoutes
}

/** The route of a post of this kind in this phase. */
export async function routeOf(
  db: Reader,
  routes: ApprovalRoutes,
  { kind, phaseId }: Pick<PostContent, 'kind' | 'phaseId'>,
): Promise<ApprovalRoute | undefined> {
  const phase = phaseId === null ? null : await findPhase(db, phaseId)
  return routeFor(routes, { kind, phase: phase?.number ?? null })
}
