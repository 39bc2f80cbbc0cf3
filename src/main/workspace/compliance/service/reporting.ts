import type { AssessmentReport, ReportFile } from '#contract/assessmentReports'
import type { Assessment } from '#contract/assessments'
import type { Sha256 } from '#contract/values'
import { filesOfOwners } from '../../attachments/queries/owned.ts'
import type { QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { Office } from '#contract/office'
import { officeSetting, readSetting } from '../../office/queries.ts'
import type { AssessmentHead } from '../queries/assessments.ts'
import { thingHashesOf } from '../queries/evidence.ts'
import { findVersion } from '../queries/reading.ts'
import { stepsOf } from '../queries/reviews.ts'
import { canonical, hashOfText } from '../rules/content.ts'
import { reportControls, reportEvidence, reportFindings } from '../rules/report.ts'
import { countsOf, sectionCounts } from '../rules/resultCounts.ts'
import { todayOf, wholeOf } from './assessed.ts'

/** An assessment with the files its evidence consists of. */
export interface Gathered {
  readonly whole: Assessment
  /** By the id of the piece of evidence, oldest first. */
  readonly files: ReadonlyMap<string, readonly ReportFile[]>
  /** Of images and posts, by the id of the piece. */
  readonly hashes: ReadonlyMap<string, Sha256 | null>
}

/** All that a report and the quality check are made of, as it stands now. */
export async function gather(
  { db, clock }: Pick<QueryContext, 'db' | 'clock'>,
  head: AssessmentHead,
): Promise<Gathered> {
  const whole = await wholeOf(db, head, todayOf({ clock }))
  const pieces = [...new Set(whole.evidence.map(({ evidence }) => String(evidence.id)))]
  const rows = await filesOfOwners(db, 'evidence', pieces)
  const files = new Map(
    pieces.map((id) => [
      id,
      rows
        .filter(({ ownerId }) => ownerId === id)
        .map(({ fileName, byteSize, bytesHash: hash, addedAt, addedByName: addedBy }) => ({
          ...{ fileName, byteSize, hash, addedAt, addedBy },
        })),
    ]),
  )
  return { whole, files, hashes: await thingHashesOf(db, pieces) }
}

/** What the printed report shows of it. */
export async function reportOf(db: Reader, gathered: Gathered): Promise<AssessmentReport> {
  const { whole } = gathered
  const version = await findVersion(db, whole.pinned.id)
  const office = await readSetting(db, officeSetting, Office.partial())
  const evidence = reportEvidence(whole, gathered)
  const controls = reportControls(whole, evidence)
  const steps = ((await stepsOf(db, [whole.id])).get(whole.id) ?? []).filter(
    ({ revision }) => revision === whole.revision,
  )
  return {
    ...{ format: 1, id: whole.id, revision: whole.revision, unitName: office?.unitName ?? '' },
    ...{ subject: whole.subject, subjectName: whole.subjectName, period: whole.period },
    checklist: {
      ...{ title: whole.pinned.title, source: version?.source ?? '' },
      ...{ number: whole.pinned.number, hash: whole.pinned.hash, isIntact: whole.pinned.isIntact },
    },
    ...{ scopes: whole.scopes, startedAt: whole.startedAt, startedBy: whole.startedBy },
    ...{ score: whole.score, counts: countsOf(controls) },
    ...{ sections: sectionCounts(whole.sections, controls), controls },
    ...{ findings: reportFindings(whole), evidence: evidence.map(({ id: _, ...piece }) => piece) },
    steps: steps.map(({ contentHash: _, ...step }) => step),
  }
}

/**
 * What review and approval are bound to: the answers, the evidence by the bytes of its files and
 * images and the content of its posts, and the findings' words. Not how far their actions are, which go on meanwhile.
 */
export function contentHashOf(gathered: Gathered): Sha256 {
  const { whole } = gathered
  const evidence = reportEvidence(whole, gathered).map(({ id, isGone: _, ...piece }) => ({
    ...{ id, title: piece.kind === 'link' || piece.kind === 'file' ? piece.title : '' },
    files: piece.files.map(({ hash }) => hash),
    ...(piece.hash !== undefined && { hash: piece.hash }),
  }))
  return hashOfText(
    canonical({
      ...{ pinned: whole.pinned.hash, scopes: whole.scopes, period: whole.period },
      answers: whole.answers.map(({ key, result, progress, note }) => ({
        ...{ key, result, progress, note },
      })),
      measured: whole.measured.map(({ key, at, reason }) => ({ key, at, reason })),
      uses: whole.evidence.map(({ key, evidence: { id } }) => ({ key, id })),
      evidence,
      findings: whole.findings.map(({ key, severity, text }) => ({ key, severity, text })),
    }),
  )
}
