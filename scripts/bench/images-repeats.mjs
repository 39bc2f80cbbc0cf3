/**
 * How well repeated pictures are told from siblings: a table per relation, on photographs, posters
 * and other pages. Fails when a picture that is no repeat is rejected. Runs in two processes.
 *
 *   node scripts/bench/images-repeats.mjs [--set A|B|C] [--quick] [--list]
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fontIsThere } from '../../tests/support/pictures.ts'
import { photographsOf } from './repeats/photographs.mjs'
import { createTally } from './repeats/tally.mjs'

const processes = 2

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'B' },
    quick: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})
const { set, quick } = values
/** Sets share no seed; those after A share no sentence and no template with it. */
const firstSeed = { A: 0, B: 63_000, C: 52_000 }[set] ?? 70_000
const sentences = set === 'A' ? 'tuning' : 'reporting'
const amounts = quick
  ? { photographs: 6, posters: 3, siblings: 4, edits: 2 }
  : { photographs: 24, posters: 12, siblings: 16, edits: 8 }

if (!(await fontIsThere())) {
  throw new Error('posters need a font: apt-get install fonts-dejavu-core')
}
const photographs = await photographsOf(set, amounts.photographs)

/** @typedef {import('./repeats/jobs.mjs').Job} Job */
/** @param {number} count @param {(at: number) => Job} job */
const many = (count, job) => Array.from({ length: count }, (_, at) => job(at))
/** Of each kind in turn, so that a run broken off has seen something of all. */
const jobs = inTurn([
  photographs.map((path) => ({ kind: 'photograph', path })),
  many(amounts.edits, (at) => ({ kind: 'edits', seed: firstSeed + 700 + at, sentences })),
  many(amounts.posters, (at) => ({ kind: 'poster', seed: firstSeed + at, at, sentences })),
  many(amounts.siblings, (at) => ({ kind: 'siblings', seed: firstSeed + 500 + at, sentences })),
  photographs.map((path, at) => {
    const others = photographs.filter((other) => other !== path)
    return { kind: 'reuse', path, others, seed: firstSeed + 900 + at, sentences }
  }),
  [
    {
      kind: 'strangers',
      paths: photographs,
      posters: amounts.posters,
      seed: firstSeed,
      sentences,
    },
  ],
])

const tally = createTally(values.list)
let next = 0
await Promise.all(Array.from({ length: processes }, work))
tally.print(set, photographs.length + amounts.posters)
if (tally.falselyRejected() > 0) process.exitCode = 1

/** @param {Job[][]} kinds */
function inTurn(kinds) {
  const placed = kinds.flatMap((kind) =>
    kind.map((job, at) => ({ job, place: (at + 0.5) / kind.length })),
  )
  return placed.sort((one, other) => one.place - other.place).map(({ job }) => job)
}

/** Hands one job after the other to a process of its own. @returns {Promise<void>} */
function work() {
  const child = fork(fileURLToPath(new URL('repeats/jobs.mjs', import.meta.url)))
  return new Promise((resolve, reject) => {
    const give = () => {
      const job = jobs[next++]
      if (job === undefined) child.disconnect()
      else child.send(job)
    }
    child.on('message', (/** @type {import('./repeats/tally.mjs').Said} */ said) => {
      if (said.done) give()
      else tally.count(said)
    })
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`a process of the measurement ended with ${code}`))
    })
    give()
  })
}
