import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { AssessmentId } from '#contract/assessmentIds'
import {
  addSeats,
  answerAll,
  approveWhole,
  asRead,
  prepare,
  type Seats,
} from '../../support/assessmentRoutes.ts'
import { said, startOne } from '../../support/assessments.ts'
import { addAccount, addPostAt } from '../../support/measured.ts'
import { day } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let seats: Seats
afterEach(() => test.stop())

const own = () => test.workspace.compliance
const sit = (id: Seats[keyof Seats]) => test.workspace.gate.switchPerson({ id })

/** An assessment whose answers are complete, and who is to go with it. */
async function begin(database: Parameters<typeof startTestWorkspace>[0]): Promise<AssessmentId> {
  test = await startTestWorkspace(database)
  seats = await addSeats(test)
  const { id } = await startOne(own())
  await answerAll(own(), id)
  return id
}

/** Who answered a control by hand, by SQL of the test's own. */
async function byHand(id: AssessmentId): Promise<string[]> {
  const rows = await test.rows<{ person_id: string }>(
    `select person_id from assessment_answerer where assessment_id = '${id}'`,
  )
  return rows.map(({ person_id }) => person_id).toSorted()
}

const triggers = {
  sqlite: ['update', 'delete', 'replace'].map((verb) => `assessment_snapshot_no_${verb}`),
  postgres: ['assessment_snapshot_append_only on assessment_snapshot'],
} as const

/** To take a row's place by inserting, as only SQLite knows it. */
function replacing(database: (typeof databases)[number]): string[] {
  return database === 'sqlite'
    ? [
        "insert or replace into assessment_snapshot select id, assessment_id, revision, '{}', hash, at, by_id from assessment_snapshot",
      ]
    : []
}

describe.each(databases)('what approval rests on, on %s', (database) => {
  it('takes nothing that was measured or carried for an answer, and knows all who answered', async () => {
    const earlier = await begin(database)
    await test.rows("update assessment set period_from = '2026-01-01', period_to = '2026-06-30'")
    const account = await addAccount(test, 'jkr')
    await addPostAt(test, '2026-10-01T01:00:00.000Z', 'Infografik', [account], {
      ...{ kind: 'infographic', requestedOn: day('2026-10-12'), deliveredOn: day('2026-10-12') },
    })
    // The head begins it, brings last time's answers along, and has the rest measured.
    await sit(seats.approver)
    const { answers } = await own().assessment({ id: earlier })
    const keys = answers.map(({ key }) => key).filter((key) => key !== 'japen-infographic')
    const { id } = await startOne(own(), { carry: { from: earlier, keys } })
    await own().measureAssessment({ id, keep: true })
    const answered = await test.rows<{ control_key: string; changed_by: string }>(
      `select control_key, changed_by from assessment_answer where assessment_id = '${id}'`,
    )
    expect(answered).toHaveLength(6)
    expect(new Set(answered.map(({ changed_by }) => changed_by))).toEqual(new Set([seats.approver]))
    expect(await byHand(id)).toEqual([])
    // Two answer the same control by hand, one after the other: both did.
    const key = present(keys.at(-1))
    const answer = said({ note: 'Ada dalam rekod' })
    await sit(seats.reviewer)
    await own().answerControl({ id, key, base: 1, answer })
    await own().answerControl({ id, key, base: 2, answer: said() })
    await sit(seats.preparer)
    await own().answerControl({ id, key, base: 3, answer })
    expect(await byHand(id)).toEqual([seats.preparer, seats.reviewer].toSorted())
    await prepare(own(), id)
    await sit(seats.reviewer)
    expect((await own().assessmentRoute({ id })).next).toEqual({
      ...{ step: 'reviewed', refusal: 'own-answers' },
    })
    await expect(own().reviewAssessment(await asRead(own(), id))).rejects.toMatchObject({
      reason: 'compliance.own-answers',
    })
    expect(await own().waitingReviews({})).toEqual([])
    await sit(seats.approver)
    expect(await own().waitingReviews({})).toMatchObject([{ id }])
    expect(await own().reviewAssessment(await asRead(own(), id))).toMatchObject({
      state: 'reviewed',
    })
  })

  it('says when what is kept is no longer what was approved', async () => {
    const id = await begin(database)
    await approveWhole(test, seats, id)
    // The database refuses whoever holds the file and no more than that.
    const altered = "update assessment_snapshot set body = replace(body, 'Siti', 'Suti')"
    for (const refused of [
      ...[altered, `update assessment_snapshot set hash = '${'0'.repeat(64)}'`],
      ...['delete from assessment_snapshot', ...replacing(database)],
    ]) {
      await expect(test.rows(refused), refused).rejects.toThrow(/append-only/)
    }
    expect((await own().assessmentRoute({ id })).snapshots[0]?.isIntact).toBe(true)
    for (const trigger of triggers[database]) await test.rows(`drop trigger ${trigger}`)
    // Body and hash put in their places together: the log's chain holds the hash of that day.
    const [before] = await test.rows<{ body: string; hash: string }>(
      'select body, hash from assessment_snapshot',
    )
    const { body: was, hash: sealed } = present(before)
    const body = was.replaceAll('Siti', 'Sita')
    const both = (text: string) =>
      test.rows(`update assessment_snapshot set body = '${text.replaceAll("'", "''")}',
        hash = '${createHash('sha256').update(text).digest('hex')}'`)
    await both(body)
    expect((await own().assessmentRoute({ id })).snapshots[0]?.isIntact).toBe(false)
    expect((await own().assessmentPaper({ id, revision: 1 })).snapshot?.isIntact).toBe(false)
    await both(was)
    expect((await own().assessmentRoute({ id })).snapshots[0]).toMatchObject({
      ...{ isIntact: true, hash: sealed },
    })
    const entries = await test.workspace.office.auditLog({ before: null, limit: 20 })
    expect(
      entries.flatMap(({ action, subjects }) =>
        action === 'compliance.approveAssessment' ? subjects.flatMap(({ seal }) => seal ?? []) : [],
      ),
    ).toEqual([sealed])
    expect(await test.workspace.office.verifyAudit({})).toMatchObject({ firstBroken: null })
    await test.rows(altered)
    const { snapshot, report } = await own().assessmentPaper({ id, revision: 1 })
    expect(snapshot?.isIntact).toBe(false)
    expect(report.startedBy).toContain('Suti')
    expect((await own().assessmentRoute({ id })).snapshots[0]?.isIntact).toBe(false)
    await test.rows("update assessment_snapshot set body = '{'")
    await expect(own().assessmentPaper({ id, revision: 1 })).rejects.toMatchObject({
      reason: 'compliance.unknown-revision',
    })
  })
})
