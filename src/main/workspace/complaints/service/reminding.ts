import type { SliceHandlers } from '#contract/call'
import { ReminderId, type complaintForwarding } from '#contract/complaintForwarding'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import { findForwardingRow, updateForwarding } from '../queries/forwardings.ts'
import { findReminder, insertReminder } from '../queries/reminders.ts'
import { countAnew } from './counting.ts'
import {
  agencyOf,
  discloseTo,
  followUpDue,
  shownForwarding,
  waitingForwarding,
} from './forwarded.ts'
import { filledFor } from './forwardingText.ts'
import { knownOpen, tell } from './known.ts'
import { printLetter } from './letters.ts'

type Calls = Pick<typeof complaintForwarding, 'remindAgency' | 'takeReminder' | 'printReminder'>

/** Agencies that are asked again what became of it: by word of mouth, or by a letter that is kept. */
export const remindingHandlers: SliceHandlers<Calls, Contexts> = {
  async remindAgency(context, { id, language, text }) {
    const { db, writer, newId, clock, actor, record } = context
    const row = await waitingForwarding(db, id)
    const found = await knownOpen(db, row.complaint_id)
    const agency = await agencyOf(db, row.agency, true)
    const { agency: key, complaint_id: complaintId } = row
    const words = text === '' ? '' : await filledFor(db, found, { agency: key, language, text })
    const at = clock.now()
    if (words !== '') {
      const reminderId = ReminderId.parse(newId())
      await insertReminder(writer, {
        ...{ id: reminderId, complaint_id: complaintId, forwarding_id: id, language, at },
        ...{ text: words, by_id: actor.id },
      })
      record('complaint_reminder', reminderId, ['forwarding_id', 'language', 'text'])
    }
    const due = await followUpDue(db, found, agency, at)
    await updateForwarding(writer, id, { due_at: due, reminders: row.reminders + 1 })
    record('complaint_forwarding', id, ['due_at', 'reminders'])
    const changes = [{ field: 'agency', before: null, after: key }]
    await tell(context, complaintId, { kind: 'reminded', changes, text: words })
    await countAnew(context, complaintId)
    return shownForwarding(context, id)
  },

  async takeReminder(context, { id }) {
    const { reminder } = await leaving(context, id)
    await tell(context, reminder.complaint_id, { kind: 'answer-taken' })
    return { text: reminder.text }
  },

  async printReminder(context, { id }) {
    const { reminder } = await leaving(context, id)
    return { printId: await printLetter(context, reminder.complaint_id, { reminderId: id }, 1) }
  },
}

/** A reminder that leaves: the agency is told of the person (KKS H). */
async function leaving(context: CommandContext, id: ReminderId) {
  const reminder = await findReminder(context.db, id)
  const row = reminder === null ? null : await findForwardingRow(context.db, reminder.forwarding_id)
  if (reminder === null || row === null || row.removed_at !== null) {
    throw new WorkspaceError('complaints.unknown-forwarding')
  }
  await discloseTo(context, row, 'Surat peringatan')
  return { reminder }
}
