import { afterEach, describe, expect, it } from 'vitest'
import type { AssessmentId } from '#contract/assessmentIds'
import type { MeasuredAnew } from '#contract/assessmentMeasures'
import { AssessmentReport } from '#contract/assessmentReports'
import type { Answer, AnswerFields } from '#contract/assessments'
import type { Measured } from '#contract/measures'
import { said, startOne } from '../../support/assessments.ts'
import { october, receive, versionOf } from '../../support/measured.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const key = 'jkr-first-response'
const own = () => test.workspace.compliance
const october9 = '2026-10-09T10:00:00.000Z'

/** An assessment of the bureau in October, with three complaints of which two were answered in time. */
async function begin(): Promise<AssessmentId> {
  await receive(test, october9, { responded: '2026-10-09T12:00:00.000Z' })
  await receive(test, october9, { responded: '2026-10-10T10:00:00.000Z' })
  await receive(test, october9, { responded: '2026-10-12T10:00:00.000Z' })
  const versionId = await versionOf(test, 'jkr')
  const scopes = ['account', 'unit', 'operator', 'post'] as const
  return (await startOne(own(), { versionId, period: october, scopes: [...scopes] })).id
}

const measureIt = (id: AssessmentId, keep = true): Promise<MeasuredAnew> =>
  own().measureAssessment({ id, keep })

const changeOf = ({ changes }: MeasuredAnew) => changes.find((each) => each.key === key)

async function at(id: AssessmentId, wanted = key) {
  const whole = await own().assessment({ id })
  const measured = whole.measured.find((each) => each.key === wanted) ?? null
  const answer = whole.answers.find((each) => each.key === wanted) ?? null
  return { whole, measured, answer }
}

async function answer(
  id: AssessmentId,
  changes: Partial<AnswerFields>,
  reason: string | null = '',
): Promise<Answer> {
  const { answer: before } = await at(id)
  const base = before?.version ?? 0
  return own().answerControl({ id, key, base, answer: said(changes), reason })
}

/** The share of October's complaints with a first response within a day, by SQL of the test's own. */
async function bySql(): Promise<{ counted: number; kept: number }> {
  const rows = await test.rows<{ received_at: string; responded_at: string | null }>(
    `select received_at, responded_at from complaint where received_day like '2026-10-%'`,
  )
  const within = ({ received_at, responded_at }: (typeof rows)[number]) =>
    responded_at !== null && Date.parse(responded_at) - Date.parse(received_at) <= 86_400_000
  return { counted: rows.length, kept: rows.filter(within).length }
}

const setResponded = (text: string) =>
  test.rows(`update complaint set responded_at = '${text}'
    where responded_at = '2026-10-12T10:00:00.000Z'`)

describe.each(databases)('measured answers on %s', (database) => {
  it('answer what nobody answered, with the figures of that day', async () => {
    test = await startTestWorkspace(database)
    const id = await begin()
    expect((await own().assessment({ id })).measured).toEqual([])

    const preview = await measureIt(id, false)
    expect((await own().assessment({ id })).measured).toEqual([])
    expect((await own().assessment({ id })).answers).toEqual([])

    const done = await measureIt(id)
    expect(done).toEqual(preview)
    const { whole, measured, answer: given } = await at(id)
    const figures = await bySql()
    expect(figures).toEqual({ counted: 3, kept: 2 })
    expect(measured).toMatchObject({
      ...{ stand: 'followed', reason: '', by: present(given).changedBy, at: test.clock.now() },
      measured: { verdict: 'not-met', ...figures, settings: { metAt: 95, partlyAt: 75 } },
    })
    expect(given).toMatchObject({ result: 'not-met', progress: 'done', version: 1 })
    // What tells nothing stays open: neither met nor unmet.
    const open = whole.measured.filter((each) => each.measured.verdict === 'not-measured')
    expect(open.length).toBeGreaterThan(5)
    for (const each of open) {
      expect(each.stand).toBe('open')
      expect(whole.answers.some((one) => one.key === each.key)).toBe(false)
    }
    expect(whole.score.answered).toBe(whole.answers.length)
    expect(whole.measured.length).toBe(done.controls)

    // The report holds what it was held to, and names what failed.
    const { report } = await own().assessmentPaper({ id, revision: null })
    const printed = present(report.controls.find((each) => each.key === key)?.measured)
    const [late] = await test.rows<{ number: string; received_day: string }>(
      `select number, received_day from complaint where responded_at = '2026-10-12T10:00:00.000Z'`,
    )
    expect(printed).toMatchObject({
      ...{ ...figures, uncounted: 0, why: null, settings: { metAt: 95, partlyAt: 75 } },
      ...{ limit: { unit: 'hours', amount: 24 } },
      ...{ amounts: { unit: 'hours', median: 24, worst: 72, of: 3 } },
    })
    expect(printed.failed).toEqual([
      { name: late?.number, day: late?.received_day, code: 'responded-late' },
    ])
    // What was approved, and what was measured, before that was kept reads as it did.
    const { at: when, by, stand, reason, reasonBy, verdict, kept, counted } = printed
    const earlier = { at: when, by, stand, reason, reasonBy, verdict, kept, counted }
    const read = AssessmentReport.parse({
      ...{ ...report, controls: report.controls.map((each) => ({ ...each, measured: earlier })) },
    })
    expect(present(read.controls[0]).measured).toEqual(earlier)
    const rows = await test.rows<{ id: string; measured: string }>(
      `select id, measured from assessment_measure where control_key = '${key}'`,
    )
    const { failed: _, ...before } = JSON.parse(present(rows[0]).measured) as Measured
    await test.rows(
      `update assessment_measure set measured = '${JSON.stringify(before)}'
       where id = '${present(rows[0]).id}'`,
    )
    expect((await measureIt(id, false)).changes).toEqual([])
    await measureIt(id)

    // The figures of that day stay until it is measured again.
    await setResponded('2026-10-09T11:00:00.000Z')
    expect((await at(id)).measured).toEqual(measured)
    const again = await measureIt(id, false)
    expect(changeOf(again)).toMatchObject({
      ...{ answerBefore: 'not-met', answerAfter: 'met' },
      ...{ before: { kept: 2 }, after: { ...(await bySql()), verdict: 'met' } },
    })
    // Only what the complaint tells of came out otherwise.
    expect(again.changes.map((each) => each.key)).toEqual([
      ...[key, 'jkr-answer-time', 'jkr-routing-federal-road'],
    ])
    await measureIt(id)
    expect((await at(id)).answer).toMatchObject({ result: 'met', version: 2 })
    // Without data a followed answer goes back to open.
    await test.rows(`update complaint set status = 'false'`)
    await measureIt(id)
    expect(await at(id)).toMatchObject({
      ...{ answer: { result: null, progress: 'not-started' }, measured: { stand: 'open' } },
    })
  })

  it('give way to whoever says why, and to nobody else', async () => {
    test = await startTestWorkspace(database)
    const id = await begin()
    await measureIt(id)
    await expect(answer(id, { result: 'met' })).rejects.toMatchObject({
      ...{ code: 'conflict', reason: 'compliance.disagree-reason' },
    })
    await expect(answer(id, { result: 'met' }, '  ')).rejects.toMatchObject({
      reason: 'compliance.disagree-reason',
    })
    expect(await at(id)).toMatchObject({ answer: { result: 'not-met', version: 1 } })

    await answer(id, { result: 'met' }, 'Pesanan telefon tidak direkod')
    expect(await at(id)).toMatchObject({
      ...{ answer: { result: 'met' }, whole: { disagreed: 1 } },
      measured: { stand: 'disagreed', reason: 'Pesanan telefon tidak direkod' },
    })
    // A note leaves the reason; measuring again leaves the answer, though the figures change.
    await answer(id, { result: 'met', note: 'Catatan' })
    await setResponded('2026-10-09T11:00:00.000Z')
    expect(changeOf(await measureIt(id))).toMatchObject({
      ...{ answerBefore: 'met', answerAfter: 'met' },
    })
    await test.rows(`update complaint set responded_at = null`)
    await measureIt(id)
    expect(await at(id)).toMatchObject({
      ...{ answer: { result: 'met', note: 'Catatan' } },
      measured: { stand: 'disagreed', measured: { verdict: 'not-met', kept: 0 } },
    })
    // Taken back, it follows again.
    await expect(answer(id, { result: 'met' }, null)).rejects.toMatchObject({
      reason: 'compliance.disagree-reason',
    })
    await answer(id, { result: 'not-met' }, null)
    expect(await at(id)).toMatchObject({
      ...{ whole: { disagreed: 0 }, measured: { stand: 'followed', reason: '', reasonBy: null } },
    })
  })

  it('leave what was answered before, and refuse a closed assessment', async () => {
    test = await startTestWorkspace(database)
    const id = await begin()
    await answer(id, { result: 'met', note: 'Ikut rekod telefon' })
    await measureIt(id)
    expect(await at(id)).toMatchObject({
      ...{ answer: { result: 'met', version: 1 }, measured: { stand: 'disagreed', reason: '' } },
    })
    // The reason can be given afterwards, with the answer as it stands.
    await answer(id, { result: 'met', note: 'Ikut rekod telefon' }, 'Rekod telefon')
    expect((await at(id)).measured).toMatchObject({ reason: 'Rekod telefon' })
    await test.rows("update assessment set stage = 'closed', closed_at = started_at")
    await expect(measureIt(id)).rejects.toMatchObject({ reason: 'compliance.assessment-closed' })
    await expect(measureIt(id, false)).rejects.toMatchObject({
      reason: 'compliance.assessment-closed',
    })
  })
})
