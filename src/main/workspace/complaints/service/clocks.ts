import type { SliceHandlers } from '#contract/call'
import {
  PauseId,
  type complaintClocks,
  type ClockExplanation,
  type ComplaintClocks,
  type ComplaintPause,
  type SetReason,
} from '#contract/complaintClocks'
import type { ClockName } from '#contract/clockLimits'
import type { ComplaintId } from '#contract/complaintFields'
import { open } from '#contract/complaintStatus'
import { WorkspaceError } from '#contract/errors'
import type { PlainDate } from '#contract/values'
import type { CommandContext, Contexts, QueryContext } from '../../context.ts'
import { endPause, insertPause, listPauses } from '../queries/pauses.ts'
import { lastChooser } from '../queries/timeline.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { updateComplaint } from '../queries/write.ts'
import { coverText, type CoveredName } from '../rules/cover.ts'
import { clockOf, clocksOf } from '../rules/clocks.ts'
import { keptLimits } from '../rules/judged.ts'
import { countAnew, openCountBook, timedBy, type CountBook } from './counting.ts'
import { knownOpen, tell } from './known.ts'
import { recordMet, takeBackMet } from './meeting.ts'

export const clockHandlers: SliceHandlers<Omit<typeof complaintClocks, 'dueToday'>, Contexts> = {
  clocks: (context, { id }) => shown(context, id),

  async explainClock(context, { id, clock: name }) {
    const found = await knownOpen(context.db, id)
    const book = await openCountBook(context.db)
    return explainedClock(context, found, name, nameOf(found), book)
  },

  async meetClock(context, { id, clock: name, at, how }) {
    await recordMet(context, id, name, at, how)
    return shown(context, id)
  },

  async unmeetClock(context, { id, clock: name }) {
    await takeBackMet(context, id, name)
    return shown(context, id)
  },

  async pause(context, { id, reason, expected }) {
    const found = await knownOpen(context.db, id)
    refuseSettled(found)
    if (found.row.paused === 1) throw new WorkspaceError('complaints.already-paused')
    await beginPause(context, id, reason, expected)
    await countAnew(context, id)
    return shown(context, id)
  },

  async resumeClocks(context, { id }) {
    await knownOpen(context.db, id)
    if (!(await stopPause(context, id))) throw new WorkspaceError('complaints.not-paused')
    await countAnew(context, id)
    return shown(context, id)
  },

  async chooseClockSet(context, { id, set, reason }) {
    const { db, writer, clock, record } = context
    const found = await knownOpen(db, id)
    const { row } = found
    const book = await openCountBook(db)
    const { sets } = book
    if (set !== null && !sets.some(({ key }) => key === set)) {
      throw new WorkspaceError('complaints.unknown-clock-set')
    }
    if (set !== null && reason === '') throw new WorkspaceError('complaints.reason-missing')
    const pauses = await listPauses(db, id)
    const { timed } = timedBy(found, pauses, book)
    const wanted = {
      ...found,
      row: { ...row, set_why: set === null ? '' : 'hand', clock_set: set ?? '' },
    } as const
    const kept = keptLimits(timed, timedBy(wanted, pauses, book).timed.limits)
    await updateComplaint(writer, id, {
      kept_limits: JSON.stringify(kept),
      ...(set === null
        ? { set_why: '', set_reason: '' }
        : { clock_set: set, set_why: 'hand', set_reason: reason }),
      changed_at: clock.now(),
    })
    record('complaint', id, ['clock_set', 'set_why', 'set_reason', 'kept_limits'])
    await countAnew(context, id)
    const { row: now } = await knownOpen(db, id)
    const changes = [{ field: 'clock_set', before: row.clock_set, after: now.clock_set }]
    await tell(context, id, { kind: 'clock-set', changes, text: reason })
    return shown(context, id)
  },
}

type Reading = Pick<QueryContext, 'db' | 'clock'>

async function shown(context: Reading, id: ComplaintId): Promise<ComplaintClocks> {
  const found = await knownOpen(context.db, id)
  return clocksAsShown(context, found, nameOf(found), await openCountBook(context.db))
}

function nameOf({ complainant }: OpenComplaint): string | null {
  return complainant?.name ?? null
}

/** Why a clock of a complaint runs out when it does. */
export async function explainedClock(
  { db, clock }: Reading,
  found: OpenComplaint,
  name: ClockName,
  covers: CoveredName,
  book: CountBook,
): Promise<ClockExplanation> {
  const pauses = await listPauses(db, found.row.id)
  const { set, why, timed } = timedBy(found, pauses, book)
  const { clock: told, due } = clockOf(name, timed, clock.now(), book.calendar)
  return {
    number: found.row.number,
    clock: told,
    unit: told.limit?.unit ?? null,
    set: set === null ? null : { key: set.key, ms: set.ms, en: set.en, clause: set.clause },
    why,
    ...(await choiceOf(db, found, why, covers)),
    ...{ state: timed.state, stateIsOffices: found.fields.state === null },
    days: (due?.days ?? []).map((day) => ({ ...day, holidays: [...day.holidays] })),
    pauses: told.limit?.pauses === true ? covered(pauses, covers) : [],
  }
}

/** The four clocks of a complaint, why they run so, and when they stood still; the book is read once for many. */
export async function clocksAsShown(
  { db, clock }: Reading,
  found: OpenComplaint,
  covers: CoveredName,
  book: CountBook,
): Promise<ComplaintClocks> {
  const pauses = await listPauses(db, found.row.id)
  const { set, why, timed } = timedBy(found, pauses, book)
  return {
    set: set?.key ?? 'none',
    why,
    ...(await choiceOf(db, found, why, covers)),
    state: timed.state,
    stateIsOffices: found.fields.state === null,
    clocks: clocksOf(timed, clock.now(), book.calendar).map((each) => each.clock),
    pauses: covered(pauses, covers),
  }
}

/** Of a set chosen by hand why, and who chose it. */
async function choiceOf(
  db: QueryContext['db'],
  { row }: OpenComplaint,
  why: SetReason,
  covers: CoveredName,
): Promise<Pick<ComplaintClocks, 'reason' | 'chosenBy'>> {
  if (why !== 'hand') return { reason: '', chosenBy: '' }
  return {
    reason: coverText(row.set_reason, covers),
    chosenBy: await lastChooser(db, row.id),
  }
}

function covered(pauses: readonly ComplaintPause[], covers: CoveredName): ComplaintPause[] {
  return pauses.map((pause) => ({ ...pause, reason: coverText(pause.reason, covers) }))
}

/** @throws WorkspaceError `complaints.settled` */
function refuseSettled({ row }: OpenComplaint): void {
  if (!open.includes(row.status)) {
    throw new WorkspaceError('complaints.settled', { number: row.number })
  }
}

/** The clocks that may stand still stop. */
export async function beginPause(
  context: CommandContext,
  id: ComplaintId,
  reason: string,
  expected: PlainDate | null,
): Promise<void> {
  const { writer, newId, clock, actor, record } = context
  const pauseId = PauseId.parse(newId())
  await insertPause(writer, {
    ...{ id: pauseId, complaint_id: id, from_at: clock.now(), ended_at: null },
    ...{ reason, by_id: actor.id, expected },
  })
  record('complaint_pause', pauseId, ['complaint_id', 'reason', 'expected'])
  await tell(context, id, { kind: 'paused', text: reason })
}

/** @returns whether they stood still */
export async function stopPause(context: CommandContext, id: ComplaintId): Promise<boolean> {
  const running = (await listPauses(context.db, id)).find(({ ended }) => ended === null)
  if (running === undefined) return false
  await endPause(context.writer, running.id, context.clock.now())
  context.record('complaint_pause', running.id, ['ended_at'])
  await tell(context, id, { kind: 'resumed' })
  return true
}
