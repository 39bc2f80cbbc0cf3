import { breachClocks, firstRunning } from '#contract/breachClocks'
import type { SliceHandlers } from '#contract/call'
import {
  BreachId,
  BreachNoticeId,
  type Breach,
  type BreachFields,
  type complaintBreaches,
} from '#contract/complaintBreaches'
import type { ComplaintNumber } from '#contract/complaintFields'
import { WorkspaceError } from '#contract/errors'
import type { Instant } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { isWorkingDay } from '../../days/rules/calendar.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { findPerson } from '../../people/queries.ts'
import { csvOf } from '../../reports/csv.ts'
import type { BreachRow } from '../recordTables.ts'
import {
  breachesOfYear,
  findBreach,
  findNotice,
  insertBreach,
  insertNotice,
  listBreaches,
  setNoticeRemoved,
  updateBreach,
} from '../queries/breaches.ts'
import { findByNumber } from '../queries/known.ts'
import { breachColumns } from '../reports/breachTable.ts'
import { readNumber } from '../rules/number.ts'
import { makePack } from './breachPack.ts'

/** Whoever is told within a day is told today: so long before a clock runs out it is due. Ours. */
const dueWithin = 86_400_000

/** Breaches of personal data: what is known, who was told by when, and what the log says of them. */
export const breachHandlers: SliceHandlers<typeof complaintBreaches, Contexts> = {
  async breaches({ db, clock }) {
    return byUrgency(await listBreaches(db), clock.now())
  },

  async breachesDue({ db, clock }, { state }) {
    const now = clock.now()
    const { day } = malaysianTime(now)
    const days = await openDays(db, { from: day, to: day })
    const left = (await listBreaches(db)).flatMap((breach) => {
      const due = firstRunning(breachClocks(breach, now))?.dueAt ?? null
      return due === null ? [] : [Date.parse(due) - Date.parse(now)]
    })
    const counts = [
      { kind: 'late', count: left.filter((each) => each < 0).length },
      { kind: 'today', count: left.filter((each) => each >= 0 && each <= dueWithin).length },
    ].filter(({ count }) => count > 0)
    return { day, works: isWorkingDay(days, state, day), counts, slots: [] }
  },

  async addBreach(context, wanted) {
    const { db, writer, newId, clock, actor, record } = context
    const columns = await columnsOf(context, wanted)
    const id = BreachId.parse(newId())
    const year = Number(malaysianTime(clock.now()).day.slice(0, 4))
    const serial = String((await breachesOfYear(db, year)) + 1).padStart(3, '0')
    await insertBreach(writer, {
      ...{ id, number: `PLG-${year}-${serial}`, version: 1, ...columns },
      ...{ at: clock.now(), by_id: actor.id, removed_at: null },
    })
    record('breach', id, ['number', ...Object.keys(columns)])
    return known(db, id)
  },

  async changeBreach(context, { id, base, ...wanted }) {
    const { db, writer, record } = context
    const before = await known(db, id)
    if (before.version !== base) throw new WorkspaceError('complaints.changed-meanwhile')
    const columns = await columnsOf(context, wanted)
    // Nobody was told before the office knew.
    if (before.notices.some(({ at }) => at < wanted.knownAt)) {
      throw new WorkspaceError('complaints.breach-notice-time')
    }
    await updateBreach(writer, id, { ...columns, version: base + 1 })
    record('breach', id, [...Object.keys(columns), 'version'])
    return known(db, id)
  },

  async removeBreach({ db, writer, clock, record }, { id }) {
    const { notices } = await known(db, id)
    if (notices.length > 0) throw new WorkspaceError('complaints.breach-told')
    await updateBreach(writer, id, { removed_at: clock.now() })
    record('breach', id, ['removed_at'])
    return {}
  },

  async bringBackBreach({ db, writer, record }, { id }) {
    const found = await findBreach(db, id)
    if (found?.removed !== true) throw new WorkspaceError('complaints.unknown-breach')
    await updateBreach(writer, id, { removed_at: null })
    record('breach', id, ['removed_at'])
    return known(db, id)
  },

  async tellBreach({ db, writer, newId, clock, actor, record }, { id: breachId, ...said }) {
    const { knownAt, notices } = await known(db, breachId)
    if (notices.some(({ party }) => party === said.party)) {
      throw new WorkspaceError('complaints.breach-notice-there')
    }
    if (said.at < knownAt || said.at > clock.now()) {
      throw new WorkspaceError('complaints.breach-notice-time')
    }
    const id = BreachNoticeId.parse(newId())
    await insertNotice(writer, {
      ...{ id, breach_id: breachId, ...said, by_id: actor.id, removed_at: null },
    })
    record('breach_notice', id, ['breach_id', 'party', 'outcome', 'at', 'how', 'reference'])
    return known(db, breachId)
  },

  removeBreachNotice: (context, { id }) => setRemoved(context, id, true),
  bringBackBreachNotice: (context, { id }) => setRemoved(context, id, false),

  breachPack: async ({ db, clock }, { id }) => makePack(db, await known(db, id), clock.now()),

  async breachCsv({ db, clock }, { id, language }) {
    const { entries } = await makePack(db, await known(db, id), clock.now())
    return csvOf(breachColumns(language), entries, language)
  },
}

async function setRemoved(
  { db, writer, clock, record }: CommandContext,
  id: BreachNoticeId,
  removed: boolean,
): Promise<Breach> {
  const row = await findNotice(db, id)
  if (row === null || (row.removed_at !== null) === removed) {
    throw new WorkspaceError('complaints.unknown-breach-notice')
  }
  const { notices } = await known(db, row.breach_id)
  if (!removed && notices.some(({ party }) => party === row.party)) {
    throw new WorkspaceError('complaints.breach-notice-there')
  }
  await setNoticeRemoved(writer, id, removed ? clock.now() : null)
  record('breach_notice', id, ['removed_at'])
  return known(db, row.breach_id)
}

type Columns = Omit<BreachRow, 'id' | 'number' | 'version' | 'at' | 'by_id' | 'removed_at'>

/** @throws WorkspaceError `complaints.breach-times`, `complaints.breach-number`, `people.unknown` */
async function columnsOf(
  { db, clock }: Pick<CommandContext, 'db' | 'clock'>,
  wanted: BreachFields,
): Promise<Columns> {
  const { from, to, knownAt, personId } = wanted
  const isOrdered = from <= knownAt && (to === null || from <= to)
  const now = clock.now()
  if (!isOrdered || knownAt > now || (to !== null && to > now)) {
    throw new WorkspaceError('complaints.breach-times')
  }
  if (personId !== null && (await findPerson(db, personId)) === null) {
    throw new WorkspaceError('people.unknown')
  }
  return {
    ...{ what: wanted.what, began_at: from, ended_at: to, known_at: knownAt },
    ...{ people: wanted.people, fields: JSON.stringify(wanted.fields) },
    ...{ harm: wanted.harm ? 1 : 0, consequences: wanted.consequences, measures: wanted.measures },
    ...{ person_id: personId, numbers: JSON.stringify(await numbersOf(db, wanted.numbers)) },
  }
}

/** Numbers as the register writes them, each once. */
async function numbersOf(db: Reader, typed: readonly string[]): Promise<ComplaintNumber[]> {
  const numbers = new Set<ComplaintNumber>()
  for (const each of typed) {
    const number = readNumber(each)
    if (number === null || !(await isInRegister(db, number))) {
      throw new WorkspaceError('complaints.breach-number', { number: each })
    }
    numbers.add(number)
  }
  return [...numbers]
}

/** Also of one that was disposed of: a breach may be older. */
async function isInRegister(db: Reader, number: ComplaintNumber): Promise<boolean> {
  if ((await findByNumber(db, number)) !== null) return true
  const disposed = await db
    .selectFrom('disposal_case')
    .select('complaint_id')
    .where('number', '=', number)
    .executeTakeFirst()
  return disposed !== undefined
}

/** @throws WorkspaceError `complaints.unknown-breach` */
async function known(db: Reader, id: BreachId): Promise<Breach> {
  const found = await findBreach(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown-breach')
  const { removed, ...breach } = found
  if (removed) throw new WorkspaceError('complaints.unknown-breach')
  return breach
}

/** Where somebody is still to be told first, by when; then the newest. */
function byUrgency(breaches: readonly Breach[], now: Instant): Breach[] {
  const due = (breach: Breach) => firstRunning(breachClocks(breach, now))?.dueAt ?? null
  return breaches.toSorted((a, b) => {
    const [one, other] = [due(a), due(b)]
    if (one === null && other === null) return a.number < b.number ? 1 : -1
    if (one === null || other === null) return one === null ? 1 : -1
    if (one !== other) return one < other ? -1 : 1
    return a.number < b.number ? -1 : 1
  })
}
