import type { SliceHandlers } from '#contract/call'
import type { Recounted } from '#contract/complaintEvents'
import type { days } from '#contract/days'
import type { holidayImports } from '#contract/holidayImports'
import type { office } from '#contract/office'
import type { reference } from '#contract/reference'
import type { CommandContext, Contexts } from '../../context.ts'
import { jobFollowed } from '../../jobFollowed.ts'
import { openCountBook, type CountBook } from './counting.ts'
import { recountOpen } from './recountOpen.ts'

type Change<I, O> = (context: CommandContext, input: I) => Promise<O>

/** What dues are counted by, as its own slices serve it. */
interface Counted {
  readonly days: SliceHandlers<typeof days & typeof holidayImports, Contexts>
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
      addHoliday: followed('days', ofDays.addHoliday),
      changeHoliday: followed('days', ofDays.changeHoliday),
      removeHoliday: followed('days', ofDays.removeHoliday),
      restoreHoliday: followed('days', ofDays.restoreHoliday),
      resetHoliday: followed('days', ofDays.resetHoliday),
      importHolidays: jobFollowed(
        ofDays.importHolidays,
        (change) => (inside) => followed('days', change)(inside, undefined),
      ),
      undoHolidayImport: followed('days', ofDays.undoHolidayImport),
    },
    reference: {
      ...lists,
      add: followed('sets', lists.add),
      change: followed('sets', lists.change),
      remove: followed('sets', lists.remove),
      bringBack: followed('sets', lists.bringBack),
      restoreShipped: followed('sets', lists.restoreShipped),
      reorder: followed('sets', lists.reorder),
    },
    office: { ...ofOffice, changeReminders: followed('office', ofOffice.changeReminders) },
  }
}

/** Lists and the office's settings move nothing unless sets, kinds or the state are not what they were. */
function followed<I, O>(because: Recounted, change: Change<I, O>): Change<I, O> {
  return async (context, input) => {
    const before = because === 'days' ? undefined : await openCountBook(context.db)
    const answer = await change(context, input)
    if (before === undefined || countedBy(before) !== countedBy(await openCountBook(context.db))) {
      await recountOpen(context, because, before)
    }
    return answer
  }
}

function countedBy({ sets, wrongDoors, officeState }: CountBook): string {
  return JSON.stringify({ sets, wrongDoors, officeState })
}
