import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { Reason } from '#contract/errors'

/** Of a complaint, what matters to groups. */
export interface Groupable {
  readonly id: ComplaintId
  readonly status: ComplaintStatus
  /** The master it is looked into with; its own id where it is one. */
  readonly masterId: ComplaintId | null
}

/**
 * Why a complaint cannot come under a master; null where it can (ours). Groups have one level: a
 * group that is to become part of another is ended first, so that each can be taken apart again.
 */
export function refusesToJoin(one: Groupable, master: Groupable): Reason | null {
  if (one.status === 'voided') return 'complaints.not-to-group'
  if (one.masterId === one.id) return 'complaints.leads-a-group'
  if (one.masterId !== null && one.masterId !== master.id) return 'complaints.in-another-group'
  return null
}

/** Why a complaint cannot lead; null where it can. */
export function refusesToLead(master: Groupable): Reason | null {
  if (master.status === 'voided') return 'complaints.not-to-group'
  return master.masterId === null || master.masterId === master.id
    ? null
    : 'complaints.in-another-group'
}
