import { randomFillSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectNode } from '../setup/context.mjs'
import { installProgram } from '../setup/systemLibraries.mjs'
import { alternate, rowsOf } from './support/alternate.mjs'
import { goalLine, share } from './support/goals.mjs'
import { thumbnailsOf } from './support/thumbnails.mjs'

const files = 120
const kept = 10_000
/** Checked before those that count, while the comparing of posters is still being compiled. */
const firstPosters = 30
const posters = 200
const rounds = 5

/**
 * Reading, hashing, decoding, fingerprinting and looking up among 10,000 library pictures, by the
 * task and the processes the check uses, once they run; against libvips' thumbnailer on the same
 * files. The same with everything a check measures besides. And how long one dropped poster takes to
 * its verdict, in a library that holds posters of its template.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'image-lookup',
  run: async (context) => {
    await installProgram(context, 'libvips-tools', 'vipsthumbnail')
    const folder = mkdtempSync(join(tmpdir(), 'image-lookup-'))
    const pictures = join(folder, 'pictures')
    mkdirSync(pictures)
    const engine = await openEngine()
    try {
      const draw = join(context.root, 'scripts/bench/support/drawPictures.mjs')
      await context.run(projectNode(context.root), [draw, pictures, String(files)])
      const names = readdirSync(pictures).map((name) => join(pictures, name))
      const measured = await alternate(
        [
          { name: 'vipsthumbnail ×2', run: () => thumbnailsOf(names, folder) },
          { name: 'up to lookup', run: () => engine.lookUpAll(names, engine.sketched) },
          { name: 'with quality', run: () => engine.lookUpAll(names, engine.measured) },
        ],
        rounds,
      )
      const { first, waits } = await engine.checkPosters(folder)
      const [vips, lookup] = measured
      return [
        ...rowsOf(measured, files),
        goalLine(
          `up to lookup among ${kept}, of vipsthumbnail's speed`,
          (vips?.seconds ?? NaN) / (lookup?.seconds ?? NaN),
          1.1,
          'at least',
        ),
        `the first ${firstPosters} posters after a start: ${first.map((ms) => ms.toFixed(0)).join(' ')} ms`,
        `one 1200×630 poster to its verdict: median ${share(waits, 0.5).toFixed(0)} ms`,
        goalLine('one poster to its verdict, 95th percentile', share(waits, 0.95), 60, 'ms'),
      ]
    } finally {
      engine.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** The engine from our sources, with a library: half of it noise, half posters with other texts. */
async function openEngine() {
  const { openImagePool } = await import('../../src/main/workspace/images/workers/pool.ts')
  const { measureIn, sketchIn } = await import('../../src/main/workspace/images/workers/ask.ts')
  const { checkImages } = await import('../../src/main/workspace/images/engine/run.ts')
  const { CandidateIndex } = await import('../../src/main/workspace/images/repeats/candidates.ts')
  const { partBytes, partsOf } =
    await import('../../src/main/workspace/images/repeats/parts/parts.ts')
  const { fingerprintBytes } =
    await import('../../src/main/workspace/images/repeats/fingerprint.ts')
  const { defaultSizeRules } = await import('../../src/main/workspace/images/rules/defaults.ts')
  const { startNodeImageWorker } = await import('../../src/main/hosts/nodeImageWorkers.ts')
  const { drawPoster, open, posterText } = await import('../../tests/support/pictures.ts')

  const pool = openImagePool({ start: () => startNodeImageWorker() })
  const rules = defaultSizeRules
  const asking = { pool, limits: rules.limits, thumbnails: false }
  const partsOfPicture = 100
  const noiseParts = () => {
    const parts = new Uint8Array(randomFillSync(Buffer.alloc(partsOfPicture * partBytes)))
    for (let at = partBytes - 1; at < parts.length; at += partBytes)
      parts[at] = (parts[at] ?? 0) % 6
    return parts
  }
  const noise = () => new Uint8Array(randomFillSync(Buffer.alloc(fingerprintBytes)))

  /** @param {number} seed */
  const poster = async (seed) => {
    const drawn = await drawPoster({
      template: 'card',
      style: 0,
      text: posterText(seed),
      textSize: 28,
    })
    return open(drawn).jpeg({ quality: 88 }).toBuffer()
  }

  return {
    sketched: sketchIn,
    measured: measureIn,

    /**
     * @param {string[]} names
     * @param {typeof measureIn} look
     */
    async lookUpAll(names, look) {
      const index = new CandidateIndex()
      for (let id = 0; id < kept; id += 1) index.add(String(id), noise())
      const started = performance.now()
      await Promise.all(
        names.map(async (path) => {
          const measured = await look(asking, { kind: 'file', path, rawPath: null })
          if (measured.kind === 'measured') index.near(measured.fingerprint)
        }),
      )
      return { seconds: (performance.now() - started) / 1000, megabytes: 0 }
    },

    /**
     * @param {string} folder
     * @returns {Promise<{ first: number[], waits: number[] }>} milliseconds from drop to verdict: of
     *   the first as they came, of the others shortest first
     */
    async checkPosters(folder) {
      const library = await libraryOfPosters()
      // Drawn beforehand: whoever asks for a check draws nothing, and does not tidy up after it.
      const dropped = []
      for (let seed = 0; seed < firstPosters + posters; seed += 1) {
        const path = join(folder, `poster-${seed}.jpg`)
        writeFileSync(path, await poster(10_000 + seed))
        dropped.push(path)
      }
      const waits = []
      for (const path of dropped) {
        const started = performance.now()
        await checkImages({
          sources: [
            {
              id: path,
              name: path,
              source: { kind: 'file', path, rawPath: null },
              trouble: null,
              earlier: null,
            },
          ],
          kind: 'poster',
          rules,
          pool,
          library,
          onChecked: () => undefined,
        })
        waits.push(performance.now() - started)
      }
      const first = waits.slice(0, firstPosters)
      return { first, waits: waits.slice(firstPosters).sort((one, other) => one - other) }
    },

    close: () => pool.close(),
  }

  async function libraryOfPosters() {
    const ofTemplate = 40
    /** @type {Map<string, { bytes: Buffer, sketch: Uint8Array }>} */
    const held = new Map()
    const pictures = []
    for (let id = 0; id < kept; id += 1) {
      const plain = {
        id: String(id),
        name: `${id}.jpg`,
        pages: 1,
        transparent: false,
        width: 1200,
        height: 630,
      }
      const bytes = id < ofTemplate ? await poster(id) : null
      const measured =
        bytes === null ? null : await measureIn(asking, { kind: 'bytes', name: plain.name, bytes })
      if (bytes !== null && measured?.kind === 'measured') {
        held.set(plain.id, { bytes, sketch: measured.sketch })
        pictures.push({
          ...plain,
          bytesHash: measured.measurement.bytesHash,
          fingerprint: measured.fingerprint,
          designed: true,
          parts: partsOf({ ...plain, samples: measured.sketch }),
        })
      } else {
        const bytesHash = /** @type {import('#contract/values').Sha256} */ (
          id.toString(16).padStart(64, '0')
        )
        const designed = id % 2 === 0
        pictures.push({ ...plain, bytesHash, fingerprint: noise(), designed, parts: noiseParts() })
      }
    }
    return {
      pictures,
      sketchOf: (/** @type {string} */ id) => Promise.resolve(held.get(id)?.sketch ?? null),
      bytesOf: (/** @type {string} */ id) => Promise.resolve(held.get(id)?.bytes ?? null),
    }
  }
}
