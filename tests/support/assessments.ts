import type { AssessmentSummary, NewAssessment } from '#contract/assessments'
import type { AnswerFields } from '#contract/assessments'
import type { Framework, FrameworkVersionId } from '#contract/frameworks'
import { PlainDate } from '#contract/values'
import { present } from './present.ts'
import type { TestWorkspace } from './workspace.ts'

type Compliance = TestWorkspace['workspace']['compliance']

export const secondHalf = {
  from: PlainDate.parse('2026-07-01'),
  to: PlainDate.parse('2026-12-31'),
}

/** An answer as it is sent. */
export function said(changes: Partial<AnswerFields> = {}): AnswerFields {
  return { result: 'met', progress: 'done', note: '', ...changes }
}

/** A checklist that came with the application, by its key. */
export async function shippedOne(compliance: Compliance, key: string): Promise<Framework> {
  return present((await compliance.frameworks({})).find(({ shipped }) => shipped === key))
}

/** The newest version of a checklist of the application's. */
export async function shippedVersion(
  compliance: Compliance,
  key: string,
): Promise<FrameworkVersionId> {
  return present((await shippedOne(compliance, key)).versions[0]).id
}

/** Starts an assessment: of the bureau by the charter of JaPen, unless something else is wanted. */
export async function startOne(
  compliance: Compliance,
  changes: Partial<NewAssessment> = {},
): Promise<AssessmentSummary> {
  return compliance.startAssessment({
    versionId: changes.versionId ?? (await shippedVersion(compliance, 'japen')),
    ...{ subject: { kind: 'bureau' }, period: secondHalf, scopes: ['post'], beside: false },
    ...{ carry: null, ...changes },
  })
}
