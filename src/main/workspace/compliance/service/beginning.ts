import { AssessmentId } from '#contract/assessmentIds'
import type { AssessmentSubject } from '#contract/assessmentSubjects'
import type { NewAssessment } from '#contract/assessments'
import { WorkspaceError } from '#contract/errors'
import type { FrameworkVersion, FrameworkVersionId } from '#contract/frameworks'
import { findAccount } from '../../accounts/queries.ts'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { findPerson } from '../../people/queries.ts'
import { columnsOfSubject, insertAssessment } from '../queries/assessments.ts'
import { findVersion } from '../queries/reading.ts'
import { answerable, askedOf } from '../rules/asked.ts'
import { knownFramework } from './known.ts'

/** What an assessment begins with. */
export type Beginning = Pick<NewAssessment, 'subject' | 'period' | 'scopes'>

/** Binds a new assessment to a version, with nothing answered. */
export async function beginAssessment(
  { writer, newId, clock, actor, record }: CommandContext,
  version: FrameworkVersion,
  { subject, period, scopes }: Beginning,
): Promise<AssessmentId> {
  const id = AssessmentId.parse(newId())
  const columns = {
    ...{ version_id: version.id, hash: version.hash ?? '', ...columnsOfSubject(subject) },
    ...{ period_from: period.from, period_to: period.to },
    scopes: JSON.stringify([...new Set(scopes)]),
  }
  await insertAssessment(writer, {
    ...{ id, ...columns, started_at: clock.now(), started_by: actor.id },
    ...{ closed_at: null, closed_by: null, removed_at: null, stage: 'open', revision: 1 },
  })
  record('assessment', id, Object.keys(columns))
  return id
}

/**
 * The version an assessment is to be bound to.
 * @throws WorkspaceError `compliance.unknown-version`, `compliance.not-published`, `compliance.removed`
 */
export async function publishedVersion(
  db: Reader,
  { versionId }: { readonly versionId: FrameworkVersionId },
): Promise<FrameworkVersion> {
  const version = await findVersion(db, versionId)
  if (version === null) throw new WorkspaceError('compliance.unknown-version')
  if (version.state !== 'published') throw new WorkspaceError('compliance.not-published')
  const { removed } = await knownFramework(db, version.frameworkId)
  if (removed) throw new WorkspaceError('compliance.removed')
  return version
}

/** @throws WorkspaceError `compliance.nothing-for-subject` */
export function refuseNothing(
  { controls }: FrameworkVersion,
  { scopes }: Pick<Beginning, 'scopes'>,
): void {
  if (answerable(askedOf(controls, scopes)).size === 0) {
    throw new WorkspaceError('compliance.nothing-for-subject')
  }
}

/** @throws WorkspaceError `accounts.unknown`, `people.unknown` */
export async function refuseUnknownSubject(db: Reader, subject: AssessmentSubject): Promise<void> {
  if (subject.kind === 'account' && (await findAccount(db, subject.accountId)) === null) {
    throw new WorkspaceError('accounts.unknown')
  }
  if (subject.kind === 'operator' && (await findPerson(db, subject.personId)) === null) {
    throw new WorkspaceError('people.unknown')
  }
}
