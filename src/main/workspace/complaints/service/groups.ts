import type { SliceHandlers } from '#contract/call'
import type { ComplaintId } from '#contract/complaintFields'
import type { complaintGroups, ComplaintGroup, ComplaintTies } from '#contract/complaintGroups'
import type { ComplaintRow } from '#contract/complaints'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { membersOf, repeatsOfOne } from '../queries/groups.ts'
import { listedByIds } from '../queries/list.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { listEvents } from '../queries/timeline.ts'
import { updateComplaint } from '../queries/write.ts'
import { refusesToJoin, refusesToLead, type Groupable } from '../rules/groups.ts'
import { knownOpen, tell } from './known.ts'

type Calls = Pick<typeof complaintGroups, 'ties' | 'group' | 'ungroup'>

/** How many notes and steps of a master its members show. */
const mostNews = 5

/**
 * Many complaints, one investigation. Being in a group is one column of a complaint and nothing
 * else: whoever leaves stands as if they had never been in it.
 */
export const groupHandlers: SliceHandlers<Calls, Contexts> = {
  ties: ({ db }, { id }) => tiesOf(db, id),

  async group(context, { ids, masterId }) {
    const { db } = context
    const master = await knownOpen(db, masterId)
    refuse(refusesToLead(groupable(master)), master)
    const joining: OpenComplaint[] = []
    for (const id of ids) {
      if (id === masterId) continue
      const found = await knownOpen(db, id)
      refuse(refusesToJoin(groupable(found), groupable(master)), found)
      if (found.row.master_id === null) joining.push(found)
    }
    if (joining.length === 0) return { joined: [] }
    if (master.row.master_id === null) await setMaster(context, masterId, masterId)
    for (const { row } of joining) {
      await setMaster(context, row.id, masterId)
      const changes = [{ field: 'master', before: null, after: master.row.number }]
      await tell(context, row.id, { kind: 'grouped', changes })
    }
    await tellMaster(context, masterId, 'grouped', joining)
    return { joined: joining.map(({ row }) => row.id) }
  },

  async ungroup(context, { ids }) {
    const { db } = context
    const leaving = new Map<ComplaintId, ComplaintId>()
    for (const id of ids) {
      const { row } = await knownOpen(db, id)
      const { master_id: masterId } = row
      if (masterId === null) {
        throw new WorkspaceError('complaints.not-grouped', { number: row.number })
      }
      const all = masterId === id ? await membersOf(db, id) : [id]
      for (const each of all) leaving.set(each, masterId)
    }
    for (const masterId of new Set(leaving.values())) {
      const left = [...leaving].filter(([, of]) => of === masterId).map(([id]) => id)
      await leaveGroup(context, masterId, left)
    }
    return { before: [...leaving].map(([id, masterId]) => ({ id, masterId })) }
  },
}

/** What a complaint has to do with others. */
export async function tiesOf(db: Reader, id: ComplaintId): Promise<ComplaintTies> {
  const { row } = await knownOpen(db, id)
  return {
    group: row.master_id === null ? null : await groupOf(db, row.master_id),
    repeats: row.repeats_id === null ? null : await listedOne(db, row.repeats_id),
    repeatedBy: await listedByIds(db, await repeatsOfOne(db, id)),
  }
}

/** A master without members is a complaint like any other. */
async function leaveGroup(
  context: CommandContext,
  masterId: ComplaintId,
  left: readonly ComplaintId[],
): Promise<void> {
  const { db } = context
  const master = await knownOpen(db, masterId)
  const gone: OpenComplaint[] = []
  for (const id of left) {
    gone.push(await knownOpen(db, id))
    await setMaster(context, id, null)
    const changes = [{ field: 'master', before: master.row.number, after: null }]
    await tell(context, id, { kind: 'ungrouped', changes })
  }
  await tellMaster(context, masterId, 'ungrouped', gone)
  if ((await membersOf(db, masterId)).length === 0) await setMaster(context, masterId, null)
}

/** The master says who came or went, by their numbers. */
async function tellMaster(
  context: CommandContext,
  masterId: ComplaintId,
  kind: 'grouped' | 'ungrouped',
  members: readonly OpenComplaint[],
): Promise<void> {
  const numbers = members.map(({ row }) => row.number).join(', ')
  const [before, after] = kind === 'grouped' ? [null, numbers] : [numbers, null]
  await tell(context, masterId, { kind, changes: [{ field: 'members', before, after }] })
}

/** Version and time of change stay: nothing of the complaint itself is changed. */
async function setMaster(
  { writer, record }: CommandContext,
  id: ComplaintId,
  masterId: ComplaintId | null,
): Promise<void> {
  await updateComplaint(writer, id, { master_id: masterId })
  record('complaint', id, ['master_id'])
}

async function groupOf(db: Reader, masterId: ComplaintId): Promise<ComplaintGroup> {
  const { complainant } = await knownOpen(db, masterId)
  const events = await listEvents(db, masterId, complainant?.name ?? null)
  return {
    master: await listedOne(db, masterId),
    members: await listedByIds(db, await membersOf(db, masterId)),
    news: events
      .filter(({ kind, removed }) => !removed && (kind === 'note' || kind === 'status'))
      .toReversed()
      .slice(0, mostNews),
  }
}

async function listedOne(db: Reader, id: ComplaintId): Promise<ComplaintRow> {
  const [row] = await listedByIds(db, [id])
  if (row === undefined) throw new WorkspaceError('complaints.unknown')
  return row
}

function groupable({ row }: OpenComplaint): Groupable {
  return { id: row.id, status: row.status, masterId: row.master_id }
}

/** @throws WorkspaceError with the number of the complaint it is about */
function refuse(reason: ReturnType<typeof refusesToJoin>, { row }: OpenComplaint): void {
  if (reason !== null) throw new WorkspaceError(reason, { number: row.number })
}
