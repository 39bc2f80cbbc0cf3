import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { FrameworkId, FrameworkVersionId } from '#contract/frameworks'
import type { Contract } from '#contract/index'
import type { Contexts } from '../context.ts'
import { findVersion, listFrameworks, nextFrameworkPlace } from './queries/reading.ts'
import { insertFramework, insertVersion, setFrameworkRemoved } from './queries/writing.ts'
import { compareControls } from './rules/compare.ts'
import { usesOf } from './queries/assessments.ts'
import { actionHandlers } from './service/actions.ts'
import { assessmentHandlers } from './service/assessments.ts'
import { campaignHandlers } from './service/campaigns.ts'
import { carryHandlers } from './service/carrying.ts'
import { paperHandlers } from './service/papers.ts'
import { reviewHandlers } from './service/reviews.ts'
import { controlHandlers } from './service/controls.ts'
import { draftHandlers } from './service/drafts.ts'
import { measuredAnswerHandlers } from './service/measuredAnswers.ts'
import { measureHandlers } from './service/measuring.ts'
import { roundMeasuringHandlers } from './service/measuringRounds.ts'
import { roundPaperHandlers } from './service/roundPapers.ts'
import { roundHandlers } from './service/rounds.ts'
import { evidenceHandlers } from './service/evidence.ts'
import { findingHandlers } from './service/findings.ts'
import { followUpHandlers } from './service/followUps.ts'
import { historyHandlers } from './service/history.ts'
import { draftRow, knownFramework, officeFramework, refuseTakenTitle } from './service/known.ts'

export const complianceHandlers: SliceHandlers<Contract['compliance'], Contexts> = {
  frameworks: ({ db }) => listFrameworks(db),

  async version({ db }, { id }) {
    const version = await findVersion(db, id)
    if (version === null) throw new WorkspaceError('compliance.unknown-version')
    return version
  },

  async compare({ db }, ids) {
    const [before, after] = [await findVersion(db, ids.before), await findVersion(db, ids.after)]
    if (before === null || after === null) throw new WorkspaceError('compliance.unknown-version')
    return compareControls(before.controls, after.controls)
  },

  async copy(context, { id: from, title }) {
    const { db, writer, newId, clock, record } = context
    const version = await findVersion(db, from)
    if (version === null) throw new WorkspaceError('compliance.unknown-version')
    await refuseTakenTitle(db, title, null)
    const id = FrameworkId.parse(newId())
    const [place, at] = [await nextFrameworkPlace(db), clock.now()]
    const row = { id, shipped_key: null, copied_from: from, place }
    await insertFramework(writer, { ...row, removed_at: null, created_at: at })
    record('framework', id, ['copied_from', 'place'])
    const draft = draftRow(FrameworkVersionId.parse(newId()), id, { ...version, title }, at)
    await insertVersion(writer, draft, version.controls, newId)
    record('framework_version', draft.id, ['state', 'title_ms', 'title_en', 'source'])
    return knownFramework(db, id)
  },

  async remove({ db, writer, clock, record }, { id }) {
    await officeFramework(db, id)
    const count = await usesOf(db, id)
    if (count > 0) throw new WorkspaceError('compliance.in-use', { count })
    await setFrameworkRemoved(writer, id, clock.now())
    record('framework', id, ['removed_at'])
    return knownFramework(db, id)
  },

  async bringBack({ db, writer, record }, { id }) {
    const framework = await knownFramework(db, id)
    const [newest] = framework.versions
    // Meanwhile another may have its name.
    if (newest) await refuseTakenTitle(db, newest.title, id)
    await setFrameworkRemoved(writer, id, null)
    record('framework', id, ['removed_at'])
    return knownFramework(db, id)
  },

  ...draftHandlers,
  ...controlHandlers,
  ...measureHandlers,
  ...measuredAnswerHandlers,
  ...assessmentHandlers,
  ...evidenceHandlers,
  ...findingHandlers,
  ...actionHandlers,
  ...followUpHandlers,
  ...carryHandlers,
  ...historyHandlers,
  ...campaignHandlers,
  ...roundHandlers,
  ...roundMeasuringHandlers,
  ...roundPaperHandlers,
  ...reviewHandlers,
  ...paperHandlers,
}
