import { dirname } from 'node:path'
import { WorkspaceError } from '#contract/errors'
import type { PhotoEvent } from '#contract/imageEvents'
import { isForAPerson } from '#contract/repeatRelation'
import { CheckId, ImageId, type BatchId } from '#contract/values'
import type { QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { groupWithKept } from '../events/grouping.ts'
import type { EventPhoto } from '../events/grouping.ts'
import type { Measurement } from '../measure/measurement.ts'
import { findBatch } from '../queries/batches.ts'
import { checkRows } from '../queries/checks.ts'
import { choicesOf, isAmong } from '../queries/choices.ts'
import { takenOn, untimedSince, type MeasuredImage } from '../queries/keptPhotos.ts'
import { repeatsOf } from '../queries/repeats.ts'
import { isDesigned } from '../rules/designed.ts'
import type { ImageCheckRow } from '../tables.ts'
import { measurementOf } from './judging.ts'

/** Photos of a batch by event, each with what the library holds of it. */
export async function readEvents(
  { db }: QueryContext,
  { batchId }: { batchId: BatchId },
): Promise<PhotoEvent[]> {
  const batch = await findBatch(db, batchId)
  if (batch === null) throw new WorkspaceError('images.unknown-batch')
  const rows = await checkRows(db, batchId)
  const candidates = rows.flatMap((row): Candidate[] => {
    const measurement = measurementOf(row)
    return measurement !== null && isPhoto(row, measurement) ? [{ row, measurement }] : []
  })
  const repeats = await repeatsOf(
    db,
    candidates.map(({ row }) => CheckId.parse(row.id)),
  )
  const photos = candidates.flatMap(({ row, measurement }): EventPhoto[] => {
    const isRepeat = (repeats.get(row.id) ?? []).some(
      ({ relation, decision }) =>
        decision?.outcome === 'repeat' || (!isForAPerson(relation) && decision === null),
    )
    return isRepeat ? [] : photoOf(row.id, measurement, row.path === null ? '' : dirname(row.path))
  })
  const hashes = new Set(rows.flatMap(({ bytes_hash }) => bytes_hash ?? []))
  const images = (await imagesNear(db, photos, batch.started_at)).filter(
    (image) => !hashes.has(image.bytesHash) && isKeptPhoto(image),
  )
  const kept = images.flatMap(({ id, measurement }) => photoOf(id, measurement, ''))
  const known = new Map(photos.map((photo) => [photo.id, photo]))
  const names = new Map(images.map(({ id, name }) => [id, name]))
  const choices = await choicesOf(
    db,
    photos.map(({ id }) => CheckId.parse(id)),
  )
  return groupWithKept(photos, kept).map((group) => ({
    ...eventOf(group.ids.flatMap((id) => known.get(id) ?? [])),
    kept: group.kept.map((id) => ({ id: ImageId.parse(id), name: names.get(id) ?? '' })),
    canUnpick: choices.some((choice) => isAmong(choice, group.ids)),
  }))
}

interface Candidate {
  readonly row: ImageCheckRow
  readonly measurement: Measurement
}

/** Without a camera's name a photo is guessed to be a poster; what a person said stands. */
function isPhoto({ kind, kind_guessed }: ImageCheckRow, measurement: Measurement): boolean {
  if (kind === 'photo') return true
  return kind === 'poster' && kind_guessed === 1 && !isDesigned(measurement)
}

/** The library does not say whether its kind was guessed; a poster is no photo where it looks it. */
function isKeptPhoto({ kind, measurement }: MeasuredImage): boolean {
  return kind === 'photo' || (kind === 'poster' && !isDesigned(measurement))
}

/** Photos without a time are compared with what entered the library a month before at most. */
const monthMs = 31 * 86_400_000
const hourMs = 3_600_000

async function imagesNear(
  db: Reader,
  photos: readonly EventPhoto[],
  startedAt: string,
): Promise<MeasuredImage[]> {
  const days = photos.flatMap(({ takenAt }) => {
    const taken = takenAt === null ? NaN : Date.parse(`${takenAt}Z`)
    if (Number.isNaN(taken)) return []
    return [-hourMs, 0, hourMs].map((by) => new Date(taken + by).toISOString().slice(0, 10))
  })
  const untimed = photos.some(({ takenAt }) => takenAt === null)
  const since = new Date(Date.parse(startedAt) - monthMs).toISOString()
  return [
    ...(await takenOn(db, [...new Set(days)])),
    ...(untimed ? await untimedSince(db, since) : []),
  ]
}

function photoOf(id: string, { look, taken }: Measurement, folder: string): EventPhoto[] {
  if (look === null) return []
  return [{ id, takenAt: taken.at, place: taken.place, look: Buffer.from(look, 'base64'), folder }]
}

function eventOf(photos: readonly EventPhoto[]): Omit<PhotoEvent, 'kept' | 'canUnpick'> {
  const times = photos.flatMap(({ takenAt }) => takenAt ?? []).sort()
  return {
    checkIds: photos.map(({ id }) => CheckId.parse(id)),
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
    placeKnown: photos.some(({ place }) => place !== null),
  }
}
