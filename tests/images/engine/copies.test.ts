import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { folderWith, jpeg, png } from '../folder.ts'
import { check, checked, libraryOf, sourcesIn, told } from './checking.ts'

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
