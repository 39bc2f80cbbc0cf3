import type { SliceHandlers } from '#contract/call'
import type { days } from '#contract/days'
import type { office } from '#contract/office'
import type { reference } from '#contract/reference'
import type { CommandContext, Contexts } from '../../context.ts'
import { openCountBook, recountOpen } from './counting.ts'

/*
 * The slices below know nothing of complaints. What they change moves dues, so their commands are
 * followed, in the same transaction, by a count of the open complaints.
 */

type Change<I, O> = (context: CommandContext, input: I) => Promise<O>

/** A holiday declared late, corrected or taken away moves what is due, and the case says so. */
export function recountingDays(
  handlers: SliceHandlers<typeof days, Contexts>,
): SliceHandlers<typeof days, Contexts> {
  return {
    ...handlers,
    addHoliday: followed(handlers.addHoliday),
    changeHoliday: followed(handlers.changeHoliday),
    removeHoliday: followed(handlers.removeHoliday),
    restoreHoliday: followed(handlers.restoreHoliday),
    resetHoliday: followed(handlers.resetHoliday),
  }
}

/** So do other limits in a set, and another order of the sets. */
export function recountingReference(
  handlers: SliceHandlers<typeof reference, Contexts>,
): SliceHandlers<typeof reference, Contexts> {
  return {
    ...handlers,
    add: followed(handlers.add, true),
    change: followed(handlers.change, true),
    remove: followed(handlers.remove, true),
    bringBack: followed(handlers.bringBack, true),
    restoreShipped: followed(handlers.restoreShipped, true),
    reorder: followed(handlers.reorder, true),
  }
}

/** And the state whose days count where a complaint names none. */
export function recountingOffice(
  handlers: SliceHandlers<typeof office, Contexts>,
): SliceHandlers<typeof office, Contexts> {
  return { ...handlers, changeReminders: followed(handlers.changeReminders, true) }
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
