import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CheckOptions } from '../../../src/main/workspace/images/engine/check.ts'
import type { ImagePool } from '../../../src/main/workspace/images/workers/pool.ts'
import { drawing, folderWith, jpeg, png, testPool } from '../folder.ts'
import { check, checked, sourcesIn, told } from './checking.ts'

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
      const { measurement, fingerprint, parts } = before.measured
      const { repeats } = before
      return {
        ...source,
        earlier: { kind: 'measured' as const, measurement, fingerprint, parts, repeats },
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
