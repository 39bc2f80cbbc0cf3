import type { Region } from '../outline.ts'
import type { FoundWithin } from './partIndex.ts'
import { sharedAreas } from './sharedAreas.ts'

type Find = Pick<FoundWithin, 'votes' | 'placement'>

/** So many times the votes of another photo at the same place, and that other one is not what is shown. */
const outvoted = 2
/** Share of a find's area in the poster from which another lies at the same place. */
const samePlace = 0.5
/** Share of another's area below which a find is a small photo laid over a large one. */
const smaller = 0.35

/**
 * One place of a poster shows one photo. Shots of one event share their background, and so some of their
 * parts, but the shot that was used has far more of them: the others at its place are left out. What
 * stands beside it, as in a collage, stays.
 * @param found photos within one poster
 */
export function bestAtEachPlace<Found extends Find>(found: readonly Found[]): Found[] {
  const placed = found.map((find) => ({ find, area: sharedAreas(find.placement)[0] }))
  const isBackground = ({ find, area }: { find: Found; area: Region }) =>
    placed.some(
      (other) =>
        other.find.votes >= outvoted * find.votes &&
        sizeOf(common(area, other.area)) >= samePlace * sizeOf(area) &&
        sizeOf(area) >= smaller * sizeOf(other.area),
    )
  return placed.filter((one) => !isBackground(one)).map(({ find }) => find)
}

function sizeOf({ width, height }: Pick<Region, 'width' | 'height'>): number {
  return Math.max(0, width) * Math.max(0, height)
}

function common(one: Region, other: Region): Pick<Region, 'width' | 'height'> {
  const along = (at: number, length: number, otherAt: number, otherLength: number) =>
    Math.min(at + length, otherAt + otherLength) - Math.max(at, otherAt)
  return {
    width: along(one.x, one.width, other.x, other.width),
    height: along(one.y, one.height, other.y, other.height),
  }
}
