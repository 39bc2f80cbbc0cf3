import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type {
  CheckedSource,
  CheckOptions,
  CheckSource,
} from '../../../src/main/workspace/images/engine/check.ts'
import { collectSources } from '../../../src/main/workspace/images/engine/collect.ts'
import { emptyLibrary } from '../../../src/main/workspace/images/engine/library.ts'
import type { LibraryIndex } from '../../../src/main/workspace/images/engine/library.ts'
import { checkImages } from '../../../src/main/workspace/images/engine/run.ts'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import type { ImagePool } from '../../../src/main/workspace/images/workers/pool.ts'
import { drawing, folderWith, jpeg, png, testPool } from '../folder.ts'

const rules = defaultSizeRules

async function sourcesIn(folder: string): Promise<CheckSource[]> {
  return (await collectSources([folder])).map((source) => ({
    ...source,
    id: basename(source.name),
    earlier: null,
  }))
}

async function checked(
  sources: readonly CheckSource[],
  different: Partial<CheckOptions> = {},
): Promise<CheckedSource[]> {
  const all: CheckedSource[] = []
  await checkImages({
    sources,
    kind: null,
    rules,
    pool: different.pool ?? testPool(),
    library: emptyLibrary,
    onChecked: (one) => void all.push(one),
    ...different,
  })
  return all
}

/** `file: verdict code→of …`, a line a file. */
function told(results: readonly CheckedSource[]): string[] {
  return results.map(({ id, verdict, findings }) =>
    [
      `${id}:`,
      verdict,
      ...findings.map(({ code, of }) => (of === undefined ? code : `${code}→${basename(of)}`)),
    ].join(' '),
  )
}

async function check(folder: string, different: Partial<CheckOptions> = {}): Promise<string[]> {
  return told(await checked(await sourcesIn(folder), different))
}

async function libraryOf(pictures: Readonly<Record<string, Buffer>>): Promise<LibraryIndex> {
  const kept = await Promise.all(
    Object.entries(pictures).map(async ([name, bytes]) => {
      const measured = await measure({ kind: 'bytes', name, bytes }, rules.limits)
      if (measured.kind === 'unreadable') throw new Error(measured.unreadable.code)
      return { name, bytes, measured }
    }),
  )
  const find = (id: string) => kept.find(({ name }) => `id of ${name}` === id)
  return {
    pictures: kept.map(({ name, measured: { measurement, fingerprint } }) => {
      const { bytesHash, width, height, pages, transparent } = measurement
      const size = { width, height, pages, transparent }
      return { id: `id of ${name}`, name, bytesHash, ...size, fingerprint }
    }),
    sketchOf: (id) => Promise.resolve(find(id)?.measured.sketch ?? null),
    bytesOf: (id) => Promise.resolve(find(id)?.bytes ?? null),
  }
}

describe('a batch', () => {
  it('of all sorts of files gets a verdict for each', async () => {
    const whole = await jpeg(1200, 630, 1)
    const folder = folderWith({
      'a poster.jpg': whole,
      'b too small.jpg': await jpeg(599, 315, 2),
      'c too large.png': await png(2400, 1260, 3),
      'd truncated.jpg': whole.subarray(0, whole.length / 2),
      'e text.jpg': 'Selamat pagi',
      'f empty.png': '',
      'g really a jpeg.png': await jpeg(1200, 630, 4),
      'h cmyk.jpg': await drawing(1200, 630, 5).toColourspace('cmyk').jpeg().toBuffer(),
    })
    symlinkSync('nowhere', join(folder, 'i broken.jpg'))
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'j pipe.jpg')])
    const pipe = process.platform === 'win32' ? [] : ['j pipe.jpg: unreadable not-a-regular-file']
    expect(await check(folder)).toEqual([
      'a poster.jpg: pass',
      'b too small.jpg: reject below-minimum',
      'c too large.png: warn not-recommended-size',
      'd truncated.jpg: unreadable damaged',
      'e text.jpg: unreadable unsupported-format',
      'f empty.png: unreadable empty-file',
      'g really a jpeg.png: warn wrong-extension',
      'h cmyk.jpg: warn colour-cmyk',
      'i broken.jpg: unreadable not-found',
      ...pipe,
    ])
  })

  it('is reported in order, one after the other, whatever finishes first', async () => {
    const files: Record<string, Buffer> = { '0 slow.png': await png(5000, 4000, 1) }
    for (const seed of [2, 3, 4, 5, 6]) files[`${seed}.jpg`] = await jpeg(640, 400, seed)
    const folder = folderWith(files)
    const events: string[] = []
    await checked(await sourcesIn(folder), {
      onChecked: async ({ id }) => {
        events.push(`begin ${id}`)
        await new Promise((resolve) => setTimeout(resolve, 5))
        events.push(`end ${id}`)
      },
    })
    const ids = ['0 slow.png', '2.jpg', '3.jpg', '4.jpg', '5.jpg', '6.jpg']
    expect(events).toEqual(ids.flatMap((id) => [`begin ${id}`, `end ${id}`]))
  })

  it('uses the kind that was given, else guesses one for each picture', async () => {
    const folder = folderWith({
      'profil.png': await png(400, 400),
      'x.png': await png(400, 400, 9),
    })
    const kinds = async (different: Partial<CheckOptions>) =>
      (await checked(await sourcesIn(folder), different)).map(
        ({ kind, kindGuessed, verdict }) => `${kind} ${kindGuessed} ${verdict}`,
      )
    expect(await kinds({})).toEqual(['avatar true pass', 'poster true reject'])
    expect(await kinds({ kind: 'avatar' })).toEqual(['avatar false pass', 'avatar false pass'])
  })

  it('can be called off; what was reported holds', async () => {
    const files = await Promise.all([1, 2, 3, 4].map((seed) => jpeg(640, 400, seed)))
    const folder = folderWith(Object.fromEntries(files.map((bytes, at) => [`${at}.jpg`, bytes])))
    const callOff = new AbortController()
    const reported: string[] = []
    const running = checked(await sourcesIn(folder), {
      signal: callOff.signal,
      onChecked: ({ id }) => {
        reported.push(id)
        if (reported.length === 2) callOff.abort(new Error('enough'))
      },
    })
    await expect(running).rejects.toThrow('enough')
    expect(reported).toEqual(['0.jpg', '1.jpg'])
  })

  it('goes on where it was interrupted, and still knows what came before', async () => {
    const picture = await jpeg(1200, 630, 1)
    const folder = folderWith({ 'a.jpg': picture, 'b.jpg': picture, 'c.jpg': picture })
    const sources = await sourcesIn(folder)
    const first = await checked(sources.slice(0, 2))
    const resumed = sources.map((source, at) => {
      const before = first[at]
      if (before?.measured.kind !== 'measured') return source
      const { measurement, fingerprint } = before.measured
      return {
        ...source,
        earlier: { kind: 'measured' as const, measurement, fingerprint, repeats: before.repeats },
      }
    })
    expect(told(await checked(resumed))).toEqual(['c.jpg: reject duplicate-bytes→a.jpg'])
  })

  it('says when no process can be started', async () => {
    const pool = testPool({ start: () => Promise.reject(new Error('none')) })
    const folder = folderWith({ 'a.jpg': await jpeg(64, 64) })
    await expect(check(folder, { pool })).rejects.toMatchObject({
      reason: 'images.worker-unavailable',
    })
  })
})

describe('copies', () => {
  it('of the same bytes all repeat the first', async () => {
    const picture = await jpeg(1200, 630, 1)
    const folder = folderWith({
      'c.jpg': picture,
      'a.jpg': picture,
      'b.jpg': picture,
      'other.jpg': await jpeg(1200, 630, 2),
    })
    expect(await check(folder)).toEqual([
      'a.jpg: pass',
      'b.jpg: reject duplicate-bytes→a.jpg',
      'c.jpg: reject duplicate-bytes→a.jpg',
      'other.jpg: pass',
    ])
  })

  it('of the same pixels are told from copies of the same bytes', async () => {
    const picture = await jpeg(1200, 630, 1)
    const asPng = await sharp(picture).png().toBuffer()
    const folder = folderWith({
      'a.jpg': picture,
      'b tail.jpg': Buffer.concat([picture, Buffer.from('tail')]),
      'c.png': asPng,
      'd.webp': await sharp(picture).webp({ lossless: true }).toBuffer(),
      'e copy of c.png': asPng,
    })
    expect(await check(folder)).toEqual([
      'a.jpg: pass',
      'b tail.jpg: reject duplicate-pixels→a.jpg',
      'c.png: reject duplicate-pixels→a.jpg',
      'd.webp: reject duplicate-pixels→a.jpg',
      // Whose bytes it has, and what that one repeats.
      'e copy of c.png: reject duplicate-bytes→c.png duplicate-pixels→a.jpg',
    ])
  })

  it('of a picture that is too small are copies all the same', async () => {
    const small = await jpeg(300, 200, 1)
    const folder = folderWith({ 'a.jpg': small, 'b.jpg': small })
    expect(await check(folder)).toEqual([
      'a.jpg: reject below-minimum',
      'b.jpg: reject duplicate-bytes→a.jpg below-minimum',
    ])
  })

  it('of a damaged file are damaged', async () => {
    const half = (await jpeg()).subarray(0, 9_000)
    expect(await check(folderWith({ 'a.jpg': half, 'b.jpg': half }))).toEqual([
      'a.jpg: unreadable damaged',
      'b.jpg: unreadable damaged',
    ])
  })

  it('of a library picture repeat that one, even the first of the batch', async () => {
    const picture = await jpeg(1200, 630, 1)
    const asPng = await sharp(picture).png().toBuffer()
    const folder = folderWith({ 'a.png': asPng, 'b.jpg': picture, 'c.png': asPng })
    const library = await libraryOf({ 'Lama.jpg': picture, 'Lain.jpg': await jpeg(1200, 630, 7) })
    const results = await checked(await sourcesIn(folder), { library })
    expect(told(results)).toEqual([
      'a.png: reject duplicate-pixels→Lama.jpg',
      'b.jpg: reject duplicate-bytes→Lama.jpg',
      'c.png: reject duplicate-bytes→a.png duplicate-pixels→Lama.jpg',
    ])
    expect(results[0]?.repeats).toEqual([
      {
        of: { where: 'library', id: 'id of Lama.jpg', name: 'Lama.jpg' },
        relation: 'same-pixels',
        mirrored: false,
        changed: [],
      },
    ])
  })

  it('that went away in the meantime are not copies by guess', async () => {
    const picture = await jpeg(1200, 630, 1)
    const folder = folderWith({ 'a.jpg': picture, 'b.png': await sharp(picture).png().toBuffer() })
    const library = await libraryOf({ 'Lama.jpg': picture })
    const gone = { ...library, bytesOf: () => Promise.resolve(null) }
    const results = await check(folder, { library: gone })
    expect(results[0]).toBe('a.jpg: reject duplicate-bytes→Lama.jpg')
    expect(results[1]).not.toContain('duplicate-pixels')
  })

  it('animations with the same first frame are not the same pixels', async () => {
    const moving = async (seeds: number[]) => {
      const frames = await Promise.all(seeds.map((seed) => png(600, 315, seed)))
      return sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer()
    }
    const folder = folderWith({ 'a.gif': await moving([1, 2]), 'b.gif': await moving([1, 3]) })
    const results = await check(folder)
    expect(results.join()).not.toContain('duplicate-pixels')
    expect(results.join()).not.toContain('repeated-certain')
  })
})

describe('a process that dies during a check', () => {
  it('costs at most the file it died of', async () => {
    const files = await Promise.all([1, 2, 3, 4, 5].map((seed) => jpeg(1200, 630, seed)))
    const folder = folderWith(Object.fromEntries(files.map((bytes, at) => [`${at}.jpg`, bytes])))
    const pool = testPool()
    const dying: ImagePool = {
      ...pool,
      run: (task, options) =>
        task.name === 'measure' && task.source.kind === 'file' && task.source.path.endsWith('2.jpg')
          ? Promise.resolve({ kind: 'failed', why: 'crashed' })
          : pool.run(task, options),
    }
    writeFileSync(join(folder, '9.jpg'), files[0] ?? '')
    expect(await check(folder, { pool: dying })).toEqual([
      '0.jpg: pass',
      '1.jpg: pass',
      '2.jpg: unreadable damaged',
      '3.jpg: pass',
      '4.jpg: pass',
      '9.jpg: reject duplicate-bytes→0.jpg',
    ])
  })
})
