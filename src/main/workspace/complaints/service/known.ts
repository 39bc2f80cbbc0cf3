import { WorkspaceError } from '#contract/errors'
import type { ComplainantId, ComplaintId } from '#contract/complaintFields'
import {
  ComplaintEventId,
  type ComplaintEventKind,
  type EventChange,
} from '#contract/complaintEvents'
import { type Complaint } from '#contract/complaints'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { PersonId } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { findComplainant, findComplaint, findOpen } from '../queries/known.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { indexWords, insertEvent, nextEventPlace } from '../queries/write.ts'
import type { ComplainantRow } from '../tables.ts'

/** @throws WorkspaceError `complaints.unknown` */
export async function knownOpen(db: Reader, id: ComplaintId): Promise<OpenComplaint> {
  const found = await findOpen(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown')
  return found
}

/** @throws WorkspaceError `complaints.unknown` */
export async function known(db: Reader, id: ComplaintId): Promise<Complaint> {
  const found = await findComplaint(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown')
  return found
}

/** @throws WorkspaceError `complaints.unknown-complainant` */
export async function knownPerson(db: Reader, id: ComplainantId): Promise<ComplainantRow> {
  const found = await findComplainant(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown-complainant')
  return found
}

/** @throws WorkspaceError `complaints.changed-meanwhile` where somebody saved after `base` was read */
export function refuseOlder({ row }: OpenComplaint, base: number): void {
  if (row.version !== base) throw new WorkspaceError('complaints.changed-meanwhile')
}

/** What an event may say. */
export interface EventParts {
  readonly kind: ComplaintEventKind
  readonly from?: ComplaintStatus
  readonly to?: ComplaintStatus
  readonly assigneeId?: PersonId | null
  readonly changes?: readonly EventChange[]
  readonly text?: string
}

/** Writes what happened into the timeline of a complaint. */
export async function tell(
  { db, writer, newId, clock, actor, record }: CommandContext,
  complaintId: ComplaintId,
  { kind, from, to, assigneeId, changes = [], text = '' }: EventParts,
): Promise<ComplaintEventId> {
  const id = ComplaintEventId.parse(newId())
  await insertEvent(writer, {
    id,
    complaint_id: complaintId,
    place: await nextEventPlace(db, complaintId),
    at: clock.now(),
    by_id: actor.id,
    kind,
    from_status: from ?? null,
    to_status: to ?? null,
    assignee_id: assigneeId ?? null,
    changes: JSON.stringify(changes),
    text,
    removed_at: null,
  })
  record('complaint_event', id, ['complaint_id', 'kind'])
  return id
}

/** After words of a complaint changed: it is found by those it has now. */
export async function indexAnew(context: CommandContext, id: ComplaintId): Promise<void> {
  await indexWords(context.writer, await knownOpen(context.db, id))
}
