import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { CycleId, type Cycle, type Phase } from '#contract/cycles'
import { PlainDate } from '#contract/values'
import { present } from '../../support/present.ts'
import {
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const day = (text: string) => PlainDate.parse(text)
const words = { name: 'Kitaran 2027', nameEn: 'Cycle 2027', note: 'Selepas pindaan' }
const year2027 = { startsOn: day('2027-01-01'), endsOn: day('2027-12-31') }
const span = ({ startsOn, endsOn }: Pick<Phase, 'startsOn' | 'endsOn'>) => `${startsOn} ${endsOn}`
const other = <T>(id: { parse(text: string): T }) => id.parse(randomUUID())

async function firstCycle(): Promise<Cycle> {
  const [cycle] = await test.workspace.cycles.list({})
  return present(cycle)
}

describe.each(databases)('cycles on %s', (database) => {
  it('begin with one over the year, named and coloured as the reference data says', async () => {
    test = await startTestWorkspace(database)
    const all = await test.workspace.cycles.list({})
    expect(all).toHaveLength(1)
    const { phases, ...cycle } = present(all[0])
    expect(cycle).toMatchObject({
      ...{ name: 'Kitaran 2026', nameEn: 'Cycle 2026', note: '' },
      ...{ example: false, archived: false, gaps: [] },
    })
    expect(phases.map(({ number, colour }) => `${number} ${colour}`)).toEqual([
      '1 blue',
      '2 green',
      '3 orange',
      '4 vermilion',
      '5 purple',
    ])
    expect(phases.map(span)).toEqual([
      '2026-01-01 2026-03-31',
      '2026-04-01 2026-06-30',
      '2026-07-01 2026-08-31',
      '2026-09-01 2026-10-31',
      '2026-11-01 2026-12-31',
    ])
    expect(phases[2]).toMatchObject({
      ...{ name: 'Penglibatan negeri dan daerah', nameEn: 'Participation of states and districts' },
      ...{ objective: '', ownerId: null, targets: [], cycleId: cycle.id },
    })
  })

  it('get no second one when the workspace opens again, not even in a later year', async () => {
    test = await startTestWorkspace(database)
    const { cycles, gate } = test.workspace
    await cycles.archive({ id: (await firstCycle()).id })
    const before = await cycles.list({})
    test.clock.set('2028-01-05T01:00:00.000Z')
    await gate.lock({})
    await gate.unlock({
      secret: { kind: 'passphrase', passphrase: testPassphrase },
      remember: false,
    })
    expect(await cycles.list({})).toEqual(before)
  })

  it('come into a workspace of an older version when it opens, by the year in Malaysia', async () => {
    test = await startTestWorkspace(database)
    const { cycles, gate } = test.workspace
    for (const table of ['phase_target', 'phase', 'cycle']) await test.rows(`delete from ${table}`)
    await gate.lock({})
    // 00:30 on New Year's Day in Malaysia.
    test.clock.set('2026-12-31T16:30:00.000Z')
    await gate.unlock({
      secret: { kind: 'passphrase', passphrase: testPassphrase },
      remember: false,
    })
    expect((await cycles.list({})).map(({ name }) => name)).toEqual(['Kitaran 2027'])
    const loaded = await test.rows<{ subjects: string }>(
      "select subjects from audit_entry where action = 'reference.load'",
    )
    expect(loaded).toHaveLength(1)
    expect(present(loaded[0]).subjects).toContain('"table":"phase"')
    expect(present(loaded[0]).subjects).not.toContain('Kitaran')
  })

  it('are added over any period, listed newest first, renamed and archived', async () => {
    test = await startTestWorkspace(database)
    const { cycles } = test.workspace
    const added = await cycles.add({ ...words, ...year2027 })
    expect(added.phases.map(span)).toEqual((await cycles.divide(year2027)).map(span))
    const old = await cycles.add({
      ...words,
      ...{ name: 'Lama', startsOn: day('2020-02-03'), endsOn: day('2020-02-08') },
    })
    expect((await cycles.list({})).map(({ name }) => name)).toEqual([
      'Kitaran 2027',
      'Kitaran 2026',
      'Lama',
    ])
    await cycles.change({ id: added.id, name: 'Kitaran baharu', nameEn: 'New cycle', note: '' })
    const [entry] = await test.workspace.office.auditLog({ before: null, limit: 1 })
    expect(entry?.subjects).toEqual([
      { table: 'cycle', id: added.id, fields: ['name', 'name_en', 'note'] },
    ])
    expect(await cycles.archive({ id: old.id })).toEqual({ ...old, archived: true })
    expect(await cycles.bringBack({ id: old.id })).toEqual(old)
  })

  it.each([
    ['2027-05-01', '2027-05-04', 'cycles.too-short'],
    ['2027-05-05', '2027-05-04', 'cycles.ends-before-start'],
  ])('refuse the period %s to %s', async (from, to, reason) => {
    test = await startTestWorkspace(database)
    const { cycles } = test.workspace
    const period = { startsOn: day(from), endsOn: day(to) }
    await expect(cycles.add({ ...words, ...period })).rejects.toMatchObject({ reason })
    await expect(cycles.divide(period)).rejects.toMatchObject({ reason })
    expect(await cycles.list({})).toHaveLength(1)
  })

  it('load the historical one once, as the source has it', async () => {
    test = await startTestWorkspace(database)
    const { cycles, reference } = test.workspace
    const { phases: items } = await reference.lists({})
    await reference.change({ id: present(items[0]).id, fields: { ms: 'Nama pejabat' } })
    const loaded = await cycles.loadHistory({})
    expect(loaded).toMatchObject({ example: true, archived: false, gaps: [] })
    expect(loaded.phases.map((each) => `${each.name}: ${span(each)}`)).toEqual([
      'Tindakan dalaman BKK: 2015-01-01 2015-12-31',
      'Bersama JK Mempromosi JKR di ibu pejabat: 2016-01-01 2016-12-31',
      'Penglibatan negeri dan daerah: 2017-01-01 2017-12-31',
      'Kerjasama dengan pihak swasta: 2018-01-01 2018-12-31',
      'Melangkaui sempadan ke arena antarabangsa: 2019-01-01 2019-12-31',
    ])
    expect((await cycles.list({})).map(({ example }) => example)).toEqual([false, true])
    await cycles.archive({ id: loaded.id })
    await expect(cycles.loadHistory({})).rejects.toMatchObject({
      reason: 'cycles.history-loaded',
    })
    // A cycle of the office's own has the office's words.
    const own = await cycles.add({ ...words, ...year2027 })
    expect(own.phases[0]?.name).toBe('Nama pejabat')
  })

  it('say what no longer exists', async () => {
    test = await startTestWorkspace(database)
    const { cycles } = test.workspace
    const id = other(CycleId)
    for (const call of [cycles.archive({ id }), cycles.change({ ...words, id })]) {
      await expect(call).rejects.toMatchObject({ reason: 'cycles.unknown' })
    }
  })
})
