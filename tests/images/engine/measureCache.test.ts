import { rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openMeasureCache } from '../../../src/main/hosts/cli/measureCache.ts'
import type { MeasureCache } from '../../../src/main/workspace/images/engine/measureCache.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import type { ImagePool } from '../../../src/main/workspace/images/workers/pool.ts'
import { jpeg, png, testFolder, testPool } from '../folder.ts'
import { check, checked, sourcesIn } from './checking.ts'

/** A pool that notes how often files were measured. */
function counting(): { pool: ImagePool; measured: () => number } {
  const pool = testPool()
  let count = 0
  return {
    pool: {
      ...pool,
      run: (task, options) => {
        if (task.name === 'measure') count += 1
        return pool.run(task, options)
      },
    },
    measured: () => count,
  }
}

const longAgo = new Date('2026-01-02T03:04:05.678Z')

describe('a second check of unchanged files', () => {
  async function checkedBefore() {
    const folder = testFolder()
    const cache = openMeasureCache(testFolder())
    const at = (name: string) => join(folder, name)
    await writeFile(at('a.jpg'), await jpeg(1200, 630))
    await writeFile(at('b.png'), await png(800, 800))
    await writeFile(at('teks.jpg'), 'bukan imej')
    for (const name of ['a.jpg', 'b.png', 'teks.jpg']) await utimes(at(name), longAgo, longAgo)
    await check(folder, { cache })
    return { folder, cache, at }
  }

  it('measures nothing again, and says the same', async () => {
    const { folder, cache } = await checkedBefore()
    const { pool, measured } = counting()
    const again = await checked(await sourcesIn(folder), { cache, pool })
    // What could not be read is tried again.
    expect(measured()).toBe(1)
    expect(again).toEqual(await checked(await sourcesIn(folder)))
  })

  it('measures a file again whose content changed, though size and date are what they were', async () => {
    const { folder, cache, at } = await checkedBefore()
    const { size } = await stat(at('a.jpg'))
    const other = await jpeg(1200, 630, 7)
    const same = Buffer.concat([other, Buffer.alloc(Math.max(0, size - other.length))])
    await writeFile(at('a.jpg'), same.subarray(0, size))
    await utimes(at('a.jpg'), longAgo, longAgo)
    const { pool, measured } = counting()
    await check(folder, { cache, pool })
    expect(measured()).toBe(2)
  })

  it('measures again under other limits', async () => {
    const { folder, cache } = await checkedBefore()
    const { pool, measured } = counting()
    const limits = { ...defaultSizeRules.limits, megapixels: 0.7 }
    const told = await check(folder, { cache, pool, rules: { ...defaultSizeRules, limits } })
    expect(measured()).toBe(3)
    expect(told[0]).toBe('a.jpg: unreadable too-many-pixels')
  })

  it('does not trust what was written to only a moment ago', async () => {
    const { folder, cache, at } = await checkedBefore()
    const now = new Date()
    await writeFile(at('c.png'), await png(900, 600))
    await utimes(at('c.png'), now, now)
    await check(folder, { cache })
    const { pool, measured } = counting()
    await utimes(at('c.png'), longAgo, longAgo)
    await check(folder, { cache, pool })
    expect(measured()).toBe(2)
  })

  it('goes on where the cache is damaged or gone', async () => {
    const { folder, cache, at } = await checkedBefore()
    const spoilt: MeasureCache = {
      get: () => Promise.resolve(Buffer.from('rosak')),
      put: () => Promise.resolve(),
    }
    const expected = await check(folder)
    expect(await check(folder, { cache: spoilt })).toEqual(expected)
    const unwritable = openMeasureCache(at('teks.jpg'))
    expect(await check(folder, { cache: unwritable })).toEqual(expected)
    await rm(at('b.png'))
    expect(await check(folder, { cache })).toEqual([expected[0], expected[2]])
  })
})
