import { z } from 'zod'
import type { SliceHandlers } from '#contract/call'
import type { complaintDisposals, Disposal, DisposalId } from '#contract/complaintDisposals'
import { WorkspaceError } from '#contract/errors'
import { Sha256 } from '#contract/values'
import { eraseAttachments, unusedOf } from '../../attachments/queries.ts'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { auditEnd } from '../../office/queries.ts'
import {
  casesOf,
  disposalRow,
  findDisposal,
  markDisposed,
  updateDisposal,
} from '../queries/disposals.ts'
import { eraseComplaints, erasePhotoRoles } from '../queries/erase.ts'
import { inParts } from '../queries/retention.ts'
import type { DisposalRow } from '../recordTables.ts'
import { refuseUndisposable } from './disposable.ts'

type Calls = Pick<typeof complaintDisposals, 'executeDisposal' | 'clearDisposal'>

/** What a destruction reaches beside the rows. */
export interface DestroyingParts {
  /** Takes the bytes of an attachment out of the store, and what was drawn of them. */
  readonly removeFile: (hash: Sha256) => Promise<void>
  /** Leaves no trace of deleted rows in the database file and its log. */
  readonly compact: () => Promise<void>
  /**
   * Makes a backup and, when it is proved, takes away those from before an entry of the audit log.
   * Null where a server keeps the backups. `away`: the second folder could not be reached.
   */
  readonly renewBackups:
    ((entry: number) => Promise<{ readonly removed: number; readonly away: boolean }>) | null
}

const steps = 4
const Hashes = z.array(Sha256)

/** Destroys what was approved, and what still holds it (decision 0018). */
export function destroyingHandlers(parts: DestroyingParts): SliceHandlers<Calls, Contexts> {
  return {
    async executeDisposal(job, { id }) {
      job.report({ done: 0, total: steps })
      await job.write((context) => destroy(context, id))
      return clear(parts, job, id, job.report)
    },

    async clearDisposal(job, { id }) {
      const { state } = await known(job, id)
      if (state !== 'executed') throw new WorkspaceError('complaints.disposal-state')
      return clear(parts, job, id, job.report)
    },
  }
}

/** All of it or nothing, in one transaction. */
async function destroy(context: CommandContext, id: DisposalId): Promise<void> {
  const { db, writer, clock, actor, record } = context
  const { state, reference } = await known(context, id)
  if (state !== 'approved' || reference === '') {
    throw new WorkspaceError('complaints.disposal-unapproved')
  }
  const at = clock.now()
  const { day } = malaysianTime(at)
  const ids = (await casesOf(db, id)).map((each) => each.id)
  await refuseUndisposable(db, ids, day, id)
  let files = 0
  const hashes: Sha256[] = []
  await erasePhotoRoles(writer, ids)
  for (const some of inParts(ids)) {
    const erased = await eraseAttachments(writer, 'complaint', some)
    files += erased.files
    hashes.push(...erased.hashes)
  }
  const counts = { ...(await eraseComplaints(writer, ids)), files }
  await markDisposed(writer, id, day)
  // The entry of this very transaction is the next one.
  const { entries } = await auditEnd(db)
  const changes = {
    ...{ state: 'executed' as const, executed_at: at, executed_by: actor.id },
    ...{ executed_entry: entries + 1, counts: JSON.stringify(counts) },
    files: JSON.stringify([...new Set(hashes)]),
  }
  await updateDisposal(writer, id, changes)
  record('disposal', id, Object.keys(changes))
  for (const each of ids) record('complaint', each, ['disposed_on'])
}

/** Can be done again and again, until nothing is left to be done. */
async function clear(
  parts: DestroyingParts,
  job: JobContext,
  id: DisposalId,
  report: (steps: { done: number; total: number }) => void,
): Promise<Disposal> {
  const { files, executed_entry: entry, backups } = await known(job, id)
  report({ done: 1, total: steps })
  // What somebody attached elsewhere meanwhile has bytes of the same name, and stays.
  for (const hash of await unusedOf(job.db, Hashes.parse(JSON.parse(files)))) {
    await parts.removeFile(hash)
  }
  await parts.compact()
  report({ done: 2, total: steps })
  const renewed = (await parts.renewBackups?.(entry ?? 0)) ?? null
  report({ done: 3, total: steps })
  return job.write(async ({ db, writer, clock, record }) => {
    const isAway = renewed?.away === true
    const changes = {
      files: '[]',
      backups: renewed === null ? null : (backups ?? 0) + renewed.removed,
      ...(!isAway && { state: 'cleared' as const, cleared_at: clock.now() }),
    }
    await updateDisposal(writer, id, changes)
    record('disposal', id, Object.keys(changes))
    const found = await findDisposal(db, id)
    if (found === null) throw new WorkspaceError('complaints.unknown-disposal')
    return found
  })
}

/** @throws WorkspaceError `complaints.unknown-disposal` */
async function known({ db }: Pick<JobContext, 'db'>, id: DisposalId): Promise<DisposalRow> {
  const row = await disposalRow(db, id)
  if (row === null) throw new WorkspaceError('complaints.unknown-disposal')
  return row
}
