import { lookDistance } from './look.ts'

/** What of a photo tells where and when it was taken, and how it looks. */
export interface EventPhoto {
  readonly id: string
  /** As the camera's clock had it, without zone: `2026-11-21T09:30:00`; null when it does not say. */
  readonly takenAt: string | null
  /** Degrees, WGS 84; null when the file does not say. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null
  /** See `lookOf`. */
  readonly look: Uint8Array
  /** Photos of one drop of files from one folder were most likely taken together. */
  readonly folder: string
}

/** A pause longer than this, in minutes, begins another event. */
export const longestPause = 60
/** Metres between two places that are still one: a site and its car park, and a phone's error. */
export const samePlaceWithin = 500
/** Difference of look within which photos without a time are taken for one scene. */
export const sameLookWithin = 14

/** Photos of one event; alone in it, a photo may still be told what is kept of the same event. */
export interface GroupedPhotos {
  readonly ids: readonly string[]
  /** Those of them that are in the library. */
  readonly kept: readonly string[]
}

/**
 * The same, with what the library holds of each event: photos taken within the same pause and place,
 * or, where neither says when, those that look like one scene. Groups have at least two photos, with
 * the kept ones counted.
 */
export function groupWithKept(
  photos: readonly EventPhoto[],
  kept: readonly EventPhoto[],
): GroupedPhotos[] {
  return allGroups(photos)
    .map((group) => ({
      ids: inOrder(group),
      kept: inOrder(kept.filter((one) => group.some((photo) => isOneEvent(photo, one)))),
    }))
    .filter(({ ids, kept }) => ids.length + kept.length > 1)
}

function isOneEvent(one: EventPhoto, other: EventPhoto): boolean {
  const [first, second] = [minuteOf(one), minuteOf(other)]
  if (first !== null && second !== null) {
    return Math.abs(first - second) <= longestPause && isSamePlace(one, other)
  }
  return first === null && second === null && toLook(one, other) <= sameLookWithin
}

/**
 * Photos of one event, put together so that a person sees them side by side and picks the best
 * ("foto berulang", Melaka 13.6). Photos with a time belong together when no long pause and no
 * change of place lies between them; one without a time joins those it looks like in its folder.
 * Groups have at least two photos, come in the order of their first photo, and hold their photos by
 * time and otherwise by likeness, so that shots of one scene stand together.
 */
export function groupByEvent(photos: readonly EventPhoto[]): string[][] {
  return groupWithKept(photos, []).map(({ ids }) => [...ids])
}

/** Also those of one photo. */
function allGroups(photos: readonly EventPhoto[]): EventPhoto[][] {
  const parents = new Map(photos.map(({ id }) => [id, id]))
  const rootOf = (id: string): string => {
    const parent = parents.get(id) ?? id
    return parent === id ? id : rootOf(parent)
  }
  const join = (one: EventPhoto, other: EventPhoto) =>
    void parents.set(rootOf(other.id), rootOf(one.id))

  const timed = photos.filter((photo) => minuteOf(photo) !== null).toSorted(byTime)
  for (const [at, photo] of timed.entries()) {
    // Two cameras at two places run side by side: the last one taken *here* is what counts.
    for (let before = at - 1; before >= 0; before--) {
      const earlier = timed[before]
      if (earlier === undefined || minutesBetween(earlier, photo) > longestPause) break
      if (!isSamePlace(earlier, photo)) continue
      join(earlier, photo)
      break
    }
  }
  for (const inFolder of gathered(photos, ({ folder }) => folder)) {
    for (const photo of inFolder.filter((one) => minuteOf(one) === null)) {
      for (const other of inFolder) {
        if (other !== photo && toLook(other, photo) <= sameLookWithin) join(other, photo)
      }
    }
  }

  return gathered(photos, ({ id }) => rootOf(id))
}

/** Those of one key together, in the order in which the keys first come. */
function gathered(
  photos: readonly EventPhoto[],
  keyOf: (photo: EventPhoto) => string,
): EventPhoto[][] {
  const groups = new Map<string, EventPhoto[]>()
  for (const photo of photos) {
    const key = keyOf(photo)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [photo])
    else group.push(photo)
  }
  return [...groups.values()]
}

/** Null also for a moment that no calendar has: cameras whose clock was never set write zeros. */
function minuteOf({ takenAt }: EventPhoto): number | null {
  const moment = takenAt === null ? NaN : Date.parse(`${takenAt}Z`)
  return Number.isNaN(moment) ? null : moment / 60_000
}

function minutesBetween(earlier: EventPhoto, later: EventPhoto): number {
  return (minuteOf(later) ?? 0) - (minuteOf(earlier) ?? 0)
}

function byTime(one: EventPhoto, other: EventPhoto): number {
  return minutesBetween(other, one)
}

function isSamePlace(one: EventPhoto, other: EventPhoto): boolean {
  // A camera that knows no place was most likely where the others were.
  return one.place === null || other.place === null
    ? true
    : metresBetween(one.place, other.place) <= samePlaceWithin
}

/** On a sphere of the Earth's mean radius, by the haversine formula. */
export function metresBetween(
  one: { latitude: number; longitude: number },
  other: { latitude: number; longitude: number },
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const up = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2
  const across = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const shrink = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude))
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(up + shrink * across))
}

/** By time where it is known; each of the others after the one that it looks most like. */
function inOrder(group: readonly EventPhoto[]): string[] {
  const ordered = group.filter((photo) => minuteOf(photo) !== null).toSorted(byTime)
  for (const photo of group.filter((one) => minuteOf(one) === null)) {
    let nearest = ordered.length - 1
    for (const [at, other] of ordered.entries()) {
      const best = ordered[nearest]
      if (best === undefined || toLook(photo, other) < toLook(photo, best)) nearest = at
    }
    ordered.splice(nearest + 1, 0, photo)
  }
  return ordered.map(({ id }) => id)
}

function toLook(one: EventPhoto, other: EventPhoto): number {
  return lookDistance(one.look, other.look)
}
