import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { PhaseId, type Cycle, type Phase } from '#contract/cycles'
import { PersonId, PlainDate } from '#contract/values'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const day = (text: string) => PlainDate.parse(text)
const words = { name: 'Kitaran 2027', nameEn: 'Cycle 2027', note: '' }
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

describe.each(databases)('the phases of a cycle on %s', (database) => {
  it('keep all that is said of one in one change', async () => {
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

  it('say which phase no longer exists', async () => {
    test = await startTestWorkspace(database)
    const { cycles } = test.workspace
    const gone = { ...(await phase(1)), id: other(PhaseId) }
    for (const call of [cycles.changePhase(gone), cycles.room(gone)]) {
      await expect(call).rejects.toMatchObject({ reason: 'cycles.unknown-phase' })
    }
  })
})
