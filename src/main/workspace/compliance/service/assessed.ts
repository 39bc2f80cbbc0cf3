import type { AssessmentId } from '#contract/assessmentIds'
import type { Assessment, AssessmentSummary, Answer } from '#contract/assessments'
import type { Finding } from '#contract/assessmentFindings'
import { WorkspaceError } from '#contract/errors'
import { FrameworkVersionId, type Control } from '#contract/frameworks'
import { Instant, type PlainDate } from '#contract/values'
import type { Clock } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { answersOf, lastCarry } from '../queries/answers.ts'
import { findAssessment, type AssessmentHead } from '../queries/assessments.ts'
import { verdictsOf, type KeptVerdict } from '../queries/assessmentMeasures.ts'
import { campaignOf } from '../queries/campaigns.ts'
import { evidenceOf } from '../queries/evidence.ts'
import { findingsOf } from '../queries/findings.ts'
import { controlsOf, findVersion, listFrameworks, lostControls } from '../queries/reading.ts'
import { answerable, askedOf } from '../rules/asked.ts'
import { arranged } from '../rules/content.ts'
import { standOf } from '../rules/following.ts'
import { headingScores, scoreOf, sectionScores } from '../rules/score.ts'
import { isUntouched } from './carryRecord.ts'
import { measuredAnswersOf } from './keptMeasures.ts'

/** The day it is in Malaysia. */
export function todayOf({ clock }: { readonly clock: Clock }): PlainDate {
  return malaysianTime(clock.now()).day
}

/** Heads with what their answers, findings and actions come to. */
export async function summariesOf(
  db: Reader,
  heads: readonly AssessmentHead[],
  today: PlainDate,
): Promise<AssessmentSummary[]> {
  const ids = heads.map(({ id }) => id)
  const [answers, findings] = [await answersOf(db, ids), await findingsOf(db, ids, today)]
  const [controls, newest] = [await controlsByVersion(db, heads), await newestVersions(db)]
  const verdicts = await verdictsOf(db, ids)
  return heads.map((head) => {
    const asked = askedOf(controls.get(head.pinned.id) ?? [], head.scopes)
    return summaryOf(head, asked, newest, {
      ...{ answers: answers.get(head.id) ?? [], findings: findings.get(head.id) ?? [] },
      verdicts: verdicts.get(head.id) ?? [],
    })
  })
}

/** @throws WorkspaceError `compliance.unknown-assessment` */
export async function summaryOfOne(
  db: Reader,
  id: AssessmentId,
  today: PlainDate,
): Promise<AssessmentSummary> {
  const [summary] = await summariesOf(db, [await knownAssessment(db, id)], today)
  if (summary === undefined) throw new WorkspaceError('compliance.unknown-assessment')
  return summary
}

/** One assessment with all that stands in it. */
export async function wholeOf(
  db: Reader,
  head: AssessmentHead,
  today: PlainDate,
): Promise<Assessment> {
  const { id } = head
  const findings = (await findingsOf(db, [id], today)).get(id) ?? []
  const found = new Set<string>(findings.map(({ key }) => key))
  const present = askedOf(await controlsOf(db, head.pinned.id), head.scopes, found)
  const there = new Set<string>(present.map(({ key }) => key))
  const gone = [...found].filter((key) => !there.has(key))
  const controls = arranged([
    ...present,
    ...(await lostControls(db, head.pinned.frameworkId, gone)),
  ])
  const keys = new Set(controls.map(({ key }) => key))
  const answers = ((await answersOf(db, [id])).get(id) ?? []).filter(({ key }) => keys.has(key))
  const results = resultsOf(answers)
  const verdicts = (await verdictsOf(db, [id])).get(id) ?? []
  return {
    ...summaryOf(head, controls, await newestVersions(db), { answers, findings, verdicts }),
    controls,
    answers,
    measured: await measuredAnswersOf(db, head, controls, answers),
    sections: sectionScores(controls, results),
    headings: headingScores(controls, results),
    evidence: (await evidenceOf(db, id)).filter(({ key }) => keys.has(key)),
    findings,
    campaign: await campaignOf(db, id),
    carried: await carriedOf(db, head),
  }
}

/** @throws WorkspaceError `compliance.unknown-assessment` */
export async function knownAssessment(db: Reader, id: AssessmentId): Promise<AssessmentHead> {
  const head = await findAssessment(db, id)
  if (head === null) throw new WorkspaceError('compliance.unknown-assessment')
  return head
}

/**
 * One that may still be worked on.
 * @throws WorkspaceError `compliance.assessment-removed`, `compliance.assessment-in-review`,
 *   `compliance.assessment-approved`, `compliance.assessment-closed`
 */
export async function openAssessment(db: Reader, id: AssessmentId): Promise<AssessmentHead> {
  const head = await inSight(db, id)
  refuseFrozen(head)
  return head
}

/** Nothing is answered while it waits for review, and after it was approved or closed. */
function refuseFrozen({ state }: AssessmentHead): void {
  if (state === 'prepared' || state === 'reviewed') {
    throw new WorkspaceError('compliance.assessment-in-review')
  }
  if (state === 'approved') throw new WorkspaceError('compliance.assessment-approved')
  if (state === 'closed') throw new WorkspaceError('compliance.assessment-closed')
}

/** One that was not removed. @throws WorkspaceError `compliance.assessment-removed` */
export async function inSight(db: Reader, id: AssessmentId): Promise<AssessmentHead> {
  const head = await knownAssessment(db, id)
  if (head.state === 'removed') throw new WorkspaceError('compliance.assessment-removed')
  return head
}

/**
 * An open assessment that asks this control.
 * @throws WorkspaceError `compliance.not-asked`, and what `openAssessment` refuses
 */
export async function askedIn(db: Reader, id: AssessmentId, key: string): Promise<AssessmentHead> {
  const head = await openAssessment(db, id)
  const asked = answerable(askedOf(await controlsOf(db, head.pinned.id), head.scopes))
  if (!asked.has(key)) throw new WorkspaceError('compliance.not-asked')
  return head
}

/** The newest published version of each checklist in use, with its number. */
export type Newest = ReadonlyMap<
  string,
  { readonly id: FrameworkVersionId; readonly number: number }
>

export async function newestVersions(db: Reader): Promise<Newest> {
  const used = (await listFrameworks(db)).filter(({ removed }) => !removed)
  return new Map(
    used.flatMap(({ id, versions }) => {
      const newest = versions.find(({ state }) => state === 'published')
      if (newest === undefined) return []
      return [[String(id), { id: newest.id, number: newest.number ?? 1 }] as const]
    }),
  )
}

async function controlsByVersion(
  db: Reader,
  heads: readonly AssessmentHead[],
): Promise<Map<FrameworkVersionId, Control[]>> {
  const versions = [...new Set(heads.map(({ pinned }) => pinned.id))]
  const byVersion = new Map<FrameworkVersionId, Control[]>()
  for (const id of versions) byVersion.set(id, await controlsOf(db, id))
  return byVersion
}

function resultsOf(answers: readonly Answer[]) {
  return new Map<string, Answer['result']>(answers.map(({ key, result }) => [key, result]))
}

/** What was said in an assessment. */
interface Standing {
  readonly answers: readonly Answer[]
  readonly findings: readonly Finding[]
  readonly verdicts: readonly KeptVerdict[]
}

function disagreedOf(
  asked: readonly Control[],
  results: ReturnType<typeof resultsOf>,
  verdicts: readonly KeptVerdict[],
): number {
  const keys = new Set<string>(
    asked.flatMap(({ key, measurement }) => (measurement === null ? [] : [key])),
  )
  return verdicts.filter(
    (kept) => keys.has(kept.key) && standOf(results.get(kept.key) ?? null, kept) === 'disagreed',
  ).length
}

function summaryOf(
  head: AssessmentHead,
  asked: readonly Control[],
  newest: Newest,
  { answers, findings, verdicts }: Standing,
): AssessmentSummary {
  const results = resultsOf(answers)
  const latest = newest.get(head.pinned.frameworkId)
  const isNewer = latest !== undefined && latest.number > head.pinned.number
  return {
    ...head,
    score: scoreOf(asked, results),
    disagreed: disagreedOf(asked, results, verdicts),
    openFindings: findings.filter(
      ({ closed, severity }) => closed === null && severity !== 'good-practice',
    ).length,
    overdueActions: findings.flatMap(({ actions }) => actions).filter(({ isOverdue }) => isOverdue)
      .length,
    newer: head.state === 'open' && isNewer ? latest.id : null,
  }
}

async function carriedOf(
  db: Reader,
  { id, state }: AssessmentHead,
): Promise<Assessment['carried']> {
  const carry = state === 'open' ? await lastCarry(db, id) : null
  if (carry === null || !(await isUntouched(db, carry))) return null
  const from = await findVersion(db, FrameworkVersionId.parse(carry.from_version))
  return { at: Instant.parse(carry.at), from: from?.number ?? 1 }
}
