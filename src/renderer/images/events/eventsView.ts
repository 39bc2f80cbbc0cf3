import type { PhotoEvent } from '#contract/imageEvents'
import type { CheckedImage } from '#contract/images'
import type { Formats } from '../../words/formats'
import { isSetAside } from '../imagesView'

/** Photos of one event, to be seen side by side. */
export interface EventGroup {
  readonly key: string
  readonly event: PhotoEvent
  readonly photos: readonly CheckedImage[]
}

/** What a person changed and may not have saved, by check: picked or not. */
export type Picks = ReadonlyMap<string, boolean>

/** Photos that left the batch meanwhile are left out, and with them what is no choice any more. */
export function groupsOf(
  events: readonly PhotoEvent[],
  checks: readonly CheckedImage[],
): EventGroup[] {
  const known = new Map(checks.map((check) => [check.id, check]))
  return events.flatMap((event) => {
    const photos = event.checkIds.flatMap((id) => known.get(id) ?? [])
    const [first] = photos
    return first && photos.length + event.kept.length > 1 ? [{ key: first.id, event, photos }] : []
  })
}

/**
 * Which photos of a group are picked. Before a person touches them: none where nothing was said of
 * the group yet, otherwise those that were not set aside.
 */
export function pickedOf({ photos }: EventGroup, picks: Picks): Set<CheckedImage['id']> {
  const wasSaid = photos.some(isSetAside)
  const isPicked = (photo: CheckedImage) => picks.get(photo.id) ?? (wasSaid && !isSetAside(photo))
  return new Set(photos.filter(isPicked).map(({ id }) => id))
}

/** `open`: nobody has chosen among the photos of this group yet. */
export type PickState = 'picked' | 'left' | 'open'

export function pickState(photo: CheckedImage, picked: ReadonlySet<CheckedImage['id']>): PickState {
  if (picked.has(photo.id)) return 'picked'
  return picked.size > 0 || isSetAside(photo) ? 'left' : 'open'
}

/** The photos of which saving would note something else than is noted now. */
function changedBy(
  { photos }: EventGroup,
  picked: ReadonlySet<CheckedImage['id']>,
): CheckedImage[] {
  return photos.filter((photo) => isSetAside(photo) === picked.has(photo.id))
}

/**
 * Whether there is a choice to save; of a group of which all are picked nothing is to be noted.
 * `repeated`: none is picked, which may be the choice where the library has photos of the event.
 */
export type SaveState = 'none' | 'all' | 'settled' | 'ready' | 'repeated'

export function canSave(group: EventGroup, picked: ReadonlySet<CheckedImage['id']>): boolean {
  const state = saveState(group, picked)
  return state === 'ready' || state === 'repeated'
}

export function saveState(group: EventGroup, picked: ReadonlySet<CheckedImage['id']>): SaveState {
  const changed = changedBy(group, picked).length > 0
  if (picked.size === 0 && group.event.kept.length === 0) return 'none'
  if (picked.size === 0) return changed ? 'repeated' : 'settled'
  if (changed) return 'ready'
  return picked.size === group.photos.length ? 'all' : 'settled'
}

/** What `images.pickBest` is asked for. */
export function choiceOf(
  { photos }: EventGroup,
  picked: ReadonlySet<CheckedImage['id']>,
): { best: CheckedImage['id'][]; others: CheckedImage['id'][] } {
  const ids = photos.map(({ id }) => id)
  return {
    best: ids.filter((id) => picked.has(id)),
    others: ids.filter((id) => !picked.has(id)),
  }
}

/**
 * From when to when the photos were taken, as the camera's clock had it; null where no photo says.
 * The clock names no zone: taken for Malaysia's, whose times are written, it stays as it is.
 */
export function spanOf({ from, to }: PhotoEvent, format: Formats): string | null {
  if (from === null || to === null) return null
  const first = `${from}+08:00`
  const last = `${to}+08:00`
  if (format.moment(first) === format.moment(last)) return format.moment(first)
  if (format.day(first) !== format.day(last)) {
    return `${format.moment(first)} – ${format.moment(last)}`
  }
  return `${format.day(first)}, ${format.time(first)}–${format.time(last)}`
}
