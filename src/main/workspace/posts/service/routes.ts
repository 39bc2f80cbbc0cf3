import { ApprovalRoutes } from '#contract/postApproval'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'
import { defaultRoutes } from '../rules/approval.ts'

/** Where the office's routes are kept. */
export const routesSetting = 'posts.approvalRoutes'

/** The office's routes, or the one that holds until it decides otherwise. */
export async function routesInForce(db: Reader): Promise<ApprovalRoutes> {
  return (await readSetting(db, routesSetting, ApprovalRoutes)) ?? defaultRoutes
}
