import { randomFillSync, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { goalLine, share } from './support/goals.mjs'
import { understandPageModules } from './support/pageModules.mjs'

const kept = 10_000
const posters = 40
const goal = 60

/**
 * One 1200×630 poster from its drop to its verdict, through the whole service on an encrypted
 * workspace, each time right after the poster before it was kept in a library of ten thousand.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'image-keep',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'image-keep-'))
    understandPageModules()
    const { startTestWorkspace } = await import('../../tests/support/workspace.ts')
    const test = await startTestWorkspace('sqlite')
    const { images } = test.workspace
    try {
      await drawAll(folder)
      const check = async (/** @type {string} */ name) => {
        const started = performance.now()
        const { batchId } = await images.checkFiles({ paths: [join(folder, name)], kind: 'poster' })
        const waited = performance.now() - started
        return { waited, checks: await images.checks({ batchId }) }
      }
      const keep = async (/** @type {string} */ name) => {
        const { waited, checks } = await check(name)
        const started = performance.now()
        const done = await images.keep({ ids: checks.map(({ id }) => id) })
        return { waited, keeping: performance.now() - started, came: done.kept.length }
      }
      await keep('poster-0.jpg')
      await keep('photo.jpg')
      await fill(test)
      const first = await keep('poster-1.jpg')
      const waits = []
      const keeps = []
      // One that looks like another is left for a person, and the next is then no measurement.
      let { came } = first
      for (let seed = 2; seed < posters; seed += 1) {
        const next = await keep(`poster-${seed}.jpg`)
        if (came === 1) waits.push(next.waited)
        if (next.came === 1) keeps.push(next.keeping)
        came = next.came
      }
      const p95 = share(waits, 0.95)
      return [
        `first check after the start: ${first.waited.toFixed(0)} ms`,
        `check right after a keep: median ${share(waits, 0.5).toFixed(0)} ms`,
        goalLine('check right after a keep, 95th percentile', p95, goal, 'ms'),
        `keeping: median ${share(keeps, 0.5).toFixed(0)} ms, 95th percentile ${share(keeps, 0.95).toFixed(0)} ms`,
        `library of ${kept}, ${waits.length} posters; load of the machine ${loadavg()[0]?.toFixed(1) ?? ''}`,
      ]
    } finally {
      await test.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Posters of many templates, so that each may be kept, and one photograph. @param {string} folder */
async function drawAll(folder) {
  const { drawPoster, open, posterText, scene } = await import('../../tests/support/pictures.ts')
  for (let seed = 0; seed < posters; seed += 1) {
    const drawn = await drawPoster({
      ...{ template: 'card', style: seed, text: posterText(seed), textSize: 28 },
    })
    const bytes = await open(drawn).jpeg({ quality: 88 }).toBuffer()
    writeFileSync(join(folder, `poster-${seed}.jpg`), bytes)
  }
  const photo = await open(await scene(9, { width: 1200, height: 630 }))
    .jpeg()
    .toBuffer()
  writeFileSync(join(folder, 'photo.jpg'), photo)
}

/**
 * Copies of the rows that are there, with fingerprints and parts of noise.
 * @param {import('../../tests/support/workspace.ts').TestWorkspace} test
 */
async function fill(test) {
  const { fingerprintBytes } =
    await import('../../src/main/workspace/images/repeats/fingerprint.ts')
  const { partBytes } = await import('../../src/main/workspace/images/repeats/parts/parts.ts')
  /** @type {Record<string, string | number | null>[]} */
  const rows = await test.rows('select * from image order by id')
  const noise = (/** @type {number} */ length) => randomFillSync(Buffer.alloc(length))
  const quoted = (/** @type {string | number | null} */ value) =>
    typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
  const columns = Object.keys(rows[0] ?? {})
  const copies = []
  for (let place = rows.length; place < kept; place += 1) {
    const parts = noise(100 * partBytes)
    for (let at = partBytes - 1; at < parts.length; at += partBytes)
      parts[at] = (parts[at] ?? 0) % 6
    /** @type {Record<string, string | number | null>} */
    const copy = {
      ...rows[place % rows.length],
      id: randomUUID(),
      name: `Poster ${place}.jpg`,
      bytes_hash: noise(32).toString('hex'),
      fingerprint: noise(fingerprintBytes).toString('base64'),
      parts: parts.toString('base64'),
    }
    copies.push(`(${columns.map((column) => quoted(copy[column] ?? null)).join()})`)
  }
  while (copies.length > 0) {
    await test.rows(`insert into image (${columns.join()}) values ${copies.splice(0, 50).join()}`)
  }
}
