import type { SliceHandlers } from '#contract/call'
import type { ComplaintId } from '#contract/complaintFields'
import {
  rungMarks,
  shareMarks,
  type Ladder,
  type RungMark,
  type RungRole,
} from '#contract/complaintLadder'
import {
  WarningMark,
  type CaseWarning,
  type complaintWarnings,
  type GivenWarning,
} from '#contract/complaintWarnings'
import { mayCall } from '#contract/permissions'
import type { Person } from '#contract/people'
import { Instant } from '#contract/values'
import type { CommandContext, Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { readReminders } from '../../office/queries.ts'
import { listPauses } from '../queries/pauses.ts'
import { insertWarning, unwarnedOf, warnedOf } from '../queries/warnings.ts'
import { clocksOf } from '../rules/clocks.ts'
import { markColumns } from '../rules/markColumns.ts'
import { tellsFrom, type MarkMoment } from '../rules/warnings.ts'
import { markMoments, openCountBook, timedBy, type CountBook } from './counting.ts'
import { knownOpen, tell } from './known.ts'

const hour = 3_600_000
/** What was reached before is in the day's list by now: a long weekend, and a day (ours). */
const lookedBack = 96 * hour
/** A screen locked for longer tells what is due when it is opened again (ours). */
const lookedAhead = 16 * hour

export const warningHandlers: SliceHandlers<typeof complaintWarnings, Contexts> = {
  async warnings(context) {
    const { db, clock, actor } = context
    if (actor === null) return []
    const now = Date.parse(clock.now())
    const since = instant(now - lookedBack)
    const until = instant(now + lookedAhead)
    const found = new Map<ComplaintId, { readonly mine: boolean; readonly marks: WarningMark[] }>()
    for (const mark of await marksFor(context, actor)) {
      const span = { mark, since: isRung(mark) ? null : since, until }
      for (const { id, mine } of await unwarnedOf(db, span, actor.id)) {
        const before = found.get(id) ?? { mine, marks: [] }
        found.set(id, { mine, marks: [...before.marks, mark] })
      }
    }
    return found.size === 0 ? [] : warningsOf(context, actor, found)
  },

  async keepWarnings(context, { given }) {
    const book = await openCountBook(context.db)
    let kept = 0
    for (const each of given) kept += (await keepWarning(context, each, book)) ? 1 : 0
    return { kept }
  },
}

/**
 * Parts of the time are for who works on cases. That a rung was reached is kept whoever sees it
 * first: the timeline of a late case does not wait for its head.
 */
async function marksFor({ db }: QueryContext, { roles }: Person): Promise<readonly WarningMark[]> {
  const { on } = await readReminders(db)
  return on && mayCall(roles, 'complaints', 'meetClock') ? WarningMark.options : rungMarks
}

async function warningsOf(
  { db, clock }: QueryContext,
  actor: Person,
  found: ReadonlyMap<ComplaintId, { readonly mine: boolean; readonly marks: WarningMark[] }>,
): Promise<CaseWarning[]> {
  const book = await openCountBook(db)
  const { on, morning, state } = await readReminders(db)
  const warnings: CaseWarning[] = []
  for (const [id, { mine, marks }] of found) {
    const { moments, number, urgent } = await momentsOf(db, id, clock.now(), book)
    for (const moment of moments.filter(({ mark }) => marks.includes(mark))) {
      const from = tellsFrom(moment, { urgent, state }, morning, book.calendar)
      if (from === null) continue
      const { mark } = moment
      const { share, role } = namedBy(mark, book.ladder)
      const tells = on && (role === null || actor.roles.includes(role))
      warnings.push({ id, number, mark, share, role, mine, from, tells })
    }
  }
  return warnings.toSorted(
    (one, other) =>
      Number(other.mine) - Number(one.mine) ||
      one.from.localeCompare(other.from) ||
      one.number.localeCompare(other.number),
  )
}

function isRung(mark: WarningMark): mark is RungMark {
  return rungMarks.some((each) => each === mark)
}

/** What the ladder says of a mark: how many per cent, or which role. */
function namedBy(
  mark: WarningMark,
  { shares, rungs }: Ladder,
): { readonly share: number | null; readonly role: RungRole | null } {
  const part = shareMarks.find((each) => each === mark)
  return {
    share: part === undefined ? null : shares[part],
    role: isRung(mark) ? rungs[mark].role : null,
  }
}

async function momentsOf(
  db: Reader,
  id: ComplaintId,
  now: Instant,
  book: CountBook,
): Promise<{
  readonly moments: MarkMoment[]
  readonly number: CaseWarning['number']
  readonly urgent: boolean
}> {
  const found = await knownOpen(db, id)
  const { timed } = timedBy(found, await listPauses(db, id), book)
  const clocks = clocksOf(timed, now, book.calendar)
  const moments = markMoments(clocks, timed, found, now, book).flatMap((moment) => {
    const at = found.row[markColumns[moment.mark]]
    return at === null ? [] : [{ ...moment, at }]
  })
  return { moments, number: found.row.number, urgent: found.fields.urgent !== null }
}

/**
 * Keeps that the person at the keyboard was told. The timeline says once that a mark was reached,
 * however many are told of it.
 * @returns whether it was new
 */
async function keepWarning(
  context: CommandContext,
  { id, mark }: GivenWarning,
  book: CountBook,
): Promise<boolean> {
  const { db, writer, clock, actor, newId, record } = context
  const { moments } = await momentsOf(db, id, clock.now(), book)
  const reached = moments.find((each) => each.mark === mark)
  if (reached === undefined || reached.at > clock.now()) return false
  const told = await warnedOf(db, id, mark, reached.at)
  if (told.includes(actor.id)) return false
  const warningId = newId()
  await insertWarning(writer, {
    ...{ id: warningId, complaint_id: id, mark, reached_at: reached.at },
    ...{ person_id: actor.id, at: clock.now() },
  })
  record('complaint_warning', warningId, ['complaint_id', 'mark', 'reached_at', 'person_id'])
  if (told.length === 0) {
    const { share, role } = namedBy(mark, book.ladder)
    const changes = [
      { field: 'warned_mark', before: null, after: mark },
      { field: 'warned_clock', before: null, after: reached.clock },
      { field: 'warned_at', before: null, after: reached.at },
      // The ladder may say otherwise later; what was told stays told.
      ...(share === null ? [] : [{ field: 'warned_share', before: null, after: String(share) }]),
      ...(role === null ? [] : [{ field: 'warned_role', before: null, after: role }]),
    ]
    await tell(context, id, { kind: 'warned', changes })
  }
  return true
}

function instant(moment: number): Instant {
  return Instant.parse(new Date(moment).toISOString())
}
