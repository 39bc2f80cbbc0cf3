import { afterEach, describe, expect, it } from 'vitest'
import { cases } from '#contract/complaintCases'
import { ComplaintId } from '#contract/complaintFields'
import { counted, PromiseClock } from '#contract/complaintFigures'
import type { FigureQuestion } from '#contract/complaintOverview'
import type { ComplaintFilter } from '#contract/complaints'
import { Instant, PlainDate } from '#contract/values'
import { fillFigures } from '../../support/figureRows.ts'
import { register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { bytesOf } from '../../support/sheets.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const question = (parts: Partial<FigureQuestion> = {}): FigureQuestion => ({
  ...{ from: PlainDate.parse('2026-01-01'), to: PlainDate.parse('2026-12-31') },
  ...{ states: [], kinds: [], ...parts },
})

async function totalOf(filter: ComplaintFilter): Promise<number> {
  const { total } = await test.workspace.complaints.list({
    ...{ filter, order: 'number', descending: true, offset: 0, limit: 1 },
  })
  return total
}

/** A number with the filter that opens its cases. */
const figure = (name: string, count: number, filter: ComplaintFilter) =>
  [name, count, filter] as const

/** One number by SQL of the test's own. */
async function sqlCount(where: string): Promise<number> {
  const rows = await test.rows<{ n: number | string }>(
    `select count(*) as n from complaint where ${where}`,
  )
  return Number(present(rows[0]).n)
}

const inYear = "number like 'ADU-%' and substr(received_day, 1, 4) = '2026' and status <> 'voided'"

describe.each(databases)('the overview on %s', (database) => {
  it('counts what SQL counts, and every number opens as many cases', async () => {
    test = await startTestWorkspace(database)
    await fillFigures(test)
    const asked = question()
    const overview = await test.workspace.complaints.overview(asked)
    const { now, period } = overview

    expect(period.received).toBe(await sqlCount(inYear))
    expect(period.voided).toBe(
      await sqlCount("substr(received_day, 1, 4) = '2026' and status = 'voided'"),
    )
    expect(period.voided).toBeGreaterThan(0)
    expect(period.reopened).toBe(await sqlCount(`${inYear} and reopened > 0`))
    expect(period.wrongDoor).toBe(
      await sqlCount(`${inYear} and (wrong_agency is not null or kind in ('tolled-highway',
        'policy', 'construction-safety', 'other-agency'))`),
    )
    // Eight hours ahead: settled from the last afternoon of 2025 on, up to that of 2026.
    expect(period.settled).toBe(
      await sqlCount(`status <> 'voided' and settled_at >= '2025-12-31T16:00'
        and settled_at < '2026-12-31T16:00'`),
    )
    for (const [choice, column] of [
      ['severities', 'severity'],
      ['difficulties', 'difficulty'],
    ] as const) {
      expect(overview[choice].map(({ key }) => key)).toHaveLength(3)
      for (const { key, count } of overview[choice]) {
        const value = key === null ? 'is null' : `= '${key}'`
        expect(count).toBe(await sqlCount(`${inYear} and ${column} ${value}`))
      }
    }
    const tallied = async (column: string) => {
      const rows = await test.rows<{ key: string | null; n: number | string }>(
        `select ${column} as key, count(*) as n from complaint where ${inYear} group by ${column}`,
      )
      return new Map(rows.map(({ key, n }) => [key, Number(n)]))
    }
    const told = (all: typeof overview.kinds) => new Map(all.map(({ key, count }) => [key, count]))
    expect(told(overview.subKinds)).toEqual(await tallied('sub_kind'))
    expect(told(overview.accounts)).toEqual(await tallied('account_id'))
    expect([overview.subKinds.length, overview.accounts.length]).toEqual([3, 3])
    expect(now.open).toBe(
      await sqlCount("status in ('new', 'needs-information', 'forwarded', 'in-progress')"),
    )
    expect(now.late).toBe(await sqlCount("next_due < '2026-11-23T01:00:00.000Z'"))

    const numbers: ReturnType<typeof figure>[] = [
      ...(['open', 'late', 'dueToday', 'paused', 'unassigned'] as const).map((flag) =>
        figure(flag, now[flag], cases.now(asked, flag)),
      ),
      ['received', period.received, cases.received(asked)],
      ['still open', period.stillOpen, cases.stillOpen(asked)],
      ['wrong door', period.wrongDoor, cases.wrongDoor(asked)],
      ['reopened', period.reopened, cases.reopened(asked)],
      ['settled', period.settled, cases.settled(asked)],
      ['voided', period.voided, cases.standing(asked, 'voided')],
      ['duplicates', period.duplicates, cases.standing(asked, 'duplicate')],
      ['false', period.falses, cases.standing(asked, 'false')],
      ...overview.accounts.map(({ key, count }) =>
        figure(`account ${key ?? 'none'}`, count, cases.having(asked, 'accountIds', key)),
      ),
      ...(
        ['kinds', 'subKinds', 'states', 'channels', 'severities', 'difficulties'] as const
      ).flatMap((choice) =>
        overview[choice].map(({ key, count }) =>
          figure(`${choice} ${key ?? 'none'}`, count, cases.having(asked, choice, key)),
        ),
      ),
      ...overview.assignees.map(({ key, count }) =>
        figure(`assignee ${key ?? 'none'}`, count, cases.having(asked, 'assigneeIds', key)),
      ),
      ...overview.agencies.map(({ key, count }) =>
        figure(`agency ${key ?? ''}`, count, cases.forwarded(asked, key ?? '')),
      ),
      ...overview.times.map(({ step, count }) =>
        figure(`time ${step}`, count, cases.timed(asked, step)),
      ),
      ...overview.promises.flatMap(({ set, clock, met, missed, running }) => {
        const of = (outcome: 'met' | 'missed' | 'running' | 'owed') =>
          cases.promise(asked, set, clock, outcome)
        return [
          [`${set} ${clock} met`, met, of('met')],
          [`${set} ${clock} missed`, missed, of('missed')],
          [`${set} ${clock} running`, running, of('running')],
          [`${set} ${clock} all`, met + missed + running, of('owed')],
        ] satisfies [string, number, ComplaintFilter][]
      }),
      ...overview.satisfaction.scores.map((count, at) =>
        figure(`score ${at + 1}`, count, cases.scored(asked, at + 1)),
      ),
      ...overview.years.flatMap(({ year, months }) =>
        months.map((count, at) =>
          figure(`${year}-${at + 1}`, count, cases.month(asked, year, at + 1)),
        ),
      ),
    ]
    const opened = await Promise.all(
      numbers.map(async ([name, , filter]) => [name, await totalOf(filter)] as const),
    )
    expect(Object.fromEntries(opened)).toEqual(
      Object.fromEntries(numbers.map(([name, count]) => [name, count])),
    )
    // None of what is compared is empty for want of rows.
    const there = new Set(numbers.filter(([, count]) => count > 0).map(([name]) => name))
    for (const name of ['late', 'wrong door', 'reopened', 'agency llm', 'score 5', 'time answer']) {
      expect([...there], name).toContain(name)
    }
    for (const name of [
      ...['states none', 'assignee none', 'subKinds none', 'account none', 'standard close met'],
      ...['bpa-complex progress met', 'bpa-complex progress missed', '2024-3'],
    ]) {
      expect([...there], name).toContain(name)
    }
    expect(overview.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(period.received)
  })

  it('measures nothing of a case that came in settled, without the day', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const bytes = bytesOf(
      [
        'Bil,Tarikh,Sumber,Kategori,Butiran,Status,Tarikh tutup',
        'A1,3/3/2026 9.00 pagi,Telefon,Jalan Negeri,Lubang satu,Ditutup,',
        'A2,3/3/2026 9.00 pagi,Telefon,Jalan Negeri,Lubang dua,Ditutup,3/3/2026 11.00 pagi',
      ].join('\n'),
    )
    const { guess } = await complaints.readRegisterSheet({ name: 'lama.csv', bytes })
    await complaints.importComplaints({
      ...{ name: 'lama.csv', bytes, columns: guess, channel: null, kind: null },
      ...{ skipKnown: false, trial: false },
    })
    const { promises, period } = await complaints.overview(question())
    expect(period.received).toBe(2)
    expect(promises.length).toBeGreaterThan(0)
    for (const { met, missed, running } of promises)
      expect([met, missed, running]).toEqual([1, 0, 0])
    for (const { set, clock } of promises) {
      expect(await totalOf(cases.promise(question(), set, clock, 'owed'))).toBe(1)
    }
    const { leftOut } = await complaints.charterReport(question())
    expect(leftOut.unmeasured).toBe(1)
  })

  it('follows the states and kinds that are chosen', async () => {
    test = await startTestWorkspace(database)
    await fillFigures(test)
    const asked = question({ states: ['MY-06'], kinds: ['federal-road'] })
    const { period, now, years } = await test.workspace.complaints.overview(asked)
    const scope = "state = 'MY-06' and kind = 'federal-road'"
    expect(period.received).toBe(await sqlCount(`${inYear} and ${scope}`))
    expect(period.received).toBeGreaterThan(0)
    expect(now.open).toBe(
      await sqlCount(`status in ('new', 'needs-information', 'forwarded', 'in-progress')
        and ${scope}`),
    )
    const all = years.flatMap(({ months }) => months).reduce((sum, count) => sum + count, 0)
    expect(all).toBe(
      await sqlCount(`status <> 'voided' and received_day between '2021-01-01' and '2026-12-31'
        and ${scope}`),
    )
  })

  it('tells how long steps take, by the ranks of what was measured', async () => {
    test = await startTestWorkspace(database)
    await fillFigures(test)
    const { times } = await test.workspace.complaints.overview(question())
    const rows = await test.rows<Record<string, string | null>>(`
      select received_at, acknowledged_at, responded_at, settled_at, answered_by_settling,
        (select min(a.sent_at) from complaint_answer a
          where a.complaint_id = complaint.id and a.removed_at is null) as answered_at
      from complaint where ${inYear}`)
    const told = (done: (row: Record<string, string | null>) => string | null | undefined) => {
      const minutes = rows
        .flatMap((row) => {
          const at = done(row)
          return at === null || at === undefined
            ? []
            : [(Date.parse(at) - Date.parse(row['received_at'] ?? '')) / 60_000]
        })
        .toSorted((a, b) => a - b)
      // Half of them, and nine in ten, counted off one by one.
      const rank = (share: number) =>
        minutes.find((_, at) => (at + 1) / minutes.length >= share - 1e-12) ?? null
      return { count: minutes.length, median: rank(0.5), p90: rank(0.9) }
    }
    const settled = (row: Record<string, string | null>) => row['settled_at']
    const before = (row: Record<string, string | null>) =>
      row['answered_by_settling'] === row['settled_at'] ? row['settled_at'] : null
    const responded = (row: Record<string, string | null>) => row['responded_at'] ?? before(row)
    expect(times).toEqual([
      { step: 'acknowledge', ...told((row) => row['acknowledged_at'] ?? responded(row)) },
      { step: 'respond', ...told(responded) },
      { step: 'answer', ...told((row) => row['answered_at']) },
      { step: 'close', ...told(settled) },
    ])
  })

  it('counts a case on its Malaysian day, and nothing of an empty register', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const empty = await complaints.overview(question())
    expect([empty.period.received, empty.kinds, empty.promises]).toEqual([0, [], []])
    expect(empty.times.map(({ median, p90 }) => [median, p90])).toEqual(
      Array.from({ length: 4 }, () => [null, null]),
    )
    test.clock.set('2026-12-31T20:00:00.000Z')
    // Four in the morning of New Year's Day in Malaysia.
    await test.workspace.complaints.add({
      fields: {
        ...(await aComplaint()),
        receivedAt: Instant.parse('2026-12-31T20:00:00.000Z'),
      },
      complainant: { kind: 'anonymous' },
    })
    const year = (n: number) =>
      question({ from: PlainDate.parse(`${n}-01-01`), to: PlainDate.parse(`${n}-12-31`) })
    // The one that was looked at, in November.
    expect((await complaints.overview(year(2026))).period.received).toBe(1)
    expect((await complaints.overview(year(2027))).years[0]?.months[0]).toBe(1)
  })

  it('leaves what was voided out of every figure', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id } = await register(test)
    await register(test)
    await complaints.setStatus({ ids: [id], to: 'voided', reason: 'Salah taip' })
    const { period, kinds, years, promises } = await complaints.overview(question())
    expect([period.received, period.voided, period.settled]).toEqual([1, 1, 0])
    expect(kinds).toEqual([{ key: 'federal-road', count: 1 }])
    expect(years[0]?.months.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(promises.map(({ clock, running }) => [clock, running])).toContainEqual(['close', 1])
    expect(counted).not.toContain('voided')
    expect(PromiseClock.options).toEqual(['acknowledge', 'respond', 'progress', 'close'])
    expect(ComplaintId.safeParse(id).success).toBe(true)
  })
})

async function aComplaint() {
  const { fields } = await register(test)
  return fields
}
