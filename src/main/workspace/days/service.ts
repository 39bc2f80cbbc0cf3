import type { SliceHandlers } from '#contract/call'
import { HolidayId, mostDays, type days, type Holiday, type HolidayInput } from '#contract/days'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../context.ts'
import type { Reader } from '../database/schema.ts'
import {
  findHoliday,
  holidaysOfYear,
  holidaysOn,
  insertHoliday,
  openDays,
  setRemoved,
  updateHoliday,
} from './queries.ts'
import { shippedReference } from './reference.ts'
import { dayNumber, yearOf } from './rules/dates.ts'
import { daysOf, explain } from './rules/explain.ts'
import { changedFields, sameHoliday } from './rules/holiday.ts'
import { shippedInput } from './rules/shipped.ts'
import { yearState } from './rules/undated.ts'

export const dayHandlers: SliceHandlers<typeof days, Contexts> = {
  async holidays({ db }, { year, state }) {
    const all = await holidaysOfYear(db, year, state)
    const counting = all.filter(({ removed }) => !removed)
    return { ...yearState(shippedReference(), year, counting, state), holidays: all }
  },

  async range({ db }, { state, from, to }) {
    if (to < from) return []
    refuseTooLong(from, to)
    return daysOf(await openDays(db, { from, to }), state, from, to)
  },

  async explain({ db }, asked) {
    if (asked.ask === 'count') refuseTooLong(asked.from, asked.to)
    const explained = explain(await openDays(db), asked)
    const years = [yearOf(explained.from), yearOf(explained.to)]
    const [first, last] = [Math.min(...years), Math.max(...years)]
    const uncertain = []
    for (let year = first; year <= last; year += 1) {
      const entered = await holidaysOfYear(db, year, asked.state)
      const counting = entered.filter(({ removed }) => !removed)
      const state = yearState(shippedReference(), year, counting, asked.state)
      if (state.undated.length > 0) uncertain.push(state)
    }
    return { ...explained, uncertain }
  },

  async addHoliday({ db, writer, newId, record }, wanted) {
    await refuseTwice(db, wanted, null)
    const id = HolidayId.parse(newId())
    await insertHoliday(writer, id, wanted)
    record('holiday', id, ['date', 'name', 'name_en', 'kind', 'states', 'reference'])
    return (await known(db, id)).holiday
  },

  async changeHoliday({ db, writer, record }, { id, ...wanted }) {
    const { holiday: before, listKey } = await known(db, id)
    if (before.removed) throw new WorkspaceError('days.already-removed')
    await refuseTwice(db, wanted, id)
    const shipped = listKey === null ? null : shippedInput(shippedReference(), listKey)
    const changed = listKey !== null && (shipped === null || !sameHoliday(shipped, wanted))
    await updateHoliday(writer, id, wanted, changed)
    record('holiday', id, changedFields(before, wanted))
    return (await known(db, id)).holiday
  },

  async removeHoliday({ db, writer, record }, { id }) {
    const { holiday } = await known(db, id)
    if (holiday.removed) throw new WorkspaceError('days.already-removed')
    await setRemoved(writer, id, true)
    record('holiday', id, ['removed'])
    return { ...holiday, removed: true }
  },

  async restoreHoliday({ db, writer, record }, { id }) {
    const { holiday } = await known(db, id)
    if (!holiday.removed) throw new WorkspaceError('days.not-removed')
    await refuseTwice(db, holiday, id)
    await setRemoved(writer, id, false)
    record('holiday', id, ['removed'])
    return { ...holiday, removed: false }
  },

  async resetHoliday({ db, writer, record }, { id }) {
    const { holiday: before, listKey } = await known(db, id)
    const shipped =
      listKey === null || before.origin !== 'changed'
        ? null
        : shippedInput(shippedReference(), listKey)
    if (shipped === null) throw new WorkspaceError('days.nothing-shipped')
    if (before.removed) throw new WorkspaceError('days.already-removed')
    await refuseTwice(db, shipped, id)
    await updateHoliday(writer, id, shipped, false)
    record('holiday', id, [...changedFields(before, shipped), 'changed'])
    return (await known(db, id)).holiday
  },
}

async function known(
  db: Reader,
  id: HolidayId,
): Promise<{ holiday: Holiday; listKey: string | null }> {
  const found = await findHoliday(db, id)
  if (found === null) throw new WorkspaceError('days.unknown-holiday')
  return found
}

/** The same name twice on one day of a state is a slip, not a second holiday. */
async function refuseTwice(db: Reader, wanted: HolidayInput, own: HolidayId | null): Promise<void> {
  const same = (await holidaysOn(db, wanted.date)).some(
    ({ id, name, states }) =>
      id !== own && name === wanted.name && states.some((state) => wanted.states.includes(state)),
  )
  if (same) throw new WorkspaceError('days.already-listed')
}

function refuseTooLong(from: HolidayInput['date'], to: HolidayInput['date']): void {
  if (Math.abs(dayNumber(to) - dayNumber(from)) >= mostDays) {
    throw new WorkspaceError('days.too-long', { most: mostDays })
  }
}
