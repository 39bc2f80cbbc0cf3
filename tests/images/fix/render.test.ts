import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { open, scene } from '../../support/pictures.ts'
import { apart, fixed, pixelsOf, quarters } from './fixing.ts'

const red = [255, 0, 0]
const green = [0, 255, 0]
const blue = [0, 0, 255]
const white = [255, 255, 255]

describe('the frame', () => {
  it.each(['fill', 'pad'] as const)('is exactly the size asked for: %s', async (way) => {
    for (const [width, height] of [
      [2000, 2000],
      [333, 1777],
      [1601, 900],
      [1200, 630],
      [40, 3],
    ] as const) {
      const made = await fixed(await quarters(width, height), { way })
      const { width: isWide, height: isHigh } = await sharp(made.bytes).metadata()
      expect([isWide, isHigh]).toEqual([1200, 630])
      expect([made.width, made.height]).toEqual([1200, 630])
      expect(made.byteSize).toBe(made.bytes.length)
    }
  })

  it('keeps the whole picture, with edges of the colour asked for', async () => {
    const made = await fixed(await quarters(1000, 1000), { format: 'png' })
    const at = await pixelsOf(made.bytes)
    // 630 pixels of picture between 285 of edge on either side.
    for (const x of [0, 284, 915, 1199]) expect(at(x, 300)).toEqual([11, 61, 145])
    expect(at(290, 5)).toEqual(red)
    expect(at(910, 5)).toEqual(green)
    expect(at(290, 625)).toEqual(blue)
    expect(at(910, 625)).toEqual(white)
    expect(made.edgeColour).toBe('#0b3d91')
  })

  it('leaves a picture of the right shape without edges', async () => {
    const made = await fixed(await quarters(2400, 1260), { format: 'png' })
    const at = await pixelsOf(made.bytes)
    expect([at(0, 0), at(1199, 0), at(0, 629), at(1199, 629)]).toEqual([red, green, blue, white])
    expect(made.edgeColour).toBeNull()
    expect(made.enlarged).toBe(0.5)
  })

  it('without edges is as large as the picture allows', async () => {
    const made = await fixed(await quarters(1000, 1000), { way: 'fit', format: 'png' })
    const { width, height } = await sharp(made.bytes).metadata()
    expect([width, height]).toEqual([630, 630])
  })
})

describe('the window', () => {
  it('is cut where the person put it', async () => {
    const square = await quarters(2000, 2000)
    const upper = await fixed(square, { way: 'fill', format: 'png' }, { x: 0, y: 0, zoom: 1 })
    const lower = await fixed(square, { way: 'fill', format: 'png' }, { x: 0, y: 1, zoom: 1 })
    const close = await fixed(square, { way: 'fill', format: 'png' }, { x: 1, y: 1, zoom: 2 })
    const [above, below, corner] = [
      await pixelsOf(upper.bytes),
      await pixelsOf(lower.bytes),
      await pixelsOf(close.bytes),
    ]
    // Of 1050 rows the first 1000 are the upper half; 1000 of 1050 is row 600 of 630.
    expect([above(10, 590), above(1190, 590), above(10, 610)]).toEqual([red, green, blue])
    expect([below(10, 20), below(10, 40), below(1190, 40)]).toEqual([red, blue, white])
    expect([corner(0, 0), corner(1199, 629)]).toEqual([white, white])
    expect(close.crop).toEqual({ x: 1, y: 1, zoom: 2 })
    expect(close.enlarged).toBeCloseTo(1.2, 5)
  })

  it('starts where something is to be seen', async () => {
    const bird = await sharp({
      create: { width: 200, height: 200, channels: 3, background: '#e0a080' },
    })
      .composite([
        {
          input: await open(await scene(4, { width: 180, height: 180 }))
            .png()
            .toBuffer(),
        },
      ])
      .png()
      .toBuffer()
    const sky = {
      create: { width: 1000, height: 2000, channels: 3, background: '#c8ccd0' },
    } as const
    for (const [top, from, to] of [
      [100, 0, 0.15],
      [1700, 0.85, 1],
    ] as const) {
      const picture = await sharp(sky)
        .composite([{ input: bird, left: 400, top }])
        .png()
        .toBuffer()
      const { crop } = await fixed(picture, { way: 'fill' })
      expect(crop?.x).toBe(0.5)
      expect(crop?.y).toBeGreaterThanOrEqual(from)
      expect(crop?.y).toBeLessThanOrEqual(to)
    }
  })

  it('is not spoken of where nothing is cut', async () => {
    expect((await fixed(await quarters(2400, 1260), { way: 'fill' })).crop).toBeNull()
    expect((await fixed(await quarters(2000, 2000), { way: 'pad' })).crop).toBeNull()
  })

  it('is cut from the picture as a person sees it, upright', async () => {
    // Lying on its side, with the note that it is to be turned a quarter to the right.
    const upright = await quarters(1000, 2000)
    const lying = await sharp(upright).rotate(-90).withMetadata({ orientation: 6 }).png().toBuffer()
    expect((await sharp(lying).metadata()).width).toBe(2000)
    const choices = { way: 'fill', width: 1000, height: 1000, format: 'png' } as const
    const made = await fixed(lying, choices, { x: 0, y: 0, zoom: 1 })
    const at = await pixelsOf(made.bytes)
    expect([at(10, 10), at(990, 10), at(10, 990)]).toEqual([red, green, red])
    expect(made.original).toEqual({ width: 1000, height: 2000 })
  })
})

describe('edges', () => {
  it('take the colour most of the picture’s edge has', async () => {
    const sign = { create: { width: 60, height: 100, channels: 3, background: '#00ff00' } } as const
    const picture = await sharp({
      create: { width: 800, height: 800, channels: 3, background: '#c0392b' },
    })
      .composite([{ input: sign, left: 0, top: 300 }])
      .png()
      .toBuffer()
    const made = await fixed(picture, { backdrop: { kind: 'edge' }, format: 'png' })
    expect(made.edgeColour).toBe('#c0392b')
    expect((await pixelsOf(made.bytes))(5, 315)).toEqual([0xc0, 0x39, 0x2b])
  })

  it('are the picture itself, out of focus', async () => {
    const photo = await scene(8, { width: 900, height: 900 })
    const bytes = await open(photo).png().toBuffer()
    const made = await fixed(bytes, { backdrop: { kind: 'blur' }, format: 'png' })
    expect(made.edgeColour).toBeNull()
    // The same by another way: the middle band of the whole picture at full size, then blurred.
    const expected = await sharp(bytes)
      .resize(1200, 1200)
      .extract({ left: 0, top: 285, width: 1200, height: 630 })
      .blur(32)
      .png()
      .toBuffer()
    const [at, wanted] = [await pixelsOf(made.bytes), await pixelsOf(expected)]
    const differences = [20, 100, 200, 270, 930, 1000, 1100, 1180].flatMap((x) =>
      [20, 150, 315, 480, 610].map((y) => apart(at(x, y), wanted(x, y))),
    )
    expect(Math.max(...differences)).toBeLessThanOrEqual(10)
    // Another picture has other edges.
    const other = await fixed(
      await open(await scene(9, { width: 900, height: 900 }))
        .png()
        .toBuffer(),
      {
        backdrop: { kind: 'blur' },
        format: 'png',
      },
    )
    const otherAt = await pixelsOf(other.bytes)
    expect(
      Math.max(...[20, 200, 1000].map((x) => apart(at(x, 300), otherAt(x, 300)))),
    ).toBeGreaterThan(20)
  })

  it('lie behind what is see-through', async () => {
    const half = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 4,
        background: { r: 255, g: 0, b: 0, alpha: 0.5 },
      },
    })
      .png()
      .toBuffer()
    const made = await fixed(half, { backdrop: { kind: 'colour', colour: '#0000ff' } })
    expect(made.flattened).toBe(true)
    expect(apart((await pixelsOf(made.bytes))(600, 315), [128, 0, 128])).toBeLessThanOrEqual(3)
  })
})
