import type { SliceHandlers } from '#contract/call'
import type { ClockName } from '#contract/clockLimits'
import type { complaintPapers, HandoverCase, RegisterEntry } from '#contract/complaintPapers'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { findFlagOf } from '../queries/flags.ts'
import { listForwardingRows, toForwarding } from '../queries/forwardings.ts'
import { listedByIds } from '../queries/list.ts'
import { openCasesOf, waitingParts, type WaitingRow } from '../queries/openCases.ts'
import { readPaperNames } from '../queries/paperNames.ts'
import { entriesOf } from '../queries/registerEntries.ts'
import { countChosen } from '../queries/takeouts.ts'
import { listEvents } from '../queries/timeline.ts'
import { rungsOf, workingDaysLate } from '../rules/escalation.ts'
import { inTurn, readCasePaper } from './casePaper.ts'
import { clocksAsShown } from './clocks.ts'
import { openCountBook } from './counting.ts'
import { known, knownOpen } from './known.ts'
import { entryBasis, validTakeout } from './takingOut.ts'

/** Three thousand lines are some 200 pages: more than anybody leafs through. */
export const mostOnPaper = 3_000

/** What is printed of the register. */
export const paperHandlers: SliceHandlers<typeof complaintPapers, Contexts> = {
  casePaper: (context, { id, takeoutId }) => readCasePaper(context, id, takeoutId),

  async registerPaper(context, { choice, takeoutId }) {
    const { db, actor } = context
    const basis = await entryBasis(context, takeoutId, actor)
    const entries: RegisterEntry[] = []
    for await (const some of entriesOf(db, choice, basis, mostOnPaper)) entries.push(...some)
    return {
      names: await readPaperNames(db),
      choice,
      takeout: takeoutId === null ? null : await validTakeout(context, takeoutId, actor),
      entries,
      fitting: await countChosen(db, choice, basis.filter),
    }
  },

  async handoverPaper({ db, clock }, { personId, remark, receiverId }) {
    const rows = await openCasesOf(db, personId)
    const people = await listPeople(db)
    const names = new Map<string, string>(people.map(({ id, name }) => [id, name]))
    const owners = [...new Set(rows.map(({ assignee_id: id }) => id))].toSorted((one, other) =>
      // What nobody was given comes last.
      (names.get(one ?? '') ?? '\u{10FFFF}').localeCompare(names.get(other ?? '') ?? '\u{10FFFF}'),
    )
    return {
      names: await readPaperNames(db),
      ...{ personId, remark, receiverId, at: clock.now() },
      owners: await inTurn(owners, async (owner) => ({
        personId: owner,
        cases: await inTurn(
          rows.filter(({ assignee_id: id }) => id === owner),
          (row) => handedOver(db, row),
        ),
      })),
    }
  },

  escalationPaper: (context, { id }) => escalated(context, id),
}

async function handedOver(db: Reader, waiting: WaitingRow): Promise<HandoverCase> {
  const [row] = await listedByIds(db, [waiting.id])
  const { complainant } = await knownOpen(db, waiting.id)
  if (row === undefined) throw new Error('A complaint that was just read is gone')
  const flag = complainant === null ? null : await findFlagOf(db, complainant.id)
  return {
    row,
    next: nextOf(waiting),
    ...(await waitingParts(db, waiting.id, complainant?.name ?? null)),
    flagged: flag !== null && flag.approved_at !== null,
  }
}

/** The clock that runs out first; where it is none of the case's own, an agency is asked. */
function nextOf(row: WaitingRow): HandoverCase['next'] {
  const { next_due: dueAt } = row
  if (dueAt === null) return null
  const dues = [
    ['acknowledge', row.due_acknowledge],
    ['respond', row.due_respond],
    ['progress', row.due_progress],
    ['close', row.due_close],
  ] as const satisfies readonly (readonly [ClockName, unknown])[]
  const own = dues.find(([, due]) => due === dueAt)
  return { clock: own?.[0] ?? 'follow-up', dueAt }
}

/** What tells what was done about a late case: not that somebody looked, or that days moved. */
const deeds: readonly string[] = [
  ...['registered', 'status', 'assigned', 'note', 'clock-met', 'paused', 'resumed', 'answer-sent'],
  ...['letter-printed', 'forwarded-to', 'reminded', 'outcome', 'grouped'],
]

async function escalated(
  context: QueryContext,
  id: Parameters<typeof known>[1],
): ReturnType<(typeof paperHandlers)['escalationPaper']> {
  const { db, clock } = context
  const found = await knownOpen(db, id)
  const name = found.complainant?.name ?? null
  const clocks = await clocksAsShown(context, found, name)
  const { calendar } = await openCountBook(db)
  const { state } = clocks
  const now = clock.now()
  const late = clocks.clocks
    .filter(({ standing }) => standing === 'late')
    .map((each) => ({
      clock: each,
      workingDays: each.dueAt === null ? 0 : workingDaysLate(each.dueAt, now, calendar, state),
    }))
  const dueAt = late.flatMap((each) => each.clock.dueAt ?? []).toSorted()[0]
  const people = await listPeople(db)
  const urgent = found.fields.urgent !== null
  const rungs = dueAt === undefined ? [] : rungsOf({ dueAt, urgent, state, now }, calendar)
  const events = await listEvents(db, id, name)
  return {
    names: await readPaperNames(db),
    complaint: await known(db, id),
    at: now,
    ...{ late, clocks },
    ladder: rungs.map((rung) => ({
      ...rung,
      people: people
        .filter(({ active, roles }) => active && roles.includes(rung.role))
        .map((person) => person.name),
    })),
    forwardings: await inTurn(await listForwardingRows(db, id), (row) =>
      toForwarding(db, row, name),
    ),
    done: events.filter(({ kind, removed }) => !removed && deeds.includes(kind)),
  }
}
