import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { drawing, png } from '../folder.ts'
import { limits, measured } from './measuring.ts'

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

describe('what only looks a picture up', () => {
  it('makes the same of it as a check does, and measures no quality', async () => {
    const bytes = await drawing(1200, 630, 3).jpeg({ quality: 88 }).toBuffer()
    const source = { kind: 'bytes', name: 'a.jpg', bytes } as const
    const whole = await measured('a.jpg', bytes)
    const wanted = { thumbnail: false, parts: false, quality: false }
    const { measurement } = whole
    expect(measurement.quality).not.toBeNull()
    expect(await measure(source, limits, wanted)).toEqual({
      ...whole,
      thumbnail: null,
      measurement: { ...measurement, quality: null },
    })
  })
})
