import { Hold, mostPastHolds, type HoldId } from '#contract/planning'
import type { ClockTime, Instant, PersonId, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { instantsOf } from '../../days/rules/malaysianTime.ts'

/** The hold that lasts, or null: nothing may be published while there is one. */
export async function openHold(db: Reader): Promise<Hold | null> {
  const row = await holds(db).where('open', '=', 1).executeTakeFirst()
  return row === undefined ? null : toHold(row)
}

/**
 * A hold that lasted at the end of a minute, or at any time of a day where no time is said: over
 * since or not.
 */
export async function holdAt(
  db: Reader,
  day: PlainDate,
  time: ClockTime | null,
): Promise<Hold | null> {
  const { first, last } = instantsOf(day, time)
  const row = await holds(db)
    .where('since', '<=', last)
    .where((e) =>
      e.or([e('resumed_at', 'is', null), e('resumed_at', '>', time === null ? first : last)]),
    )
    .orderBy('since', 'desc')
    .orderBy('hold.id')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : toHold(row)
}

/** Those that are over, newest first. */
export async function pastHolds(db: Reader): Promise<Hold[]> {
  const rows = await holds(db)
    .where('open', 'is', null)
    .orderBy('since', 'desc')
    .orderBy('hold.id')
    .limit(mostPastHolds)
    .execute()
  return rows.map(toHold)
}

export async function findHold(db: Reader, id: HoldId): Promise<Hold | null> {
  const row = await holds(db).where('hold.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toHold(row)
}

export async function insertHold(
  db: Writer,
  hold: { id: HoldId; reason: string; since: Instant; by: PersonId },
): Promise<void> {
  await db
    .insertInto('hold')
    .values({
      ...{ id: hold.id, reason: hold.reason, since: hold.since, held_by: hold.by, open: 1 },
      ...{ resumed_at: null, resumed_by: null, resume_note: null },
    })
    .execute()
}

export async function endHold(
  db: Writer,
  id: HoldId,
  { at, by, note }: { at: Instant; by: PersonId; note: string },
): Promise<void> {
  await db
    .updateTable('hold')
    .set({ open: null, resumed_at: at, resumed_by: by, resume_note: note })
    .where('id', '=', id)
    .execute()
}

function holds(db: Reader) {
  return db
    .selectFrom('hold')
    .innerJoin('person as holder', 'holder.id', 'hold.held_by')
    .leftJoin('person as resumer', 'resumer.id', 'hold.resumed_by')
    .select(['hold.id', 'reason', 'since', 'held_by', 'resumed_at', 'resumed_by', 'resume_note'])
    .select(['holder.name as holder_name', 'resumer.name as resumer_name'])
}

type Found = Awaited<ReturnType<ReturnType<typeof holds>['executeTakeFirstOrThrow']>>

function toHold(row: Found): Hold {
  return Hold.parse({
    id: row.id,
    reason: row.reason,
    since: row.since,
    byId: row.held_by,
    byName: row.holder_name,
    resumedAt: row.resumed_at,
    resumedById: row.resumed_by,
    resumedByName: row.resumer_name,
    resumeNote: row.resume_note,
  })
}
