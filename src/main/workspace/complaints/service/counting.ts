import type { ComplaintPause } from '#contract/complaintClocks'
import { ClockLimits, type ClockName } from '#contract/clockLimits'
import type { ComplaintId } from '#contract/complaintFields'
import type { Ladder } from '#contract/complaintLadder'
import { open } from '#contract/complaintStatus'
import type { ClockSet } from '#contract/reference'
import type { StateCode } from '#contract/states'
import type { Instant } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import type { DayCalendar } from '../../days/rules/calendar.ts'
import { readReminders } from '../../office/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { nextFollowUp } from '../queries/forwardings.ts'
import { readLadder } from '../queries/ladder.ts'
import { listPauses } from '../queries/pauses.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { updateComplaint } from '../queries/write.ts'
import { wrongDoorKinds } from '../queries/wrongDoorKinds.ts'
import { isUnreachable } from '../rules/told.ts'
import { clocksOf, keptDues, setFor, type CountedClock, type KeptDues } from '../rules/clocks.ts'
import { judgedOf, keptLimits, readJudged, type StoodDues, type Timed } from '../rules/judged.ts'
import { keptMarks, marksOf, type MarkMoment } from '../rules/warnings.ts'
import { knownOpen } from './known.ts'

/** As it stands in a complaint's row. */
const KeptLimits = ClockLimits.partial()

/** What all complaints are counted by. */
export interface CountBook {
  readonly sets: readonly ClockSet[]
  readonly wrongDoors: readonly string[]
  readonly officeState: StateCode
  readonly calendar: DayCalendar
  readonly ladder: Ladder
}

/** Reads the sets, the days, the ladder and the office's state, once for many complaints. */
export async function openCountBook(db: Reader): Promise<CountBook> {
  return {
    // A set that is no longer offered still holds for those that have it.
    sets: await itemsOf(db, 'clock-sets'),
    wrongDoors: await wrongDoorKinds(db),
    officeState: (await readReminders(db)).state,
    calendar: await openDays(db),
    ladder: await readLadder(db),
  }
}

/** The set of a complaint and what its clocks are worked out from. */
export function timedBy(
  { row, fields }: OpenComplaint,
  pauses: readonly ComplaintPause[],
  book: CountBook,
) {
  const { set, why } =
    standingSet(row, book) ??
    setFor(book.sets, {
      ...{ kind: fields.kind, urgent: fields.urgent, severity: fields.severity },
      difficulty: fields.difficulty,
      wrongDoor: book.wrongDoors.includes(fields.kind) || row.wrong_agency !== null,
      chosen: row.set_why === 'hand' ? row.clock_set : null,
    })
  const isHistory = row.import_id !== null && !open.includes(row.status) && row.reopened === 0
  const timed: Timed = {
    kept: KeptLimits.parse(JSON.parse(row.kept_limits)),
    limits: set?.limits ?? { acknowledge: null, respond: null, progress: null, close: null },
    ...{ received: fields.receivedAt, from: row.clocks_from },
    met: isHistory ? metInSheet(row) : metHere(row),
    ...{ settled: !open.includes(row.status), stood: stoodOf(row) },
    pauses: pauses.map(({ from, ended }) => ({ from, until: ended })),
    state: fields.state ?? book.officeState,
    shares: book.ladder.shares,
    ...(isHistory ? { unmeasured: unmeasuredOf(metInSheet(row)) } : {}),
    ...(!isHistory && nobodyToTell(row, fields) ? { unmeasured: untold(row) } : {}),
  }
  return { set, why, timed }
}

/** What is settled keeps the set it was judged by; one taken from it by hand is chosen anew. */
function standingSet(
  { status, judged, clock_set: key, set_why: why }: OpenComplaint['row'],
  { sets }: CountBook,
): ReturnType<typeof setFor> | null {
  if (why === '' || open.includes(status) || !readJudged(judged).isSetStanding) return null
  return { set: sets.find((set) => set.key === key) ?? null, why }
}

/** What stands of the clocks that were judged: the dues that figures read. */
function stoodOf(row: OpenComplaint['row']): StoodDues {
  const dues = {
    ...{ acknowledge: row.due_acknowledge, respond: row.due_respond },
    ...{ progress: row.due_progress, close: row.due_close },
  }
  return Object.fromEntries(readJudged(row.judged).clocks.map((name) => [name, dues[name]]))
}

type Met = Timed['met']

/** Settled, and who complained left no way to be told: nothing was promised to anybody. */
function nobodyToTell(
  { complainant_id: personId, status }: OpenComplaint['row'],
  { link }: OpenComplaint['fields'],
): boolean {
  return !open.includes(status) && isUnreachable(personId, link)
}

function untold(row: OpenComplaint['row']): ClockName[] {
  const met = metHere(row)
  return (['acknowledge', 'respond'] as const).filter((name) => met[name] === null)
}

function metHere(row: OpenComplaint['row']): Met {
  // Who is answered has been acknowledged; what is settled is not answered by that (decision 0029).
  const before = row.answered_by_settling === row.settled_at ? row.settled_at : null
  const respond = row.responded_at ?? before
  return {
    ...{ acknowledge: row.acknowledged_at ?? respond, respond },
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

/** Why clocks are counted anew, where that touches what was judged. */
export interface Recounting {
  /** What everything was counted by until now: limits of what is over are kept from it. */
  readonly before?: CountBook
  /** When or where it was received was corrected: what was judged is judged anew. */
  readonly corrected?: boolean
}

/**
 * Works the clocks of a complaint out again and keeps what is due; answers what was kept before. What
 * was met or is settled stands as it was judged (decision 0035).
 */
export async function countAnew(
  context: Pick<CommandContext, 'db' | 'writer' | 'clock'>,
  id: ComplaintId,
  book?: CountBook,
  { before: earlier, corrected = false }: Recounting = {},
): Promise<{ readonly before: KeptDues; readonly after: KeptDues }> {
  const { db, writer, clock } = context
  const found = await knownOpen(db, id)
  const pauses = await listPauses(db, id)
  const known = book ?? (await openCountBook(db))
  const { set, why, timed: before } = timedBy(found, pauses, known)
  const judged = earlier === undefined ? before : timedBy(found, pauses, earlier).timed
  // A clock that is met no longer, because that was taken back or it was taken up again, begins anew.
  const kept = keptLimits(judged, before.limits)
  const timed = { ...before, kept, ...(corrected ? { stood: {} } : {}) }
  const clocks = clocksOf(timed, clock.now(), known.calendar)
  const dues = keptDues(clocks)
  // What is in the hands of others is asked for by a clock of its own.
  const followUp = await nextFollowUp(db, id)
  // What is settled is late in the charter, not in the lists of what is still worked on.
  const nextDue = open.includes(found.row.status) ? dues.next_due : null
  const waiting = [nextDue, followUp].filter((due) => due !== null)
  const after = { ...dues, next_due: waiting.toSorted()[0] ?? null }
  const paused = pauses.some(({ ended }) => ended === null) ? 1 : 0
  const wanted = {
    ...{ clock_set: set?.key ?? '', set_why: why, paused },
    set_reason: why === 'hand' ? found.row.set_reason : '',
    ...{ kept_limits: JSON.stringify(kept), judged: judgedOf(timed) },
    ...after,
    ...keptMarks(markMoments(clocks, timed, found, clock.now(), known)),
  }
  const stored = new Map<string, unknown>(Object.entries(found.row))
  if (Object.entries(wanted).some(([column, value]) => stored.get(column) !== value)) {
    await updateComplaint(writer, id, wanted)
  }
  const { due_acknowledge, due_respond, due_progress, due_close, next_due } = found.row
  return { before: { due_acknowledge, due_respond, due_progress, due_close, next_due }, after }
}

/** When the first of the clocks of a complaint reaches each mark. */
export function markMoments(
  clocks: readonly CountedClock[],
  { state, pauses }: Pick<Timed, 'state' | 'pauses'>,
  { fields }: Pick<OpenComplaint, 'fields'>,
  now: Instant,
  { calendar, ladder }: Pick<CountBook, 'calendar' | 'ladder'>,
): MarkMoment[] {
  const marked = { urgent: fields.urgent !== null, state, pauses, now }
  return marksOf(clocks, marked, ladder, calendar)
}
