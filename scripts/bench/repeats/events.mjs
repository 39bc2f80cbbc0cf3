/** What is said of photographs of one event, and of a poster over one of them. */
import { judged, see } from '../../../tests/images/repeats/seen.ts'
import { PartIndex } from '../../../src/main/workspace/images/repeats/parts/partIndex.ts'
import { bestAtEachPlace } from '../../../src/main/workspace/images/repeats/parts/bestAtPlace.ts'
import { partsOf } from '../../../src/main/workspace/images/repeats/parts/parts.ts'
import { groupByEvent } from '../../../src/main/workspace/images/events/grouping.ts'
import { lookOf } from '../../../src/main/workspace/images/events/look.ts'
import { postersWith } from './reuse.mjs'

/**
 * @typedef {import('./tally.mjs').Judged} Judged
 * @typedef {(row: string, judgement: Judged | null, name: string) => void} Tell
 */

/**
 * Every two photographs of the series as they are; then posters over the first one against the others,
 * with the first one in the library and without it.
 *
 * @param {import('./series.mjs').Series} series
 * @param {string} kind of series, for the row's name
 * @param {number} seed
 * @param {'tuning' | 'reporting'} sentences
 * @param {Tell} tell
 */
export async function compareSeries({ name, photographs }, kind, seed, sentences, tell) {
  const seen = await Promise.all(photographs.map((bytes) => see(bytes)))
  for (const [at, other] of seen.entries()) {
    for (const one of seen.slice(0, at)) tell(`${kind}: two shots`, await judged(one, other), name)
  }
  const [first, ...others] = seen
  const [bytes] = photographs
  if (first === undefined || bytes === undefined) return
  const withoutIt = new PartIndex()
  others.forEach(({ picture: { sketch } }, at) =>
    withoutIt.add(String(at), partsOf(sketch), sketch),
  )
  const withIt = new PartIndex()
  const pictures = [...others, first].map(({ picture }) => picture.sketch)
  pictures.forEach((sketch, at) => withIt.add(String(at), partsOf(sketch), sketch))
  for (const { layout, bytes: poster } of await postersWith(bytes, seed, sentences)) {
    const drawn = await see(poster)
    const { sketch } = drawn.picture
    const libraries = { 'shot kept': withIt, 'shot not kept': withoutIt }
    for (const [library, kept] of Object.entries(libraries)) {
      const found = bestAtEachPlace(kept.near(partsOf(sketch), sketch))
      const shown = new Set(found.map(({ id }) => id))
      for (const at of others.keys()) {
        const isShown = shown.has(String(at))
        const judgement = isShown ? { relation: 'likely', doubt: null } : null
        tell(`${kind}: poster, part, ${library}`, judgement, `${name} ${layout}`)
      }
    }
    for (const other of others) {
      tell(`${kind}: poster, whole`, await judged(other, drawn), `${name} ${layout}`)
    }
  }
}

/**
 * Whether series without times, all in one folder, are put together by their looks alone.
 *
 * @param {import('./series.mjs').Series[]} all
 * @returns {Promise<{ together: number, pairs: number, mixed: number, groups: number }>}
 */
export async function groupedByLook(all) {
  const photos = await Promise.all(
    all.flatMap(({ photographs }, series) =>
      photographs.map(async (bytes, at) => ({
        id: `${series} ${at}`,
        takenAt: null,
        place: null,
        look: lookOf((await see(bytes)).picture.sketch),
        folder: 'one',
      })),
    ),
  )
  const groups = groupByEvent(photos)
  const seriesOf = (/** @type {string} */ id) => id.split(' ')[0]
  const groupOf = new Map(groups.flatMap((group, at) => group.map((id) => [id, at])))
  let [together, pairs] = [0, 0]
  for (const [at, { id }] of photos.entries()) {
    for (const other of photos.slice(0, at).filter((one) => seriesOf(one.id) === seriesOf(id))) {
      pairs++
      if (groupOf.has(id) && groupOf.get(id) === groupOf.get(other.id)) together++
    }
  }
  const mixed = groups.filter((group) => new Set(group.map(seriesOf)).size > 1).length
  return { together, pairs, mixed, groups: groups.length }
}
