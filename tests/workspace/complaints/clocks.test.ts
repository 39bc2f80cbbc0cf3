import { afterEach, describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import { at, friday, told } from '../../support/clockTimes.ts'
import { complaintFilter, complaintFields, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

describe.each(databases)('the clocks of complaints on %s', (database) => {
  it('run by the default set: first answer in 24 hours, closed in three working days', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id } = await register(test)
    const clocks = await complaints.clocks({ id })
    expect([clocks.set, clocks.why, clocks.state, clocks.stateIsOffices]).toEqual([
      ...['standard', 'default', 'MY-14', true],
    ])
    // Kuala Lumpur rests on Saturday and Sunday: Monday, Tuesday, Wednesday.
    expect(told(clocks)).toEqual([
      ...['acknowledge – measured', 'respond 2026-11-21 10:30 running'],
      ...['progress – measured', 'close 2026-11-26 00:00 running'],
    ])
    test.clock.set(at('2026-11-21 09:00'))
    expect(told(await complaints.clocks({ id }))[1]).toBe('respond 2026-11-21 10:30 used-90')
    test.clock.set(at('2026-11-21 10:31'))
    expect(told(await complaints.clocks({ id }))[1]).toBe('respond 2026-11-21 10:30 late')
    // Kelantan rests on Friday and Saturday: Sunday, Monday, Tuesday.
    const kelantan = await register(test, { state: 'MY-03' })
    expect(told(await complaints.clocks({ id: kelantan.id }))[3]).toBe(
      'close 2026-11-25 00:00 running',
    )
  })

  it('of a danger has the danger’s limits, of a wrong door those of wrong doors', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const danger = await register(test, { urgent: 'traffic-control' })
    expect(told(await complaints.clocks({ id: danger.id }))[1]).toBe(
      'respond 2026-11-20 11:30 running',
    )
    const door = await register(test, { kind: 'policy' })
    const clocks = await complaints.clocks({ id: door.id })
    expect([clocks.set, clocks.why]).toEqual(['no-wrong-door', 'wrong-door'])
    // Counted from the day after; the fourteenth ends on 4 December.
    expect(told(clocks)[3]).toBe('close 2026-12-05 00:00 running')
    // Another kind, another set; a choice of a person stays, with its reason.
    const { fields, version } = await complaints.get({ id: door.id })
    await complaints.change({
      ...{ id: door.id, base: version, fields: { ...fields, kind: 'federal-road' } },
    })
    expect((await complaints.clocks({ id: door.id })).set).toBe('standard')
    const chosen = await complaints.chooseClockSet({
      id: door.id,
      set: 'kkr',
      reason: 'Arahan KSU',
    })
    expect([chosen.set, chosen.why, chosen.reason]).toEqual(['kkr', 'hand', 'Arahan KSU'])
    await expect(
      complaints.chooseClockSet({ id: door.id, set: 'kkr', reason: '' }),
    ).rejects.toMatchObject({ reason: 'complaints.reason-missing' })
    const back = await complaints.chooseClockSet({ id: door.id, set: null, reason: '' })
    expect([back.set, back.why, back.reason]).toEqual(['standard', 'default', ''])
  })

  it('are met once, in time or late, and taken back', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(at('2026-11-22 09:00'))
    const { complaints } = test.workspace
    const { id } = await register(test)
    const meet = (clock: 'acknowledge' | 'respond' | 'progress', when: string) =>
      complaints.meetClock({ id, clock, at: at(when), how: 'Telefon' })
    await expect(meet('respond', '2026-11-20 10:00')).rejects.toMatchObject({
      reason: 'complaints.met-before-start',
    })
    await expect(meet('respond', '2026-11-22 09:01')).rejects.toMatchObject({
      reason: 'complaints.met-later',
    })
    expect(told(await meet('respond', '2026-11-21 10:31'))[1]).toMatch(/ met-late$/)
    await expect(meet('respond', '2026-11-21 10:30')).rejects.toMatchObject({
      reason: 'complaints.already-met',
    })
    await complaints.unmeetClock({ id, clock: 'respond' })
    expect(told(await meet('respond', '2026-11-21 10:30'))[1]).toMatch(/ met$/)
    await meet('progress', '2026-11-21 12:00')
    await meet('progress', '2026-11-21 18:00')
    const started = async () => present((await complaints.clocks({ id })).clocks[2]).startedAt
    expect(await started()).toBe(at('2026-11-21 18:00'))
    await complaints.unmeetClock({ id, clock: 'progress' })
    expect(await started()).toBe(at('2026-11-21 12:00'))
    await complaints.unmeetClock({ id, clock: 'progress' })
    expect(await started()).toBe(at('2026-11-21 10:30'))
    await expect(complaints.unmeetClock({ id, clock: 'progress' })).rejects.toMatchObject({
      reason: 'complaints.not-met',
    })
  })

  it('stand still while the office waits for the complainant, and are not late when it goes on', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id } = await register(test)
    test.clock.set(at('2026-11-25 23:00'))
    await complaints.setStatus({ ids: [id], to: 'needs-information', reason: 'Di mana?' })
    const waiting = await complaints.clocks({ id })
    expect(told(waiting).slice(1)).toEqual([
      // What never pauses goes on.
      ...['respond 2026-11-21 10:30 late', 'progress – measured', 'close – paused'],
    ])
    expect(waiting.pauses).toMatchObject([{ reason: 'Di mana?', ended: null }])
    test.clock.set(at('2026-12-03 08:00'))
    await complaints.setStatus({ ids: [id], to: 'in-progress', reason: '' })
    // Its last day was never over: it ends now. Of 148.5 hours that count 132.5 are used.
    expect(told(await complaints.clocks({ id }))[3]).toBe('close 2026-12-04 00:00 used-75')
    const { days, pauses } = await complaints.explainClock({ id, clock: 'close' })
    expect(days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-12-03'],
    ])
    expect(days.filter(({ paused }) => paused)).toHaveLength(8)
    expect(pauses).toHaveLength(1)
    expect((await complaints.timeline({ id })).map(({ kind }) => kind)).toEqual([
      ...['registered', 'status', 'paused', 'status', 'resumed'],
    ])
  })

  it('stand still by hand with a reason and a day, once', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id } = await register(test)
    const expected = PlainDate.parse('2026-12-01')
    const paused = await complaints.pause({ id, reason: 'Menunggu LLM', expected })
    expect(paused.pauses).toMatchObject([{ reason: 'Menunggu LLM', expected, ended: null }])
    await expect(complaints.pause({ id, reason: 'Lagi', expected: null })).rejects.toMatchObject({
      reason: 'complaints.already-paused',
    })
    await complaints.resumeClocks({ id })
    await expect(complaints.resumeClocks({ id })).rejects.toMatchObject({
      reason: 'complaints.not-paused',
    })
    await complaints.setStatus({ ids: [id], to: 'resolved', reason: 'Siap' })
    await expect(complaints.pause({ id, reason: 'Lagi', expected: null })).rejects.toMatchObject({
      reason: 'complaints.settled',
    })
  })

  it('end when it is settled, and are given whole again when it is taken up again', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id } = await register(test)
    test.clock.set(at('2026-11-25 15:00'))
    await complaints.setStatus({ ids: [id], to: 'resolved', reason: 'Ditampal' })
    expect(told(await complaints.clocks({ id }))[3]).toBe('close 2026-11-26 00:00 met')
    test.clock.set(at('2026-12-01 10:00'))
    await complaints.setStatus({ ids: [id], to: 'in-progress', reason: 'Belum siap' })
    // From Tuesday on: Wednesday, Thursday, Friday.
    expect(told(await complaints.clocks({ id }))[3]).toBe('close 2026-12-05 00:00 running')
  })

  it('are counted again when a holiday is declared late, and the case says so', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints, days } = test.workspace
    const [here, elsewhere] = [await register(test), await register(test, { state: 'MY-13' })]
    const settled = await register(test)
    await complaints.setStatus({ ids: [settled.id], to: 'resolved', reason: 'Siap' })
    await days.addHoliday({
      ...{ date: PlainDate.parse('2026-11-24'), name: 'Cuti khas', nameEn: 'Special holiday' },
      ...{ kind: 'special', states: ['MY-14'], reference: 'Warta' },
    })
    expect(told(await complaints.clocks({ id: here.id }))[3]).toBe('close 2026-11-27 00:00 running')
    const kinds = async (id: typeof here.id) =>
      (await complaints.timeline({ id })).map(({ kind }) => kind)
    expect(await kinds(here.id)).toEqual(['registered', 'recounted'])
    expect(await kinds(elsewhere.id)).toEqual(['registered'])
    expect(await kinds(settled.id)).toEqual(['registered', 'status'])
    const [, recounted] = await complaints.timeline({ id: here.id })
    expect(present(recounted).text).toBe('days')
    expect(present(recounted).changes).toEqual([
      { field: 'due_close', before: at('2026-11-26 00:00'), after: at('2026-11-27 00:00') },
    ])
  })

  it('are counted again when the office changes a set', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints, reference } = test.workspace
    const { id } = await register(test)
    const lists = await reference.lists({})
    const standard = present(lists['clock-sets'].find(({ item }) => item.key === 'standard'))
    const limits = {
      ...standard.item.limits,
      close: { amount: 1, unit: 'calendar-days', pauses: true } as const,
    }
    await reference.change({ id: standard.id, fields: { limits } })
    expect(told(await complaints.clocks({ id }))[3]).toBe('close 2026-11-22 00:00 running')
    // Words alone move nothing.
    await reference.change({ id: standard.id, fields: { ms: 'Biasa' } })
    expect(await complaints.timeline({ id })).toHaveLength(2)
  })

  it('order the list by what is due, and tell what is late, due today and paused', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const slow = await register(test, { kind: 'policy' })
    const soon = await register(test, { urgent: 'traffic-control' })
    const settled = await register(test)
    await complaints.setStatus({ ids: [settled.id], to: 'resolved', reason: 'Siap' })
    await complaints.meetClock({ id: slow.id, clock: 'respond', at: friday, how: 'Telefon' })
    const list = async (parts: Parameters<typeof complaintFilter>[0]) => {
      const { rows } = await complaints.list({
        filter: complaintFilter(parts),
        ...{ order: 'due', descending: false, offset: 0, limit: 10 },
      })
      return rows.map(({ id }) => id)
    }
    // What has nothing due stands after all that has.
    expect(await list({})).toEqual([soon.id, slow.id, settled.id])
    expect(await list({ dueToday: true })).toEqual([soon.id])
    expect(await list({ late: true })).toEqual([])
    test.clock.set(at('2026-11-20 11:31'))
    expect(await list({ late: true })).toEqual([soon.id])
    await complaints.pause({ id: slow.id, reason: 'Menunggu', expected: null })
    expect(await list({ paused: true })).toEqual([slow.id])
    // Of those with nothing due the newest number is first; pages meet without a gap.
    expect(await list({})).toEqual([soon.id, settled.id, slow.id])
    for (const [offset, id] of [soon.id, settled.id, slow.id].entries()) {
      const { total, rows } = await complaints.list({
        filter: complaintFilter(),
        ...{ order: 'due', descending: false, offset, limit: 1 },
      })
      expect([total, rows.map((row) => row.id)]).toEqual([3, [id]])
    }
    expect(await complaints.dueToday({ state: 'MY-14' })).toEqual({
      ...{ day: '2026-11-20', works: true, slots: [] },
      counts: [{ kind: 'late', count: 1 }],
    })
    // On a Friday what runs out over the weekend and on Monday is what is next.
    const next = await register(test)
    expect((await complaints.clocks({ id: next.id })).clocks.map(({ dueAt }) => dueAt)).toContain(
      at('2026-11-21 10:30'),
    )
    expect((await complaints.dueToday({ state: 'MY-14' })).counts).toEqual([
      { kind: 'late', count: 1 },
      { kind: 'next-day', count: 1 },
    ])
    await complaints.setStatus({ ids: [next.id], to: 'voided', reason: 'Silap' })
    const { late, dueToday, paused } = await complaints.counts({ filter: complaintFilter() })
    expect([late, dueToday, paused]).toEqual([1, 1, 1])
    // A time of receipt that is corrected moves them.
    const { version } = await complaints.get({ id: soon.id })
    await complaints.change({
      ...{ id: soon.id, base: version },
      fields: complaintFields({
        ...{ urgent: 'traffic-control', receivedAt: at('2026-11-20 10:00') },
      }),
    })
    expect(told(await complaints.clocks({ id: soon.id }))[1]).toBe('respond 2026-11-20 11:00 late')
  })
})
