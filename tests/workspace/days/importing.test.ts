import { afterEach, describe, expect, it } from 'vitest'
import { Instant, PlainDate } from '#contract/values'
import { register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { bytesOf, workbookOf } from '../../support/sheets.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

/** Friday in the morning, before a weekend and a week without holidays. */
const friday = Instant.parse('2026-11-20T02:30:00.000Z')
const day = (date: string) => PlainDate.parse(date)

async function bring(bytes: Uint8Array<ArrayBuffer>, trial = false) {
  const sheet = { name: 'cuti 2026.csv', bytes }
  const { guess: columns } = await test.workspace.days.readHolidaySheet(sheet)
  return test.workspace.days.importHolidays({ ...sheet, columns, trial })
}

async function namesOn(date: string): Promise<string[]> {
  const { holidays } = await test.workspace.days.holidays({ year: 2026, state: null })
  return holidays.filter((each) => each.date === date && !each.removed).map(({ name }) => name)
}

const dueOf = async (id: Awaited<ReturnType<typeof register>>['id']) =>
  present((await test.workspace.complaints.clocks({ id })).clocks[3]).dueAt

describe.each(databases)('holidays from a sheet on %s', (database) => {
  it('come in together, move what is due and say so, and go again', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints, days } = test.workspace
    const { id } = await register(test)
    const before = await dueOf(id)
    const sheet = await workbookOf(
      ['Tarikh', 'Cuti Umum', 'Negeri', 'Jenis', 'Warta'],
      [
        [new Date('2026-11-24T00:00:00.000Z'), 'Cuti banjir', 'KL & Selangor', 'Khas', 'PU(B) 1'],
        ['25/11/2026', 'Cuti tambahan', 'Semua negeri', null, null],
      ],
    )
    const trial = await bring(sheet, true)
    expect(trial).toMatchObject({ rows: 2, rejected: [], warned: [], same: 0, importId: null })
    expect(trial.added).toEqual([
      {
        ...{ date: '2026-11-24', name: 'Cuti banjir', nameEn: null, kind: 'special' },
        ...{ states: ['MY-10', 'MY-14'], reference: 'PU(B) 1' },
      },
      expect.objectContaining({ date: '2026-11-25', kind: 'federal', reference: null }),
    ])
    expect(await namesOn('2026-11-24')).toEqual([])
    expect(await dueOf(id)).toBe(before)
    expect(await complaints.timeline({ id })).toHaveLength(1)

    const { importId } = await bring(sheet)
    expect(await namesOn('2026-11-24')).toEqual(['Cuti banjir'])
    // Two working days later than before: Monday, Thursday, Friday.
    expect(before).toBe('2026-11-25T16:00:00.000Z')
    expect(await dueOf(id)).toBe('2026-11-27T16:00:00.000Z')
    const recounted = present((await complaints.timeline({ id })).at(-1))
    expect([recounted.kind, recounted.text]).toEqual(['recounted', 'days'])
    const entries = await test.rows(
      `select sequence from audit_entry where action = 'days.importHolidays'`,
    )
    expect(entries).toHaveLength(1)
    // The same again is known, and leaves no import.
    expect(await bring(sheet)).toMatchObject({ added: [], same: 2, importId: null })
    const [listed] = await days.holidayImports({})
    expect(listed).toMatchObject({ id: importId, name: 'cuti 2026.csv', holidays: 2 })

    // What somebody changed since stays.
    const { holidays } = await days.holidays({ year: 2026, state: null })
    const own = present(holidays.find(({ name }) => name === 'Cuti tambahan'))
    await days.changeHoliday({ ...own, name: 'Cuti peristiwa tambahan' })
    expect(await days.undoHolidayImport({ id: present(importId) })).toEqual({ undone: 1, kept: 1 })
    expect(await namesOn('2026-11-24')).toEqual([])
    expect(await namesOn('2026-11-25')).toEqual(['Cuti peristiwa tambahan'])
    expect(await dueOf(id)).toBe('2026-11-26T16:00:00.000Z')
    await expect(days.undoHolidayImport({ id: present(importId) })).rejects.toMatchObject({
      reason: 'days.import-undone',
    })
  })

  it('tell for each row what is wrong, and bring in nothing then', async () => {
    test = await startTestWorkspace(database)
    const text = [
      'Tarikh,Nama cuti,Negeri,Jenis',
      '31/11/2026,Salah,Perak,',
      '24/11/2050,Jauh,Perak,',
      ',Tanpa tarikh,Perak,',
      '24/11/2026,,Perak,',
      '24/11/2026,Tanpa negeri,,',
      '24/11/2026,Negeri asing,Singapura,',
      '24/11/2026,Jenis asing,Perak,Cuti sekolah',
      '24/11/2026,Baik,"Perak, Perlis",',
      '24/11/2026,baik,Perlis,',
    ].join('\n')
    const read = await bring(bytesOf(text))
    expect(read.rejected.map(({ row, problem, value }) => [row, problem, value])).toEqual([
      [2, 'not-a-day', '31/11/2026'],
      [3, 'beyond-years', '24/11/2050'],
      [4, 'date-missing', ''],
      [5, 'name-missing', ''],
      [6, 'states-missing', ''],
      [7, 'unknown-state', 'Singapura'],
      [8, 'unknown-kind', 'Cuti sekolah'],
      [10, 'repeated-row', '9'],
    ])
    expect(read.importId).toBeNull()
    expect(await namesOn('2026-11-24')).toEqual([])
    const { csv } = await test.workspace.days.rejectedHolidaysCsv({
      ...{ rejected: read.rejected, language: 'ms' },
    })
    expect(csv).toContain('“Singapura” bukan nama negeri')
  })

  it('know what stands in the list, and ask about another name on a day off', async () => {
    test = await startTestWorkspace(database)
    const { days } = test.workspace
    await days.addHoliday({
      ...{ date: day('2026-11-24'), name: 'Cuti banjir', nameEn: null, kind: 'special' },
      ...{ states: ['MY-03'], reference: null },
    })
    const read = await bring(
      bytesOf(
        [
          'Tarikh,Nama cuti,Negeri',
          '2026-11-24,CUTI  banjir,Kelantan',
          '2026-11-24,Cuti banjir,"Kelantan, Terengganu"',
        ].join('\n'),
      ),
      true,
    )
    // Two rows of one holiday and state: which is right only the person knows.
    expect(read.rejected.map(({ problem }) => problem)).toEqual(['repeated-row'])
    const partly = await bring(
      bytesOf('Tarikh,Nama cuti,Negeri\n2026-11-24,Cuti banjir,"Kelantan, Terengganu"'),
      true,
    )
    expect(partly.added.map(({ states }) => states)).toEqual([['MY-11']])
    const other = await bring(
      bytesOf('Tarikh,Nama cuti,Negeri\n2026-11-24,Cuti bencana,Kelantan'),
      true,
    )
    expect(other.warned).toMatchObject([{ row: 2, problem: 'other-name', value: 'Cuti banjir' }])
    expect(other.added).toHaveLength(1)
  })
})
