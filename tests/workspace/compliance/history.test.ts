import readXlsxFile from 'read-excel-file/node'
import { afterEach, describe, expect, it } from 'vitest'
import type { AssessmentHistory, HistoryCell, HistoryChange } from '#contract/assessmentHistory'
import type { AssessmentId } from '#contract/assessmentIds'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { AssessmentSummary } from '#contract/assessments'
import { ControlFields } from '#contract/frameworks'
import { PlainDate } from '#contract/values'
import { changeBetween } from '../../../src/main/workspace/compliance/rules/history.ts'
import { addSeats, answerAll, approveWhole } from '../../support/assessmentRoutes.ts'
import { cellsOf } from '../../support/cells.ts'
import { said, shippedVersion, startOne } from '../../support/assessments.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const none: HistoryCell = { asked: false, result: null }
const open: HistoryCell = { asked: true, result: null }
const of = (result: AssessmentResult): HistoryCell => ({ asked: true, result })

describe('what became of a control', () => {
  const table: readonly [HistoryCell, HistoryCell, HistoryChange][] = [
    [of('not-met'), of('partly'), 'better'],
    [of('not-met'), of('met'), 'better'],
    [of('partly'), of('met'), 'better'],
    [of('met'), of('partly'), 'worse'],
    [of('met'), of('not-met'), 'worse'],
    [of('partly'), of('not-met'), 'worse'],
    [of('met'), of('met'), 'same'],
    [open, open, 'same'],
    [none, none, 'same'],
    [of('not-applicable'), of('not-applicable'), 'same'],
    [of('not-applicable'), of('not-met'), 'applies'],
    [of('met'), of('not-applicable'), 'applies'],
    [open, of('not-met'), 'answered'],
    [of('met'), open, 'unanswered'],
    [none, of('met'), 'new'],
    [none, open, 'new'],
    [of('met'), none, 'gone'],
    [open, none, 'gone'],
  ]
  it.each(table)('from %j to %j: %s', (before, after, change) => {
    expect(changeBetween(before, after)).toBe(change)
  })
})

let test: TestWorkspace
const own = () => test.workspace.compliance
const days = (from: string, to: string) => ({
  from: PlainDate.parse(from),
  to: PlainDate.parse(to),
})
const history = (id: AssessmentId, against: AssessmentId | null = null) =>
  own().assessmentHistory({ id, against })
const changes = ({ rows }: AssessmentHistory) =>
  Object.fromEntries(rows.map(({ control, change }) => [control.key, change]))

/** Half years by the charter of JaPen, each answered in the order of its controls. */
async function answered(
  period: { from: PlainDate; to: PlainDate },
  results: readonly (AssessmentResult | null)[],
): Promise<AssessmentSummary> {
  const started = await startOne(own(), { period, beside: true })
  const { controls } = await own().version({ id: started.pinned.id })
  for (const [at, result] of results.entries()) {
    if (result === null) continue
    const { key } = present(controls[at])
    await own().answerControl({ id: started.id, key, base: 0, answer: said({ result }) })
  }
  return started
}

describe.each(databases)('the history of an assessment on %s', (database) => {
  afterEach(() => test.stop())

  it('says control by control what became of it, and what the scores were', async () => {
    test = await startTestWorkspace(database)
    const first = await answered(days('2025-01-01', '2025-06-30'), ['met', 'met', null])
    const second = await answered(days('2025-07-01', '2025-12-31'), ['not-met', 'partly', 'met'])
    const third = await answered(days('2026-01-01', '2026-06-30'), [
      ...(['partly', 'not-met', 'met', 'not-applicable'] as const),
    ])
    const { controls } = await own().version({ id: third.pinned.id })
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = controls.map(({ key }) => key)
    const found = await history(third.id)
    expect(found.assessments.map(({ id }) => id)).toEqual([first.id, second.id, third.id])
    expect(found.against).toBe(second.id)
    expect(changes(found)).toEqual({
      ...{ [a]: 'better', [b]: 'worse', [c]: 'same', [d]: 'answered', [e]: 'same', [f]: 'same' },
    })
    expect(found.rows[0]?.cells).toEqual([of('met'), of('not-met'), of('partly')])
    // All weigh 2: (2+2)/4, (0+1+2)/6, (1+0+2)/6.
    expect(found.assessments.map(({ score }) => score.score)).toEqual([1, 0.5, 0.5])
    expect(
      found.sections.map(({ scores }) =>
        scores.reduce((sum, one) => sum + (one?.answered ?? 0), 0),
      ),
    ).toEqual([9])
    // Held against the one a year before.
    const yearly = await history(third.id, first.id)
    expect(changes(yearly)).toMatchObject({ [a]: 'worse', [b]: 'worse', [c]: 'answered' })
    // It leaves as it is shown: each result as it was answered, and the scores below them.
    const leaving = { id: third.id, against: first.id, language: 'en' } as const
    const { csv } = await own().historyCsv({ ...leaving, shown: 'all' })
    const [heads = [], ...lines] = cellsOf(csv.slice(1))
    const from = heads.findIndex((head) => head.startsWith('Result '))
    expect(heads.slice(from, from + 4)).toEqual([
      'Result 2025-01-01 – 2025-06-30 (as it stands)',
      'Result 2025-07-01 – 2025-12-31 (as it stands)',
      'Result 2026-01-01 – 2026-06-30 (as it stands)',
      'Change (2025-01-01 – 2025-06-30)',
    ])
    expect(lines.map((line) => line.slice(from, from + 4))).toEqual([
      ['Met', 'Not met', 'Partly', 'Worse'],
      ['Met', 'Partly', 'Not met', 'Worse'],
      ['Not answered', 'Met', 'Met', 'Newly answered'],
      ['Not answered', 'Not answered', 'Not applicable', 'Newly answered'],
      ['Not answered', 'Not answered', 'Not answered', 'Same'],
      ['Not answered', 'Not answered', 'Not answered', 'Same'],
      ['100', '50', '50', '-50'],
    ])
    expect(lines.map((line) => line[heads.indexOf('Clause')])).toEqual([
      ...controls.map(({ clause }) => clause),
      '',
    ])
    const { bytes } = await own().historyXlsx({ ...leaving, shown: 'worse' })
    const [sheet] = await readXlsxFile(Buffer.from(bytes))
    expect(present(sheet).data.map((line) => line.at(from + 3))).toEqual([
      ...['Change (2025-01-01 – 2025-06-30)', 'Worse', 'Worse', -50],
    ])
    const paper = await own().historyPaper({ id: third.id, against: first.id, shown: 'worse' })
    expect(paper).toEqual({ ...yearly, shown: 'worse' })
    // Seen from the second, the third has not happened; nor is it one to be held against.
    expect((await history(second.id)).assessments.map(({ id }) => id)).toEqual([
      ...[first.id, second.id],
    ])
    await expect(history(second.id, third.id)).rejects.toMatchObject({
      reason: 'compliance.unknown-assessment',
    })
    // One row changes, and with it what is said.
    const [row] = await test.rows<{ id: string }>(
      `select id from assessment_answer where assessment_id = '${third.id}' and control_key = '${b}'`,
    )
    expect(row).toBeDefined()
    await own().answerControl({
      ...{ id: third.id, key: b, base: 1, answer: said({ result: 'met' }) },
    })
    expect(changes(await history(third.id))[b]).toBe('better')
  })

  it('is by what was approved, where that is still as it was, and says so', async () => {
    test = await startTestWorkspace(database)
    const seats = await addSeats(test)
    const first = await answered(days('2025-01-01', '2025-06-30'), ['met', 'met'])
    const second = await answered(days('2025-07-01', '2025-12-31'), ['met', 'met'])
    await answerAll(own(), first.id)
    await approveWhole(test, seats, first.id)
    const { controls } = await own().version({ id: first.pinned.id })
    const key = present(controls[0]).key
    // Opened again and answered otherwise: what was approved goes on speaking for it.
    await own().reopenAssessment({ id: first.id, reason: 'Rekod baharu' })
    await own().answerControl({
      ...{ id: first.id, key, base: 1, answer: said({ result: 'not-met' }) },
    })
    const found = await history(second.id)
    expect(found.bases).toEqual([1, null])
    expect(found.rows[0]?.cells).toEqual([of('met'), of('met')])
    expect(found.rows[0]?.change).toBe('same')
    const [kept] = await test.rows<{ body: string }>('select body from assessment_snapshot')
    const { score } = JSON.parse(present(kept).body) as { score: object }
    expect(found.assessments[0]?.score).toEqual(score)
    expect((await own().assessment({ id: first.id })).score).not.toEqual(score)
    const leaving = { id: second.id, against: null, shown: 'all', language: 'ms' } as const
    const [heads = []] = cellsOf((await own().historyCsv(leaving)).csv.slice(1))
    expect(heads.filter((head) => head.startsWith('Keputusan'))).toEqual([
      'Keputusan 2025-01-01 – 2025-06-30 (keluaran 1)',
      'Keputusan 2025-07-01 – 2025-12-31 (jawapan kini)',
    ])
    // The one that is worked on again speaks for itself.
    const itself = await history(first.id)
    expect(itself.bases).toEqual([null])
    expect(itself.rows[0]?.cells).toEqual([of('not-met')])
  })

  it('leaves out what is of another subject, by another checklist or withdrawn', async () => {
    test = await startTestWorkspace(database)
    const before = days('2025-01-01', '2025-12-31')
    const withdrawn = await answered(before, ['met'])
    await own().removeAssessment({ id: withdrawn.id })
    await startOne(own(), { period: before, subject: { kind: 'unit', unit: 'JKR Perak' } })
    await startOne(own(), { period: before, versionId: await shippedVersion(own(), 'jkr') })
    const only = await answered(days('2026-01-01', '2026-12-31'), ['met'])
    const found = await history(only.id)
    expect(found.assessments.map(({ id }) => id)).toEqual([only.id])
    expect(found.against).toBeNull()
    expect(found.rows.every(({ change }) => change === null)).toBe(true)
    await expect(history(crypto.randomUUID() as AssessmentId)).rejects.toMatchObject({
      reason: 'compliance.unknown-assessment',
    })
  })

  it('shows the last six, and one further back where that is asked for', async () => {
    test = await startTestWorkspace(database)
    const all: AssessmentSummary[] = []
    for (let year = 2018; year <= 2025; year += 1) {
      all.push(await answered(days(`${year}-01-01`, `${year}-12-31`), ['met']))
    }
    const ids = all.map(({ id }) => id)
    const last = present(ids[7])
    const shown = async (against: AssessmentId | null) =>
      (await history(last, against)).assessments.map(({ id }) => id)
    expect(await shown(null)).toEqual(ids.slice(2))
    expect(await shown(present(ids[0]))).toEqual([ids[0], ...ids.slice(3)])
  })

  it('knows what a newer version asks, no longer asks, and says in other words', async () => {
    test = await startTestWorkspace(database)
    const shipped = await shippedVersion(own(), 'japen')
    const { id: frameworkId, versions } = await own().copy({
      ...{ id: shipped, title: { ms: 'Salinan', en: 'Copy' } },
    })
    await own().publish({ id: frameworkId })
    const versionId = present(versions[0]).id
    const before = await startOne(own(), { versionId, period: days('2025-01-01', '2025-12-31') })
    const { controls } = await own().version({ id: versionId })
    const [kept, reworded, retired] = controls.map(({ key }) => key)
    await own().startDraft({ id: frameworkId })
    const fields = ControlFields.parse(controls[1])
    await own().changeControl({
      ...{ frameworkId, key: present(reworded) },
      fields: { ...fields, question: { ms: 'Ditanya lain', en: 'Asked otherwise' } },
    })
    await own().retireControl({ frameworkId, key: present(retired), reason: 'Tidak lagi' })
    const next = await own().publish({ id: frameworkId })
    const after = await startOne(own(), {
      ...{ versionId: next.id, period: days('2026-01-01', '2026-12-31') },
    })
    const found = await history(after.id, before.id)
    const row = (key: string | undefined) => found.rows.find(({ control }) => control.key === key)
    expect(row(kept)).toMatchObject({ change: 'same', reworded: false })
    expect(row(reworded)).toMatchObject({
      ...{ change: 'same', reworded: true, control: { question: { ms: 'Ditanya lain' } } },
    })
    expect(row(retired)).toMatchObject({ change: 'gone', cells: [open, none] })

    // The copy and its origin are one family: its first stands beside the last by the origin.
    const origin = await answered(days('2024-01-01', '2024-12-31'), ['not-met'])
    await own().answerControl({
      ...{ id: before.id, key: present(kept), base: 0, answer: said({ result: 'met' }) },
    })
    const family = await history(before.id)
    expect(family.assessments.map(({ id }) => id)).toEqual([origin.id, before.id])
    expect(changes(family)[present(kept)]).toBe('better')
    const earlier = await own().earlierAssessments({
      ...{ versionId: next.id, subject: after.subject },
    })
    expect(earlier.map(({ id }) => id)).toEqual([after.id, before.id, origin.id])
    // Nor is a copy of the copy a stranger; another checklist stays one.
    const again = await own().copy({ id: next.id, title: { ms: 'Salinan kedua', en: 'Second' } })
    await own().publish({ id: again.id })
    const third = await startOne(own(), {
      ...{ versionId: present(again.versions[0]).id, period: days('2027-01-01', '2027-12-31') },
    })
    expect((await history(third.id)).assessments.map(({ id }) => id)).toEqual([
      ...[origin.id, before.id, after.id, third.id],
    ])
    const other = await startOne(own(), {
      ...{
        versionId: await shippedVersion(own(), 'jkr'),
        period: days('2027-01-01', '2027-12-31'),
      },
    })
    expect((await history(other.id)).assessments.map(({ id }) => id)).toEqual([other.id])
  })
})
