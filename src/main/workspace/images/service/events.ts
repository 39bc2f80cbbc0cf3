import { dirname } from 'node:path'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { imageEvents, PhotoEvent } from '#contract/imageEvents'
import { PhotoReview } from '#contract/images'
import { CheckId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import { groupByEvent } from '../events/grouping.ts'
import type { EventPhoto } from '../events/grouping.ts'
import { findBatch } from '../queries/batches.ts'
import { checkRow, checkRows, checksByIds, updateCheck } from '../queries/checks.ts'
import { repeatsOf } from '../queries/repeats.ts'
import type { ImageCheckRow } from '../tables.ts'
import { measurementOf } from './judging.ts'
import { tellLibrary } from './tellLibrary.ts'

type Handlers = SliceHandlers<typeof imageEvents, Contexts>

export const eventHandlers: Handlers = {
  async events({ db }, { batchId }) {
    if ((await findBatch(db, batchId)) === null) throw new WorkspaceError('images.unknown-batch')
    const rows = (await checkRows(db, batchId)).filter(({ kind }) => kind === 'photo')
    const repeats = await repeatsOf(
      db,
      rows.map(({ id }) => CheckId.parse(id)),
    )
    const photos = rows.flatMap((row): EventPhoto[] => {
      const isRepeat = (repeats.get(row.id) ?? []).some(
        ({ relation, decision }) =>
          decision?.outcome === 'repeat' || (relation !== 'likely' && decision === null),
      )
      const photo = isRepeat ? null : photoOf(row)
      return photo === null ? [] : [photo]
    })
    const known = new Map(photos.map((photo) => [photo.id, photo]))
    return groupByEvent(photos).map((ids) => eventOf(ids.flatMap((id) => known.get(id) ?? [])))
  },

  async pickBest(context, { best, others }) {
    const ids = [...new Set([...best, ...others])]
    for (const id of ids) await noteScene(context, id, !best.includes(id))
    const checks = await checksByIds(context.db, ids)
    for (const check of checks) await tellLibrary(context, check)
    return checks
  },
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

/** The other four answers stay as they were given. */
async function noteScene(
  { db, writer, actor, clock, record }: CommandContext,
  id: CheckId,
  repeatedScene: boolean,
): Promise<void> {
  const row = await checkRow(db, id)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  const before = row.review === null ? null : PhotoReview.parse(JSON.parse(row.review))
  // A picked photo that nobody has looked through yet stays without a checklist.
  if (before === null ? !repeatedScene : before.repeatedScene === repeatedScene) return
  await updateCheck(writer, id, {
    review: JSON.stringify({ ...nothingSeen, ...before, repeatedScene }),
    reviewed_by: actor.id,
    reviewed_at: clock.now(),
  })
  record('image_check', id, ['review', 'reviewed_by', 'reviewed_at'])
}
