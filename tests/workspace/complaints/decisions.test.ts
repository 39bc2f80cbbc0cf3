import { afterEach, describe, expect, it } from 'vitest'
import readXlsxFile from 'read-excel-file/node'
import { Instant, PlainDate } from '#contract/values'
import { contact, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const now = Instant.parse('2026-11-24T02:00:00.000Z')
const day = (date: string) => PlainDate.parse(date)

async function begin(database: (typeof databases)[number]) {
  test = await startTestWorkspace(database)
  test.clock.set(now)
  const me = present((await test.workspace.people.list({}))[0])
  const who = { kind: 'new', contact: contact('Aminah Ali') } as const
  const { id } = await register(test, {}, who)
  return { me, id, complaints: test.workspace.complaints }
}

describe.each(databases)('decisions of meetings on %s', (database) => {
  it('go back to the case, and are followed until they are done', async () => {
    const { me, id, complaints } = await begin(database)
    const met = { complaintId: id, metOn: day('2026-11-23') }
    const made = await complaints.addDecision({
      ...{ ...met, text: 'Hubungi Aminah Ali dan tampal', personId: me.id },
      dueOn: day('2026-11-24'),
    })
    expect(made).toMatchObject({ personName: me.name, byName: me.name, doneAt: null })
    test.clock.set(Instant.parse('2026-11-24T02:01:00.000Z'))
    const other = await complaints.addDecision({
      ...{ ...met, text: 'Ukur semula', personId: null, dueOn: null },
    })
    // Names stand covered wherever a decision is read.
    const [first, second] = await complaints.decisionsOf({ id })
    expect(present(first).text).not.toContain('Aminah')
    expect([first?.id, second?.id]).toEqual([made.id, other.id])
    const told = present((await complaints.timeline({ id })).find(({ kind }) => kind === 'decided'))
    expect(told.changes).toEqual([
      { field: 'decision_met', before: null, after: '2026-11-23' },
      { field: 'decision_person', before: null, after: me.name },
      { field: 'decision_due', before: null, after: '2026-11-24' },
    ])
    // Whoever acts is reminded on the day, and after it.
    const due = async () =>
      (await complaints.dueToday({ state: 'MY-14' })).counts.filter(({ kind }) =>
        kind.startsWith('decisions'),
      )
    expect(await due()).toEqual([{ kind: 'decisions-today', count: 1 }])
    test.clock.set(Instant.parse('2026-11-25T02:00:00.000Z'))
    expect(await due()).toEqual([{ kind: 'decisions-late', count: 1 }])
    const done = await complaints.finishDecision({ id: made.id })
    expect(done.doneByName).toBe(me.name)
    expect(await due()).toEqual([])
    expect((await complaints.decisions({ metOn: null })).map((each) => each.id)).toEqual([other.id])
    await complaints.resumeDecision({ id: made.id })
    expect((await complaints.decisions({ metOn: null })).map((each) => each.id)).toEqual([
      ...[made.id, other.id],
    ])
    await complaints.removeDecision({ id: other.id })
    expect(await complaints.decisions({ metOn: day('2026-11-23') })).toHaveLength(1)
    await complaints.bringBackDecision({ id: other.id })
    expect(await complaints.decisions({ metOn: day('2026-11-23') })).toHaveLength(2)
  })

  it('are refused of a meeting to come, by nobody known, and once they are gone', async () => {
    const { id, complaints } = await begin(database)
    const wanted = { complaintId: id, text: 'Tampal', personId: null, dueOn: null }
    await expect(
      complaints.addDecision({ ...wanted, metOn: day('2026-11-25') }),
    ).rejects.toMatchObject({ reason: 'complaints.met-later' })
    const { id: made } = await complaints.addDecision({ ...wanted, metOn: day('2026-11-24') })
    await complaints.removeDecision({ id: made })
    await expect(complaints.finishDecision({ id: made })).rejects.toMatchObject({
      reason: 'complaints.unknown-decision',
    })
  })

  it('stand in the next pack, on paper and in the workbook beside it', async () => {
    const { me, id, complaints } = await begin(database)
    const { id: other } = await register(test, { kind: 'policy' })
    const decide = (complaintId: typeof id, text: string) =>
      complaints.addDecision({
        ...{ complaintId, metOn: day('2026-11-23'), text, personId: me.id },
        dueOn: day('2026-12-01'),
      })
    await decide(id, 'Tampal lubang')
    await decide(other, 'Jawab surat')
    const asked = { states: [], kinds: [], since: day('2026-11-10') }
    const pack = await complaints.meetingPack(asked)
    expect(pack.decisions.map(({ text }) => text).toSorted()).toEqual([
      ...['Jawab surat', 'Tampal lubang'],
    ])
    const narrow = await complaints.meetingPack({ ...asked, kinds: ['policy'] })
    expect(narrow.decisions.map(({ text }) => text)).toEqual(['Jawab surat'])
    // What the last meeting decided and was done since stands on its sheet still.
    const done = present(pack.decisions.find(({ text }) => text === 'Tampal lubang'))
    await complaints.beginAnswer({ id, kind: 'important', language: 'ms' })
    const { bytes } = await complaints.meetingXlsx({ ...asked, language: 'ms' })
    const [sheet, decisions, drafts] = await readXlsxFile(Buffer.from(bytes))
    expect(drafts?.data.slice(1).map(([number]) => number)).toEqual([done.number])
    expect(decisions?.data.slice(1).map(([, , text]) => text)).toHaveLength(2)
    await complaints.finishDecision({ id: done.id })
    const after = await complaints.meetingXlsx({ ...asked, language: 'ms' })
    const [, still] = await readXlsxFile(Buffer.from(after.bytes))
    expect(still?.data.slice(1).map((row) => [row[2], row[5] !== null])).toEqual(
      expect.arrayContaining([
        ['Tampal lubang', true],
        ['Jawab surat', false],
      ]),
    )
    const [heads, ...rows] = sheet?.data ?? []
    const at = (heading: string) => present(heads).indexOf(heading)
    expect(rows.map((row) => row[at('Nombor')])).toEqual(['ADU-2026-000001', 'ADU-2026-000002'])
    expect(rows.map((row) => row[at('Keputusan belum dilaksanakan')])).toEqual([
      `2026-11-23 · Tampal lubang · ${me.name} · 2026-12-01`,
      `2026-11-23 · Jawab surat · ${me.name} · 2026-12-01`,
    ])
    // Room for what this meeting decides.
    expect(present(heads).slice(-3)).toEqual(['Keputusan', 'Tindakan oleh', 'Selewat-lewatnya'])
  })
})
