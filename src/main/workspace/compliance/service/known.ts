import { WorkspaceError } from '#contract/errors'
import type {
  Framework,
  FrameworkId,
  FrameworkVersion,
  FrameworkVersionId,
  TitlePair,
} from '#contract/frameworks'
import type { Instant } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { findFramework, findVersion, listFrameworks } from '../queries/reading.ts'
import type { FrameworkVersionRow } from '../tables.ts'

/** @throws WorkspaceError `compliance.unknown` */
export async function knownFramework(db: Reader, id: FrameworkId): Promise<Framework> {
  const framework = await findFramework(db, id)
  if (framework === null) throw new WorkspaceError('compliance.unknown')
  return framework
}

/**
 * One of the office's own, in use.
 * @throws WorkspaceError `compliance.shipped`: what the application ships is copied, not changed;
 *   `compliance.removed`
 */
export async function officeFramework(db: Reader, id: FrameworkId): Promise<Framework> {
  const framework = await knownFramework(db, id)
  if (framework.shipped !== null) throw new WorkspaceError('compliance.shipped')
  if (framework.removed) throw new WorkspaceError('compliance.removed')
  return framework
}

/** @throws WorkspaceError `compliance.no-draft` */
export async function draftOf(db: Reader, id: FrameworkId): Promise<FrameworkVersion> {
  const { versions } = await officeFramework(db, id)
  const head = versions.find(({ state }) => state === 'draft')
  const draft = head && (await findVersion(db, head.id))
  if (!draft) throw new WorkspaceError('compliance.no-draft')
  return draft
}

/** Two checklists of one name could not be told apart on a report. */
export async function refuseTakenTitle(
  db: Reader,
  title: TitlePair,
  own: FrameworkId | null,
): Promise<void> {
  const others = (await listFrameworks(db)).filter(({ id, removed }) => id !== own && !removed)
  const taken = others.some(({ versions }) => {
    const newest = versions[0]?.title
    return (['ms', 'en'] as const).some((l) => newest?.[l].toLowerCase() === title[l].toLowerCase())
  })
  if (taken) throw new WorkspaceError('compliance.title-taken')
}

/** The row of a draft that begins with what another version says. */
export function draftRow(
  id: FrameworkVersionId,
  framework_id: FrameworkId,
  { title, source }: Pick<FrameworkVersion, 'title' | 'source'>,
  created_at: Instant,
): FrameworkVersionRow {
  return {
    ...{ id, framework_id, state: 'draft', number: null },
    ...{ title_ms: title.ms, title_en: title.en, source },
    ...{ hash: null, published_at: null, published_by: null, created_at },
  }
}
