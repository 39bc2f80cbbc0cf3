import { ComplaintId } from '#contract/complaintFields'
import type { OwnerGuards } from '../../attachments/rules/owner.ts'
import { knownOpen } from './known.ts'

/** Complaints take files in every status: what a citizen sends later belongs to it too. */
export const complaintOwners: Pick<OwnerGuards, 'complaint' | 'complaint-draft'> = {
  complaint: {
    async refuseChange(db, id) {
      await knownOpen(db, ComplaintId.parse(id))
    },
  },
  // Half-typed intake has no row before it is kept: its number is the window's own.
  'complaint-draft': { refuseChange: () => Promise.resolve() },
}
