import { setImmediate as nextTurn } from 'node:timers/promises'
import { CampaignId, RoundId } from '#contract/assessmentIds'
import type { AssessmentSubject } from '#contract/assessmentSubjects'
import type { campaigns, CampaignSubjects } from '#contract/campaigns'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { FrameworkVersion } from '#contract/frameworks'
import type { Measured } from '#contract/measures'
import type { PlainDate } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { RowJob } from '../../sheets/steps.ts'
import type { AssessmentHead } from '../queries/assessments.ts'
import {
  assessmentsOfRound,
  insertCampaign,
  insertCampaignAssessment,
  insertRound,
  roundsOf,
  type RoundHead,
} from '../queries/campaigns.ts'
import { familyOf } from '../queries/families.ts'
import { askedOf } from '../rules/asked.ts'
import { overlaps } from '../rules/rounds.ts'
import {
  beginAssessment,
  publishedVersion,
  refuseNothing,
  refuseUnknownSubject,
} from './beginning.ts'
import { goingCampaign } from './campaigned.ts'
import { refuseInactive } from './campaigns.ts'
import { bringAllAlong } from './carrying.ts'
import { keepMeasures } from './keptMeasures.ts'
import { measureSubjects } from './measuring.ts'

type RoundCalls = Pick<typeof campaigns, 'startCampaign' | 'startRound'>
type Job = JobContext & RowJob

/**
 * Rounds of campaigns: everything is measured first, while others work, and written in one
 * transaction, so that a round is there whole or not at all.
 */
export const roundHandlers: SliceHandlers<RoundCalls, Contexts> = {
  async startCampaign(job, wanted) {
    const version = await publishedVersion(job.db, wanted)
    await refuseInactive(job.db, wanted.responsibleId)
    const id = CampaignId.parse(job.newId())
    const round = { ...wanted, id, number: 1, version, before: null }
    const measured = await measuredFor(job, round)
    return job.write(async (inside) => {
      const { writer, clock, actor, record } = inside
      const { name, recurrence, responsibleId: responsible_id } = wanted
      const columns = {
        ...{ name, recurrence, responsible_id, subjects: JSON.stringify(wanted.subjects) },
        scopes: JSON.stringify([...new Set(wanted.scopes)]),
      }
      const begun = { started_at: clock.now(), started_by: actor.id, removed_at: null }
      await insertCampaign(writer, { id, ...columns, ...begun })
      record('campaign', id, Object.keys(columns))
      return beginRound(inside, job, round, measured)
    })
  },

  async startRound(job, { id, versionId, period, due, carry }) {
    const { subjects, scopes } = await goingCampaign(job.db, id)
    const version = await publishedVersion(job.db, { versionId })
    const [before] = await roundsOf(job.db, id)
    const number = (before?.number ?? 0) + 1
    const round = {
      ...{ id, number, version, subjects, scopes, period, due },
      before: carry ? (before ?? null) : null,
    }
    await refuseSecond(job.db, round)
    const measured = await measuredFor(job, round)
    return job.write(async (inside) => {
      await goingCampaign(inside.db, id)
      // Another may have begun the same one while this was measured.
      await refuseSecond(inside.db, round)
      return beginRound(inside, job, round, measured)
    })
  },
}

interface WantedRound {
  readonly id: CampaignId
  readonly number: number
  readonly version: FrameworkVersion
  readonly subjects: CampaignSubjects
  readonly scopes: AssessmentHead['scopes']
  readonly period: AssessmentHead['period']
  readonly due: PlainDate
  /** The round whose answers by hand come along; null: none do. */
  readonly before: RoundHead | null
}

type MeasuredSubjects = readonly { subject: AssessmentSubject; controls: Measured[] }[]

/** @throws WorkspaceError `compliance.due-early`, and what the subjects or the version do not allow */
async function measuredFor(job: Job, round: WantedRound): Promise<MeasuredSubjects> {
  if (round.due < round.period.from) throw new WorkspaceError('compliance.due-early')
  refuseNothing(round.version, round)
  const subjects = await subjectsNow(job.db, round.subjects)
  const controls = askedOf(round.version.controls, round.scopes)
  return measureSubjects(job, { controls }, subjects, round.period, {
    signal: job.signal,
    // What is written afterwards is part of the way.
    report: ({ done, total }) => job.report({ done, total: total + subjects.length }),
  })
}

/** @throws WorkspaceError `call.cancelled`, which leaves nothing */
async function beginRound(
  inside: CommandContext,
  { report, signal }: RowJob,
  round: WantedRound,
  measured: MeasuredSubjects,
) {
  const { db, writer, newId, clock, actor, record } = inside
  const { id, number, version, period, due, scopes, before } = round
  const roundId = RoundId.parse(newId())
  const columns = {
    ...{ campaign_id: id, number, version_id: version.id },
    ...{ period_from: period.from, period_to: period.to, due },
  }
  const begun = { started_at: clock.now(), started_by: actor.id }
  await insertRound(writer, { id: roundId, ...columns, ...begun })
  record('campaign_round', roundId, Object.keys(columns))
  const earlier = await answeredBefore(db, before, version)
  const controls = measured[0]?.controls.length ?? 0
  for (const [place, { subject, controls: own }] of measured.entries()) {
    const assessment = await beginAssessment(inside, version, { subject, period, scopes })
    const row = newId()
    const tie = { id: row, round_id: roundId, assessment_id: assessment, place }
    await insertCampaignAssessment(writer, tie)
    record('campaign_assessment', row, ['round_id', 'assessment_id', 'place'])
    const last = earlier.get(keyOf(subject))
    if (last !== undefined) await bringAllAlong(inside, assessment, version, last, scopes)
    await keepMeasures(inside, assessment, own)
    report({ done: controls + place + 1, total: controls + measured.length })
    // Progress goes out, and a cancel comes in, though nobody else can save meanwhile.
    await nextTurn()
    if (signal.aborted) throw new WorkspaceError('call.cancelled')
  }
  return { id, roundId, assessments: measured.length }
}

/** Assessments of the round before by the same checklist or a copy of it, by what they are of. */
async function answeredBefore(
  db: Reader,
  before: RoundHead | null,
  { frameworkId }: FrameworkVersion,
): Promise<ReadonlyMap<string, AssessmentHead>> {
  if (before === null) return new Map()
  const family: readonly string[] = await familyOf(db, frameworkId)
  if (!family.includes(before.frameworkId)) return new Map()
  const heads = await assessmentsOfRound(db, before.id)
  return new Map(
    heads.flatMap((head) =>
      head.state === 'removed' ? [] : [[keyOf(head.subject), head] as const],
    ),
  )
}

function keyOf(subject: AssessmentSubject): string {
  return JSON.stringify(Object.entries(subject).toSorted())
}

/** @throws WorkspaceError `compliance.no-subjects`, `accounts.unknown`, `people.unknown` */
async function subjectsNow(db: Reader, wanted: CampaignSubjects): Promise<AssessmentSubject[]> {
  if (wanted.kind === 'chosen') {
    const subjects = [...new Map(wanted.subjects.map((each) => [keyOf(each), each])).values()]
    for (const subject of subjects) await refuseUnknownSubject(db, subject)
    return subjects
  }
  const accounts = (await listAccounts(db)).filter(({ active }) => active)
  if (accounts.length === 0) throw new WorkspaceError('compliance.no-subjects')
  return accounts.map(({ id }) => ({ kind: 'account', accountId: id }))
}

/** @throws WorkspaceError `compliance.round-there` */
async function refuseSecond(db: Reader, { id, number, period }: WantedRound): Promise<void> {
  const rounds = await roundsOf(db, id)
  const isThere = rounds.some((each) => each.number >= number || overlaps(each.period, period))
  if (isThere) throw new WorkspaceError('compliance.round-there')
}
