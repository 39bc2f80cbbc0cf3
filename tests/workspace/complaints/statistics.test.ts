import { afterEach, describe, expect, it } from 'vitest'
import type { FigureQuestion } from '#contract/complaintOverview'
import { PlainDate } from '#contract/values'
import { fillFigures } from '../../support/figureRows.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const question: FigureQuestion = {
  ...{ from: PlainDate.parse('2026-01-01'), to: PlainDate.parse('2026-12-31') },
  ...{ states: [], kinds: [] },
}
const now = '2026-11-23T01:00:00.000Z'

/** Met in time, late or never, or still to come; null where nothing was promised. */
function outcomeOf(met: string | null, due: string | null): string | null {
  if (met !== null) return due === null ? null : met <= due ? 'met' : 'missed'
  return due !== null && due < now ? 'missed' : 'running'
}

/** The lines of a CSV file, cells as they stand. */
function cells(csv: string): string[][] {
  return csv
    .replace('\u{FEFF}', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
}

describe.each(databases)('the statistics on %s', (database) => {
  it('say how the charter was kept in each month, as rows told off one by one', async () => {
    test = await startTestWorkspace(database)
    await fillFigures(test)
    const report = await test.workspace.complaints.charterReport(question)
    const rows = await test.rows<Record<string, string | null>>(`
      select substr(received_day, 1, 7) as month, clock_set, settled_at, due_close,
        responded_at, due_respond, due_progress, answered_by_settling
      from complaint where received_day >= '2026-01-01' and received_day <= '2026-12-31'
        and status not in ('voided', 'duplicate', 'false')`)
    const expected = new Map<string, number>()
    for (const row of rows) {
      // Settled is not answered; what was settled before that was asked for stays as it was counted.
      const before = row['answered_by_settling'] === row['settled_at'] ? row['settled_at'] : null
      const responded = row['responded_at'] ?? before ?? null
      const clocks = [
        ['respond', responded, row['due_respond']],
        ['progress', row['settled_at'], row['due_progress']],
        ['close', row['settled_at'], row['due_close']],
      ] as const
      for (const [clock, met, due] of clocks) {
        // Complex complaints promise to tell how things are; the others promise an end.
        if ((row['clock_set'] === 'bpa-complex' ? 'close' : 'progress') === clock) continue
        const outcome = outcomeOf(met ?? null, due ?? null)
        if (outcome === null) continue
        const key = [row['month'], row['clock_set'], clock, outcome].join(' ')
        expected.set(key, (expected.get(key) ?? 0) + 1)
      }
    }
    const told = report.months.flatMap(({ month, lines }) =>
      lines.flatMap((line) =>
        (['met', 'missed', 'running'] as const).flatMap((outcome) =>
          line[outcome] === 0
            ? []
            : [[[month, line.set, line.clock, outcome].join(' '), line[outcome]] as const],
        ),
      ),
    )
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected))
    expect(told.some(([key]) => key.endsWith('bpa-complex progress missed'))).toBe(true)
    const count = async (where: string) =>
      Number(
        present(
          (
            await test.rows<{ n: number | string }>(
              `select count(*) as n from complaint where substr(received_day, 1, 4) = '2026' and ${where}`,
            )
          )[0],
        ).n,
      )
    expect(report.leftOut).toEqual({
      duplicates: await count("status = 'duplicate'"),
      falses: await count("status = 'false'"),
      unmeasured: await count("status in ('resolved', 'closed') and settled_at is null"),
      voided: await count("status = 'voided'"),
      withoutSet: 0,
    })
    // A line of the table for each line of the report, and at its end those of all months.
    const { csv } = await test.workspace.complaints.charterCsv({ ...question, language: 'ms' })
    const [head, ...lines] = cells(csv)
    expect(head?.slice(0, 4)).toEqual(['Bulan', 'Set had masa', 'Janji', 'Had'])
    expect(lines).toHaveLength(
      report.total.length + report.months.reduce((sum, each) => sum + each.lines.length, 0),
    )
    const [close] = report.total.filter(({ set, clock }) => set === 'standard' && clock === 'close')
    const { met, missed, running } = present(close)
    expect(lines.find(([month, , promise]) => month === 'Semua' && promise === 'Selesai')).toEqual([
      ...['Semua', 'Lalai: KKS dan Melaka', 'Selesai', '3 hari bekerja', String(met)],
      String(Math.round((met / (met + missed)) * 1_000) / 10),
      String(missed),
      String(Math.round((missed / (met + missed)) * 1_000) / 10),
      ...[String(running), String(met + missed + running)],
    ])
  })

  it('put a year beside the one before, as a report and as a table', async () => {
    test = await startTestWorkspace(database)
    await fillFigures(test)
    const { complaints } = test.workspace
    const asked = { year: 2026, states: [], kinds: [], zeros: false }
    const report = await complaints.yearReport(asked)
    expect(report.overview).toEqual(await complaints.overview(question))
    // With rows of 0: everything that is offered, and the same counts.
    const whole = await complaints.yearReport({ ...asked, zeros: true })
    const lists = await test.workspace.reference.lists({})
    const keysOf = (list: 'complaint-kinds' | 'complaint-channels' | 'states') =>
      lists[list].filter(({ removed }) => !removed).map(({ item }) => item.key)
    for (const [part, list] of [
      ['kinds', 'complaint-kinds'],
      ['channels', 'complaint-channels'],
      ['states', 'states'],
    ] as const) {
      const counted = report.overview[part]
      expect(whole.overview[part].slice(0, counted.length)).toEqual(counted)
      const known = whole.overview[part].map(({ key }) => key)
      expect(known).toEqual(expect.arrayContaining(keysOf(list)))
      expect(whole.overview[part].slice(counted.length).every(({ count }) => count === 0)).toBe(
        true,
      )
    }
    expect(whole.overview.states.length).toBeGreaterThanOrEqual(16)
    // Of chosen kinds those alone.
    const narrow = await complaints.yearReport({ ...asked, kinds: ['policy'], zeros: true })
    expect(narrow.overview.kinds.map(({ key }) => key)).toEqual(['policy'])
    const short = cells((await complaints.yearCsv({ ...asked, language: 'en' })).csv)
    const long = cells((await complaints.yearCsv({ ...asked, zeros: true, language: 'en' })).csv)
    const rowsOf = (overview: typeof report.overview) =>
      overview.kinds.length +
      overview.subKinds.length +
      overview.states.length +
      overview.channels.length +
      overview.accounts.length
    expect(long.length - short.length).toBe(rowsOf(whole.overview) - rowsOf(report.overview))
    const last = {
      ...question,
      from: PlainDate.parse('2025-01-01'),
      to: PlainDate.parse('2025-12-31'),
    }
    expect(report.before).toEqual((await complaints.overview(last)).period)
    const { csv } = await complaints.yearCsv({ ...asked, language: 'en' })
    const lines = cells(csv)
    expect(lines).toContainEqual([
      'Indicator',
      'Received',
      '2026',
      String(report.overview.period.received),
    ])
    expect(lines).toContainEqual(['Indicator', 'Received', '2025', String(report.before.received)])
    const complex = report.overview.difficulties.find(({ key }) => key === 'complex')
    expect(lines).toContainEqual([
      ...['Difficulty', 'Complex', '2026', String(present(complex).count)],
    ])
    const [account] = report.overview.accounts.filter(({ key }) => key !== null)
    const accounts = await test.workspace.accounts.list({})
    const { name } = present(accounts.find(({ id }) => id === present(account).key))
    expect(lines).toContainEqual(['Account', name, '2026', String(present(account).count)])
    expect(lines).toContainEqual([
      ...['Received by month', '2024', '2024-03', String(report.overview.years[2]?.months[2])],
    ])
  })

  it('lay open, late and unowned cases before a meeting, and all that are open in the table', async () => {
    test = await startTestWorkspace(database)
    await fillFigures(test)
    const { complaints } = test.workspace
    const asked = { since: PlainDate.parse('2026-11-09'), states: [], kinds: [] }
    const pack = await complaints.meetingPack(asked)
    const numbers = async (where: string) =>
      (
        await test.rows<{ number: string }>(`
          select number from complaint
          where status in ('new', 'needs-information', 'forwarded', 'in-progress') and ${where}`)
      ).map(({ number }) => number)
    expect(pack.today).toBe('2026-11-23')
    const open = await numbers('1 = 1')
    expect([pack.open.total, pack.now.open]).toEqual([open.length, open.length])
    expect(pack.open.rows.length).toBe(Math.min(100, open.length))
    const late = await numbers(`next_due < '${now}'`)
    expect(pack.late.total).toBe(late.length)
    expect(late).toEqual(expect.arrayContaining(pack.late.rows.map(({ number }) => number)))
    expect(pack.unassigned.total).toBe((await numbers('assignee_id is null')).length)
    const { csv } = await complaints.meetingCsv({ ...asked, language: 'ms' })
    const [, ...lines] = cells(csv)
    expect(lines.map(([number]) => number).toSorted()).toEqual(open.toSorted())
  })
})
