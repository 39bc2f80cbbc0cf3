import { afterEach, describe, expect, it } from 'vitest'
import type { AssessmentId } from '#contract/assessmentIds'
import type { Answer, Assessment } from '#contract/assessments'
import { PlainDate } from '#contract/values'
import {
  said,
  secondHalf,
  shippedOne,
  shippedVersion,
  startOne,
} from '../../support/assessments.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const own = () => test.workspace.compliance
const whole = (id: AssessmentId): Promise<Assessment> => own().assessment({ id })

async function japenKeys(): Promise<string[]> {
  const { controls } = await own().version({ id: await shippedVersion(own(), 'japen') })
  return controls.map(({ key }) => key)
}

describe.each(databases)('assessments on %s', (database) => {
  it('bind a published version and its hash, and ask what fits the subject', async () => {
    test = await startTestWorkspace(database)
    const accounts = await test.workspace.accounts.list({})
    const account = present(accounts.find(({ handle }) => handle === 'JKRMalaysia'))
    const versionId = await shippedVersion(own(), 'jkr')
    const started = await startOne(own(), {
      ...{ versionId, subject: { kind: 'account', accountId: account.id } },
      scopes: ['account', 'post'],
    })
    const [row] = await test.rows<{ hash: string }>(
      `select hash from framework_version where id = '${versionId}'`,
    )
    expect(started).toMatchObject({
      ...{ state: 'open', newer: null, openFindings: 0, overdueActions: 0 },
      pinned: { number: 1, hash: row?.hash, isIntact: true },
    })
    expect(started.subjectName).toMatch(/^@JKRMalaysia · .+$/)
    const [counted] = await test.rows<{ asked: number }>(
      `select count(*) as asked from framework_control where version_id = '${versionId}'
         and scope in ('account', 'post')`,
    )
    expect(started.score).toMatchObject({ score: null, answered: 0 })
    expect(started.score.asked).toBe(Number(counted?.asked))
    const filter = { state: 'open', subject: null, frameworkId: null } as const
    expect(await own().assessments(filter)).toEqual([started])
    expect(await own().assessments({ ...filter, subject: 'unit' })).toEqual([])
    expect(await own().assessments({ ...filter, state: 'closed' })).toEqual([])
    const { id: japen } = await shippedOne(own(), 'japen')
    expect(await own().assessments({ ...filter, frameworkId: japen })).toEqual([])
  })

  it('refuse drafts, what asks nothing, what is not there, and a second one unsaid', async () => {
    test = await startTestWorkspace(database)
    const versionId = await shippedVersion(own(), 'japen')
    const copy = await own().copy({ id: versionId, title: { ms: 'Salinan', en: 'Copy' } })
    const draft = present(copy.versions[0]).id
    await expect(startOne(own(), { versionId: draft })).rejects.toMatchObject({
      reason: 'compliance.not-published',
    })
    await expect(startOne(own(), { scopes: ['operator'] })).rejects.toMatchObject({
      reason: 'compliance.nothing-for-subject',
    })
    const nobody = { kind: 'account', accountId: crypto.randomUUID() } as never
    await expect(startOne(own(), { subject: nobody })).rejects.toMatchObject({
      reason: 'accounts.unknown',
    })
    await startOne(own())
    await expect(startOne(own())).rejects.toMatchObject({
      reason: 'compliance.assessment-there',
      details: { from: '2026-07-01', to: '2026-12-31' },
    })
    // The last day of one is the first of the other: they overlap. The day after, they do not.
    const from = (day: string) => ({
      from: PlainDate.parse(day),
      to: PlainDate.parse('2027-06-30'),
    })
    await expect(startOne(own(), { period: from('2026-12-31') })).rejects.toMatchObject({
      reason: 'compliance.assessment-there',
    })
    await startOne(own(), { period: from('2027-01-01') })
    await startOne(own(), { subject: { kind: 'unit', unit: 'JKR Perak' } })
    await startOne(own(), { beside: true })
  })

  it('take a result apart from the progress, and never let one edit overwrite another', async () => {
    test = await startTestWorkspace(database)
    const { id } = await startOne(own())
    const [first = '', second = ''] = await japenKeys()
    const answer = said({ result: null, progress: 'in-work', note: 'Menunggu rekod' })
    const begun = await own().answerControl({ id, key: first, base: 0, answer })
    expect(begun).toMatchObject({ ...answer, version: 1, changedBy: 'Siti Aminah binti Abdullah' })
    expect((await whole(id)).score).toMatchObject({ answered: 0, asked: 6 })
    await own().answerControl({ id, key: first, base: 1, answer: said({ result: 'partly' }) })
    await expect(
      own().answerControl({ id, key: first, base: 1, answer: said({ note: 'Lewat' }) }),
    ).rejects.toMatchObject({ reason: 'compliance.answered-meanwhile' })
    await expect(
      own().answerControl({ id, key: second, base: 3, answer: said() }),
    ).rejects.toMatchObject({ reason: 'compliance.answered-meanwhile' })
    await own().answerControl({ id, key: second, base: 0, answer: said() })
    // All six weigh 2: (2×0.5 + 2×1) / 4.
    const { score, sections, answers } = await whole(id)
    expect(score).toEqual({
      ...{ score: 0.75, points: 3, possible: 4, asked: 6, answered: 2, notApplicable: 0 },
    })
    expect(sections.reduce((sum, part) => sum + part.score.answered, 0)).toBe(2)
    expect(answers.map(({ key }) => key).sort()).toEqual([first, second].sort())
    // Back to nothing.
    const blank = said({ result: null, progress: 'not-started' })
    await own().answerControl({ id, key: first, base: 2, answer: blank })
    expect((await whole(id)).score).toMatchObject({ score: 1, answered: 1 })
    await expect(
      own().answerControl({ id, key: 'melaka-13-5', base: 0, answer: said() }),
    ).rejects.toMatchObject({ reason: 'compliance.not-asked' })
  })

  it('are removed while open, and brought back', async () => {
    test = await startTestWorkspace(database)
    const { id } = await startOne(own())
    expect(await own().removeAssessment({ id })).toMatchObject({ state: 'removed' })
    const filter = { subject: null, frameworkId: null }
    expect(await own().assessments({ ...filter, state: 'open' })).toEqual([])
    expect(await own().assessments({ ...filter, state: 'removed' })).toHaveLength(1)
    // One that is out of sight stands in nobody's way.
    const second = await startOne(own())
    expect(await own().bringBackAssessment({ id })).toMatchObject({ state: 'open' })
    await expect(own().bringBackAssessment({ id: second.id })).rejects.toMatchObject({
      reason: 'compliance.assessment-not-removed',
    })
  })

  it('keep the office’s checklist from being removed while they use it', async () => {
    test = await startTestWorkspace(database)
    const from = await shippedVersion(own(), 'japen')
    const { id: copy } = await own().copy({ id: from, title: { ms: 'Salinan', en: 'Copy' } })
    const { id: versionId } = await own().publish({ id: copy })
    const { id } = await startOne(own(), { versionId })
    await expect(own().remove({ id: copy })).rejects.toMatchObject({
      ...{ reason: 'compliance.in-use', details: { count: 1 } },
    })
    await own().removeAssessment({ id })
    await own().remove({ id: copy })
    await expect(own().bringBackAssessment({ id })).rejects.toMatchObject({
      reason: 'compliance.removed',
    })
    await expect(startOne(own(), { versionId })).rejects.toMatchObject({
      reason: 'compliance.removed',
    })
  })

  it('say so where their version is no longer what it was', async () => {
    test = await startTestWorkspace(database)
    const { id, pinned } = await startOne(own())
    await test.rows(
      `update framework_version set hash = '${'0'.repeat(64)}' where id = '${pinned.id}' returning id`,
    )
    expect((await whole(id)).pinned).toMatchObject({ hash: pinned.hash, isIntact: false })
  })
})

describe.each(databases)('carrying answers on %s', (database) => {
  /** The office's copy, assessed in its first version; in the second one control says something else. */
  async function begin() {
    test = await startTestWorkspace(database)
    const from = await shippedVersion(own(), 'japen')
    const { id: frameworkId } = await own().copy({ id: from, title: { ms: 'Salinan', en: 'Copy' } })
    const first = await own().publish({ id: frameworkId })
    const { id } = await startOne(own(), { versionId: first.id })
    const [same, changed, retired, unticked] = first.controls.map(({ key }) => key)
    for (const key of [same, changed, retired, unticked]) {
      await own().answerControl({ id, key: present(key), base: 0, answer: said({ note: 'Asal' }) })
    }
    await own().startDraft({ id: frameworkId })
    const control = present(first.controls[1])
    await own().changeControl({
      ...{ frameworkId, key: control.key, fields: { ...control, weight: 3 } },
    })
    await own().retireControl({ frameworkId, key: present(retired), reason: 'Tidak lagi dibuat' })
    const added = await own().addControl({
      frameworkId,
      fields: { ...control, clause: 'Baharu 1' },
    })
    const second = await own().publish({ id: frameworkId })
    const keys = [present(same), present(changed)]
    return {
      id,
      first,
      second,
      keys,
      retired: present(retired),
      unticked: present(unticked),
      added,
    }
  }

  it('shows what would come along, brings what was ticked, and can be taken back', async () => {
    const { id, first, second, keys, retired, unticked, added } = await begin()
    const [same = '', changed = ''] = keys
    expect(await whole(id)).toMatchObject({ newer: second.id, carried: null })
    const plan = await own().carryPlan({ from: id, to: second.id, scopes: null })
    const of = (key: string) => plan.find((each) => each.key === key)
    expect(of(same)).toMatchObject({ change: 'same', proposal: 'keep' })
    expect(of(changed)).toMatchObject({ change: 'changed', proposal: 'again', parts: ['weight'] })
    expect(of(retired)).toMatchObject({ change: 'retired', proposal: 'none' })
    expect(of(added.key)).toMatchObject({ change: 'new', proposal: 'none' })

    const before = await whole(id)
    const stale = { id, from: second.id, to: second.id, keys }
    await expect(own().carryOver(stale)).rejects.toMatchObject({
      reason: 'compliance.answered-meanwhile',
    })
    const carried = await own().carryOver({ id, from: first.id, to: second.id, keys })
    expect(carried).toMatchObject({ newer: null, pinned: { id: second.id, hash: second.hash } })
    const after = await whole(id)
    const answers = new Map<string, Answer>(after.answers.map((answer) => [answer.key, answer]))
    expect(answers.get(same)).toEqual(before.answers.find(({ key }) => key === same))
    expect(answers.get(changed)).toMatchObject({ result: 'met', progress: 'in-work', note: 'Asal' })
    expect(answers.get(unticked)).toMatchObject({ result: null, progress: 'not-started', note: '' })
    expect(answers.has(retired)).toBe(false)
    expect(after.controls.map(({ key }) => key)).toContain(added.key)
    expect(after.carried).toMatchObject({ from: 1 })
    // (2×1 + 3×1) / 5, of six that are asked two are answered.
    expect(after.score).toMatchObject({ score: 1, possible: 5, asked: 6, answered: 2 })

    await own().undoCarry({ id })
    const back = await whole(id)
    expect(back).toMatchObject({ newer: second.id, carried: null, score: before.score })
    const plain = ({ answers: all }: Assessment) =>
      all.map(({ key, result, progress, note }) => ({ key, result, progress, note }))
    expect(plain(back)).toEqual(plain(before))
    await expect(own().undoCarry({ id })).rejects.toMatchObject({
      reason: 'compliance.carry-passed',
    })
  })

  it('is not taken back over what somebody said since', async () => {
    const { id, first, second, keys } = await begin()
    await own().carryOver({ id, from: first.id, to: second.id, keys })
    const { answers } = await whole(id)
    const { key, version } = present(answers.find((each) => each.key === keys[1]))
    await own().answerControl({ id, key, base: version, answer: said({ result: 'not-met' }) })
    expect((await whole(id)).carried).toBeNull()
    await expect(own().undoCarry({ id })).rejects.toMatchObject({
      reason: 'compliance.carry-passed',
    })
    await expect(
      own().carryOver({ id, from: second.id, to: first.id, keys }),
    ).rejects.toMatchObject({ reason: 'compliance.not-newer' })
  })

  it('brings answers and evidence of the earlier assessment of the same into a new one', async () => {
    const { id, first, second, keys } = await begin()
    const [same = '', changed = ''] = keys
    const url = 'https://www.jkr.gov.my/piagam'
    const evidence = { kind: 'link', title: 'Piagam', url } as const
    const link = await own().addEvidence({ id, key: same, evidence })
    const subject = { kind: 'bureau' } as const
    const [earlier] = await own().earlierAssessments({ versionId: second.id, subject })
    expect(earlier).toMatchObject({ id, period: secondHalf, number: 1, answered: 4 })
    const next = await startOne(own(), {
      ...{ versionId: second.id, beside: true, carry: { from: id, keys } },
    })
    const { answers, evidence: brought } = await whole(next.id)
    expect(answers).toHaveLength(2)
    expect(answers.find(({ key }) => key === changed)).toMatchObject({ progress: 'in-work' })
    expect(brought).toHaveLength(1)
    expect(brought[0]).toMatchObject({ key: same, evidence: { id: link.evidence.id, uses: 2 } })
    expect(first.id).not.toBe(second.id)
    await expect(
      startOne(own(), {
        ...{ versionId: second.id, beside: true, carry: { from: id, keys } },
        subject: { kind: 'unit', unit: 'JKR Perak' },
      }),
    ).rejects.toMatchObject({ reason: 'compliance.unknown-assessment' })
  })
})
