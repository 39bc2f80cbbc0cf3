import type { AssessmentEvidence } from '#contract/assessmentEvidence'
import type { ActionId, AssessmentId, FindingId } from '#contract/assessmentIds'
import type { QualityMark } from '#contract/assessmentQuality'
import type { ControlKey, FrameworkVersionId } from '#contract/frameworks'
import { PlainDate, type PersonId } from '#contract/values'
import { answerAll, asRead, prepare } from '../support/assessmentRoutes.ts'
import { said, shippedVersion, startOne } from '../support/assessments.ts'
import { present } from '../support/present.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** Assessments in the states that the commands about them need. */
export interface FurnishedAssessments {
  readonly open: AssessmentId
  /** Nobody touched it. */
  readonly key: ControlKey
  readonly otherKey: ControlKey
  /** Answered; the warnings of its quality check. */
  readonly complete: AssessmentId
  readonly warnings: QualityMark[]
  /** By others than who sits at the keyboard, so far as each is called. */
  readonly prepared: AssessmentId
  readonly returnable: AssessmentId
  readonly reviewed: AssessmentId
  readonly approved: AssessmentId
  readonly removable: AssessmentId
  readonly removed: AssessmentId
  readonly evidence: AssessmentEvidence
  readonly removedEvidence: AssessmentEvidence
  /** Findings without actions; the second is settled; the third is removed by a command. */
  readonly plain: FindingId
  readonly settled: FindingId
  readonly spare: FindingId
  readonly removedFinding: FindingId
  /** Has actions, of somebody else than who sits at the keyboard. */
  readonly working: FindingId
  readonly action: ActionId
  readonly movable: ActionId
  readonly done: ActionId
  readonly goneSoon: ActionId
  readonly removedAction: ActionId
  readonly carrying: {
    readonly id: AssessmentId
    readonly from: FrameworkVersionId
    readonly to: FrameworkVersionId
    readonly keys: ControlKey[]
  }
  readonly carried: AssessmentId
}

export async function furnishAssessments(
  test: TestWorkspace,
  owner: PersonId,
): Promise<FurnishedAssessments> {
  const { compliance } = test.workspace
  const unit = (name: string) => startOne(compliance, { subject: { kind: 'unit', unit: name } })
  const { id: open } = await unit('Terbuka')
  const { controls } = await compliance.assessment({ id: open })
  const [key, otherKey] = [present(controls[0]).key, present(controls[1]).key]
  const { id: removed } = await unit('Dibatalkan')
  await compliance.removeAssessment({ id: removed })
  const link = (title: string) =>
    compliance.addEvidence({
      ...{ id: open, key, evidence: { kind: 'link', title, url: 'https://www.jkr.gov.my' } },
    })
  const [evidence, removedEvidence] = [await link('Satu'), await link('Dua')]
  await compliance.removeEvidence({ useId: removedEvidence.useId })

  const find = async (text: string) => {
    const fields = { severity: 'major' as const, text }
    return (await compliance.addFinding({ id: open, key: otherKey, fields })).id
  }
  const [plain, settled, spare, removedFinding, working] = [
    ...[await find('Satu'), await find('Dua'), await find('Tiga')],
    ...[await find('Empat'), await find('Lima')],
  ]
  await compliance.closeFinding({ id: present(settled), how: 'Siap' })
  await compliance.removeFinding({ id: present(removedFinding) })
  const act = async (what: string) => {
    const fields = { what, ownerId: owner, due: PlainDate.parse('2026-12-31') }
    const { actions } = await compliance.addAction({ id: present(working), fields })
    return present(actions.find((each) => each.what === what)).id
  }
  const [action, movable, done] = [await act('Satu'), await act('Dua'), await act('Tiga')]
  const [goneSoon, removedAction] = [await act('Empat'), await act('Lima')]
  await compliance.moveAction({ id: done, base: 1, progress: 'done' })
  await compliance.removeAction({ id: removedAction })
  const parts = await furnishCarrying(compliance)
  return {
    ...{ open, key, otherKey, removed, evidence, removedEvidence },
    ...(await furnishRoutes(test)),
    removable: (await unit('Akan dibatalkan')).id,
    ...{ plain: present(plain), settled: present(settled), spare: present(spare) },
    ...{ removedFinding: present(removedFinding), working: present(working) },
    ...{ action, movable, done, goneSoon, removedAction, ...parts },
  }
}

/** Assessments on their way, as far as others brought them; who sat down sits there again. */
async function furnishRoutes(test: TestWorkspace) {
  const { compliance, gate, people } = test.workspace
  const state = await gate.state({})
  const sitting = present(state.kind === 'open' ? state.actor : null).id
  const add = async (name: string) =>
    (await people.add({ name, post: 'Pegawai', roles: ['head'] })).id
  const [first, second, third] = [await add('Penyedia'), await add('Penyemak'), await add('Ketua')]
  await gate.switchPerson({ id: first })
  const begin = async (name: string) => {
    const { id } = await startOne(compliance, { subject: { kind: 'unit', unit: name } })
    await answerAll(compliance, id)
    return id
  }
  const [complete, prepared, returnable] = [
    ...[await begin('Lengkap'), await begin('Disediakan'), await begin('Dipulangkan')],
  ]
  const [reviewed, approved] = [await begin('Disemak'), await begin('Diluluskan')]
  const ways = [prepared, returnable, reviewed, approved].map(present)
  for (const id of ways) await prepare(compliance, id)
  await gate.switchPerson({ id: second })
  for (const id of ways.slice(2)) await compliance.reviewAssessment(await asRead(compliance, id))
  await gate.switchPerson({ id: third })
  await compliance.approveAssessment(await asRead(compliance, present(approved)))
  await gate.switchPerson({ id: sitting })
  const { quality } = await compliance.assessmentRoute({ id: present(complete) })
  return {
    ...{ complete: present(complete), prepared: present(prepared) },
    ...{ returnable: present(returnable), reviewed: present(reviewed) },
    approved: present(approved),
    warnings: quality.map(({ kind, key }) => ({ kind, key })),
  }
}

/** Two of a checklist with a newer version: one still to be carried there, one that was. */
async function furnishCarrying(compliance: TestWorkspace['workspace']['compliance']) {
  const from = await shippedVersion(compliance, 'japen')
  const title = { ms: 'Semakan dibawa', en: 'Carried check' }
  const { id: frameworkId } = await compliance.copy({ id: from, title })
  const first = await compliance.publish({ id: frameworkId })
  const start = (unit: string) =>
    startOne(compliance, { versionId: first.id, subject: { kind: 'unit', unit } })
  const [one, other] = [await start('Dibawa'), await start('Sudah dibawa')]
  const control = present(first.controls[0])
  for (const { id } of [one, other]) {
    await compliance.answerControl({ id, key: control.key, base: 0, answer: said() })
  }
  await compliance.startDraft({ id: frameworkId })
  const fields = { ...control, weight: 3 }
  await compliance.changeControl({ frameworkId, key: control.key, fields })
  const { id: to } = await compliance.publish({ id: frameworkId })
  const carrying = { id: one.id, from: first.id, to, keys: [control.key] }
  await compliance.carryOver({ ...carrying, id: other.id })
  return { carrying, carried: other.id }
}
