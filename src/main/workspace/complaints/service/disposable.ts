import type { DisposalId } from '#contract/complaintDisposals'
import type { ComplaintId } from '#contract/complaintFields'
import { WorkspaceError } from '#contract/errors'
import type { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { casesOf } from '../queries/disposals.ts'
import { heldIds } from '../queries/holds.ts'
import { askedIds } from '../queries/requests.ts'
import { proposedIds, settledByIds, tiedToOthers } from '../queries/retention.ts'

/**
 * Asked when cases are proposed, and again when they are destroyed: meanwhile one may have been
 * taken up again, or a court may have asked for it.
 * @param own the disposal that they belong to already
 * @throws WorkspaceError `complaints.unknown`, or why the first that may not go has to stay
 */
export async function refuseUndisposable(
  db: Reader,
  ids: readonly ComplaintId[],
  today: PlainDate,
  own: DisposalId | null,
): Promise<void> {
  const cases = await settledByIds(db, ids)
  if (cases.length !== ids.length) throw new WorkspaceError('complaints.unknown')
  const held = await heldIds(db)
  const tied = await tiedToOthers(db, ids)
  const inThis = new Set(own === null ? [] : (await casesOf(db, own)).map(({ id }) => id))
  const proposed = await proposedIds(db)
  const asked = await askedIds(db)
  for (const { id, number, dueOn } of cases) {
    if (held.has(id)) throw new WorkspaceError('complaints.disposal-held', { number })
    if (dueOn === null || dueOn > today) throw new WorkspaceError('complaints.not-due', { number })
    if (asked.has(id)) throw new WorkspaceError('complaints.disposal-asked', { number })
    if (tied.has(id)) throw new WorkspaceError('complaints.disposal-tied', { number })
    if (proposed.has(id) && !inThis.has(id)) {
      throw new WorkspaceError('complaints.disposal-proposed', { number })
    }
  }
}
