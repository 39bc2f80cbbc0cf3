import type { SliceHandlers } from '#contract/call'
import { SatisfactionId, type complaintClosing } from '#contract/complaintClosing'
import type { ComplaintId } from '#contract/complaintFields'
import { isReopening, open } from '#contract/complaintStatus'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import { itemsOf } from '../../reference/queries.ts'
import {
  findSatisfaction,
  insertCheck,
  insertSatisfaction,
  isPhotoOf,
  listConfirmed,
  listPhotos,
  listSatisfaction,
  removeCheck,
  updateSatisfaction,
  writePhotoRole,
} from '../queries/closing.ts'
import { changingHandlers } from './changing.ts'
import { closingState } from './closingState.ts'
import { knownOpen, refuseOlder, tell } from './known.ts'
import { takeStep } from './stepping.ts'
import { stepBack } from './undoing.ts'

/** What a complaint is closed by, and what the complainant says of it. */
export const closingHandlers: SliceHandlers<typeof complaintClosing, Contexts> = {
  closing: async ({ db }, { id }) => closingState(db, await knownOpen(db, id)),

  async confirmCheck(context, { id, key, met }) {
    await knownOpen(context.db, id)
    await setConfirmed(context, id, key, met)
    return closingState(context.db, await knownOpen(context.db, id))
  },

  async completeCase(context, { id, base, state, place, answers, confirmed }) {
    const found = await knownOpen(context.db, id)
    refuseOlder(found, base)
    const { fields } = found
    await changingHandlers.change(context, {
      ...{ id, base },
      fields: {
        ...fields,
        ...(state === null ? {} : { state }),
        ...(place === '' ? {} : { place }),
        answers: { ...fields.answers, ...answers },
      },
    })
    for (const key of confirmed) await setConfirmed(context, id, key, true)
    return closingState(context.db, await knownOpen(context.db, id))
  },

  async satisfaction({ db }, { id }) {
    const { complainant } = await knownOpen(db, id)
    return listSatisfaction(db, id, complainant?.name ?? null)
  },

  async recordSatisfaction(context, { id: complaintId, score, unsolved, way, note }) {
    const { db, writer, newId, clock, actor, record } = context
    const found = await knownOpen(db, complaintId)
    const { number, status } = found.row
    if (open.includes(status)) throw new WorkspaceError('complaints.not-settled', { number })
    // What is taken up again says why.
    if (unsolved && note === '') throw new WorkspaceError('complaints.reason-missing')
    const channels = await itemsOf(db, 'complaint-channels')
    if (!channels.some(({ key }) => key === way)) {
      throw new WorkspaceError('complaints.unknown-channel')
    }
    const reopened = unsolved && isReopening(status, 'in-progress')
    const id = SatisfactionId.parse(newId())
    await insertSatisfaction(writer, {
      ...{ id, complaint_id: complaintId, score, unsolved: unsolved ? 1 : 0, way, note },
      ...{ at: clock.now(), by_id: actor.id, reopened: reopened ? 1 : 0, removed_at: null },
    })
    record('complaint_satisfaction', id, ['complaint_id', 'score', 'unsolved', 'way', 'note'])
    const changes = [
      { field: 'score', before: null, after: String(score) },
      { field: 'unsolved', before: null, after: unsolved ? 'yes' : 'no' },
    ]
    await tell(context, complaintId, { kind: 'satisfaction', changes, text: note })
    if (reopened) await takeStep(context, found, 'in-progress', note)
    const all = await listSatisfaction(db, complaintId, found.complainant?.name ?? null)
    const satisfaction = all.find((each) => each.id === id)
    if (satisfaction === undefined) throw new WorkspaceError('complaints.unknown-satisfaction')
    return { satisfaction, reopened }
  },

  async removeSatisfaction(context, { id }) {
    const row = await findSatisfaction(context.db, id)
    if (row === null) throw new WorkspaceError('complaints.unknown-satisfaction')
    await updateSatisfaction(context.writer, id, { removed_at: context.clock.now() })
    context.record('complaint_satisfaction', id, ['removed_at'])
    if (row.reopened === 1) await stepBack(context, row.complaint_id)
    await tell(context, row.complaint_id, { kind: 'satisfaction-removed' })
    return {}
  },

  async photos({ db }, { id }) {
    const photos = await listPhotos(db, id)
    return photos.map(({ attachment_id: attachmentId, role }) => ({ attachmentId, role }))
  },

  async setPhotoRole(context, { id, attachmentId, role }) {
    const { db, writer, newId, record } = context
    if (!(await isPhotoOf(db, id, attachmentId))) {
      throw new WorkspaceError('complaints.unknown-photo')
    }
    const all = await listPhotos(db, id)
    const known = all.find((photo) => photo.attachment_id === attachmentId)
    const row = { id: known?.id ?? newId(), complaint_id: id, attachment_id: attachmentId }
    await writePhotoRole(writer, row, role)
    record('complaint_photo', row.id, ['attachment_id', 'role'])
    const before = known?.role ?? null
    await tell(context, id, { kind: 'photo', changes: [{ field: 'photo', before, after: role }] })
    return { before }
  },

  async undoStep(context, { ids, to }) {
    for (const id of ids) {
      const { row } = await knownOpen(context.db, id)
      if (row.status !== to) {
        throw new WorkspaceError('complaints.no-step-back', { number: row.number })
      }
      await stepBack(context, id)
    }
    return { count: ids.length }
  },
}

/** @throws WorkspaceError `complaints.unknown-check` for one that no person confirms */
async function setConfirmed(
  context: CommandContext,
  id: ComplaintId,
  key: string,
  met: boolean,
): Promise<void> {
  const { db, writer, newId, clock, actor, record } = context
  const checks = await itemsOf(db, 'closing-checks')
  const check = checks.find((each) => each.key === key && each.measure === 'hand')
  if (check === undefined) throw new WorkspaceError('complaints.unknown-check')
  const known = (await listConfirmed(db, id)).find((each) => each.check_key === key)
  if ((known !== undefined) === met) return
  const rowId = known?.id ?? newId()
  if (known !== undefined) await removeCheck(writer, known.id)
  else {
    await insertCheck(writer, {
      ...{ id: rowId, complaint_id: id, check_key: key, at: clock.now(), by_id: actor.id },
    })
  }
  record('complaint_check', rowId, ['check_key'])
  const changes = [{ field: 'check', before: null, after: key }]
  await tell(context, id, { kind: met ? 'checked' : 'unchecked', changes })
}
