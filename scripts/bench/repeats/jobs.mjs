/** One process of the measurement: does the jobs it is sent, and says what became of each pair. */
import sharp from 'sharp'
import { scene } from '../../../tests/support/pictures.ts'
import { CandidateIndex } from '../../../src/main/workspace/images/repeats/candidates.ts'
import { bestAtEachPlace } from '../../../src/main/workspace/images/repeats/parts/bestAtPlace.ts'
import { PartIndex } from '../../../src/main/workspace/images/repeats/parts/partIndex.ts'
import { partsOf } from '../../../src/main/workspace/images/repeats/parts/parts.ts'
import { judged, see } from '../../../tests/images/repeats/seen.ts'
import { editsOf } from './edits.mjs'
import { compareSeries, groupedByLook } from './events.mjs'
import { countFound } from './found.mjs'
import { page, poster } from './originals.mjs'
import { readPhotograph } from './photographs.mjs'
import { seldomFound, touched, untouched } from './relations.mjs'
import { postersWith } from './reuse.mjs'
import { framedSeries, takenSeries } from './series.mjs'
import { siblingsOf } from './siblings.mjs'

/**
 * @typedef {import('./originals.mjs').Sentences} Sentences
 * @typedef {{ kind: 'photograph', path: string }
 *   | { kind: 'poster', seed: number, at: number, sentences: Sentences }
 *   | { kind: 'siblings', seed: number, sentences: Sentences }
 *   | { kind: 'edits', seed: number, sentences: Sentences }
 *   | { kind: 'reuse', path: string, others: string[], seed: number, sentences: Sentences }
 *   | { kind: 'found', path: string }
 *   | { kind: 'found-drawn', drawn: 'poster' | 'page', seed: number, at: number, sentences: Sentences }
 *   | { kind: 'taken', seed: number, sentences: Sentences }
 *   | { kind: 'framed', path: string, seed: number, sentences: Sentences }
 *   | { kind: 'strangers', paths: string[], posters: number, seed: number, sentences: Sentences }
 * } Job
 * @typedef {import('./photographs.mjs').Original} Original
 * @typedef {import('../../../tests/images/repeats/seen.ts').Seen} Seen
 */

sharp.concurrency(1)
sharp.cache(false)

/** @param {import('./tally.mjs').Said} said */
function tell(said) {
  process.send?.(said)
}

/**
 * @param {import('./tally.mjs').Expected} expected
 * @param {string} row
 * @param {import('./tally.mjs').Judged | null} judgement
 * @param {string} name
 */
function count(expected, row, judgement, name) {
  const relation = judgement?.relation ?? 'different'
  const isRejected = relation === 'certain' || relation === 'identical-pixels'
  const outcome = isRejected ? 'rejected' : relation === 'likely' ? 'decision' : 'missed'
  const why = judgement === null ? 'not proposed' : (judgement.doubt ?? '')
  const detail = `${name} ${why} ${JSON.stringify(judgement?.figures)}`
  tell({ done: false, expected, row, outcome, detail })
}

/** @param {string} kind @param {Original} original */
async function repeats(kind, { name, bytes, extent }) {
  const seen = await see(bytes)
  for (const [relation, change] of Object.entries(untouched)) {
    const copy = await see(await change(bytes, extent))
    count('untouched', `${kind}: ${relation}`, await judged(seen, copy), name)
    if (!/q60|avif q50|webp q80/.test(relation)) continue
    count('untouched', `${kind}: ${relation}, copy first`, await judged(copy, seen), name)
  }
  for (const [relation, change] of Object.entries(touched)) {
    const expected = seldomFound.includes(relation) ? 'often' : 'found'
    const judgement = await judged(seen, await see(await change(bytes, extent)))
    count(expected, `${kind}: ${relation}`, judgement, name)
  }
}

/** As the check says it: a person decides. */
const shownWithin = { relation: 'likely', doubt: null }

/** @param {Original[]} originals */
async function strangers(originals) {
  const index = new CandidateIndex()
  /** @type {Map<string, Seen>} */
  const all = new Map()
  for (const { name, bytes } of originals) {
    const seen = await see(bytes)
    const near = new Set(index.near(seen.fingerprint).map(({ id }) => id))
    for (const [id, other] of all) {
      const judgement = near.has(id) ? await judged(other, seen) : null
      count('stranger', 'different originals', judgement, `${id} ${name}`)
    }
    all.set(name, seen)
    index.add(name, seen.fingerprint)
  }
}

/** @param {string} name @param {AsyncGenerator<{ kind: string, one: Buffer, other: Buffer }>} pairs */
async function siblings(name, pairs) {
  for await (const { kind, one, other } of pairs) {
    const [first, second] = [await see(one), await see(other)]
    // Either may be the one that is kept.
    count('sibling', `sibling: ${kind}`, await judged(first, second), name)
    count('sibling', `sibling: ${kind}`, await judged(second, first), `${name}, other first`)
  }
}

/** @param {Original} original @param {boolean} isDrawn */
function find(original, isDrawn) {
  return countFound(original, (relation, isFound, detail) =>
    tell({ done: false, find: { isDrawn, relation, isFound, detail } }),
  )
}

/** @type {import('./events.mjs').Tell} */
function tellOfEvent(row, judgement, name) {
  count('event', row, judgement, name)
}

/** @param {Job} job */
async function perform(job) {
  switch (job.kind) {
    case 'photograph':
      return repeats('photo', await readPhotograph(job.path))
    case 'poster':
      return repeats('poster', await poster(job.seed, job.at, job.sentences))
    case 'siblings':
      return siblings(
        `siblings ${job.seed}`,
        siblingsOf(job.seed, job.sentences, await scene(job.seed)),
      )
    case 'edits':
      return siblings(`edits ${job.seed}`, editsOf(job.seed, job.sentences, await scene(job.seed)))
    case 'reuse': {
      const { bytes } = await readPhotograph(job.path)
      const photograph = await see(bytes)
      const kept = new PartIndex()
      kept.add(job.path, partsOf(photograph.picture.sketch), photograph.picture.sketch)
      for (const other of job.others) {
        const { sketch } = (await see((await readPhotograph(other)).bytes)).picture
        kept.add(other, partsOf(sketch), sketch)
      }
      for (const { layout, bytes: reusing } of await postersWith(bytes, job.seed, job.sentences)) {
        const poster = await see(reusing)
        const { sketch } = poster.picture
        const found = bestAtEachPlace(kept.near(partsOf(sketch), sketch))
        const shown = new Set(found.map(({ id }) => id))
        const row = `poster over a photo of the library, ${layout}`
        const judgement = await judged(photograph, poster)
        const isShown = shown.has(job.path) && judgement?.relation !== 'certain'
        count('often', row, isShown ? shownWithin : judgement, job.path)
        for (const other of job.others) {
          const judgement = shown.has(other) ? shownWithin : null
          count('stranger', 'poster over another photo', judgement, `${job.path} ${other}`)
        }
      }
      return
    }
    case 'found':
      return find(await readPhotograph(job.path), false)
    case 'found-drawn': {
      const draw = job.drawn === 'poster' ? poster : page
      return find(await draw(job.seed, job.at, job.sentences), true)
    }
    case 'taken': {
      const all = takenSeries()
      for (const [at, series] of all.entries()) {
        await compareSeries(series, 'taken', job.seed + at, job.sentences, tellOfEvent)
      }
      tell({ done: false, grouped: await groupedByLook(all) })
      return
    }
    case 'framed': {
      const series = await framedSeries(job.path, job.seed)
      return compareSeries(series, 'framed', job.seed, job.sentences, tellOfEvent)
    }
    case 'strangers': {
      const originals = await Promise.all(job.paths.map(readPhotograph))
      for (let at = 0; at < job.posters; at++) {
        originals.push(await poster(job.seed + at, at, job.sentences))
      }
      return strangers(originals)
    }
  }
}

/** Of this process since it began. */
function processorSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

process.on('message', (/** @type {Job} */ job) => {
  perform(job).then(
    () => tell({ done: true, processorSeconds: processorSeconds() }),
    (/** @type {unknown} */ error) => {
      console.error(error)
      process.exit(1)
    },
  )
})
