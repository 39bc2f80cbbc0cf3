import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { AssessmentId } from '#contract/assessmentIds'
import { blankContent } from '#contract/postContent'
import { PlainDate } from '#contract/values'
import {
  addSeats,
  answerAll,
  approveWhole,
  asRead,
  prepare,
  type Seats,
} from '../../support/assessmentRoutes.ts'
import { said, startOne } from '../../support/assessments.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let seats: Seats
afterEach(() => test.stop())

const own = () => test.workspace.compliance
const sit = (id: Seats[keyof Seats]) => test.workspace.gate.switchPerson({ id })
const signature: [number, number][][] = [
  [
    [10, 20],
    [300, 90],
  ],
]

/** An assessment whose answers are complete, and who is to go with it. */
async function begin(database: Parameters<typeof startTestWorkspace>[0]): Promise<AssessmentId> {
  test = await startTestWorkspace(database)
  seats = await addSeats(test)
  const { id } = await startOne(own())
  await answerAll(own(), id)
  return id
}

describe.each(databases)('the way of an assessment on %s', (database) => {
  it('is prepared, reviewed and approved by different people', async () => {
    const id = await begin(database)
    const warnings = (await own().assessmentRoute({ id })).quality
    // All six can be measured, and none was; none has evidence.
    expect(warnings).toHaveLength(12)
    expect(new Set(warnings.map(({ kind, level }) => `${level} ${kind}`))).toEqual(
      new Set(['warning no-evidence', 'warning not-measured-yet']),
    )
    const first = await asRead(own(), id)
    await expect(own().prepareAssessment({ ...first, acknowledged: [] })).rejects.toMatchObject({
      reason: 'compliance.quality-unseen',
      details: { count: 12 },
    })
    expect(await prepare(own(), id)).toMatchObject({ state: 'prepared', revision: 1 })
    // Another of the same would be two truths, also while this one waits.
    await expect(startOne(own())).rejects.toMatchObject({ reason: 'compliance.assessment-there' })
    // Neither the preparer nor whoever answered goes on.
    await expect(own().reviewAssessment(await asRead(own(), id))).rejects.toMatchObject({
      reason: 'compliance.own-step',
    })
    expect(await own().waitingReviews({})).toEqual([])
    await sit(seats.reviewer)
    expect(await own().waitingReviews({})).toMatchObject([{ id, step: 'reviewed' }])
    await expect(own().approveAssessment(await asRead(own(), id))).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
    const read = await asRead(own(), id)
    expect(await own().reviewAssessment({ ...read, remark: 'Bukti disemak' })).toMatchObject({
      state: 'reviewed',
    })
    await expect(own().reviewAssessment(read)).rejects.toMatchObject({
      reason: 'compliance.answered-meanwhile',
    })
    await sit(seats.approver)
    expect(await own().reviewsDue({ state: 'MY-14' })).toMatchObject({
      counts: [{ kind: 'approved', count: 1 }],
    })
    expect(
      await own().assessments({ state: 'waiting', subject: null, frameworkId: null }),
    ).toHaveLength(1)
    const approved = await own().approveAssessment({ ...(await asRead(own(), id)), signature })
    expect(approved).toMatchObject({ state: 'approved', closedBy: 'Hajah Zaleha' })
    const { steps, snapshots } = await own().assessmentRoute({ id })
    expect(steps.map(({ deed, name, post }) => [deed, name, post])).toEqual([
      ['prepared', 'Siti Aminah binti Abdullah', steps[0]?.post],
      ['reviewed', 'Farid Hakim', 'Perancang media'],
      ['approved', 'Hajah Zaleha', 'Ketua unit'],
    ])
    expect(steps[0]?.warnings).toHaveLength(12)
    expect(steps[2]?.signature).toEqual(signature)
    const [kept] = await test.rows<{ body: string; hash: string }>(
      'select body, hash from assessment_snapshot',
    )
    const hash = createHash('sha256')
      .update(kept?.body ?? '')
      .digest('hex')
    expect(kept?.hash).toBe(hash)
    expect(snapshots).toMatchObject([{ revision: 1, hash, isIntact: true, by: 'Hajah Zaleha' }])
    expect(await own().assessmentCounts({})).toMatchObject({ open: 0, approved: 1, waiting: 0 })
  })

  it('lets nobody review what they answered, nor approve what they reviewed', async () => {
    const id = await begin(database)
    // Another prepares what the administrator answered.
    await sit(seats.reviewer)
    await prepare(own(), id)
    await sit(seats.preparer)
    expect((await own().assessmentRoute({ id })).next).toEqual({
      ...{ step: 'reviewed', refusal: 'own-answers' },
    })
    await expect(own().reviewAssessment(await asRead(own(), id))).rejects.toMatchObject({
      reason: 'compliance.own-answers',
    })
    await sit(seats.approver)
    await own().reviewAssessment(await asRead(own(), id))
    await expect(own().approveAssessment(await asRead(own(), id))).rejects.toMatchObject({
      reason: 'compliance.own-step',
    })
  })

  it('stops at what is missing', async () => {
    test = await startTestWorkspace(database)
    const { id } = await startOne(own())
    await expect(prepare(own(), id)).rejects.toMatchObject({
      ...{ reason: 'compliance.quality-errors', details: { count: 6 } },
    })
    await answerAll(own(), id)
    const { controls } = await own().assessment({ id })
    const key = present(controls.find(({ parent }) => parent === null)).key
    const answer = said({ result: 'not-met' })
    await own().answerControl({ id, key, base: 1, answer })
    const errors = (await own().assessmentRoute({ id })).quality.filter(
      ({ level }) => level === 'error',
    )
    expect(errors).toMatchObject([{ kind: 'not-met-no-finding', key }])
    await own().addFinding({ id, key, fields: { severity: 'minor', text: 'Lewat' } })
    expect(await prepare(own(), id)).toMatchObject({ state: 'prepared' })
  })

  it('refuses edits from there on, while actions go to their end', async () => {
    const id = await begin(database)
    const { controls, pinned } = await own().assessment({ id })
    const key = present(controls[0]).key
    const fields = { severity: 'major', text: 'Rekod tiada' } as const
    const finding = await own().addFinding({ id, key, fields })
    const action = {
      what: 'Wujudkan rekod',
      ownerId: seats.reviewer,
      due: PlainDate.parse('2026-12-31'),
    }
    const { actions } = await own().addAction({ id: finding.id, fields: action })
    const evidence = { kind: 'link', title: 'Piagam', url: 'https://www.jkr.gov.my' } as const
    const use = await own().addEvidence({ id, key, evidence })
    await prepare(own(), id)
    const refusals = (reason: string) =>
      Promise.all(
        [
          own().answerControl({ id, key, base: 1, answer: said() }),
          own().addEvidence({ id, key, evidence }),
          own().removeEvidence({ useId: use.useId }),
          own().addFinding({ id, key, fields }),
          own().changeFinding({ id: finding.id, base: 1, fields }),
          own().removeFinding({ id: finding.id }),
          own().reuseEvidence({ id, key, evidenceId: use.evidence.id }),
          own().carryOver({ id, from: pinned.id, to: pinned.id, keys: [] }),
          own().undoCarry({ id }),
          own().measureAssessment({ id, keep: true }),
          own().removeAssessment({ id }),
        ].map((call) => expect(call).rejects.toMatchObject({ reason })),
      )
    await refusals('compliance.assessment-in-review')
    await own().moveAction({ id: present(actions[0]).id, base: 1, progress: 'done' })
    await sit(seats.reviewer)
    await own().reviewAssessment(await asRead(own(), id))
    await sit(seats.approver)
    await own().approveAssessment(await asRead(own(), id))
    await refusals('compliance.assessment-approved')
    const frozen = await own().assessmentPaper({ id, revision: 1 })
    await own().checkAction({ id: present(actions[0]).id, base: 2, remark: 'Berkesan' })
    await own().closeFinding({ id: finding.id, how: 'Siap' })
    expect(await own().assessmentPaper({ id, revision: 1 })).toEqual(frozen)
    expect(frozen.report.findings).toMatchObject([
      { number: 1, text: 'Rekod tiada', closed: null, actions: [{ progress: 'done' }] },
    ])
    expect((await own().assessment({ id })).openFindings).toBe(0)
  })

  it('is sent back with a word, taken back, and begins anew', async () => {
    const id = await begin(database)
    await prepare(own(), id)
    const back = async (remark: string) => {
      const { base } = await asRead(own(), id)
      return own().sendBackAssessment({ id, base, remark })
    }
    expect(await back('Tersilap')).toMatchObject({ state: 'open', revision: 1, closedAt: null })
    await prepare(own(), id)
    await sit(seats.reviewer)
    await own().reviewAssessment(await asRead(own(), id))
    await sit(seats.approver)
    await back('Lampirkan bukti Melaka 13.5')
    await expect(back('Lagi')).rejects.toMatchObject({ reason: 'compliance.not-this-step' })
    const { steps, next } = await own().assessmentRoute({ id })
    expect(steps.map(({ deed }) => deed)).toEqual([
      ...['prepared', 'taken-back', 'prepared', 'reviewed', 'sent-back'],
    ])
    expect(next).toEqual({ step: 'prepared', refusal: null })
    // Who sent it back may look it through the next time.
    await sit(seats.preparer)
    await prepare(own(), id)
    await sit(seats.approver)
    expect((await own().assessmentRoute({ id })).next).toEqual({ step: 'reviewed', refusal: null })
  })

  it('opens a new revision with a reason; the older one stays as it was', async () => {
    const id = await begin(database)
    await approveWhole(test, seats, id)
    const before = await own().assessmentPaper({ id, revision: null })
    expect(before.snapshot).toMatchObject({ revision: 1, isIntact: true })
    expect(await own().reopenAssessment({ id, reason: 'Rekod baharu' })).toMatchObject({
      ...{ state: 'open', revision: 2 },
    })
    await expect(own().reopenAssessment({ id, reason: 'Lagi' })).rejects.toMatchObject({
      reason: 'compliance.assessment-open',
    })
    const { controls, answers } = await own().assessment({ id })
    const key = present(controls[0]).key
    const base = present(answers.find((each) => each.key === key)).version
    await own().answerControl({ id, key, base, answer: said({ result: 'partly', note: 'Kini' }) })
    const draft = await own().assessmentPaper({ id, revision: null })
    expect(draft.snapshot).toBeNull()
    expect(draft.report.revision).toBe(2)
    expect(draft.report.steps.map(({ deed }) => deed)).toEqual(['reopened'])
    expect(await own().assessmentPaper({ id, revision: 1 })).toEqual(before)
    await approveWhole(test, seats, id)
    const { snapshots } = await own().assessmentRoute({ id })
    expect(snapshots.map(({ revision }) => revision)).toEqual([2, 1])
    await expect(own().assessmentPaper({ id, revision: 3 })).rejects.toMatchObject({
      reason: 'compliance.unknown-revision',
    })
  })

  it('refuses a step where evidence was changed by way of another assessment', async () => {
    const id = await begin(database)
    const { controls } = await own().assessment({ id })
    const key = present(controls[0]).key
    const evidence = { kind: 'link', title: 'Piagam', url: 'https://www.jkr.gov.my' } as const
    await own().addEvidence({ id, key, evidence })
    await prepare(own(), id)
    await test.rows("update evidence set title = 'Lain'")
    await sit(seats.reviewer)
    expect((await own().assessmentRoute({ id })).isChanged).toBe(true)
    await test.rows("update evidence set title = 'Piagam'")
    expect((await own().assessmentRoute({ id })).isChanged).toBe(false)

    // A post is bound by its content, an image by its bytes; the report shows both.
    await sit(seats.preparer)
    await own().sendBackAssessment({ ...(await asRead(own(), id)), remark: 'Tambah bukti' })
    const content = blankContent('Lebuh raya', 'text')
    const post = await test.workspace.posts.add({ content, status: 'draft' })
    await own().addEvidence({ id, key, evidence: { kind: 'post', postId: post.id } })
    await prepare(own(), id)
    const { report } = await own().assessmentPaper({ id, revision: null })
    const [kept] = await test.rows<{ content_hash: string }>('select content_hash from post')
    const hashOf = (kind: string) => report.evidence.find((each) => each.kind === kind)?.hash
    expect([hashOf('link'), hashOf('post')]).toEqual([undefined, kept?.content_hash])
    await test.rows(`update post set content_hash = '${'0'.repeat(64)}'`)
    await sit(seats.reviewer)
    expect((await own().assessmentRoute({ id })).isChanged).toBe(true)
    await expect(own().reviewAssessment(await asRead(own(), id))).rejects.toMatchObject({
      reason: 'compliance.changed-since',
    })
  })

  it('keeps what was closed before there was a route, and opens it as a revision', async () => {
    const id = await begin(database)
    await test.rows(
      `update assessment set stage = 'closed', closed_at = '2026-01-01T00:00:00.000Z', closed_by = '${seats.approver}'`,
    )
    const filter = { subject: null, frameworkId: null }
    expect(await own().assessments({ ...filter, state: 'closed' })).toMatchObject([{ id }])
    expect((await own().assessmentPaper({ id, revision: null })).snapshot).toBeNull()
    const key = present((await own().assessment({ id })).controls[0]).key
    await expect(own().answerControl({ id, key, base: 1, answer: said() })).rejects.toMatchObject({
      reason: 'compliance.assessment-closed',
    })
    expect(await own().reopenAssessment({ id, reason: 'Diteruskan' })).toMatchObject({
      ...{ state: 'open', revision: 2, closedBy: null },
    })
  })
})
