import { z } from 'zod'

/** What somebody does in the office; one person may do several of these. */
export const Role = z.enum([
  'administrator',
  'planner',
  'designer',
  'complaints-officer',
  'approver',
  'head',
  'viewer',
])
export type Role = z.infer<typeof Role>

/** All roles, in the order in which they are shown. */
export const allRoles: readonly Role[] = Role.options

/** The roles of one person: at least one, none twice, in the order of `allRoles`. */
export const Roles = z
  .array(Role)
  .min(1)
  .max(allRoles.length)
  .transform((roles) => inOrder(roles))

/** Each role once, in the order of `allRoles`. */
export function inOrder(roles: Iterable<Role>): Role[] {
  const held = new Set(roles)
  return allRoles.filter((role) => held.has(role))
}
