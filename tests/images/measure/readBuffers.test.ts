import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { giveBack, takeBuffer } from '../../../src/main/workspace/images/measure/readBuffers.ts'
import { drawing, folderWith } from '../folder.ts'

const limits = { megapixels: 100, megabytes: 100 }

describe('memory that files are read into', () => {
  it('is nobody else’s until it is given back, and then the smallest that is large enough', () => {
    const [small, large] = [takeBuffer(1_000), takeBuffer(9_000)]
    expect(small.buffer).not.toBe(large.buffer)
    giveBack(large)
    giveBack(small)
    const again = takeBuffer(900)
    expect([again.buffer, again.length]).toEqual([small.buffer, 900])
    expect(takeBuffer(900).buffer).toBe(large.buffer)
    expect(takeBuffer(900).buffer).not.toBe(small.buffer)
  })

  it('is not kept for a file that is unusually large', () => {
    const huge = takeBuffer(17 * 1024 * 1024)
    giveBack(huge)
    expect(takeBuffer(17 * 1024 * 1024).buffer).not.toBe(huge.buffer)
  })

  it('does not mix up files that are measured side by side, one after the other', async () => {
    const names = Array.from({ length: 16 }, (_, at) => `${at}.png`)
    const pictures = names.map((_, at) =>
      drawing(40 + 30 * (at % 5), 60, at)
        .png()
        .toBuffer(),
    )
    const encoded = await Promise.all(pictures)
    const folder = folderWith(
      Object.fromEntries(names.map((name, at) => [name, encoded[at] ?? Buffer.alloc(0)])),
    )
    const measureAt = (name: string) =>
      measure({ kind: 'file', path: join(folder, name), rawPath: null }, limits, {
        thumbnail: false,
        parts: true,
        quality: true,
      })
    const alone = await measureAt('0.png')
    let at = 1
    const found = new Map<string, Awaited<ReturnType<typeof measure>>>()
    const turns = Array.from({ length: 4 }, async () => {
      for (let name = names[at++]; name !== undefined; name = names[at++]) {
        found.set(name, await measureAt(name))
      }
    })
    await Promise.all(turns)
    expect(found.size).toBe(15)
    for (const [name, measured] of found) {
      const bytesHash = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')
      const width = 40 + 30 * (parseInt(name) % 5)
      expect(measured).toMatchObject({ kind: 'measured', measurement: { bytesHash, width } })
    }
    expect(await measureAt('0.png')).toEqual(alone)
  })
})
