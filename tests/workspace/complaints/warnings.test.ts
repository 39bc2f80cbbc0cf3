import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Complaint } from '#contract/complaints'
import { shippedLadder, type Ladder } from '#contract/complaintLadder'
import type { CaseWarning } from '#contract/complaintWarnings'
import {
  momentOfShare,
  usedShare,
  type Pause,
} from '../../../src/main/workspace/complaints/rules/clock.ts'
import { tellsFrom } from '../../../src/main/workspace/complaints/rules/warnings.ts'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import { at } from '../../support/clockTimes.ts'
import { complaintFilter, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { byPassphrase } from '../../support/seats.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const there = (instant: string) =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('the moment at which a part of the time is used', () => {
  const span = (from: string, until: string | null): Pause => ({
    from: at(from),
    until: until === null ? null : at(until),
  })
  it.each<[number, string, readonly Pause[], string]>([
    // Twenty hours from eight in the morning.
    [0.5, '2026-11-21 04:00', [], '2026-11-20 18:00'],
    [0.75, '2026-11-21 04:00', [], '2026-11-20 23:00'],
    [0.9, '2026-11-21 04:00', [], '2026-11-21 02:00'],
    [1, '2026-11-21 04:00', [], '2026-11-21 04:00'],
    // Six of them it stood still: fourteen count.
    [0.5, '2026-11-21 04:00', [span('2026-11-20 10:00', '2026-11-20 16:00')], '2026-11-20 21:00'],
    // What stood still behind the moment moves it not at all.
    [0.5, '2026-11-21 04:00', [span('2026-11-20 16:00', '2026-11-20 22:00')], '2026-11-20 15:00'],
    // Two pauses that overlap are one.
    [
      ...([0.5, '2026-11-21 04:00'] as const),
      [span('2026-11-20 10:00', '2026-11-20 14:00'), span('2026-11-20 12:00', '2026-11-20 16:00')],
      '2026-11-20 21:00',
    ],
    // No time at all is used at once.
    [0.75, '2026-11-20 08:00', [], '2026-11-20 08:00'],
  ])('%f of the time until %s', (share, dueAt, pauses, expected) => {
    const [start, later] = [at('2026-11-20 08:00'), at('2026-12-01 00:00')]
    const moment = momentOfShare(share, { at: at(dueAt) }, start, pauses, later)
    expect(there(moment)).toBe(expected)
    // The other way round, as the clock itself is shown.
    expect(usedShare({ at: at(dueAt) }, start, pauses, moment)).toBeGreaterThanOrEqual(share)
  })
})

describe('when people are told', () => {
  const calendar = calendarBy(() => [])
  const morning = '08:30' as never
  it.each<[string, Parameters<typeof tellsFrom>[0]['mark'], boolean, boolean, string | null]>([
    // Saturday night: what counts hours waits for nobody.
    ['2026-11-21 22:15', 'used-75', true, false, '2026-11-21 22:15'],
    ['2026-11-21 22:15', 'late', true, false, '2026-11-21 22:15'],
    ['2026-11-21 22:15', 'used-50', true, false, null],
    ['2026-11-21 22:15', 'used-50', true, true, '2026-11-21 22:15'],
    // What counts days waits for Monday morning.
    ['2026-11-21 22:15', 'used-90', false, false, '2026-11-23 08:30'],
    ['2026-11-21 22:15', 'used-90', false, true, '2026-11-21 22:15'],
    ['2026-11-23 03:00', 'used-90', false, false, '2026-11-23 08:30'],
    ['2026-11-23 14:20', 'used-90', false, false, '2026-11-23 14:20'],
    // A rung is reached as its day begins.
    ['2026-11-24 00:00', 'approver', false, false, '2026-11-24 08:30'],
    // One that is counted in hours passes at night too.
    ['2026-11-21 22:15', 'approver', true, false, '2026-11-21 22:15'],
    ['2026-11-21 22:15', 'head', true, true, '2026-11-21 22:15'],
  ])('of %s %s (hours %s, danger %s): %s', (when, mark, byHours, urgent, expected) => {
    const moment = { mark, at: at(when), clock: 'respond', byHours } as const
    const from = tellsFrom(moment, { urgent, state: 'MY-14' }, morning, calendar)
    expect(from === null ? null : there(from)).toBe(expected)
  })
})

describe.each(databases)('warnings of complaints on %s', (database) => {
  let test: TestWorkspace
  let made: Readonly<Record<'plain' | 'danger' | 'own', Complaint>>
  beforeAll(async () => {
    test = await startTestWorkspace(database)
    // Friday: 24 hours to answer until Saturday 10:30, three working days until Wednesday.
    test.clock.set(at('2026-11-20 10:30'))
    const plain = await register(test)
    const danger = await register(test, { urgent: 'traffic-control' })
    const own = await register(test)
    const { workspace } = test
    const siti = present((await workspace.people.list({}))[0])
    await workspace.complaints.assign({ ids: [own.id], personId: siti.id })
    made = { plain, danger, own }
  })
  afterAll(() => test.stop())

  const said = (warnings: readonly CaseWarning[]) => {
    const names = new Map(Object.entries(made).map(([name, { id }]) => [id, name]))
    const now = test.clock.now()
    return warnings
      .filter(({ from }) => from <= now)
      .map(({ id, mark, tells }) => `${names.get(id) ?? '?'} ${mark}${tells ? '' : ' quietly'}`)
  }
  const asked = async () => said(await test.workspace.complaints.warnings({}))
  const keep = async () => {
    const { complaints } = test.workspace
    const now = test.clock.now()
    const due = (await complaints.warnings({})).filter(({ from }) => from <= now)
    const given = due.map(({ id, mark }) => ({ id, mark }))
    return complaints.keepWarnings({ given })
  }

  it('are told of each case and mark once, the person’s own first, and are kept', async () => {
    const { complaints } = test.workspace
    expect(await asked()).toEqual([])
    // A danger has an hour: half of it, then three quarters.
    test.clock.set(at('2026-11-20 11:00'))
    expect(await asked()).toEqual(['danger used-50'])
    expect(await keep()).toEqual({ kept: 1 })
    expect(await asked()).toEqual([])
    expect(
      await complaints.keepWarnings({ given: [{ id: made.danger.id, mark: 'used-50' }] }),
    ).toEqual({ kept: 0 })
    // Saturday, a day off: nine tenths of the 24 hours are used at 8:06.
    test.clock.set(at('2026-11-21 08:05'))
    expect(await asked()).toEqual([
      ...['own used-75', 'danger used-75', 'danger used-90', 'danger late'],
      // Dangers go to every rung at once; it is kept for the timeline.
      ...['danger approver quietly', 'danger head quietly', 'plain used-75'],
    ])
    await keep()
    test.clock.set(at('2026-11-21 08:06'))
    expect(await asked()).toEqual(['own used-90', 'plain used-90'])
    // What is not reached is not kept.
    expect(await complaints.keepWarnings({ given: [{ id: made.own.id, mark: 'late' }] })).toEqual({
      kept: 0,
    })
    await keep()
    const kept = await test.rows<{ mark: string }>(
      `select mark from complaint_warning where complaint_id = '${made.danger.id}' order by mark`,
    )
    expect(kept.map(({ mark }) => mark)).toEqual([
      ...['approver', 'head', 'late', 'used-50', 'used-75', 'used-90'],
    ])
    const events = (await complaints.timeline({ id: made.own.id })).filter(
      ({ kind }) => kind === 'warned',
    )
    expect(events.map(({ changes }) => changes.map(({ after }) => after))).toEqual([
      ['used-75', 'respond', at('2026-11-21 04:30'), '75'],
      ['used-90', 'respond', at('2026-11-21 08:06'), '90'],
    ])
  })

  it('are told to another person too, without another line in the timeline', async () => {
    const { complaints, gate, people } = test.workspace
    const siti = present((await people.list({}))[0])
    const roles = ['complaints-officer' as const]
    const ali = await people.add({ name: 'Ali Baba', post: 'Pegawai', roles })
    await gate.switchPerson({ id: ali.id })
    const before = await complaints.timeline({ id: made.plain.id })
    expect(await asked()).toContain('plain used-90')
    await keep()
    expect(await asked()).toEqual([])
    expect(await complaints.timeline({ id: made.plain.id })).toEqual(before)
    await gate.switchPerson({ id: siti.id })
  })

  it('stand as columns by which the register is asked and counted', async () => {
    const { complaints } = test.workspace
    const asks = async (parts: Parameters<typeof complaintFilter>[0]) => {
      const page = { order: 'due' as const, descending: false, offset: 0, limit: 10 }
      const { rows } = await complaints.list({ filter: complaintFilter(parts), ...page })
      return rows.map(({ number }) => number.slice(-1)).sort()
    }
    const counts = async () => {
      const { used75, used90, toApprover, toHead } = await complaints.counts({
        filter: complaintFilter(),
      })
      return [used75, used90, toApprover, toHead]
    }
    expect(await asks({ used90: true })).toEqual(['1', '2', '3'])
    expect(await asks({ toHead: true })).toEqual(['2'])
    expect(await counts()).toEqual([3, 3, 1, 1])
    // Answered in time: of what is left, three working days, a small part is used.
    await complaints.meetClock({
      ...{ id: made.own.id, clock: 'respond', at: test.clock.now(), how: 'Telefon' },
    })
    expect(await asks({ used75: true })).toEqual(['1', '2'])
    // From Friday 10:30 to Wednesday's end are 133.5 hours; three quarters pass on Tuesday 14:37:30.
    const { rows } = await complaints.list({
      ...{ filter: complaintFilter(), order: 'number', descending: false, offset: 2, limit: 1 },
    })
    expect(present(rows[0]).usedAt.map((instant) => there(instant))).toEqual([
      ...['2026-11-23 05:15', '2026-11-24 14:37', '2026-11-25 10:39'],
    ])
    test.clock.set(at('2026-11-24 14:38'))
    expect(await asks({ used75: true })).toEqual(['1', '2', '3'])
    // Late since Saturday: Monday is the approver's day; the head's is Wednesday.
    expect(await asks({ toApprover: true })).toEqual(['1', '2'])
    expect(await asks({ toHead: true })).toEqual(['2'])
    test.clock.set(at('2026-11-25 00:00'))
    expect(await asks({ toHead: true })).toEqual(['1', '2'])
    // What stands still reaches nothing meanwhile; what is settled nothing any more.
    await complaints.pause({ id: made.own.id, reason: 'Menunggu LLM', expected: null })
    await complaints.setStatus({ ids: [made.danger.id], to: 'resolved', reason: 'Siap' })
    expect(await asks({ used75: true })).toEqual(['1'])
    expect(await counts()).toEqual([1, 1, 1, 1])
  })

  it('of a rung go to the role, with its count in the day and its memos', async () => {
    const { complaints, gate, people } = test.workspace
    const zul = await people.add({ name: 'Zul Ketua', post: 'Ketua', roles: ['head'] })
    await gate.switchPerson({ id: zul.id })
    test.clock.set(at('2026-11-25 08:30'))
    // By role, in working hours, and nothing of what officers are told.
    expect(await asked()).toEqual(['plain approver quietly', 'plain head'])
    const { counts } = await complaints.dueToday({ state: 'MY-14' })
    expect(counts).toContainEqual({ kind: 'rung-head', count: 1 })
    const batch = await complaints.escalationBatch({ rung: 'head' })
    expect(batch).toMatchObject({ fitting: 1, people: ['Zul Ketua'], at: test.clock.now() })
    expect(batch.cases.map(({ complaint, late }) => [complaint.id, late.length])).toEqual([
      [made.plain.id, 1],
    ])
    await keep()
    const told = (await complaints.timeline({ id: made.plain.id })).flatMap(({ kind, changes }) =>
      kind === 'warned' ? [changes[0]?.after] : [],
    )
    expect(told).toEqual(['used-75', 'used-90', 'approver', 'head'])
  })

  it('move with the office’s ladder, and what was told is not told again', async () => {
    const { complaints, gate, people } = test.workspace
    const siti = present(
      (await people.list({})).find(({ roles }) => roles.includes('administrator')),
    )
    await gate.switchPerson({ id: siti.id })
    const ladder: Ladder = {
      shares: { 'used-50': 40, 'used-75': 60, 'used-90': 80 },
      rungs: {
        approver: { role: 'head', days: 1, hours: 2 },
        head: { role: 'administrator', days: 3, hours: 240 },
      },
    }
    await expect(
      complaints.changeLadder({ ...ladder, shares: { ...ladder.shares, 'used-75': 80 } }),
    ).rejects.toThrow('complaints.ladder-shares')
    expect(await complaints.ladder({})).toEqual(shippedLadder)
    const told = async () => {
      const rows = await test.rows<{ person_id: string }>(
        `select person_id from complaint_warning join complaint on complaint.id = complaint_id
         where complaint_id = '${made.plain.id}' and mark = 'used-75'
           and reached_at = complaint.used_75_at`,
      )
      return rows.map((each) => each.person_id).sort()
    }
    const before = await told()
    await complaints.changeLadder(ladder)
    // Received Friday 10:30 with 24 hours: 60 per cent of them are used on Saturday at 0:54.
    const [row] = await test.rows<Record<string, string>>(
      `select used_75_at, late_at, approver_at, head_at from complaint where id = '${made.plain.id}'`,
    )
    expect(Object.values(present(row)).map(there)).toEqual([
      ...['2026-11-21 00:54', '2026-11-21 10:30', '2026-11-21 12:30', '2026-12-01 10:30'],
    ])
    expect(await told()).toEqual(before)
    expect(await asked()).not.toContain('plain used-75')
    // The first rung is the head's now, the second the administrator's, and not reached any more.
    const batch = await complaints.escalationBatch({ rung: 'approver' })
    expect(batch).toMatchObject({ role: 'head', people: ['Zul Ketua'], fitting: 1 })
    expect(batch.cases[0]?.ladder.map(({ after }) => after.amount)).toEqual([0, 2, 240])
    expect((await complaints.escalationBatch({ rung: 'head' })).fitting).toBe(0)
    const zul = present((await people.list({})).find(({ name }) => name === 'Zul Ketua'))
    await gate.switchPerson({ id: zul.id })
    const { counts } = await complaints.dueToday({ state: 'MY-14' })
    expect(counts.filter(({ kind }) => kind.startsWith('rung'))).toEqual([
      { kind: 'rung-head', count: 1 },
    ])
    await gate.switchPerson({ id: siti.id })
    expect(await complaints.resetLadder({})).toEqual(shippedLadder)
  })
})

it('a workspace of an older version is counted as it opens', async () => {
  const test = await startTestWorkspace('sqlite')
  test.clock.set(at('2026-11-20 10:30'))
  await register(test)
  const columns = ['used_50_at', 'used_75_at', 'used_90_at', 'late_at', 'approver_at', 'head_at']
  const marks = () => test.rows<object>(`select ${columns.join(', ')} from complaint`)
  const before = await marks()
  await test.rows(`update complaint set ${columns.map((each) => `${each} = null`).join(', ')}`)
  await test.rows(`insert into setting (name, value) values ('complaints-uncounted', 'true')`)
  await test.restart()
  await test.workspace.gate.unlock({ secret: byPassphrase(), remember: false })
  expect(await marks()).toEqual(before)
  const asked = `select value from setting where name = 'complaints-uncounted'`
  expect(await test.rows(asked)).toEqual([{ value: 'false' }])
  await test.stop()
})
