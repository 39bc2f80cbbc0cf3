import readXlsxFile from 'read-excel-file/node'
import { afterEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { AssessmentSummary } from '#contract/assessments'
import { PlainDate } from '#contract/values'
import { said } from '../../support/assessments.ts'
import { campaignInput } from '../../support/campaigns.ts'
import { october, receive, versionOf } from '../../support/measured.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const own = () => test.workspace.compliance
const key = 'jkr-first-response'
/** The other control that moments of answers decide. */
const inDays = 'jkr-answer-time'
const november = { from: PlainDate.parse('2026-11-01'), to: PlainDate.parse('2026-11-30') }

/** Complaints of October on two accounts: one answered in time, the other not. */
async function seed(): Promise<[AccountId, AccountId]> {
  const accounts = await test.workspace.accounts.list({})
  const [one, other] = [present(accounts[0]).id, present(accounts[1]).id]
  for (const [account, responded] of [
    [one, '2026-10-09T12:00:00.000Z'],
    [other, '2026-10-19T12:00:00.000Z'],
  ] as const) {
    const { id } = await receive(test, '2026-10-09T10:00:00.000Z', { responded })
    await test.rows(`update complaint set account_id = '${account}' where id = '${id}'`)
  }
  return [one, other]
}

const of = (all: readonly AssessmentSummary[], id: AccountId): AssessmentSummary =>
  present(all.find(({ subject }) => subject.kind === 'account' && subject.accountId === id))

/** Handed over: nothing in it is answered any more. */
async function closed(id: AssessmentSummary['id']): Promise<void> {
  await test.rows(
    `update assessment set stage = 'prepared', closed_at = started_at where id = '${id}'`,
  )
}

/** What the second of an assessment is answered with, by SQL of the test's own. */
async function resultBySql(assessment: AssessmentSummary, control: string): Promise<unknown> {
  const [row] = await test.rows<{ result: string | null; progress: string }>(
    `select result, progress from assessment_answer
     where assessment_id = '${assessment.id}' and control_key = '${control}'`,
  )
  return row ?? null
}

const counts = async () => {
  const [row] = await test.rows<Record<string, number | string>>(
    `select (select count(*) from campaign) as campaigns,
       (select count(*) from campaign_round) as rounds,
       (select count(*) from assessment) as assessments,
       (select count(*) from assessment_measure) as measures,
       (select count(*) from assessment_answer) as answers`,
  )
  return Object.fromEntries(Object.entries(present(row)).map(([name, n]) => [name, Number(n)]))
}

describe.each(databases)('campaigns on %s', (database) => {
  it('assess every account in use at once, measured', async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await seed()
    const accounts = (await test.workspace.accounts.list({})).filter(({ active }) => active)
    expect(accounts).toHaveLength(21)
    const steps: { done: number; total: number }[] = []
    const started = await own().startCampaign(await campaignInput(test), {
      onProgress: (step) => steps.push(step),
    })
    expect(started.assessments).toBe(21)
    const last = present(steps.at(-1))
    expect(last.done).toBe(last.total)
    expect(steps.map(({ done }) => done)).toEqual(
      steps.map(({ done }) => done).toSorted((a, b) => a - b),
    )

    const all = await own().roundAssessments({ id: started.roundId })
    expect(all.map(({ subject }) => subject)).toEqual(
      accounts.map(({ id }) => ({ kind: 'account', accountId: id })),
    )
    expect(await resultBySql(of(all, one), key)).toEqual({ result: 'met', progress: 'done' })
    expect(await resultBySql(of(all, other), key)).toEqual({ result: 'not-met', progress: 'done' })
    // The same as measured by itself.
    const alone = await own().measureAssessment({ id: of(all, one).id, keep: false })
    expect(alone.changes).toEqual([])

    const campaign = await own().campaign({ id: started.id })
    const [summary] = await own().campaigns({ removed: false })
    expect(campaign).toMatchObject(present(summary))
    const [sums] = await test.rows<{ answered: number }>(
      `select count(*) as answered from assessment_answer where result is not null`,
    )
    expect(campaign.round).toMatchObject({
      ...{
        number: 1,
        assessments: 21,
        closed: 0,
        done: 0,
        answered: Number(sums?.answered),
        isLate: true,
      },
      asked: 21 * present(all[0]).score.asked,
    })
    const scores = all.flatMap(({ score }) => score.score ?? [])
    expect(campaign.round.score).toBeCloseTo(
      scores.reduce((sum, score) => sum + score, 0) / scores.length,
    )
  })

  it('leave nothing when they are stopped, and refuse what makes no sense', async () => {
    test = await startTestWorkspace(database)
    await seed()
    const before = await counts()
    const input = await campaignInput(test)
    for (const from of ['measuring', 'writing'] as const) {
      const stop = new AbortController()
      const stopped = own().startCampaign(input, {
        signal: stop.signal,
        onProgress: ({ done, total }) => {
          if (from === 'measuring' || done > total - 21) stop.abort()
        },
      })
      await expect(stopped).rejects.toMatchObject({ reason: 'call.cancelled' })
      expect(await counts()).toEqual(before)
    }
    const wrong = (changes: object) => own().startCampaign({ ...input, ...changes })
    await expect(wrong({ due: '2026-09-30' })).rejects.toMatchObject({
      reason: 'compliance.due-early',
    })
    await expect(
      wrong({ scopes: ['operator'], versionId: await versionOf(test, 'japen') }),
    ).rejects.toMatchObject({ reason: 'compliance.nothing-for-subject' })
    await test.rows('update account set active = 0')
    await expect(wrong({})).rejects.toMatchObject({ reason: 'compliance.no-subjects' })
    expect(await counts()).toEqual(before)
  })

  it('go on with the next round: answers by hand come along to be looked at again', async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await seed()
    const { id, roundId } = await own().startCampaign(await campaignInput(test))
    const first = await own().roundAssessments({ id: roundId })
    const mine = of(first, one)
    const whole = await own().assessment({ id: mine.id })
    const control = present(
      whole.controls.find(({ measurement, weight }) => !measurement && weight),
    )
    await own().answerControl({
      ...{ id: mine.id, key: control.key, base: 0, answer: said({ note: 'Hak cipta ada' }) },
    })
    await own().answerControl({
      ...{ id: mine.id, key, base: 1, answer: said({ result: 'partly' }), reason: 'Sebab' },
    })
    const { next } = await own().campaign({ id })
    expect(next).toMatchObject({ period: november, due: '2026-12-15', hasBegun: true })
    const { versionId, period, due } = present(next)
    const second = await own().startRound({ id, versionId, period, due, carry: true })
    const after = await own().roundAssessments({ id: second.roundId })
    expect(await resultBySql(of(after, one), control.key)).toEqual({
      ...{ result: 'met', progress: 'in-work' },
    })
    // What is measured is measured anew: November has no complaints.
    expect(await resultBySql(of(after, one), key)).toBeNull()
    expect(await resultBySql(of(after, other), key)).toBeNull()
    await expect(
      own().startRound({ id, versionId, period: october, due, carry: false }),
    ).rejects.toMatchObject({ reason: 'compliance.round-there' })
    const campaign = await own().campaign({ id })
    expect(campaign.all.map(({ number }) => number)).toEqual([2, 1])
    expect(campaign).toMatchObject({ rounds: 2, next: { hasBegun: false } })
  })

  it('are measured again as a whole; who said otherwise stays', async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await seed()
    const { roundId } = await own().startCampaign(await campaignInput(test))
    const all = await own().roundAssessments({ id: roundId })
    await own().answerControl({
      ...{ id: of(all, one).id, key, base: 1, answer: said({ result: 'partly' }), reason: 'Sebab' },
    })
    // The other is answered in time after all, and the one that was is not.
    await test.rows(`update complaint set responded_at = case when responded_at > '2026-10-10'
      then '2026-10-09T12:00:00.000Z' else '2026-10-19T12:00:00.000Z' end`)
    // Shown first: both tell of an answer within working days, the other of a first one too; what
    // was given otherwise stays.
    const before = await test.rows('select * from assessment_measure order by id')
    const shown = await own().measureRound({ id: roundId, keep: false })
    expect(shown).toMatchObject({ assessments: 21, answers: 3, disagreed: 1, undo: null })
    expect(await test.rows('select * from assessment_measure order by id')).toEqual(before)
    const moved = present(shown.subjects.find((each) => each.id === of(all, other).id))
    const changedByHand = present(shown.subjects.find((each) => each.id === of(all, one).id))
    expect([moved.answers, changedByHand.answers]).toEqual([2, 1])
    expect(moved.changes.find((each) => each.key === key)).toMatchObject({ answerAfter: 'met' })
    expect(changedByHand.changes.find((each) => each.key === key)).toMatchObject({
      ...{ answerBefore: 'partly', answerAfter: 'partly' },
    })
    expect(changedByHand.changes.find((each) => each.key === inDays)).toMatchObject({
      ...{ answerBefore: 'met', answerAfter: 'not-met' },
    })
    expect(present(changedByHand.scoreAfter)).toBeLessThan(present(changedByHand.scoreBefore))
    expect(moved.scoreBefore).toBe((await own().assessment({ id: moved.id })).score.score)
    const done = await own().measureRound({ id: roundId, keep: true })
    expect({ ...done, at: shown.at, undo: null }).toEqual(shown)
    expect(moved.scoreAfter).toBe((await own().assessment({ id: moved.id })).score.score)
    expect(moved.scoreAfter).not.toBe(moved.scoreBefore)
    expect(await resultBySql(of(all, other), key)).toMatchObject({ result: 'met' })
    expect(await resultBySql(of(all, one), key)).toMatchObject({ result: 'partly' })
    // The round leaves as a workbook: what each is answered with, as SQL counts it.
    const { bytes } = await own().roundXlsx({ id: roundId, language: 'en' })
    const [sheet] = await readXlsxFile(Buffer.from(bytes))
    const [heads = [], ...lines] = present(sheet).data
    expect(lines).toHaveLength(all.length)
    const [sums] = await test.rows<{ answered: number | string }>(
      'select count(*) as answered from assessment_answer where result is not null',
    )
    const answeredIn = lines.map((line) => Number(line[heads.indexOf('Answered')]))
    expect(answeredIn.reduce((sum, each) => sum + each, 0)).toBe(Number(present(sums).answered))
    expect(
      lines.map((line) => line[heads.indexOf('Score (%)')]).filter(Number.isFinite).length,
    ).toBe(all.filter(({ score }) => score.score !== null).length)
    await closed(of(all, one).id)
    expect(await own().measureRound({ id: roundId, keep: true })).toMatchObject({
      ...{ assessments: 20, changed: 0, answers: 0, subjects: [] },
    })
  })

  it('are put back as before they were measured again, but what was touched since', async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await seed()
    const { roundId } = await own().startCampaign(await campaignInput(test))
    const all = await own().roundAssessments({ id: roundId })
    const measure = () =>
      test.rows(`select verdict, measured, at, by_id from assessment_measure
        where assessment_id = '${of(all, other).id}' and control_key = '${key}'`)
    const before = await measure()
    await test.rows(`update complaint set responded_at = '2026-10-09T12:00:00.000Z'
      where responded_at > '2026-10-10'`)
    test.clock.set('2026-11-24T01:00:00.000Z')
    const first = await own().measureRound({ id: roundId, keep: true })
    expect(await resultBySql(of(all, other), key)).toMatchObject({ result: 'met' })
    const back = { id: roundId, measuring: present(first.undo) }
    const changed = first.subjects.length
    expect(await own().undoMeasureRound(back)).toEqual({ assessments: changed, left: 0 })
    expect(await measure()).toEqual(before)
    expect(await resultBySql(of(all, other), key)).toEqual({ result: 'not-met', progress: 'done' })
    expect(await resultBySql(of(all, one), key)).toEqual({ result: 'met', progress: 'done' })
    // Not twice, nor one that another came after.
    const passed = { reason: 'compliance.measuring-passed' }
    await expect(own().undoMeasureRound(back)).rejects.toMatchObject(passed)
    test.clock.set('2026-11-25T01:00:00.000Z')
    const second = await own().measureRound({ id: roundId, keep: true })
    const { id, answers } = await own().assessment({ id: of(all, other).id })
    const base = present(answers.find((each) => each.key === key)).version
    const answer = said({ result: 'partly' })
    await own().answerControl({ id, key, base, answer, reason: 'Sebab' })
    await expect(own().undoMeasureRound(back)).rejects.toMatchObject(passed)
    const again = { id: roundId, measuring: present(second.undo) }
    expect(await own().undoMeasureRound(again)).toEqual({ assessments: changed - 1, left: 1 })
    expect(await resultBySql(of(all, other), key)).toMatchObject({ result: 'partly' })
  })

  it('are withdrawn with what is open of them, and brought back as they were', async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await seed()
    const { id, roundId } = await own().startCampaign(await campaignInput(test))
    const all = await own().roundAssessments({ id: roundId })
    await closed(of(all, one).id)
    await own().removeAssessment({ id: of(all, other).id })
    const before = await test.rows('select * from assessment order by id')
    test.clock.set('2026-11-24T01:00:00.000Z')
    await own().removeCampaign({ id })
    expect(await own().campaigns({ removed: false })).toEqual([])
    const open = { state: 'open', subject: null, frameworkId: null } as const
    expect(await own().assessments(open)).toEqual([])
    await expect(own().measureRound({ id: roundId, keep: true })).rejects.toMatchObject({
      reason: 'compliance.campaign-removed',
    })
    await own().bringBackCampaign({ id })
    expect(await test.rows('select * from assessment order by id')).toEqual(before)
    expect(await own().assessments(open)).toHaveLength(19)
  })
})
