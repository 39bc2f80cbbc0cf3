import type { AssessmentId } from '#contract/assessmentIds'
import type { AssessmentSummary } from '#contract/assessments'
import type { PersonId } from '#contract/values'
import { said } from './assessments.ts'
import { present } from './present.ts'
import type { TestWorkspace } from './workspace.ts'

type Compliance = TestWorkspace['workspace']['compliance']

/** Answers everything that is asked and not answered yet: met. */
export async function answerAll(compliance: Compliance, id: AssessmentId): Promise<void> {
  const { controls, answers } = await compliance.assessment({ id })
  const answered = new Set(answers.map(({ key }) => key))
  const parents = new Set(controls.map(({ parent }) => parent))
  for (const { key } of controls) {
    if (answered.has(key) || parents.has(key)) continue
    await compliance.answerControl({ id, key, base: 0, answer: said() })
  }
}

/** What a step needs: how far the route was read. */
export async function asRead(compliance: Compliance, id: AssessmentId) {
  const { steps } = await compliance.assessmentRoute({ id })
  return { id, base: steps.length, remark: '', signature: null }
}

/** Hands it over with every warning acknowledged. */
export async function prepare(
  compliance: Compliance,
  id: AssessmentId,
): Promise<AssessmentSummary> {
  const { quality } = await compliance.assessmentRoute({ id })
  const acknowledged = quality.map(({ kind, key }) => ({ kind, key }))
  return compliance.prepareAssessment({ ...(await asRead(compliance, id)), acknowledged })
}

/** Two who look through and approve what the first person prepared. */
export interface Seats {
  readonly preparer: PersonId
  readonly reviewer: PersonId
  readonly approver: PersonId
}

/** Adds a reviewer and an approver; who sits at the keyboard keeps the seat, and prepares. */
export async function addSeats({ workspace: { people } }: TestWorkspace): Promise<Seats> {
  const preparer = present((await people.list({}))[0]).id
  const add = async (name: string, post: string, role: 'head' | 'approver' | 'planner') =>
    (await people.add({ name, post, roles: [role] })).id
  const reviewer = await add('Farid Hakim', 'Perancang media', 'planner')
  return { preparer, reviewer, approver: await add('Hajah Zaleha', 'Ketua unit', 'head') }
}

/** The whole way, each step from its own seat; the preparer sits at the end. */
export async function approveWhole(
  { workspace: { compliance, gate } }: TestWorkspace,
  seats: Seats,
  id: AssessmentId,
): Promise<AssessmentSummary> {
  await prepare(compliance, id)
  await gate.switchPerson({ id: seats.reviewer })
  await compliance.reviewAssessment(await asRead(compliance, id))
  await gate.switchPerson({ id: seats.approver })
  const approved = await compliance.approveAssessment(await asRead(compliance, id))
  await gate.switchPerson({ id: seats.preparer })
  return approved
}
