import type { ComplaintPause } from '#contract/complaintClocks'
import type { ClockName } from '#contract/clockLimits'
import type { ComplaintId } from '#contract/complaintFields'
import { open } from '#contract/complaintStatus'
import type { Recounted } from '#contract/complaintEvents'
import type { ClockSet } from '#contract/reference'
import type { StateCode } from '#contract/states'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import type { DayCalendar } from '../../days/rules/calendar.ts'
import { readReminders } from '../../office/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { openComplaints } from '../queries/due.ts'
import { nextFollowUp } from '../queries/forwardings.ts'
import { listPauses } from '../queries/pauses.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { updateComplaint } from '../queries/write.ts'
import { wrongDoorKinds } from '../queries/wrongDoorKinds.ts'
import { clocksOf, keptDues, setFor, type KeptDues, type Timed } from '../rules/clocks.ts'
import { knownOpen, tell } from './known.ts'

/** What all complaints are counted by. */
export interface CountBook {
  readonly sets: readonly ClockSet[]
  readonly wrongDoors: readonly string[]
  readonly officeState: StateCode
  readonly calendar: DayCalendar
}

/** Reads the sets, the days and the office's state, once for many complaints. */
export async function openCountBook(db: Reader): Promise<CountBook> {
  return {
    // A set that is no longer offered still holds for those that have it.
    sets: await itemsOf(db, 'clock-sets'),
    wrongDoors: await wrongDoorKinds(db),
    officeState: (await readReminders(db)).state,
    calendar: await openDays(db),
  }
}

/** The set of a complaint and what its clocks are worked out from. */
export function timedBy(
  { row, fields }: OpenComplaint,
  pauses: readonly ComplaintPause[],
  book: CountBook,
) {
  const { set, why } = setFor(book.sets, {
    ...{ kind: fields.kind, urgent: fields.urgent, difficulty: fields.difficulty },
    wrongDoor: book.wrongDoors.includes(fields.kind) || row.wrong_agency !== null,
    chosen: row.set_why === 'hand' ? row.clock_set : null,
  })
  const isHistory = row.import_id !== null && !open.includes(row.status) && row.reopened === 0
  const timed: Timed = {
    limits: set?.limits ?? { acknowledge: null, respond: null, progress: null, close: null },
    ...{ received: fields.receivedAt, from: row.clocks_from },
    met: isHistory ? metInSheet(row) : metHere(row),
    pauses: pauses.map(({ from, ended }) => ({ from, until: ended })),
    state: fields.state ?? book.officeState,
    ...(isHistory ? { unmeasured: unmeasuredOf(metInSheet(row)) } : {}),
  }
  return { set, why, timed }
}

type Met = Timed['met']

function metHere(row: OpenComplaint['row']): Met {
  return {
    // Who was answered, or told that it is settled, has been acknowledged and answered first.
    acknowledge: row.acknowledged_at ?? row.responded_at ?? row.settled_at,
    respond: row.responded_at ?? row.settled_at,
    ...{ progress: row.progressed_at, close: row.settled_at },
  }
}

/** What was settled before it came in is measured by what the sheet says, and by nothing else. */
function metInSheet(row: OpenComplaint['row']): Met {
  return {
    acknowledge: row.acknowledged_at ?? row.responded_at,
    respond: row.responded_at,
    ...{ progress: row.progressed_at, close: row.settled_at },
  }
}

function unmeasuredOf(met: Met): ClockName[] {
  const names: ClockName[] = (['acknowledge', 'respond', 'close'] as const).filter(
    (name) => met[name] === null,
  )
  return met.close === null ? [...names, 'progress'] : names
}

/** Works the clocks of a complaint out again and keeps what is due; answers what was kept before. */
export async function countAnew(
  context: CommandContext,
  id: ComplaintId,
  book?: CountBook,
): Promise<{ readonly before: KeptDues; readonly after: KeptDues }> {
  const { db, writer, clock } = context
  const found = await knownOpen(db, id)
  const pauses = await listPauses(db, id)
  const known = book ?? (await openCountBook(db))
  const { set, why, timed } = timedBy(found, pauses, known)
  const dues = keptDues(clocksOf(timed, clock.now(), known.calendar))
  // What is in the hands of others is asked for by a clock of its own.
  const followUp = await nextFollowUp(db, id)
  const waiting = [dues.next_due, followUp].filter((due) => due !== null)
  const after = { ...dues, next_due: waiting.toSorted()[0] ?? null }
  const paused = pauses.some(({ ended }) => ended === null) ? 1 : 0
  const wanted = {
    ...{ clock_set: set?.key ?? '', set_why: why, paused },
    set_reason: why === 'hand' ? found.row.set_reason : '',
    ...after,
  }
  const kept = new Map<string, unknown>(Object.entries(found.row))
  if (Object.entries(wanted).some(([column, value]) => kept.get(column) !== value)) {
    await updateComplaint(writer, id, wanted)
  }
  const { due_acknowledge, due_respond, due_progress, due_close, next_due } = found.row
  return { before: { due_acknowledge, due_respond, due_progress, due_close, next_due }, after }
}

/**
 * After the office's days or sets changed: every open complaint is counted again, and each whose
 * dues moved says so in its timeline.
 * @returns how many moved
 */
export async function recountOpen(context: CommandContext, because: Recounted): Promise<number> {
  const book = await openCountBook(context.db)
  let moved = 0
  for (const id of await openComplaints(context.db)) {
    const { before, after } = await countAnew(context, id, book)
    const changes = (['due_acknowledge', 'due_respond', 'due_progress', 'due_close'] as const)
      .filter((due) => before[due] !== after[due])
      .map((due) => ({ field: due, before: before[due], after: after[due] }))
    if (changes.length === 0) continue
    moved += 1
    context.record(
      'complaint',
      id,
      changes.map(({ field }) => field),
    )
    await tell(context, id, { kind: 'recounted', changes, text: because })
  }
  return moved
}
