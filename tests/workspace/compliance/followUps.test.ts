import readXlsxFile from 'read-excel-file/node'
import { afterEach, describe, expect, it } from 'vitest'
import type { ActionProgress, Severity } from '#contract/assessmentFindings'
import type { FollowFilter, FollowWait } from '#contract/assessmentFollowUps'
import type { Role } from '#contract/roles'
import { Instant, PersonId, PlainDate } from '#contract/values'
import { isFor, waitsOf } from '../../../src/main/workspace/compliance/rules/followUps.ts'
import { startOne } from '../../support/assessments.ts'
import { cellsOf } from '../../support/cells.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const today = PlainDate.parse('2026-11-23')
const closed = { how: 'Siap', by: 'Siti', at: Instant.parse('2026-11-20T00:00:00.000Z') }

const act = (progress: ActionProgress, due: string) => ({ progress, due: PlainDate.parse(due) })
const waits = (severity: Severity, actions: ReturnType<typeof act>[], isClosed = false) =>
  waitsOf({ severity, actions, closed: isClosed ? closed : null }, today).map(({ wait }) => wait)

it.each([
  [['open', '2026-11-22'], 'late'],
  [['in-work', '2026-11-22'], 'late'],
  [['open', '2026-11-23'], 'soon'],
  [['in-work', '2026-11-30'], 'soon'],
  [['open', '2026-12-01'], 'going'],
  // Done is never late: it waits for somebody else.
  [['done', '2026-11-01'], 'verify'],
  [['effective', '2026-11-01'], 'settle'],
] as const)('with an action %j a finding waits for %s', ([progress, due], expected) => {
  expect(waits('minor', [act(progress, due)])).toEqual([expected])
})

it('a finding waits for each action that is not found to work, else for itself', () => {
  const [works, goes] = [act('effective', '2026-11-01'), act('open', '2026-11-25')]
  expect(waits('major', [works, goes, act('done', '2026-11-02')])).toEqual(['soon', 'verify'])
  expect(waits('major', [works, works])).toEqual(['settle'])
  expect(waits('observation', [])).toEqual(['unplanned'])
  expect(waits('good-practice', [goes])).toEqual([])
  expect(waits('major', [goes], true)).toEqual([])
})

const [owner, other] = [
  '9a1c43a4-8f7c-4a35-9d7a-1d2f6f0b7a11',
  '9a1c43a4-8f7c-4a35-9d7a-1d2f6f0b7a12',
]
it.each<[FollowWait, string | null, string, Role, boolean]>([
  ['late', owner, owner, 'designer', true],
  ['late', owner, other, 'administrator', false],
  ['verify', owner, owner, 'administrator', false],
  ['verify', owner, other, 'administrator', true],
  ['verify', owner, other, 'designer', false],
  ['settle', null, other, 'head', true],
  ['settle', null, other, 'viewer', false],
])('%s of %s is for %s as %s: %s', (wait, ownerId, id, role, expected) => {
  const action = ownerId === null ? null : { ownerId: PersonId.parse(ownerId) }
  expect(isFor({ wait, action }, { id: PersonId.parse(id), roles: [role] })).toBe(expected)
})

let test: TestWorkspace
const own = () => test.workspace.compliance
const sit = (id: PersonId) => test.workspace.gate.switchPerson({ id })

describe.each(databases)('findings of all assessments on %s', (database) => {
  afterEach(() => test.stop())

  it('are told to whom they are due, and only while they are in sight', async () => {
    test = await startTestWorkspace(database)
    const { id } = await startOne(own())
    const { key } = present((await own().assessment({ id })).controls[0])
    const me = present((await test.workspace.people.list({}))[0]).id
    const { id: findingId } = await own().addFinding({
      ...{ id, key, fields: { severity: 'minor', text: 'Lewat' } },
    })
    const add = (day: string) =>
      own().addAction({
        ...{ id: findingId, fields: { what: 'Semak', ownerId: me, due: PlainDate.parse(day) } },
      })
    await add('2026-11-20')
    await add('2026-11-23')
    await add('2026-11-30')
    await add('2026-12-01')
    const asked = async () => (await own().followUpsDue({ state: 'MY-14' })).counts
    expect(await asked()).toEqual([
      { kind: 'late', count: 1 },
      { kind: 'today', count: 1 },
      { kind: 'soon', count: 1 },
    ])
    expect((await own().ownFollowUps({})).map((each) => [each.action?.due, each.wait])).toEqual([
      ['2026-11-20', 'late'],
      ['2026-11-23', 'soon'],
      ['2026-11-30', 'soon'],
    ])

    // Somebody else did theirs: it waits for whoever may confirm it, then the finding for its settling.
    const { id: designer } = await test.workspace.people.add({
      ...{ name: 'Lim Mei Ling', post: 'Pereka', roles: ['designer'] },
    })
    const { id: second } = await own().addFinding({
      ...{ id, key, fields: { severity: 'major', text: '=Tiada rekod' } },
    })
    await own().addFinding({
      ...{ id, key, fields: { severity: 'good-practice', text: 'Poster kemas' } },
    })
    const { actions } = await own().addAction({
      ...{
        id: second,
        fields: { what: 'Simpan rekod', ownerId: designer, due: PlainDate.parse('2026-12-01') },
      },
    })
    const action = present(actions[0])
    await sit(designer)
    await own().moveAction({ id: action.id, base: 1, progress: 'done' })
    expect(await asked()).toEqual([])
    await sit(me)
    expect((await asked()).at(-1)).toEqual({ kind: 'verify', count: 1 })
    const all: FollowFilter = {
      ...{ wait: null, mine: false, ownerId: null, accountId: null, severity: null },
    }
    // The board reads less than the list, and says the same of what waits now.
    const expectSame = async () => {
      const mine = await own().followUps({ ...all, mine: true })
      const now = mine.rows.filter(({ wait }) => wait !== 'going' && wait !== 'unplanned')
      expect(await own().ownFollowUps({})).toEqual(now)
      return now.length
    }
    expect(await expectSame()).toBe(4)
    await sit(designer)
    expect(await expectSame()).toBe(0)
    await sit(me)
    const list = await own().followUps(all)
    const [bySql] = await test.rows<{ n: number | string }>(
      `select count(*) as n from corrective_action c join assessment_finding f on f.id = c.finding_id
       where f.closed_at is null and c.progress <> 'effective'`,
    )
    expect(list.rows).toHaveLength(Number(present(bySql).n))
    expect(list.counts).toEqual({
      ...{ late: 1, soon: 2, verify: 1, settle: 0, unplanned: 0, going: 1 },
    })
    const clause = present((await own().assessment({ id })).controls[0]).clause
    expect(new Set(list.rows.map((each) => each.clause))).toEqual(new Set([clause]))
    const kept = async (part: Partial<FollowFilter>) =>
      (await own().followUps({ ...all, ...part })).rows.map((each) => each.wait)
    expect(await kept({ severity: 'major' })).toEqual(['verify'])
    expect(await kept({ ownerId: designer })).toEqual(['verify'])
    expect(await kept({ wait: 'soon' })).toEqual(['soon', 'soon'])
    const [account] = await test.workspace.accounts.list({})
    expect(await kept({ accountId: present(account).id })).toEqual([])
    const { csv } = await own().followUpsCsv({ filter: all, language: 'en' })
    const [heads = [], ...cells] = cellsOf(csv.slice(1))
    expect(cells.map((row) => row[heads.indexOf('Waits for')])).toEqual([
      ...['Late', 'Within 7 days', 'Within 7 days', 'To be confirmed', 'Later'],
    ])
    expect(cells[3]).toContain("'=Tiada rekod")
    // The workbook says the same, and text in it is text.
    const { bytes } = await own().followUpsXlsx({ filter: all, language: 'en' })
    const [sheet] = await readXlsxFile(Buffer.from(bytes))
    const [names = [], ...lines] = present(sheet).data
    expect(names.map(String)).toEqual(heads)
    expect(lines.map((line) => line[names.indexOf('Waits for')])).toEqual([
      ...cells.map((row) => row[heads.indexOf('Waits for')]),
    ])
    expect(lines[3]).toContain('=Tiada rekod')
    // The table of the assessment tells the same of its findings.
    const table = cellsOf((await own().assessmentCsv({ ids: [id], language: 'en' })).csv.slice(1))
    const said = (name: string) =>
      present(table[1])[present(table[0]).indexOf(name)]?.split('; ').toSorted()
    expect(said('Severity of the findings')).toEqual(['Good practice', 'Major', 'Minor'])
    // Good practice is neither open nor settled.
    expect(said('State of the findings')).toEqual(['Open', 'Open', '–'])
    expect(said('Progress of the actions')?.[0]).toBe('Done')

    await own().checkAction({ id: action.id, base: 2, remark: 'Lengkap' })
    expect((await asked()).at(-1)).toEqual({ kind: 'settle', count: 1 })
    expect(await expectSame()).toBe(4)
    await own().closeFinding({ id: second, how: 'Siap' })
    expect((await asked()).map(({ kind }) => kind)).toEqual(['late', 'today', 'soon'])
    await own().removeAssessment({ id })
    expect(await asked()).toEqual([])
  })
})
