import type { SliceHandlers } from '#contract/call'
import { DisposalId, type complaintDisposals, type Disposal } from '#contract/complaintDisposals'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { writeSetting } from '../../office/queries.ts'
import {
  casesOf,
  disposalOfNumber,
  disposalRow,
  disposalsOfYear,
  factsOf,
  findDisposal,
  insertDisposal,
  listDisposals,
  updateDisposal,
} from '../queries/disposals.ts'
import { kindNames } from '../queries/kindNames.ts'
import { dueCases, retentionClasses, retentionSetting } from '../queries/retention.ts'
import type { DisposalRow } from '../recordTables.ts'
import { readNumber } from '../rules/number.ts'
import { disposalNumber } from '../rules/retention.ts'
import { refuseUndisposable } from './disposable.ts'

type Calls = Omit<
  typeof complaintDisposals,
  'executeDisposal' | 'clearDisposal' | 'transferDisposal'
>

/** Retention and disposals, up to handing over (`transferring.ts`) and destruction (`destroying.ts`). */
export const disposalHandlers: SliceHandlers<Calls, Contexts> = {
  retention: ({ db }) => retentionClasses(db),

  async changeRetention({ db, writer, record }, wanted) {
    const before = await retentionClasses(db)
    if (!before.some(({ kind }) => kind === wanted.kind)) {
      throw new WorkspaceError('complaints.unknown-kind')
    }
    const after = before.map((each) => (each.kind === wanted.kind ? wanted : each))
    await writeSetting(writer, retentionSetting, after)
    record('setting', retentionSetting, [wanted.kind])
    return after
  },

  disposalDue: ({ db, clock }) => dueCases(db, malaysianTime(clock.now()).day),
  disposals: ({ db }) => listDisposals(db),

  async disposal({ db }, { id }) {
    const found = await findDisposal(db, id)
    if (found === null) throw new WorkspaceError('complaints.unknown-disposal')
    return { ...found, numbers: await casesOf(db, id), kindNames: await kindNames(db) }
  },

  async disposedNumber({ db }, { number }) {
    const read = readNumber(number)
    return read === null ? null : disposalOfNumber(db, read)
  },

  async proposeDisposal(context, { ids, series, security, location, reason }) {
    const { db, writer, newId, clock, actor, record } = context
    const at = clock.now()
    await refuseUndisposable(db, ids, malaysianTime(at).day, null)
    const year = Number(malaysianTime(at).day.slice(0, 4))
    const id = DisposalId.parse(newId())
    const number = disposalNumber(year, (await disposalsOfYear(db, year)) + 1)
    const row: DisposalRow = {
      ...{ id, number, state: 'proposed', series, security, location, reason },
      facts: JSON.stringify(await factsOf(db, ids)),
      ...{ proposed_at: at, proposed_by: actor.id, approved_at: null, approved_by: null },
      ...{ reference: '', reference_on: null, executed_at: null, executed_by: null },
      ...{ executed_entry: null, counts: null, files: '[]', backups: null, cleared_at: null },
      certified_on: null,
    }
    await insertDisposal(writer, row, ids)
    record('disposal', id, ['number', 'state', 'series', 'security', 'location', 'reason'])
    return shown(context, id)
  },

  async withdrawDisposal(context, { id }) {
    const { state } = await known(context.db, id)
    if (state !== 'proposed' && state !== 'approved') {
      throw new WorkspaceError('complaints.disposal-state')
    }
    return change(context, id, { state: 'withdrawn' })
  },

  async approveDisposal(context, { id, reference, referenceOn }) {
    const { clock, actor } = context
    const row = await known(context.db, id)
    if (row.state !== 'proposed') throw new WorkspaceError('complaints.disposal-state')
    if (row.proposed_by === actor.id) throw new WorkspaceError('complaints.own-disposal')
    return change(context, id, {
      ...{ state: 'approved', approved_at: clock.now(), approved_by: actor.id },
      ...{ reference, reference_on: referenceOn },
    })
  },

  async certifyDisposal(context, { id, on }) {
    const { state } = await known(context.db, id)
    if (state !== 'cleared') throw new WorkspaceError('complaints.disposal-not-cleared')
    return change(context, id, { state: 'certified', certified_on: on })
  },
}

async function change(
  context: CommandContext,
  id: DisposalId,
  changes: Parameters<typeof updateDisposal>[2],
): Promise<Disposal> {
  await updateDisposal(context.writer, id, changes)
  context.record('disposal', id, Object.keys(changes))
  return shown(context, id)
}

/** @throws WorkspaceError `complaints.unknown-disposal` */
async function known(db: Reader, id: DisposalId): Promise<DisposalRow> {
  const row = await disposalRow(db, id)
  if (row === null) throw new WorkspaceError('complaints.unknown-disposal')
  return row
}

async function shown({ db }: CommandContext, id: DisposalId): Promise<Disposal> {
  const found = await findDisposal(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown-disposal')
  return found
}
