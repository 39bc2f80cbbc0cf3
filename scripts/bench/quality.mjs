/**
 * How often the warnings on quality are right: precision and recall per finding, through the very
 * path that the check takes. Set A is for choosing limits; set B, with other pictures, sentences and
 * seeds, is what counts. Fails when a finding is right less than nine times in ten on set B.
 *
 *   node scripts/bench/quality.mjs [--set tuning] [--share 0.25] [--posters 240] [--list code]
 */
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { fontIsThere } from '../../tests/support/pictures.ts'
import { measure } from '../../src/main/workspace/images/measure/measure.ts'
import { defaultSizeRules } from '../../src/main/workspace/images/rules/defaults.ts'
import { guessKind } from '../../src/main/workspace/images/rules/kind.ts'
import { findingsFor } from '../../src/main/workspace/images/rules/verdict.ts'
import { randomFrom } from '../../tests/support/drawing.ts'
import { damages } from './quality/damage.mjs'
import { emptyPictures, templatePosters, textPosters } from './quality/posters.mjs'
import { originals } from './quality/photographs.mjs'
import { rawOf } from './quality/pixels.mjs'

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'reporting' },
    share: { type: 'string', default: '0.25' },
    posters: { type: 'string', default: '240' },
    list: { type: 'string' },
  },
})
const set = values.set === 'tuning' ? 'tuning' : 'reporting'
/** The share of damages that each photograph gets. */
const share = Number(values.share)
const posters = Number(values.posters)

const codes = /** @type {const} */ ([
  'blurred',
  'dark',
  'overexposed',
  'little-content',
  'odd-shape',
  'heavy-compression',
  'enlarged',
  'small-text',
  'faint-text',
])

/** @typedef {{ right: number, wrong: number, missed: number, silent: number }} Count */
/** @returns {Map<string, Count>} */
const none = () =>
  new Map(codes.map((code) => [code, { right: 0, wrong: 0, missed: 0, silent: 0 }]))
/** With the kind that a person says, and with the one that is guessed of a file by itself. */
const counts = { said: none(), guessed: none() }
/** @typedef {{ of: number, said: Map<string, number> }} Row */
/** @type {Map<string, Row>} */
const byCase = new Map()

/** @param {'photo' | 'poster'} kind @param {string} group @param {import('./quality/posters.mjs').Case} one */
async function judge(kind, group, one) {
  const source = /** @type {const} */ ({ kind: 'bytes', name: 'x', bytes: one.bytes })
  const measured = await measure(source, defaultSizeRules.limits)
  if (measured.kind !== 'measured') throw new Error(`${one.name} cannot be read`)
  const codesOf = (
    /** @type {import('../../src/main/workspace/images/rules/kind.ts').JudgedKind} */ as,
  ) => findingsFor(measured.measurement, as, defaultSizeRules).map(({ code }) => code)
  const said = codesOf({ kind, isGuessed: false })
  const named = { ...measured.measurement, name: one.name }
  const guessed = codesOf({ kind: guessKind(named), isGuessed: true })
  /** @type {Row} */
  const row = byCase.get(group) ?? { of: 0, said: new Map() }
  byCase.set(group, row)
  row.of++
  for (const code of codes) {
    const is = said.includes(code)
    if (is) row.said.set(code, (row.said.get(code) ?? 0) + 1)
    if (one.open.includes(code)) continue
    const holds = one.true.includes(code)
    add(counts.said.get(code), holds, is)
    add(counts.guessed.get(code), holds, guessed.includes(code))
    if ((values.list === code || values.list === 'all') && is !== holds) {
      console.error(
        is ? 'WRONG ' : 'MISSED',
        code,
        one.name,
        JSON.stringify(measured.measurement.quality),
      )
    }
  }
}

/** @param {Count | undefined} count @param {boolean} holds @param {boolean} is */
function add(count, holds, is) {
  if (count === undefined) return
  if (holds) count[is ? 'right' : 'missed']++
  else count[is ? 'wrong' : 'silent']++
}

sharp.concurrency(1)
sharp.cache(false)
if (!(await fontIsThere()))
  throw new Error('posters need a font: apt-get install fonts-dejavu-core')
const pictures = await originals(set)
for (const [at, original] of pictures.entries()) {
  const picture = await rawOf(
    sharp(original.bytes, { limitInputPixels: 100_000_000 })
      .autoOrient()
      .flatten({ background: '#808080' })
      .resize(4_000, 4_000, { fit: 'inside', withoutEnlargement: true }),
  )
  const random = randomFrom(at + (set === 'tuning' ? 1_000 : 2_000))
  for (const [number, damage] of damages.entries()) {
    const innocent = damage.true === undefined && damage.open === undefined
    // Drawn backgrounds have no focus and no exposure: they only must not be accused.
    if (!original.photo && !(innocent && number < 4)) continue
    if (random() >= (innocent && number < 4 ? 1 : share)) continue
    const bytes = await damage.make(picture, Math.floor(random() * 2 ** 31))
    if (bytes === null) continue
    const open = [...(damage.open ?? []), ...(original.faint ? ['faint-text'] : [])]
    const one = { name: `${damage.name}: ${original.name}`, bytes, true: damage.true ?? [], open }
    const group = original.photo ? damage.name : `drawn background, ${damage.name}`
    await judge(original.photo ? 'photo' : 'poster', group, one)
  }
}
for await (const one of textPosters(set, posters)) await judge('poster', 'poster, text', one)
for await (const one of templatePosters(set, posters / 2))
  await judge('poster', 'poster, template', one)
for await (const one of emptyPictures(set, posters / 6)) await judge('photo', 'nothing to see', one)

console.log(
  `set ${set}: ${pictures.filter(({ photo }) => photo).length} photographs, ${pictures.filter(({ photo }) => !photo).length} drawn backgrounds\n`,
)
for (const [name, { of, said }] of byCase) {
  const cells = [...said].map(([code, count]) => `${code} ${count}`)
  console.log(`${name.padEnd(52)} ${String(of).padStart(4)}  ${cells.join(', ')}`)
}
let failed = false
for (const [kinds, counted] of Object.entries(counts)) {
  console.log(`\nkinds as ${kinds}`)
  console.log(
    [
      'finding'.padEnd(20),
      'holds',
      'right',
      'wrong',
      'missed',
      'precision',
      'recall',
      'at 1 in 20',
    ].join('  '),
  )
  for (const [code, { right, wrong, missed, silent }] of counted) {
    const precision = right / (right + wrong)
    const recall = right / (right + missed)
    // What precision would be if only one picture in twenty had this fault.
    const rate = wrong / (wrong + silent)
    const rare = (0.05 * recall) / (0.05 * recall + 0.95 * rate)
    // Of guessed kinds some findings are never told; those that are must be right as often.
    if (precision < 0.9 || (kinds === 'said' && Number.isNaN(precision))) failed = true
    const cells = [right + missed, right, wrong, missed].map((value) => String(value).padStart(5))
    const shares = [precision, recall, rare].map((value) => value.toFixed(3).padStart(8))
    console.log([code.padEnd(20), ...cells, ...shares].join('  '))
  }
}
if (failed && set === 'reporting') process.exitCode = 1
