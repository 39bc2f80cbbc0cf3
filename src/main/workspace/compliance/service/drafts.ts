import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import {
  FrameworkVersionId,
  type FrameworkVersion,
  type FrameworkVersionId as VersionId,
  type frameworks,
} from '#contract/frameworks'
import type { Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { findVersion } from '../queries/reading.ts'
import { insertVersion, updateVersion } from '../queries/writing.ts'
import { hashOf, isHeading } from '../rules/content.ts'
import { draftOf, draftRow, officeFramework, refuseTakenTitle } from './known.ts'

type DraftCalls = Pick<
  typeof frameworks,
  'startDraft' | 'discardDraft' | 'bringBackDraft' | 'changeTitle' | 'publish'
>

/** From a draft to a published version, which never changes again. */
export const draftHandlers: SliceHandlers<DraftCalls, Contexts> = {
  async startDraft({ db, writer, newId, clock, record }, { id }) {
    const [newest] = (await officeFramework(db, id)).versions
    if (newest?.state === 'draft') throw new WorkspaceError('compliance.draft-there')
    const from = newest && (await findVersion(db, newest.id))
    if (!from) throw new WorkspaceError('compliance.unknown-version')
    const draft = draftRow(FrameworkVersionId.parse(newId()), id, from, clock.now())
    await insertVersion(writer, draft, from.controls, newId)
    record('framework_version', draft.id, ['state', 'title_ms', 'title_en', 'source'])
    return known(db, FrameworkVersionId.parse(draft.id))
  },

  async discardDraft({ db, writer, record }, { id }) {
    const draft = await draftOf(db, id)
    const { versions } = await officeFramework(db, id)
    // A checklist without any version would have nothing to show, not even its name.
    if (versions.length === 1) throw new WorkspaceError('compliance.only-draft')
    await updateVersion(writer, draft.id, { state: 'discarded' })
    record('framework_version', draft.id, ['state'])
    const { controls: _, ...head } = { ...draft, state: 'discarded' as const }
    return head
  },

  async bringBackDraft({ db, writer, record }, { id }) {
    const draft = await known(db, id)
    if (draft.state !== 'discarded') throw new WorkspaceError('compliance.not-discarded')
    const { versions } = await officeFramework(db, draft.frameworkId)
    if (versions.some(({ state }) => state === 'draft')) {
      throw new WorkspaceError('compliance.draft-there')
    }
    await updateVersion(writer, id, { state: 'draft' })
    record('framework_version', id, ['state'])
    return known(db, id)
  },

  async changeTitle({ db, writer, record }, { id, title }) {
    const draft = await draftOf(db, id)
    await refuseTakenTitle(db, title, id)
    await updateVersion(writer, draft.id, { title_ms: title.ms, title_en: title.en })
    record('framework_version', draft.id, ['title_ms', 'title_en'])
    return known(db, draft.id)
  },

  async publish({ db, writer, clock, actor, record }, { id }) {
    const draft = await draftOf(db, id)
    const { versions } = await officeFramework(db, id)
    const asked = draft.controls.filter(
      (control) => control.retired === null && !isHeading(control, draft.controls),
    )
    if (asked.length === 0) throw new WorkspaceError('compliance.nothing-asked')
    const last = versions.find(({ state }) => state === 'published')
    const hash = hashOf(draft)
    if (last?.hash === hash) throw new WorkspaceError('compliance.nothing-changed')
    const [number, at] = [(last?.number ?? 0) + 1, clock.now()]
    await updateVersion(writer, draft.id, {
      ...{ state: 'published', number, hash, published_at: at, published_by: actor.id },
    })
    record('framework_version', draft.id, ['state', 'number', 'hash', 'published_at'])
    return known(db, draft.id)
  },
}

async function known(db: Reader, id: VersionId): Promise<FrameworkVersion> {
  const version = await findVersion(db, id)
  if (version === null) throw new WorkspaceError('compliance.unknown-version')
  return version
}
