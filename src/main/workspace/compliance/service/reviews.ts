import type { AssessmentId } from '#contract/assessmentIds'
import type { QualityMark } from '#contract/assessmentQuality'
import type {
  AssessmentRoute,
  assessmentReviews,
  ReviewDeed,
  ReviewStep,
  Signature,
} from '#contract/assessmentReviews'
import type { AssessmentSummary } from '#contract/assessments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Sha256 } from '#contract/values'
import type { CommandContext, Contexts, QueryContext } from '../../context.ts'
import { openDays } from '../../days/queries.ts'
import { isWorkingDay } from '../../days/rules/calendar.ts'
import { answerersOf } from '../queries/answerers.ts'
import { countAssessments, updateAssessment, type AssessmentHead } from '../queries/assessments.ts'
import {
  insertSnapshot,
  insertStep,
  snapshotsOf,
  stepsOf,
  type KeptStep,
} from '../queries/reviews.ts'
import { canonical, hashOfText } from '../rules/content.ts'
import { pressingOf } from '../rules/rounds.ts'
import { refusalOf, standingSteps, stepAfter } from '../rules/route.ts'
import { inSight, knownAssessment, summaryOfOne, todayOf } from './assessed.ts'
import { acknowledged, checkQuality, refuseErrors } from './quality.ts'
import { contentHashOf, gather, reportOf, type Gathered } from './reporting.ts'
import { waitingReviews } from './waiting.ts'

/** The way of an assessment: prepared, reviewed and approved by different people. */
export const reviewHandlers: SliceHandlers<typeof assessmentReviews, Contexts> = {
  async assessmentRoute(context, { id }) {
    const { db } = context
    const head = await knownAssessment(db, id)
    const gathered = await gather(context, head)
    const steps = await ownSteps(context, id)
    return {
      ...{ state: head.state, revision: head.revision },
      steps: steps.map(({ contentHash: _, ...step }) => step),
      snapshots: (await snapshotsOf(db, id)).map((kept) => kept.head),
      quality: checkQuality(gathered),
      isChanged: isWaiting(head) && isChanged(steps, gathered),
      next: await nextOf(context, head, steps),
    }
  },

  async prepareAssessment(context, { id, base, remark, signature, acknowledged: seen }) {
    const { head, steps, gathered } = await begun(context, id, base, 'prepared')
    const quality = checkQuality(gathered)
    refuseErrors(quality)
    const warnings = acknowledged(quality, seen)
    const contentHash = contentHashOf(gathered)
    await step(context, head, steps, 'prepared', { remark, signature, warnings, contentHash })
    return frozen(context, id, 'prepared')
  },

  async reviewAssessment(context, { id, base, remark, signature }) {
    const { head, steps, gathered } = await begun(context, id, base, 'reviewed')
    const contentHash = unchanged(steps, gathered)
    await step(context, head, steps, 'reviewed', { ...plain, remark, signature, contentHash })
    return frozen(context, id, 'reviewed')
  },

  async approveAssessment(context, { id, base, remark, signature }) {
    const { db, writer, newId, clock, actor, record } = context
    const { head, steps, gathered } = await begun(context, id, base, 'approved')
    const contentHash = unchanged(steps, gathered)
    await step(context, head, steps, 'approved', { ...plain, remark, signature, contentHash })
    const body = canonical(await reportOf(db, gathered))
    const snapshot = newId()
    const hash = hashOfText(body)
    await insertSnapshot(writer, {
      ...{ id: snapshot, assessment_id: id, revision: head.revision, body },
      ...{ hash, at: clock.now(), by_id: actor.id },
    })
    record('assessment_snapshot', snapshot, ['assessment_id', 'revision', 'hash'], hash)
    return frozen(context, id, 'approved')
  },

  async sendBackAssessment(context, { id, base, remark }) {
    const head = await inSight(context.db, id)
    const steps = await stepsAsRead(context, id, base)
    if (!isWaiting(head)) throw new WorkspaceError('compliance.not-this-step')
    // Who handed it over takes it back; anybody else sends it back.
    const isOwn = standingSteps(steps).at(-1)?.personId === context.actor.id
    await step(context, head, steps, isOwn ? 'taken-back' : 'sent-back', { ...plain, remark })
    return opened(context, id, {})
  },

  async reopenAssessment(context, { id, reason }) {
    const head = await inSight(context.db, id)
    if (head.state === 'open') throw new WorkspaceError('compliance.assessment-open')
    if (isWaiting(head)) throw new WorkspaceError('compliance.assessment-in-review')
    const revision = head.revision + 1
    const steps = await ownSteps(context, id)
    await step(context, { ...head, revision }, steps, 'reopened', { ...plain, remark: reason })
    return opened(context, id, { revision })
  },

  waitingReviews,

  async reviewsDue(context, { state }) {
    const day = todayOf(context)
    const days = await openDays(context.db, { from: day, to: day })
    const waiting = await waitingReviews(context)
    const pressing = waiting.map(({ due }) => (due === null ? null : pressingOf(day, due)))
    const counts = [
      ...(['reviewed', 'approved'] as const).map((kind) => ({
        ...{ kind, count: waiting.filter((each) => each.step === kind).length },
      })),
      ...(['late', 'soon'] as const).map((kind) => ({
        ...{ kind, count: pressing.filter((each) => each === kind).length },
      })),
    ].filter(({ count }) => count > 0)
    return { day, works: isWorkingDay(days, state, day), counts, slots: [] }
  },

  async assessmentCounts(context) {
    const waiting = (await waitingReviews(context)).length
    return { ...(await countAssessments(context.db)), waiting }
  },
}

interface Said {
  readonly remark: string
  readonly signature: Signature | null
  readonly warnings: readonly QualityMark[]
  readonly contentHash: Sha256 | null
}

const plain = { signature: null, warnings: [], contentHash: null } as const

async function ownSteps({ db }: Pick<QueryContext, 'db'>, id: AssessmentId): Promise<KeptStep[]> {
  return (await stepsOf(db, [id])).get(id) ?? []
}

/** @throws WorkspaceError `compliance.answered-meanwhile` where somebody took a step since */
async function stepsAsRead(
  context: CommandContext,
  id: AssessmentId,
  base: number,
): Promise<KeptStep[]> {
  const steps = await ownSteps(context, id)
  if (steps.length !== base) throw new WorkspaceError('compliance.answered-meanwhile')
  return steps
}

function isWaiting({ state }: AssessmentHead): boolean {
  return state === 'prepared' || state === 'reviewed'
}

/**
 * An assessment whose next step is this one, and this person's to take.
 * @throws WorkspaceError `compliance.not-this-step`, `compliance.own-step`, `compliance.own-answers`,
 *   `compliance.answered-meanwhile`
 */
async function begun(context: CommandContext, id: AssessmentId, base: number, wanted: ReviewStep) {
  const { db, actor } = context
  const head = await inSight(db, id)
  const steps = await stepsAsRead(context, id, base)
  if (stepAfter(head.state) !== wanted) throw new WorkspaceError('compliance.not-this-step')
  const answerers = (await answerersOf(db, [id])).get(id) ?? new Set<string>()
  const refusal = refusalOf(wanted, actor, steps, answerers)
  if (refusal === 'own-step') throw new WorkspaceError('compliance.own-step')
  if (refusal === 'own-answers') throw new WorkspaceError('compliance.own-answers')
  return { head, steps, gathered: await gather(context, head) }
}

async function nextOf(
  { db, actor }: QueryContext,
  { id, state }: AssessmentHead,
  steps: readonly KeptStep[],
): Promise<AssessmentRoute['next']> {
  const wanted = stepAfter(state)
  if (wanted === null) return null
  if (actor === null) return { step: wanted, refusal: 'role' }
  const answerers = (await answerersOf(db, [id])).get(id) ?? new Set<string>()
  return { step: wanted, refusal: refusalOf(wanted, actor, steps, answerers) }
}

function isChanged(steps: readonly KeptStep[], gathered: Gathered): boolean {
  return standingSteps(steps)[0]?.contentHash !== contentHashOf(gathered)
}

/**
 * What was prepared still stands there. Evidence may have been changed by way of another assessment,
 * and a finding may have lost its action.
 * @throws WorkspaceError `compliance.changed-since`, `compliance.quality-errors`
 */
function unchanged(steps: readonly KeptStep[], gathered: Gathered): Sha256 {
  if (isChanged(steps, gathered)) throw new WorkspaceError('compliance.changed-since')
  refuseErrors(checkQuality(gathered))
  return contentHashOf(gathered)
}

async function step(
  { writer, newId, clock, actor, record }: CommandContext,
  { id: assessment_id, revision }: Pick<AssessmentHead, 'id' | 'revision'>,
  before: readonly KeptStep[],
  deed: ReviewDeed,
  { remark, signature, warnings, contentHash }: Said,
): Promise<void> {
  const id = newId()
  await insertStep(writer, {
    ...{ id, assessment_id, place: before.length, revision, deed },
    ...{ by_id: actor.id, by_name: actor.name, by_post: actor.post, at: clock.now(), remark },
    signature: signature === null ? null : JSON.stringify(signature),
    ...{ warnings: JSON.stringify(warnings), content_hash: contentHash },
  })
  record('assessment_step', id, ['assessment_id', 'revision', 'deed', 'remark'])
}

/** Nothing is answered from here on. */
function frozen(
  context: CommandContext,
  id: AssessmentId,
  stage: ReviewStep,
): Promise<AssessmentSummary> {
  const { clock, actor } = context
  return set(context, id, { stage, closed_at: clock.now(), closed_by: actor.id })
}

function opened(
  context: CommandContext,
  id: AssessmentId,
  changes: { readonly revision?: number },
): Promise<AssessmentSummary> {
  return set(context, id, { stage: 'open', closed_at: null, closed_by: null, ...changes })
}

async function set(
  context: CommandContext,
  id: AssessmentId,
  changes: Parameters<typeof updateAssessment>[2],
): Promise<AssessmentSummary> {
  await updateAssessment(context.writer, id, changes)
  context.record('assessment', id, Object.keys(changes))
  return summaryOfOne(context.db, id, todayOf(context))
}
