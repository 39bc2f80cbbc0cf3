import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { CycleId, PhaseId, type Cycle, type Phase } from '#contract/cycles'
import { PersonId, PlainDate } from '#contract/values'
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

async function phase(number: number): Promise<Phase> {
  return present((await firstCycle()).phases[number - 1])
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

  it('keep all that is said of a phase in one change', async () => {
    test = await startTestWorkspace(database)
    const { cycles, people } = test.workspace
    const [siti] = await people.list({})
    const before = await phase(2)
    const wanted = {
      ...{ name: 'Bersama daerah', nameEn: 'With the districts', objective: 'Lebih hebahan' },
      ...{ startsOn: day('2026-04-06'), endsOn: day('2026-06-28') },
      ...{ colour: 'purple' as const, ownerId: present(siti).id },
    }
    await cycles.changePhase({
      ...{ ...before, ...wanted },
      targets: [
        { kind: 'piece', key: 'vox-pop', wanted: 2 },
        { kind: 'category', key: 'info-rakyat', wanted: 12 },
        { kind: 'category', key: 'info-jkr', wanted: 3 },
        { kind: 'piece', key: 'infographic', wanted: 0 },
      ],
    })
    expect(await phase(2)).toEqual({
      ...{ ...before, ...wanted },
      targets: [
        { kind: 'category', key: 'info-jkr', wanted: 3 },
        { kind: 'category', key: 'info-rakyat', wanted: 12 },
        { kind: 'piece', key: 'vox-pop', wanted: 2 },
      ],
    })
    expect((await firstCycle()).gaps).toEqual([
      { after: 1, startsOn: '2026-04-01', endsOn: '2026-04-05' },
      { after: 2, startsOn: '2026-06-29', endsOn: '2026-06-30' },
    ])

    // One number changes, one goes, one stays: three rows of which two are touched.
    await cycles.changePhase({
      ...(await phase(2)),
      targets: [
        { kind: 'category', key: 'info-jkr', wanted: 3 },
        { kind: 'piece', key: 'vox-pop', wanted: 5 },
      ],
    })
    const [entry] = await test.workspace.office.auditLog({ before: null, limit: 1 })
    expect(entry?.subjects.map(({ table, fields }) => [table, fields])).toEqual([
      ['phase_target', ['wanted']],
      ['phase_target', ['wanted']],
    ])
    expect((await phase(2)).targets).toEqual([
      { kind: 'category', key: 'info-jkr', wanted: 3 },
      { kind: 'piece', key: 'vox-pop', wanted: 5 },
    ])
  })

  it('refuse a border over a neighbour, name it, and let it move along and back', async () => {
    test = await startTestWorkspace(database)
    const { cycles } = test.workspace
    const before = await firstCycle()
    const second = await phase(2)
    const longer = { ...second, endsOn: day('2026-07-15') }
    await expect(cycles.changePhase(longer)).rejects.toMatchObject({
      reason: 'cycles.phase-in-the-way',
      details: { number: 3 },
    })
    expect(await firstCycle()).toEqual(before)

    const room = await cycles.room({ ...longer })
    expect(room).toEqual({
      inTheWay: [3],
      others: [{ id: before.phases[2]?.id, startsOn: '2026-07-16', endsOn: '2026-08-31' }],
    })
    const moved = await cycles.changePhase({ ...longer, others: present(room.others) })
    expect(moved.phases.map(span).slice(1, 3)).toEqual([
      '2026-04-01 2026-07-15',
      '2026-07-16 2026-08-31',
    ])
    await cycles.changePhase({ ...second, others: [present(before.phases[2])] })
    expect(await firstCycle()).toEqual(before)
  })

  it('refuse what moves along into somebody else, and a phase of another cycle', async () => {
    test = await startTestWorkspace(database)
    const { cycles } = test.workspace
    const before = await firstCycle()
    const [first, , third] = before.phases
    const tooFar = { ...present(third), endsOn: day('2026-09-02') }
    await expect(cycles.changePhase({ ...present(first), others: [tooFar] })).rejects.toMatchObject(
      { reason: 'cycles.phase-in-the-way', details: { number: 4 } },
    )
    const { phases } = await cycles.add({ ...words, ...year2027 })
    await expect(
      cycles.changePhase({ ...present(first), others: [present(phases[0])] }),
    ).rejects.toMatchObject({ reason: 'cycles.unknown-phase' })
    const reversed = { ...present(first), startsOn: day('2026-03-31'), endsOn: day('2026-03-30') }
    await expect(cycles.changePhase(reversed)).rejects.toMatchObject({
      reason: 'cycles.ends-before-start',
    })
    await expect(cycles.room(reversed)).rejects.toMatchObject({
      reason: 'cycles.ends-before-start',
    })
    expect((await cycles.list({}))[1]).toEqual(before)
  })

  it('refuse owners and targets that are not there, but keep those they had', async () => {
    test = await startTestWorkspace(database)
    const { cycles, people, reference } = test.workspace
    const first = await phase(1)
    await expect(cycles.changePhase({ ...first, ownerId: other(PersonId) })).rejects.toMatchObject({
      reason: 'cycles.unknown-owner',
    })
    for (const target of [
      { kind: 'category' as const, key: 'infographic', wanted: 1 },
      { kind: 'piece' as const, key: 'info-rakyat', wanted: 1 },
      { kind: 'piece' as const, key: 'upload', wanted: 1 },
    ]) {
      await expect(cycles.changePhase({ ...first, targets: [target] })).rejects.toMatchObject({
        reason: 'cycles.unknown-target',
      })
    }
    const gone = await people.add({ name: 'Rashid', post: 'Pegawai' })
    const targets = [{ kind: 'category' as const, key: 'expert', wanted: 2 }]
    await cycles.changePhase({ ...first, ownerId: gone.id, targets })
    await people.change({ ...gone, active: false })
    const { 'wave-categories': categories } = await reference.lists({})
    const expert = present(categories.find(({ item }) => item.key === 'expert'))
    await reference.remove({ id: expert.id })
    const kept = await phase(1)
    await cycles.changePhase({ ...kept, objective: 'Tetap' })
    expect(await phase(1)).toEqual({ ...kept, objective: 'Tetap' })
    const second = await phase(2)
    await expect(cycles.changePhase({ ...second, ownerId: gone.id })).rejects.toMatchObject({
      reason: 'cycles.unknown-owner',
    })
    await expect(cycles.changePhase({ ...second, targets })).rejects.toMatchObject({
      reason: 'cycles.unknown-target',
    })
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
    const gone = { ...(await phase(1)), id: other(PhaseId) }
    for (const call of [cycles.changePhase(gone), cycles.room(gone)]) {
      await expect(call).rejects.toMatchObject({ reason: 'cycles.unknown-phase' })
    }
  })
})
