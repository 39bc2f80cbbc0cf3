import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawing, png } from '../folder.ts'
import { measured } from './measuring.ts'

describe('thumbnails', () => {
  it.each([
    [1200, 630, 320, 168],
    [630, 1200, 168, 320],
    [5000, 200, 320, 13],
    [100, 50, 100, 50],
  ])('of %i×%i are %i×%i', async (width, height, shownWidth, shownHeight) => {
    const { thumbnail } = await measured('a.png', await png(width, height))
    expect(thumbnail.contentType).toBe('image/jpeg')
    expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: shownWidth,
      height: shownHeight,
    })
  })

  it('of a picture whose alpha channel hides nothing are as of one without', async () => {
    const { measurement, thumbnail } = await measured(
      'a.png',
      await drawing(1200, 630).ensureAlpha(1).png().toBuffer(),
    )
    expect([measurement.transparent, thumbnail.contentType]).toEqual([false, 'image/jpeg'])
  })

  it('keep transparency', async () => {
    const bytes = await drawing(400, 400).ensureAlpha(0.5).png().toBuffer()
    const { measurement, thumbnail } = await measured('a.png', bytes)
    expect(measurement.transparent).toBe(true)
    expect(thumbnail.contentType).toBe('image/webp')
    expect((await sharp(thumbnail.bytes).metadata()).hasAlpha).toBe(true)
  })
})
