/**
 * How well repeated pictures are told from siblings: a table per relation, on photographs and
 * posters. Fails when a picture that is no repeat is rejected.
 *
 *   node scripts/bench/images-repeats.mjs [folder of photographs …] [--set tuning] [--posters 36]
 *     [--siblings 36] [--longest 1600] [--seed 30000] [--list]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { drawPoster, fontIsThere, open, posterText, scene } from '../../tests/support/pictures.ts'
import { CandidateIndex } from '../../src/main/workspace/images/repeats/candidates.ts'
import { judged, see } from '../../tests/images/repeats/seen.ts'
import { touched, untouched } from './repeats/relations.mjs'
import { siblingsOf } from './repeats/siblings.mjs'

/** Photographs that Debian packages bring: `apt-get install mate-backgrounds ukui-wallpapers …`. */
const usualFolders = [
  '/usr/share/backgrounds',
  '/usr/share/wallpapers',
  '/usr/share/doc/opencv-doc',
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', default: 'reporting' },
    posters: { type: 'string', default: '24' },
    siblings: { type: 'string', default: '36' },
    longest: { type: 'string', default: '1600' },
    seed: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})
const sentences = values.set === 'tuning' ? 'tuning' : 'reporting'
const firstSeed = Number(values.seed ?? (sentences === 'tuning' ? 0 : 10_000))
const longest = Number(values.longest)

sharp.concurrency(1)
sharp.cache(false)

/** @param {string} folder @returns {string[]} */
function picturesIn(folder) {
  try {
    if (statSync(folder).isFile()) return readFileSync(folder, 'utf8').trim().split('\n')
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(jpe?g|png|webp)$/i.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** @typedef {{ name: string, bytes: Buffer, extent: { width: number, height: number } }} Original */

/** @returns {AsyncGenerator<Original>} */
async function* photographs() {
  for (const path of (positionals.length > 0 ? positionals : usualFolders).flatMap(picturesIn)) {
    const picture = sharp(readFileSync(path), { limitInputPixels: 100_000_000 }).autoOrient()
    const { width, height } = await picture.metadata()
    if (width < 1_200 || height < 630) continue
    const { data, info } = await picture
      .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#808080' })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true })
    yield { name: path, bytes: data, extent: { width: info.width, height: info.height } }
  }
}

/** @returns {AsyncGenerator<Original>} */
async function* posters() {
  for (let at = 0; at < Number(values.posters); at++) {
    const seed = firstSeed + at
    const templates = /** @type {const} */ (['notice', 'table', 'frame', 'card', 'grid', 'quote'])
    const drawn = await drawPoster({
      template: templates[at % 6] ?? 'card',
      style: seed * 7 + 3,
      textSize: 16 + (at % 5) * 4,
      text: posterText(seed, 4, sentences),
      photo: await scene(seed),
    })
    const bytes = await open(drawn).png({ compressionLevel: 1 }).toBuffer()
    yield { name: `poster ${seed}`, bytes, extent: drawn }
  }
}

/** @typedef {{ rejected: number, decision: number, missed: number }} Count */
/** @type {Map<string, Count>} */
const counts = new Map()
let falselyRejected = 0

/**
 * @param {string} row
 * @param {Awaited<ReturnType<typeof judged>>} judgement
 */
function count(row, judgement) {
  const sum = counts.get(row) ?? { rejected: 0, decision: 0, missed: 0 }
  counts.set(row, sum)
  const relation = judgement?.relation ?? 'different'
  if (relation === 'identical-pixels' || relation === 'certain') sum.rejected++
  else if (relation === 'likely') sum.decision++
  else sum.missed++
}

/** @param {string} what @param {unknown} detail */
function tell(what, detail) {
  if (values.list) console.error(what, JSON.stringify(detail))
}

/** @param {string} kind @param {AsyncGenerator<Original>} originals */
async function repeats(kind, originals) {
  /** @type {{ name: string, seen: import('../../tests/images/repeats/seen.ts').Seen }[]} */
  const all = []
  for await (const { name, bytes, extent } of originals) {
    const seen = await see(bytes)
    all.push({ name, seen })
    for (const [relation, change] of Object.entries({ ...untouched, ...touched })) {
      const judgement = await judged(seen, await see(await change(bytes, extent)))
      count(`${kind}: ${relation}`, judgement)
      if (judgement === null || judgement.relation === 'different' || relation in untouched) {
        tell(`${relation} ${name} ${judgement?.relation ?? 'not proposed'}`, judgement?.figures)
      }
    }
  }
  return all
}

/** @param {{ name: string, seen: import('../../tests/images/repeats/seen.ts').Seen }[]} all */
async function strangers(all) {
  const index = new CandidateIndex()
  let pairs = 0
  for (const { name, seen } of all) {
    for (const { id } of index.near(seen.fingerprint)) {
      const other = all.find((one) => one.name === id)
      if (other === undefined) continue
      const judgement = await judged(other.seen, seen)
      count('different originals (candidates)', judgement)
      if (judgement !== null && judgement.relation !== 'different') {
        console.error(`originals that look alike: ${judgement.relation} ${id} ${name}`)
      }
    }
    pairs += index.size
    index.add(name, seen.fingerprint)
  }
  return pairs
}

async function allSiblings() {
  for (let at = 0; at < Number(values.siblings); at++) {
    const seed = firstSeed + 500 + at
    for await (const { kind, one, other } of siblingsOf(seed, sentences, await scene(seed))) {
      const judgement = await judged(await see(one), await see(other))
      count(`sibling: ${kind}`, judgement)
      if (judgement === null) continue
      if (judgement.relation === 'certain' || judgement.relation === 'identical-pixels') {
        falselyRejected++
        console.error(`FALSELY REJECTED: ${kind}, seed ${seed}`, JSON.stringify(judgement.figures))
      } else if (judgement.figures.pixels !== null) {
        const { worstGrey, limitGrey, worstColour, limitColour } = judgement.figures.pixels
        tell(`sibling ${kind} ${seed}`, [worstGrey / limitGrey, worstColour / limitColour])
      }
    }
  }
}

if (!(await fontIsThere()))
  throw new Error('posters need a font: apt-get install fonts-dejavu-core')
const originals = [
  ...(await repeats('photo', photographs())),
  ...(await repeats('poster', posters())),
]
const pairs = await strangers(originals)
await allSiblings()

console.log(`set ${sentences}, ${originals.length} originals, ${pairs} pairs of originals`)
console.log(['relation'.padEnd(44), 'rejected', 'decision', 'missed'].join('  '))
for (const [row, { rejected, decision, missed }] of counts) {
  const cells = [rejected, decision, missed].map((value) => String(value).padStart(8))
  console.log([row.padEnd(44), ...cells].join('  '))
}
console.log(`falsely rejected siblings: ${falselyRejected}`)
if (falselyRejected > 0) process.exitCode = 1
