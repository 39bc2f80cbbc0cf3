import { afterEach, describe, expect, it } from 'vitest'
import type { AssessmentId, EvidenceId } from '#contract/assessmentIds'
import { blankContent } from '#contract/postContent'
import type { Role } from '#contract/roles'
import { PersonId, PlainDate } from '#contract/values'
import { startOne, secondHalf, shippedVersion } from '../../support/assessments.ts'
import { complaintFields } from '../../support/complaints.ts'
import { loadFrameworks, shippedFrameworks } from '../../../src/main/workspace/compliance/load.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const own = () => test.workspace.compliance

async function begin(database: (typeof databases)[number]) {
  test = await startTestWorkspace(database)
  const { id } = await startOne(own())
  const { controls } = await own().assessment({ id })
  return { id, key: present(controls[0]).key, other: present(controls[1]).key }
}

async function seat(name: string, role: Role): Promise<PersonId> {
  const { id } = await test.workspace.people.add({ name, post: name, roles: [role] })
  return id
}

const sit = (id: PersonId) => test.workspace.gate.switchPerson({ id })

describe.each(databases)('evidence on %s', (database) => {
  const owner = (id: EvidenceId) => ({ kind: 'evidence', id }) as const
  const attach = async (id: EvidenceId, text: string) => {
    const bytes = new TextEncoder().encode(text)
    const name = 'rekod.txt'
    return test.workspace.attachments.addPasted({ owner: owner(id), name, bytes })
  }

  it('is a link, a post, a complaint or a file whose earlier revisions stay', async () => {
    const { id, key } = await begin(database)
    const { posts, complaints, attachments } = test.workspace
    const post = await posts.add({ content: blankContent('Lebuh raya', 'text'), status: 'draft' })
    const complaint = await complaints.add({
      fields: complaintFields({ what: 'Lampu padam' }),
      complainant: { kind: 'anonymous' },
    })
    const add = (evidence: Parameters<ReturnType<typeof own>['addEvidence']>[0]['evidence']) =>
      own().addEvidence({ id, key, evidence })
    await add({ kind: 'link', title: 'Portal', url: 'https://www.jkr.gov.my' })
    await add({ kind: 'post', postId: post.id })
    // As people type it.
    await add({ kind: 'complaint', number: complaint.number.toLowerCase() })
    const file = await add({ kind: 'file', title: 'Rekod semakan' })
    await expect(
      add({ kind: 'link', title: 'Tapak', url: 'javascript:alert(1)' }),
    ).rejects.toMatchObject({ reason: 'call.input' })
    await expect(add({ kind: 'complaint', number: 'ADU-2020-1' })).rejects.toMatchObject({
      reason: 'complaints.unknown',
    })
    const { evidence } = await own().assessment({ id })
    const titles = evidence.map((use) => [use.evidence.source.kind, use.evidence.title])
    expect(Object.fromEntries(titles)).toEqual({
      ...{ link: 'Portal', post: 'Lebuh raya', complaint: complaint.number },
      file: 'Rekod semakan',
    })

    await attach(file.evidence.id, 'satu')
    test.clock.set('2026-11-23T02:00:00.000Z')
    await attach(file.evidence.id, 'dua')
    const revisions = await attachments.list({ owner: owner(file.evidence.id) })
    expect(revisions).toHaveLength(2)
    expect(new Set(revisions.map(({ bytesHash }) => bytesHash)).size).toBe(2)

    // What it pointed to is gone; the evidence still says what it was.
    await posts.trash({ ids: [post.id] })
    const after = (await own().assessment({ id })).evidence
    const gone = after.filter((use) => use.evidence.isGone)
    expect(gone.map((use) => use.evidence.title)).toEqual(['Lebuh raya'])

    await test.rows("update assessment set stage = 'approved', closed_at = started_at")
    await expect(attach(file.evidence.id, 'tiga')).rejects.toMatchObject({
      reason: 'compliance.evidence-frozen',
    })
  })

  it('is used again elsewhere, taken off one control, and brought back', async () => {
    const { id, key, other } = await begin(database)
    const url = 'https://www.jkr.gov.my'
    const use = await own().addEvidence({
      ...{ id, key, evidence: { kind: 'link', title: 'Portal', url } },
    })
    const next = await startOne(own(), { subject: { kind: 'unit', unit: 'JKR Perak' } })
    const [elsewhere] = await own().evidenceElsewhere({ id: next.id, key })
    expect(elsewhere).toMatchObject({ evidence: { id: use.evidence.id }, period: secondHalf })
    const again = { id: next.id, key, evidenceId: use.evidence.id }
    const reused = await own().reuseEvidence(again)
    expect(reused.evidence.uses).toBe(2)
    await expect(own().reuseEvidence(again)).rejects.toMatchObject({
      reason: 'compliance.evidence-there',
    })
    expect(await own().evidenceElsewhere({ id: next.id, key })).toEqual([])
    expect(await own().evidenceElsewhere({ id: next.id, key: other })).toHaveLength(1)

    await own().removeEvidence({ useId: reused.useId })
    expect((await own().assessment({ id: next.id })).evidence).toEqual([])
    expect((await own().assessment({ id })).evidence[0]?.evidence.uses).toBe(1)
    await own().bringBackEvidence({ useId: reused.useId })
    await expect(own().bringBackEvidence({ useId: reused.useId })).rejects.toMatchObject({
      reason: 'compliance.evidence-not-removed',
    })
    await own().removeEvidence({ useId: reused.useId })
    // Used again: the same use comes back.
    expect((await own().reuseEvidence(again)).useId).toBe(reused.useId)
  })
})

describe.each(databases)('findings and corrective actions on %s', (database) => {
  const due = PlainDate.parse('2026-12-01')

  it('go on until somebody else found that the action works', async () => {
    const { id, key } = await begin(database)
    const designer = await seat('Lim Mei Ling', 'designer')
    const head = await seat('Nurul Izzah', 'head')
    const finding = await own().addFinding({
      ...{ id, key, fields: { severity: 'major', text: 'Tiada rekod tarikh siap' } },
    })
    const fields = { what: 'Simpan tarikh siap', ownerId: designer, due }
    const { actions } = await own().addAction({ id: finding.id, fields })
    const action = present(actions[0])
    expect(action).toMatchObject({ ...fields, progress: 'open', isOverdue: false, version: 1 })

    test.clock.set('2026-12-01T10:00:00.000Z')
    expect((await own().assessment({ id })).overdueActions).toBe(0)
    test.clock.set('2026-12-01T16:00:00.000Z')
    // The day after in Malaysia.
    expect(await own().assessment({ id })).toMatchObject({ overdueActions: 1, openFindings: 1 })

    // Its owner says how far it is; other people's actions are not theirs.
    await sit(designer)
    await own().moveAction({ id: action.id, base: 1, progress: 'done' })
    await expect(
      own().checkAction({ id: action.id, base: 2, remark: 'Baik' }),
    ).rejects.toMatchObject({ reason: 'people.not-allowed' })
    await sit(head)
    expect((await own().assessment({ id })).overdueActions).toBe(0)
    await expect(own().closeFinding({ id: finding.id, how: 'Siap' })).rejects.toMatchObject({
      reason: 'compliance.actions-open',
    })
    await expect(
      own().checkAction({ id: action.id, base: 1, remark: 'Baik' }),
    ).rejects.toMatchObject({ reason: 'compliance.answered-meanwhile' })
    const checked = await own().checkAction({ id: action.id, base: 2, remark: 'Rekod lengkap' })
    expect(checked.actions[0]).toMatchObject({
      ...{ progress: 'effective', checked: { remark: 'Rekod lengkap', by: 'Nurul Izzah' } },
    })
    // It goes on to its end after the assessment was approved.
    await test.rows("update assessment set stage = 'approved', closed_at = started_at")
    expect(await own().closeFinding({ id: finding.id, how: 'Rekod kini lengkap' })).toMatchObject({
      closed: { how: 'Rekod kini lengkap', by: 'Nurul Izzah' },
    })
    expect((await own().assessment({ id })).openFindings).toBe(0)
    await expect(own().addAction({ id: finding.id, fields })).rejects.toMatchObject({
      reason: 'compliance.finding-closed',
    })
    expect(await own().reopenFinding({ id: finding.id })).toMatchObject({ closed: null })
    // Taking the check back takes its remark along.
    const back = await own().moveAction({ id: action.id, base: 3, progress: 'in-work' })
    expect(back.actions[0]).toMatchObject({ progress: 'in-work', checked: null })
  })

  it('are not checked by their owner, nor moved by whom they do not concern', async () => {
    const { id, key } = await begin(database)
    const [planner, designer] = [
      await seat('Perancang', 'planner'),
      await seat('Pereka', 'designer'),
    ]
    const { id: findingId } = await own().addFinding({
      ...{ id, key, fields: { severity: 'minor', text: 'Lewat' } },
    })
    const { actions } = await own().addAction({
      ...{ id: findingId, fields: { what: 'Susun giliran', ownerId: planner, due } },
    })
    const action = present(actions[0])
    await sit(designer)
    await expect(
      own().moveAction({ id: action.id, base: 1, progress: 'done' }),
    ).rejects.toMatchObject({ reason: 'compliance.not-your-action' })
    await sit(planner)
    const check = { id: action.id, remark: 'Berkesan' }
    await expect(own().checkAction({ ...check, base: 1 })).rejects.toMatchObject({
      reason: 'compliance.action-not-done',
    })
    await own().moveAction({ id: action.id, base: 1, progress: 'done' })
    await expect(own().checkAction({ ...check, base: 2 })).rejects.toMatchObject({
      reason: 'compliance.own-action',
    })
  })

  it('are changed, removed and brought back; good practice is nobody’s to follow up', async () => {
    const { id, key } = await begin(database)
    const me = present((await test.workspace.people.list({}))[0]).id
    const add = (severity: 'minor' | 'good-practice') =>
      own().addFinding({ id, key, fields: { severity, text: 'Poster kemas' } })
    const { id: good } = await add('good-practice')
    const { id: minor } = await add('minor')
    expect((await own().assessment({ id })).openFindings).toBe(1)
    const fields = { severity: 'observation', text: 'Poster hampir kemas' } as const
    expect(await own().changeFinding({ id: minor, base: 1, fields })).toMatchObject(fields)
    await expect(own().changeFinding({ id: minor, base: 1, fields })).rejects.toMatchObject({
      reason: 'compliance.answered-meanwhile',
    })
    await own().removeFinding({ id: good })
    expect((await own().assessment({ id })).findings.map((each) => each.id)).toEqual([minor])
    await own().bringBackFinding({ id: good })
    await expect(own().bringBackFinding({ id: good })).rejects.toMatchObject({
      reason: 'compliance.finding-not-removed',
    })
    const action = { what: 'Semak', ownerId: me, due }
    const { actions } = await own().addAction({ id: minor, fields: action })
    const { id: actionId } = present(actions[0])
    const later = { ...action, due: PlainDate.parse('2027-01-15') }
    const changed = await own().changeAction({ id: actionId, base: 1, fields: later })
    expect(changed.actions[0]).toMatchObject(later)
    expect((await own().removeAction({ id: actionId })).actions).toEqual([])
    expect((await own().bringBackAction({ id: actionId })).actions).toHaveLength(1)
    await expect(
      own().addAction({
        id: minor,
        fields: { ...action, ownerId: PersonId.parse(crypto.randomUUID()) },
      }),
    ).rejects.toMatchObject({ reason: 'people.unknown' })
  })

  it('stay in sight where a newer version no longer asks the control', async () => {
    test = await startTestWorkspace(database)
    const from = await shippedVersion(own(), 'japen')
    const { id: frameworkId } = await own().copy({ id: from, title: { ms: 'Salinan', en: 'Copy' } })
    const first = await own().publish({ id: frameworkId })
    const { id } = await startOne(own(), { versionId: first.id })
    const { key } = present(first.controls[0])
    await own().addFinding({ id, key, fields: { severity: 'major', text: 'Lewat' } })
    await own().startDraft({ id: frameworkId })
    await own().retireControl({ frameworkId, key, reason: 'Tidak lagi dibuat' })
    const second = await own().publish({ id: frameworkId })
    await own().carryOver({ id, from: first.id, to: second.id, keys: [] })
    const after = await own().assessment({ id: id satisfies AssessmentId })
    expect(after).toMatchObject({ openFindings: 1, score: { asked: 5 } })
    expect(after.controls.find((each) => each.key === key)?.retired).toBe('Tidak lagi dibuat')
  })

  it('stay in sight where a newer edition no longer has the control at all', async () => {
    const { id, key } = await begin(database)
    await own().addFinding({ id, key, fields: { severity: 'major', text: 'Lewat' } })
    const file = present(shippedFrameworks().find((each) => each.id === 'japen'))
    const next = { ...file, version: 2, controls: file.controls.slice(1) }
    const parts = { newId: () => crypto.randomUUID(), at: test.clock.now() }
    await test.write(async (db) => {
      await loadFrameworks(db, parts, [next])
    })
    const { newer, pinned } = await own().assessment({ id })
    await own().carryOver({ id, from: pinned.id, to: present(newer), keys: [] })
    const after = await own().assessment({ id })
    expect(after).toMatchObject({ openFindings: 1, score: { asked: 5 } })
    expect(after.controls.find((each) => each.key === key)).toMatchObject({ retired: '' })
    expect(after.controls).toHaveLength(6)
  })
})
