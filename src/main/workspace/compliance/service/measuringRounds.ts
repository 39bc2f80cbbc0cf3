import { MeasuringId } from '#contract/assessmentIds'
import type { MeasureChange } from '#contract/assessmentMeasures'
import type { SliceHandlers } from '#contract/call'
import type { campaignMeasuring, RoundChange, RoundMeasured } from '#contract/campaignMeasuring'
import { WorkspaceError } from '#contract/errors'
import type { Control } from '#contract/frameworks'
import type { Measured } from '#contract/measures'
import type { Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { answersOf } from '../queries/answers.ts'
import { verdictsOf } from '../queries/assessmentMeasures.ts'
import { findAssessment, type AssessmentHead } from '../queries/assessments.ts'
import { assessmentsOfRound, findRound } from '../queries/campaigns.ts'
import { controlsOf } from '../queries/reading.ts'
import { askedOf } from '../rules/asked.ts'
import { standOf } from '../rules/following.ts'
import { scoreOf, type Results } from '../rules/score.ts'
import { beforeMeasuring, keepBefore, putBack, type BeforeMeasuring } from './beforeMeasuring.ts'
import { goingCampaign } from './campaigned.ts'
import { changesBy, keepMeasures } from './keptMeasures.ts'
import { measureSubjects } from './measuring.ts'

/** A round that is measured anew: shown first, kept all or nothing, and taken back. */
export const roundMeasuringHandlers: SliceHandlers<typeof campaignMeasuring, Contexts> = {
  async measureRound(job, { id, keep }) {
    const round = await findRound(job.db, id)
    if (round === null) throw new WorkspaceError('compliance.unknown-round')
    await goingCampaign(job.db, round.campaignId)
    const heads = (await assessmentsOfRound(job.db, id)).filter(({ state }) => state === 'open')
    const measured = await measuredOf(job, heads)
    if (!keep) {
      const all = []
      for (const one of measured) all.push(await outcomeOf(job.db, one))
      return sumOf(all, { at: job.clock.now(), undo: null })
    }
    return job.write(async (inside) => {
      const { db, clock, newId } = inside
      const [at, undo] = [clock.now(), MeasuringId.parse(newId())]
      const all: Outcome[] = []
      const before: BeforeMeasuring[] = []
      for (const one of measured) {
        // Somebody may have closed or withdrawn it meanwhile.
        const now = await findAssessment(db, one.head.id)
        if (now?.state !== 'open' || now.pinned.id !== one.head.pinned.id) continue
        const outcome = await outcomeOf(db, one)
        const was = await beforeMeasuring(db, now, outcome.changes, at)
        if (was !== null) before.push(was)
        await keepMeasures(inside, one.head.id, one.measured, at)
        all.push(outcome)
      }
      await keepBefore(inside, { id: undo, round: id, at }, before)
      if (job.signal.aborted) throw new WorkspaceError('call.cancelled')
      return sumOf(all, { at, undo })
    })
  },

  async undoMeasureRound(context, { id, measuring }) {
    const round = await findRound(context.db, id)
    if (round === null) throw new WorkspaceError('compliance.unknown-round')
    await goingCampaign(context.db, round.campaignId)
    return putBack(context, id, measuring)
  },
}

/** An assessment with what was measured of it now. */
interface MeasuredOne {
  readonly head: AssessmentHead
  readonly controls: readonly Control[]
  readonly measured: readonly Measured[]
}

/** What that comes to. */
interface Outcome extends Omit<RoundChange, 'changes'> {
  readonly controls: readonly Control[]
  readonly changes: readonly MeasureChange[]
  readonly disagreed: number
}

async function measuredOf(
  job: Parameters<(typeof roundMeasuringHandlers)['measureRound']>[0],
  heads: readonly AssessmentHead[],
): Promise<MeasuredOne[]> {
  const found = new Map<string, MeasuredOne>()
  for (const some of alike(heads)) {
    const [first] = some
    if (first === undefined) continue
    const controls = askedOf(await controlsOf(job.db, first.pinned.id), first.scopes)
    const subjects = some.map(({ subject }) => subject)
    const measured = await measureSubjects(job, { controls }, subjects, first.period, job)
    for (const [place, head] of some.entries()) {
      found.set(head.id, { head, controls, measured: measured[place]?.controls ?? [] })
    }
  }
  return heads.flatMap(({ id }) => found.get(id) ?? [])
}

/** What keeping it would change, and what the scores are before and after. */
async function outcomeOf(db: Reader, { head, controls, measured }: MeasuredOne): Promise<Outcome> {
  const { id, subject, subjectName } = head
  const changes = await changesBy(db, id, measured)
  const answers = (await answersOf(db, [id])).get(id) ?? []
  const results: Results = new Map(answers.map(({ key, result }) => [key, result]))
  const moved = changes.filter((each) => each.answerBefore !== each.answerAfter)
  const after: Results = new Map([
    ...results,
    ...moved.map(({ key, answerAfter }) => [key, answerAfter] as const),
  ])
  const told = new Set<string>(measured.map(({ key }) => key))
  const kept = ((await verdictsOf(db, [id])).get(id) ?? []).filter(({ key }) => told.has(key))
  return {
    ...{ id, subject, subjectName, controls, changes, answers: moved.length },
    scoreBefore: scoreOf(controls, results).score,
    scoreAfter: scoreOf(controls, after).score,
    disagreed: kept.filter((each) => standOf(results.get(each.key) ?? null, each) === 'disagreed')
      .length,
  }
}

function sumOf(all: readonly Outcome[], rest: Pick<RoundMeasured, 'at' | 'undo'>): RoundMeasured {
  const sum = (count: (each: Outcome) => number) =>
    all.reduce((total, each) => total + count(each), 0)
  const changed = all.filter(({ changes }) => changes.length > 0)
  const keys = new Set<string>(changed.flatMap(({ changes }) => changes.map(({ key }) => key)))
  const controls = new Map(
    changed.flatMap((each) => each.controls.map((control) => [control.key, control] as const)),
  )
  return {
    ...{ ...rest, assessments: all.length, answers: sum((each) => each.answers) },
    changed: sum(({ changes }) => changes.length),
    disagreed: sum((each) => each.disagreed),
    subjects: changed.map(
      ({ id, subject, subjectName, changes, answers, scoreBefore, scoreAfter }) => ({
        ...{ id, subject, subjectName, changes: [...changes], answers, scoreBefore, scoreAfter },
      }),
    ),
    controls: [...controls.values()]
      .filter(({ key }) => keys.has(key))
      .map(({ key, clause, question }) => ({ key, clause, question })),
  }
}

/** Assessments that are asked the same: one of them may have been carried to a newer version. */
function alike(heads: readonly AssessmentHead[]): AssessmentHead[][] {
  const groups = new Map<string, AssessmentHead[]>()
  for (const head of heads) {
    const key = JSON.stringify([head.pinned.id, head.scopes, head.period])
    groups.set(key, [...(groups.get(key) ?? []), head])
  }
  return [...groups.values()]
}
