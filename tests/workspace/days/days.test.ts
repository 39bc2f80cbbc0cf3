import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { HolidayId, type Holiday, type HolidayInput } from '#contract/days'
import { PlainDate } from '#contract/values'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const day = (date: string) => PlainDate.parse(date)
const declared: HolidayInput = {
  date: day('2026-12-04'),
  name: 'Cuti khas Selangor',
  nameEn: null,
  kind: 'special',
  states: ['MY-10', 'MY-14'],
  reference: 'SUK.SEL 12/2026',
}

async function find(date: string, name: string): Promise<Holiday> {
  const year = Number(date.slice(0, 4))
  const { holidays } = await test.workspace.days.holidays({ year, state: null })
  return present(holidays.find((one) => one.date === date && one.name === name))
}

async function after(from: string, workingDays: number): Promise<string> {
  const asked = { ask: 'day', state: 'MY-14', from: day(from), workingDays } as const
  return (await test.workspace.days.explain(asked)).to
}

describe.each(databases)('days on %s', (database) => {
  it('answers a year by date, of all states or of one', async () => {
    test = await startTestWorkspace(database)
    const all = await test.workspace.days.holidays({ year: 2025, state: null })
    expect(all).toMatchObject({ year: 2025, list: 'listed', undated: [] })
    expect(all.holidays.map(({ date }) => date)).toEqual(
      all.holidays.map(({ date }) => date).toSorted(),
    )
    const johor = await test.workspace.days.holidays({ year: 2025, state: 'MY-01' })
    expect(johor.holidays).toEqual(all.holidays.filter(({ states }) => states.includes('MY-01')))
    expect(johor.holidays.map(({ name }) => name)).toContain('Hari Keputeraan Sultan Johor')
    expect(johor.holidays.map(({ name }) => name)).not.toContain('Hari Wilayah Persekutuan')
  })

  it('explains Hari Raya 2025 day by day', async () => {
    test = await startTestWorkspace(database)
    const explained = await test.workspace.days.explain({
      ...{ ask: 'day', state: 'MY-14', from: day('2025-03-28'), workingDays: 2 },
    })
    expect(explained).toMatchObject({ from: '2025-03-28', to: '2025-04-03', uncertain: [] })
    expect(
      explained.days.map(({ date, working, weekend, holidays }) => [
        ...[date, working, weekend?.days ?? null, holidays.map(({ name }) => name)],
      ]),
    ).toEqual([
      ['2025-03-29', false, ['saturday', 'sunday'], []],
      ['2025-03-30', false, ['saturday', 'sunday'], []],
      ['2025-03-31', false, null, ['Hari Raya Puasa']],
      ['2025-04-01', false, null, ['Hari Raya Puasa (Hari Kedua)']],
      ['2025-04-02', true, null, []],
      ['2025-04-03', true, null, []],
    ])
    const counted = await test.workspace.days.explain({
      ...{ ask: 'count', state: 'MY-14', from: day('2025-04-03'), to: day('2025-03-28') },
    })
    expect(counted.workingDays).toBe(-2)
    expect(counted.days[0]?.date).toBe('2025-04-02')
  })

  it('says of a year without a list what it does not know', async () => {
    test = await startTestWorkspace(database)
    const explained = await test.workspace.days.explain({
      ...{ ask: 'day', state: 'MY-14', from: day('2027-12-30'), workingDays: 3 },
    })
    expect(explained.uncertain).toMatchObject([{ year: 2028, list: 'forecast' }])
    const unknown = present(explained.uncertain[0]).undated
    expect(unknown.map(({ name }) => name)).toContain('Hari Raya Puasa')
    expect(unknown.every(({ states }) => states.join() === 'MY-14')).toBe(true)
    // New Year's Day itself is known, as a forecast; so are Saturday and Sunday.
    expect(explained.days.flatMap(({ holidays }) => holidays)).toMatchObject([
      { name: 'Tahun Baharu', doubt: 'forecast' },
    ])
  })

  it('gives a calendar every day of a period, and refuses more than two years', async () => {
    test = await startTestWorkspace(database)
    const september = { state: 'MY-13', from: day('2026-09-01'), to: day('2026-09-30') } as const
    const days = await test.workspace.days.range(september)
    expect(days).toHaveLength(30)
    expect(days.filter(({ working }) => !working).map(({ date }) => date.slice(8))).toEqual([
      ...['05', '06', '12', '13', '16', '19', '20', '26', '27'],
    ])
    expect(await test.workspace.days.range({ ...september, to: day('2026-08-31') })).toEqual([])
    await expect(
      test.workspace.days.range({ ...september, to: day('2028-09-30') }),
    ).rejects.toMatchObject({ reason: 'days.too-long' })
  })

  it('counts a day the office adds from that moment on, and notes which fields', async () => {
    test = await startTestWorkspace(database)
    expect(await after('2026-12-03', 1)).toBe('2026-12-04')
    const changed: string[][] = []
    test.client.changed.add((slices) => changed.push([...slices]))
    const own = await test.workspace.days.addHoliday(declared)
    expect(own).toMatchObject({ ...declared, origin: 'own', doubts: {}, removed: false })
    expect(changed).toEqual([['days', 'office']])
    expect(await after('2026-12-03', 1)).toBe('2026-12-07')
    await test.workspace.days.removeHoliday({ id: own.id })
    expect(await after('2026-12-03', 1)).toBe('2026-12-04')
    await test.workspace.days.restoreHoliday({ id: own.id })
    expect(await after('2026-12-03', 1)).toBe('2026-12-07')
    await test.workspace.days.changeHoliday({ ...own, date: day('2026-12-07'), states: ['MY-14'] })
    expect(await after('2026-12-03', 1)).toBe('2026-12-04')

    const entries = await test.rows<{ action: string; subjects: string }>(
      'select action, subjects from audit_entry where sequence > 1 order by sequence',
    )
    const all = ['date', 'name', 'name_en', 'kind', 'states', 'reference']
    expect(entries.map((entry) => [entry.action, JSON.parse(entry.subjects) as unknown])).toEqual([
      ['days.addHoliday', [{ table: 'holiday', id: own.id, fields: all }]],
      ['days.removeHoliday', [{ table: 'holiday', id: own.id, fields: ['removed'] }]],
      ['days.restoreHoliday', [{ table: 'holiday', id: own.id, fields: ['removed'] }]],
      ['days.changeHoliday', [{ table: 'holiday', id: own.id, fields: ['date', 'states'] }]],
    ])
  })

  it('holds the word of the office against the list, and can take it back', async () => {
    test = await startTestWorkspace(database)
    const listed = await find('2027-03-10', 'Hari Raya Puasa')
    expect(listed).toMatchObject({ origin: 'list', doubts: { 'MY-14': 'one-source' } })
    const moved = await test.workspace.days.changeHoliday({ ...listed, date: day('2027-03-11') })
    expect(moved).toMatchObject({ id: listed.id, origin: 'changed', doubts: {} })
    // Put back by hand it is as shipped again.
    expect(await test.workspace.days.changeHoliday(listed)).toEqual(listed)
    await test.workspace.days.changeHoliday({ ...listed, states: ['MY-16', 'MY-14', 'MY-14'] })
    expect((await find('2027-03-10', 'Hari Raya Puasa')).states).toEqual(['MY-14', 'MY-16'])
    expect(await test.workspace.days.resetHoliday({ id: listed.id })).toEqual(listed)
    await expect(test.workspace.days.resetHoliday({ id: listed.id })).rejects.toMatchObject({
      reason: 'days.nothing-shipped',
    })
  })

  it('refuses what makes no sense', async () => {
    test = await startTestWorkspace(database)
    const { days } = test.workspace
    const own = await days.addHoliday(declared)
    await expect(days.addHoliday({ ...declared, states: ['MY-14'] })).rejects.toMatchObject({
      reason: 'days.already-listed',
    })
    // The same day in other states, or another name, is another holiday.
    await days.addHoliday({ ...declared, states: ['MY-01'] })
    await days.addHoliday({ ...declared, name: 'Cuti lain' })
    await expect(days.restoreHoliday(own)).rejects.toMatchObject({ reason: 'days.not-removed' })
    await days.removeHoliday(own)
    await expect(days.removeHoliday(own)).rejects.toMatchObject({ reason: 'days.already-removed' })
    await expect(days.changeHoliday(own)).rejects.toMatchObject({ reason: 'days.already-removed' })
    await days.addHoliday({ ...declared, states: ['MY-10'] })
    await expect(days.restoreHoliday(own)).rejects.toMatchObject({ reason: 'days.already-listed' })
    const listed = await find('2026-05-01', 'Hari Pekerja')
    await days.changeHoliday({ ...listed, reference: 'Surat 1' })
    await days.removeHoliday(listed)
    await expect(days.resetHoliday(listed)).rejects.toMatchObject({
      reason: 'days.already-removed',
    })
    const unknown = { id: HolidayId.parse(randomUUID()) }
    await expect(days.removeHoliday(unknown)).rejects.toMatchObject({
      reason: 'days.unknown-holiday',
    })
  })
})
