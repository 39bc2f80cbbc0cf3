/**
 * How well repeated pictures are told from siblings: a table per relation, on photographs, posters
 * and other pages. Fails when a picture that is no repeat is rejected. Runs in two processes.
 *
 *   node scripts/bench/images-repeats.mjs [--set A|B|C] [--quick|--long] [--list]
 *     [--only found|events|pixels]
 *
 * `found` counts what is found of copies of many pictures, `events` what is said of photographs of one
 * event; `pixels` is the rest: what is rejected, and what never may be.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fontIsThere } from '../../tests/support/pictures.ts'
import { createFinds } from './repeats/finds.mjs'
import { photographsOf, smallPhotographsOf } from './repeats/photographs.mjs'
import { createTally } from './repeats/tally.mjs'

const processes = 2

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'B' },
    quick: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const { set, quick, long } = values
/** Sets share no seed; those after A share no sentence and no template with it. */
const firstSeed = { A: 0, B: 63_000, C: 52_000 }[set] ?? 70_000
const sentences = set === 'A' ? 'tuning' : 'reporting'
const few = { photographs: 6, posters: 3, siblings: 4, edits: 2, found: 24, drawn: 12, framed: 2 }
const usual = {
  photographs: 16,
  posters: 8,
  siblings: 12,
  edits: 6,
  found: 999,
  drawn: 48,
  framed: 12,
}
const more = { ...usual, photographs: 24, posters: 12, siblings: 16, edits: 8 }
const amounts = quick ? few : long ? more : usual

if (!(await fontIsThere())) {
  throw new Error('posters need a font: apt-get install fonts-dejavu-core')
}
const started = performance.now()
const photographs = await photographsOf(set, amounts.photographs)
const many = [...(await photographsOf(set, 1_000)), ...(await smallPhotographsOf(set))]

/** @typedef {import('./repeats/jobs.mjs').Job} Job */
/** @param {number} count @param {(at: number) => Job} job */
const repeated = (count, job) => Array.from({ length: count }, (_, at) => job(at))
/** @type {Record<string, () => Job[][]>} */
const parts = {
  pixels: pixelJobs,
  found: () => [
    many.slice(0, amounts.found).map((path) => ({ kind: 'found', path })),
    .../** @type {const} */ (['poster', 'page']).map((drawn) =>
      repeated(amounts.drawn, (at) => {
        return { kind: 'found-drawn', drawn, seed: firstSeed + 2_000 + at, at, sentences }
      }),
    ),
  ],
  events: () => [
    [{ kind: 'taken', seed: firstSeed + 3_000, sentences }],
    photographs.slice(0, amounts.framed).map((path, at) => {
      return { kind: 'framed', path, seed: firstSeed + 3_100 + at, sentences }
    }),
  ],
}
const wanted = values.only === undefined ? Object.keys(parts) : [values.only]
const jobs = inTurn(
  wanted.flatMap((part) => {
    const made = parts[part]
    if (made === undefined) throw new Error(`there is no part ${part}`)
    return made()
  }),
)

const tally = createTally(values.list)
const finds = createFinds(values.list)
/** @type {string[]} */
const remarks = []
let next = 0
let processorSeconds = 0
await Promise.all(Array.from({ length: processes }, work))
tally.print(set, photographs.length + amounts.posters)
finds.print()
for (const remark of remarks) console.log(remark)
const minutes = (/** @type {number} */ seconds) => (seconds / 60).toFixed(1)
console.log(
  `took ${minutes((performance.now() - started) / 1000)} minutes, ${minutes(processorSeconds)} of processors`,
)
if (tally.falselyRejected() > 0) process.exitCode = 1

/** @returns {Job[][]} */
function pixelJobs() {
  return [
    photographs.map((path) => ({ kind: 'photograph', path })),
    repeated(amounts.edits, (at) => ({ kind: 'edits', seed: firstSeed + 700 + at, sentences })),
    repeated(amounts.posters, (at) => ({ kind: 'poster', seed: firstSeed + at, at, sentences })),
    repeated(amounts.siblings, (at) => ({
      kind: 'siblings',
      seed: firstSeed + 500 + at,
      sentences,
    })),
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
  ]
}

/** Of each kind in turn, so that a run broken off has seen something of all. @param {Job[][]} kinds */
function inTurn(kinds) {
  const placed = kinds.flatMap((kind) =>
    kind.map((job, at) => ({ job, place: (at + 0.5) / kind.length })),
  )
  return placed.sort((one, other) => one.place - other.place).map(({ job }) => job)
}

/** @param {Extract<import('./repeats/tally.mjs').Said, { done: false }>} said */
function hear(said) {
  if ('find' in said) finds.count(said.find)
  else if ('grouped' in said) {
    const { together, pairs, mixed, groups } = said.grouped
    remarks.push(
      `shots of one event, without times: ${together} of ${pairs} pairs in one group by their looks; ` +
        `of ${groups} groups ${mixed} hold more than one event`,
    )
  } else tally.count(said)
}

/** Hands one job after the other to a process of its own. @returns {Promise<void>} */
function work() {
  const child = fork(fileURLToPath(new URL('repeats/jobs.mjs', import.meta.url)))
  let seconds = 0
  return new Promise((resolve, reject) => {
    const give = () => {
      const job = jobs[next++]
      if (job === undefined) child.disconnect()
      else child.send(job)
    }
    child.on('message', (/** @type {import('./repeats/tally.mjs').Said} */ said) => {
      if (said.done) {
        seconds = said.processorSeconds
        give()
      } else hear(said)
    })
    child.on('exit', (code) => {
      processorSeconds += seconds
      if (code === 0) resolve()
      else reject(new Error(`a process of the measurement ended with ${code}`))
    })
    give()
  })
}
