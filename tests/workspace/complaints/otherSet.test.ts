import { afterEach, describe, expect, it } from 'vitest'
import { at, friday, told } from '../../support/clockTimes.ts'
import { register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

function never(): never {
  throw new Error('a set has limits')
}

describe.each(databases)('the clocks of complaints on %s', (database) => {
  it('are counted by another set when it is weighed anew, and what was met stays met', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints, reference } = test.workspace
    const entries = (await reference.lists({}))['clock-sets']
    const danger = present(entries.find(({ item }) => item.key === 'dangerous-pothole'))
    // 24 hours for all, the first answer within one.
    const limit = { amount: 1, unit: 'elapsed-hours', pauses: false } as const
    const limits = { ...('limits' in danger.item ? danger.item.limits : never()), respond: limit }
    await reference.change({ id: danger.id, fields: { severities: ['safety'], limits } })
    const { id } = await register(test)
    const weigh = async (severity: 'safety' | 'minor' | null) => {
      const { fields, version } = await complaints.get({ id })
      await complaints.change({ id, base: version, fields: { ...fields, severity } })
      return complaints.clocks({ id })
    }
    expect(told(await complaints.clocks({ id }))[1]).toBe('respond 2026-11-21 10:30 running')
    test.clock.set(at('2026-11-20 14:30'))
    await complaints.meetClock({ id, clock: 'respond', at: at('2026-11-20 13:00'), how: 'Telefon' })
    const grave = await weigh('safety')
    expect([grave.set, grave.why]).toEqual(['dangerous-pothole', 'severity'])
    expect(told(grave).slice(1)).toEqual([
      ...['respond 2026-11-21 10:30 met', 'progress – measured', 'close 2026-11-21 10:30 running'],
    ])
    expect(grave.clocks.map(({ keptLimit }) => keptLimit)).toEqual([false, true, false, false])
    // It says so: which set it had, which it has, and what moved; and why.
    const told1 = present((await complaints.timeline({ id })).at(-1))
    expect([told1.kind, told1.text]).toEqual(['recounted', 'severity'])
    expect(told1.changes).toEqual([
      { field: 'clock_set', before: 'standard', after: 'dangerous-pothole' },
      { field: 'due_close', before: at('2026-11-26 00:00'), after: at('2026-11-21 10:30') },
    ])
    // Taken back and recorded anew, it is judged by the set it has.
    await complaints.unmeetClock({ id, clock: 'respond' })
    const anew = await complaints.meetClock({
      ...{ id, clock: 'respond' as const, at: at('2026-11-20 13:00'), how: 'Telefon' },
    })
    expect(told(anew)[1]).toBe('respond 2026-11-20 11:30 met-late')
    // A milder set makes nothing good that was late.
    const mild = await weigh('minor')
    expect([mild.set, mild.why]).toEqual(['standard', 'default'])
    expect(told(mild)[1]).toBe('respond 2026-11-20 11:30 met-late')
    // Without another set nothing is said of clocks.
    const before = (await complaints.timeline({ id })).length
    await weigh(null)
    expect((await complaints.timeline({ id })).slice(before).map(({ kind }) => kind)).toEqual([
      'changed',
    ])
  })
})
