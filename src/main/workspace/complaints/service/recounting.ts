import type { SliceHandlers } from '#contract/call'
import type { days } from '#contract/days'
import type { office } from '#contract/office'
import type { reference } from '#contract/reference'
import type { CommandContext, Contexts } from '../../context.ts'
import { openCountBook, recountOpen } from './counting.ts'

type Change<I, O> = (context: CommandContext, input: I) => Promise<O>

/** What dues are counted by, as its own slices serve it. */
interface Counted {
  readonly days: SliceHandlers<typeof days, Contexts>
  readonly reference: SliceHandlers<typeof reference, Contexts>
  readonly office: SliceHandlers<typeof office, Contexts>
}

/**
 * The slices below know nothing of complaints, but what they change moves dues: a holiday declared
 * late, other limits in a set, the state whose days count where a complaint names none. Their
 * commands are followed, in the same transaction, by a count of the open complaints.
 */
export function recounting({ days: ofDays, reference: lists, office: ofOffice }: Counted): Counted {
  return {
    days: {
      ...ofDays,
      addHoliday: followed(ofDays.addHoliday),
      changeHoliday: followed(ofDays.changeHoliday),
      removeHoliday: followed(ofDays.removeHoliday),
      restoreHoliday: followed(ofDays.restoreHoliday),
      resetHoliday: followed(ofDays.resetHoliday),
    },
    reference: {
      ...lists,
      add: followed(lists.add, true),
      change: followed(lists.change, true),
      remove: followed(lists.remove, true),
      bringBack: followed(lists.bringBack, true),
      restoreShipped: followed(lists.restoreShipped, true),
      reorder: followed(lists.reorder, true),
    },
    office: { ...ofOffice, changeReminders: followed(ofOffice.changeReminders, true) },
  }
}

/** @param ifMoved only where sets, kinds or the office's state are not what they were */
function followed<I, O>(change: Change<I, O>, ifMoved = false): Change<I, O> {
  return async (context, input) => {
    const before = ifMoved ? await countedBy(context) : ''
    const answer = await change(context, input)
    if (!ifMoved || (await countedBy(context)) !== before) await recountOpen(context)
    return answer
  }
}

async function countedBy({ db }: CommandContext): Promise<string> {
  const { sets, wrongDoors, officeState } = await openCountBook(db)
  return JSON.stringify({ sets, wrongDoors, officeState })
}
