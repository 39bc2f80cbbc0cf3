import type { ComplaintId } from '#contract/complaintFields'
import { Ladder, shippedLadder } from '#contract/complaintLadder'
import type { WarningMark } from '#contract/complaintWarnings'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { readSetting, writeSetting } from '../../office/queries.ts'

/** Name of the setting. */
export const ladderSetting = 'complaint-ladder'

/** The office's ladder; the shipped one until it has its own. */
export async function readLadder(db: Reader): Promise<Ladder> {
  return (await readSetting(db, ladderSetting, Ladder)) ?? shippedLadder
}

export async function writeLadder(writer: Writer, ladder: Ladder): Promise<void> {
  await writeSetting(writer, ladderSetting, ladder)
}

/** Who was told of a mark of a complaint at one moment counts as told at another. */
export async function carryWarnings(
  {
    db,
    writer,
    newId,
  }: { readonly db: Reader; readonly writer: Writer; readonly newId: () => string },
  id: ComplaintId,
  mark: WarningMark,
  moments: { readonly from: Instant; readonly to: Instant },
): Promise<void> {
  const told = await db
    .selectFrom('complaint_warning')
    .selectAll()
    .where('complaint_id', '=', id)
    .where('mark', '=', mark)
    .where('reached_at', '=', moments.from)
    .orderBy('complaint_warning.id')
    .execute()
  if (told.length === 0) return
  const rows = told.map((row) => ({ ...row, id: newId(), reached_at: moments.to }))
  await writer
    .insertInto('complaint_warning')
    .values(rows)
    // The ladder may go back to what it was: they were told at that moment then.
    .onConflict((conflict) =>
      conflict.columns(['complaint_id', 'mark', 'reached_at', 'person_id']).doNothing(),
    )
    .execute()
}
