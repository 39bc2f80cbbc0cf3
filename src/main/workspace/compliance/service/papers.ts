import type { AssessmentId } from '#contract/assessmentIds'
import type { AssessmentPaper, assessmentReports } from '#contract/assessmentReports'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Contexts, QueryContext } from '../../context.ts'
import { csvOf } from '../../reports/csv.ts'
import { xlsxOf } from '../../reports/xlsx.ts'
import { findVersion } from '../queries/reading.ts'
import { snapshotsOf } from '../queries/reviews.ts'
import { assessmentColumns, assessmentRows, sheetNames } from '../reports/assessmentTable.ts'
import { answerable, askedOf } from '../rules/asked.ts'
import { arranged, isHeading } from '../rules/content.ts'
import { knownAssessment } from './assessed.ts'
import { gather, reportOf } from './reporting.ts'

/** What leaves of assessments: on paper and as tables. */
export const paperHandlers: SliceHandlers<typeof assessmentReports, Contexts> = {
  assessmentPaper: (context, { id, revision }) => paperOf(context, id, revision),

  assessmentBatch: async (context, { ids }) => ({ papers: await papersOf(context, ids) }),

  async blankChecklist({ db }, { versionId, scopes }) {
    const version = await findVersion(db, versionId)
    if (version === null) throw new WorkspaceError('compliance.unknown-version')
    const { title, source, number, hash } = version
    if (version.state !== 'published' || number === null || hash === null) {
      throw new WorkspaceError('compliance.not-published')
    }
    const controls = arranged(askedOf(version.controls, scopes))
    if (answerable(controls).size === 0) throw new WorkspaceError('compliance.nothing-for-subject')
    return {
      ...{ title, source, number, hash, scopes },
      controls: controls.map((control) => {
        const { key, parent, clause, section, question, evidence, weight, scope } = control
        return {
          ...{ key, parent, clause, section, question, evidence, weight, scope },
          isHeading: isHeading(control, controls),
        }
      }),
    }
  },

  async assessmentCsv(context, { ids, language }) {
    const rows = assessmentRows(await papersOf(context, ids))
    return { csv: csvOf(assessmentColumns(language), rows, language) }
  },

  async assessmentXlsx(context, { ids, language }) {
    const rows = assessmentRows(await papersOf(context, ids))
    const bytes = await xlsxOf(assessmentColumns(language), rows, {
      ...{ language, name: sheetNames[language] },
    })
    return { bytes }
  },
}

async function papersOf(
  context: QueryContext,
  ids: readonly AssessmentId[],
): Promise<AssessmentPaper[]> {
  const papers: AssessmentPaper[] = []
  for (const id of new Set(ids)) papers.push(await paperOf(context, id, null))
  return papers
}

/**
 * A revision as it was approved; of none in particular what was approved, where the assessment
 * stands approved, else what stands there now.
 * @throws WorkspaceError `compliance.unknown-revision` where it was never approved, or what is kept
 *   of it cannot be read any more
 */
export async function paperOf(
  context: QueryContext,
  id: AssessmentId,
  revision: number | null,
): Promise<AssessmentPaper> {
  const { db } = context
  const head = await knownAssessment(db, id)
  const wanted = revision ?? (head.state === 'approved' ? head.revision : null)
  if (wanted === null) {
    return { report: await reportOf(db, await gather(context, head)), snapshot: null }
  }
  const kept = (await snapshotsOf(db, id)).find((each) => each.head.revision === wanted)
  const report = kept?.report ?? null
  if (kept === undefined || report === null) {
    throw new WorkspaceError('compliance.unknown-revision')
  }
  return { report, snapshot: kept.head }
}
