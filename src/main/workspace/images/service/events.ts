import { dirname } from 'node:path'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { imageEvents, PhotoEvent } from '#contract/imageEvents'
import { PhotoReview } from '#contract/images'
import { isForAPerson } from '#contract/repeatRelation'
import { CheckId, type BatchId } from '#contract/values'
import type { CommandContext, Contexts, QueryContext } from '../../context.ts'
import { groupByEvent } from '../events/grouping.ts'
import type { EventPhoto } from '../events/grouping.ts'
import { findBatch } from '../queries/batches.ts'
import { checkRow, checkRows, checksByIds, updateCheck } from '../queries/checks.ts'
import { repeatsOf } from '../queries/repeats.ts'
import type { ImageCheckRow } from '../tables.ts'
import { measurementOf } from './judging.ts'
import { takeReviewBack, tellLibrary } from './tellLibrary.ts'

type Handlers = SliceHandlers<typeof imageEvents, Contexts>

/** What was noted of one photo, and what stood there before. */
interface Noted {
  readonly id: CheckId
  readonly before: GivenAnswers
  readonly after: GivenAnswers
}

type GivenAnswers = Pick<ImageCheckRow, 'review' | 'reviewed_by' | 'reviewed_at'>

/** Choosing among the photos of one event; only the last choice can be taken back. */
export function eventHandlers(): Handlers {
  let last: readonly Noted[] = []
  return {
    events: readEvents,

    async pickBest(context, { best, others }) {
      const ids = [...new Set([...best, ...others])]
      const noted: Noted[] = []
      for (const id of ids) noted.push(...(await noteScene(context, id, !best.includes(id))))
      const checks = await checksByIds(context.db, ids)
      for (const check of checks) await tellLibrary(context, check)
      context.afterCommit(() => {
        last = noted
        return Promise.resolve()
      })
      return checks
    },

    async unpick(context, { ids }) {
      const isAll = last.length > 0 && last.every(({ id }) => ids.includes(id))
      if (!isAll) throw new WorkspaceError('images.not-undoable')
      for (const noted of last) await putBack(context, noted)
      const restored = last.map(({ id }) => id)
      const checks = await checksByIds(context.db, restored)
      for (const check of checks) {
        await (check.review === null ? takeReviewBack : tellLibrary)(context, check)
      }
      context.afterCommit(() => {
        last = []
        return Promise.resolve()
      })
      return checks
    },
  }
}

async function readEvents(
  { db }: QueryContext,
  { batchId }: { batchId: BatchId },
): Promise<PhotoEvent[]> {
  if ((await findBatch(db, batchId)) === null) throw new WorkspaceError('images.unknown-batch')
  const rows = (await checkRows(db, batchId)).filter(({ kind }) => kind === 'photo')
  const repeats = await repeatsOf(
    db,
    rows.map(({ id }) => CheckId.parse(id)),
  )
  const photos = rows.flatMap((row): EventPhoto[] => {
    const isRepeat = (repeats.get(row.id) ?? []).some(
      ({ relation, decision }) =>
        decision?.outcome === 'repeat' || (!isForAPerson(relation) && decision === null),
    )
    const photo = isRepeat ? null : photoOf(row)
    return photo === null ? [] : [photo]
  })
  const known = new Map(photos.map((photo) => [photo.id, photo]))
  return groupByEvent(photos).map((ids) => eventOf(ids.flatMap((id) => known.get(id) ?? [])))
}

function photoOf(row: ImageCheckRow): EventPhoto | null {
  const measurement = measurementOf(row)
  const look = measurement?.look ?? null
  if (measurement === null || look === null) return null
  const { taken } = measurement
  return {
    id: row.id,
    takenAt: taken.at,
    place: taken.place,
    look: Buffer.from(look, 'base64'),
    folder: row.path === null ? '' : dirname(row.path),
  }
}

function eventOf(photos: readonly EventPhoto[]): PhotoEvent {
  const times = photos.flatMap(({ takenAt }) => takenAt ?? []).sort()
  return {
    checkIds: photos.map(({ id }) => CheckId.parse(id)),
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
    placeKnown: photos.some(({ place }) => place !== null),
  }
}

const nothingSeen: PhotoReview = {
  offTopic: false,
  hurtsImage: false,
  badAngle: false,
  emptyVenue: false,
  repeatedScene: false,
}

/** The other four answers stay as they were given. Empty where nothing is to be noted. */
async function noteScene(
  { db, writer, actor, clock, record }: CommandContext,
  id: CheckId,
  repeatedScene: boolean,
): Promise<Noted[]> {
  const row = await checkRow(db, id)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  const before = row.review === null ? null : PhotoReview.parse(JSON.parse(row.review))
  // A picked photo that nobody has looked through yet stays without a checklist.
  if (before === null ? !repeatedScene : before.repeatedScene === repeatedScene) return []
  const after = {
    review: JSON.stringify({ ...nothingSeen, ...before, repeatedScene }),
    reviewed_by: actor.id,
    reviewed_at: clock.now(),
  }
  await updateCheck(writer, id, after)
  record('image_check', id, ['review', 'reviewed_by', 'reviewed_at'])
  return [{ id, before: answersOf(row), after }]
}

/** @throws WorkspaceError `images.not-undoable` when somebody has answered since */
async function putBack(
  { db, writer, record }: CommandContext,
  { id, before, after }: Noted,
): Promise<void> {
  const row = await checkRow(db, id)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  const isAsNoted =
    row.review === after.review &&
    row.reviewed_by === after.reviewed_by &&
    row.reviewed_at === after.reviewed_at
  if (!isAsNoted) throw new WorkspaceError('images.not-undoable')
  await updateCheck(writer, id, before)
  record('image_check', id, ['review', 'reviewed_by', 'reviewed_at'])
}

function answersOf({ review, reviewed_by, reviewed_at }: ImageCheckRow): GivenAnswers {
  return { review, reviewed_by, reviewed_at }
}
