import type { ComplaintImportId } from '#contract/complaintImports'
import { ComplaintEventId } from '#contract/complaintEvents'
import type { ComplaintNumber } from '#contract/complaintFields'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext } from '../../context.ts'
import {
  findImport,
  importedComplaints,
  inParts,
  insertEvents,
  setUndone,
  voidMany,
} from '../queries/imports.ts'

/** How many complaints are voided at a time. */
const together = 500

/**
 * Voids what came in together; what somebody worked on since stays. Numbers have no gaps: those of
 * voided complaints stay taken, as of any other.
 * @throws WorkspaceError `complaints.unknown-import`, `complaints.import-undone`
 */
export async function undoImport(
  { db, writer, newId, clock, actor, record }: CommandContext,
  id: ComplaintImportId,
  reason: string,
): Promise<{ voided: number; kept: ComplaintNumber[] }> {
  const found = await findImport(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown-import')
  if (found.undoneAt !== null) throw new WorkspaceError('complaints.import-undone')
  const all = await importedComplaints(db, id)
  const going = all.filter(({ touched }) => !touched)
  const at = clock.now()
  for (const some of inParts(going, together)) {
    await voidMany(
      writer,
      some.map((each) => each.id),
      at,
      reason,
    )
    await insertEvents(
      writer,
      some.map((each) => ({
        ...{ id: ComplaintEventId.parse(newId()), complaint_id: each.id },
        ...{ place: each.lastPlace + 1, at, by_id: actor.id, kind: 'status' as const },
        ...{ from_status: each.status, to_status: 'voided' as const, assignee_id: null },
        ...{ changes: '[]', text: reason, removed_at: null },
      })),
    )
    for (const each of some) record('complaint', each.id, ['status', 'status_reason'])
  }
  await setUndone(writer, id, at)
  record('complaint_import', id, ['undone_at'])
  const kept = all.filter(({ touched }) => touched).map(({ number }) => number)
  return { voided: going.length, kept }
}
