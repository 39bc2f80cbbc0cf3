import { afterEach, describe, expect, it } from 'vitest'
import type { ComplaintId } from '#contract/complaintFields'
import { PlainDate } from '#contract/values'
import { at, friday, told } from '../../support/clockTimes.ts'
import { complaintFields, complaintFilter, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const question = {
  ...{ from: PlainDate.parse('2026-11-01'), to: PlainDate.parse('2026-12-31') },
  ...{ states: [], kinds: [] },
}

/** Which of the complaints are in a list of the charter: the filter behind its number. */
async function inCharter(clock: 'respond' | 'close', outcome: 'met' | 'missed') {
  const { rows } = await test.workspace.complaints.list({
    filter: complaintFilter({ promise: { clock, set: null, outcome } }),
    ...{ order: 'number', descending: false, offset: 0, limit: 10 },
  })
  return rows.map(({ id }) => id)
}

async function charterTotals() {
  const { total } = await test.workspace.complaints.charterReport(question)
  return total.map(({ set, clock, met, missed }) => [set, clock, met, missed])
}

describe.each(databases)('what was judged on %s', (database) => {
  it('stands, in the case and in the charter, when days and sets are changed', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints, days, reference } = test.workspace
    const strip = async (id: ComplaintId) => told(await complaints.clocks({ id }))
    const [inTime, late, answered] = [
      await register(test),
      await register(test),
      await register(test),
    ].map(({ id }) => id) as [ComplaintId, ComplaintId, ComplaintId]
    await complaints.meetClock({ id: answered, clock: 'respond', at: friday, how: 'Telefon' })
    for (const id of [inTime, late]) {
      await complaints.meetClock({ id, clock: 'respond', at: friday, how: 'Telefon' })
    }
    test.clock.set(at('2026-11-25 16:00'))
    await complaints.setStatus({ ids: [inTime], to: 'resolved', reason: 'Siap' })
    // Its third working day ended at midnight: two hours late.
    test.clock.set(at('2026-11-26 02:00'))
    await complaints.setStatus({ ids: [late], to: 'resolved', reason: 'Siap' })
    const before = {
      charter: await charterTotals(),
      ...{ inTime: await strip(inTime), late: await strip(late) },
    }
    expect(before.inTime[3]).toBe('close 2026-11-26 00:00 met')
    expect(before.late[3]).toBe('close 2026-11-26 00:00 met-late')
    // The open one is late by now as well.
    expect(before.charter).toEqual([
      ['standard', 'respond', 3, 0],
      ['standard', 'close', 1, 2],
    ])

    // Declared late: counted today, what was late would have been in time.
    await days.addHoliday({
      ...{ date: PlainDate.parse('2026-11-24'), name: 'Cuti khas', nameEn: 'Special holiday' },
      ...{ kind: 'special', states: ['MY-14'], reference: 'Warta' },
    })
    expect(await strip(inTime)).toEqual(before.inTime)
    expect(await strip(late)).toEqual(before.late)
    // The open one has a day more; nothing else moved.
    expect(await charterTotals()).toEqual([
      ['standard', 'respond', 3, 0],
      ['standard', 'close', 1, 1],
    ])
    expect(await inCharter('close', 'missed')).toEqual([late])
    // Why says that today's count is another; the export says what the strip says.
    const why = await complaints.explainClock({ id: late, clock: 'close' })
    expect([why.clock.dueAt, why.clock.stood, why.days]).toEqual([
      ...[at('2026-11-26 00:00'), true, []],
    ])
    // The open one moved, and says so; what was met in it did not.
    expect((await strip(answered)).slice(1)).toEqual([
      ...['respond 2026-11-21 10:30 met', 'progress – measured', 'close 2026-11-27 00:00 used-75'],
    ])
    const events = await complaints.timeline({ id: answered })
    expect(events.at(-1)).toMatchObject({ kind: 'recounted', text: 'days' })

    // An edited set: an hour to answer, and a day to close.
    const standard = present(
      (await reference.lists({}))['clock-sets'].find(({ item }) => item.key === 'standard'),
    )
    const edit = (hours: number) =>
      reference.change({
        id: standard.id,
        fields: {
          limits: {
            ...standard.item.limits,
            respond: { amount: hours, unit: 'elapsed-hours', pauses: false },
            close: { amount: 1, unit: 'calendar-days', pauses: true },
          },
        },
      })
    await complaints.unmeetClock({ id: answered, clock: 'respond' })
    await complaints.meetClock({
      ...{ id: answered, clock: 'respond', at: at('2026-11-20 15:00'), how: 'Telefon' },
    })
    await edit(1)
    expect(await strip(inTime)).toEqual(before.inTime)
    expect(await strip(late)).toEqual(before.late)
    expect((await strip(answered))[1]).toBe('respond 2026-11-21 10:30 met')
    expect((await strip(answered))[3]).toBe('close 2026-11-22 00:00 late')
    expect(await inCharter('respond', 'missed')).toEqual([])
    expect(await inCharter('close', 'met')).toEqual([inTime])
    const kept = await complaints.explainClock({ id: inTime, clock: 'close' })
    expect(kept.clock).toMatchObject({ keptLimit: true, limit: { unit: 'working-days' } })
    // Twice edited, and the charter is asked by the first verdict still.
    await edit(2)
    expect(await strip(inTime)).toEqual(before.inTime)
    expect(await inCharter('close', 'missed')).toEqual([late, answered])
    expect(await charterTotals()).toContainEqual(['standard', 'respond', 3, 0])

    // What was entered wrongly is judged anew, by the days and the limit of its case.
    const { version } = await complaints.get({ id: late })
    await complaints.change({
      ...{ id: late, base: version },
      fields: complaintFields({ receivedAt: at('2026-11-19 10:00') }),
    })
    expect((await strip(late)).filter((_, place) => place % 2 === 1)).toEqual([
      ...['respond 2026-11-20 10:00 met-late', 'close 2026-11-26 00:00 met-late'],
    ])
    expect(await inCharter('respond', 'missed')).toEqual([late])
    // Taken up again it is an open case, with today's limits; what was answered stays answered.
    await complaints.setStatus({ ids: [inTime], to: 'in-progress', reason: 'Rosak lagi' })
    expect((await strip(inTime)).slice(1)).toEqual([
      'respond 2026-11-21 10:30 met',
      ...['progress – measured', 'close 2026-11-28 00:00 running'],
    ])
  })
})
