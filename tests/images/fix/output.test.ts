import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { open, scene } from '../../support/pictures.ts'
import { apart, fixed, pixelsOf, quarters } from './fixing.ts'

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="3,8.4N"/></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

/** A photo that says where it was taken, by whom and with what. */
async function told(format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  return open(await scene(12, { width: 1600, height: 900 }))
    .withExif({
      IFD0: { Make: 'Canon', Model: 'EOS R6', Artist: 'Siti Aminah', Copyright: 'Rahsia' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '3/1 8/1 24/1' },
    })
    .withXmp(xmp)
    .withIccProfile('p3')
    .toFormat(format)
    .toBuffer()
}

describe('metadata', () => {
  it.each([
    ['jpeg', 'auto'],
    ['png', 'png'],
    ['webp', 'auto'],
  ] as const)('of a %s is gone from what is written as %s', async (from, format) => {
    const original = await told(from)
    const before = await sharp(original).metadata()
    expect(before.xmp).toBeDefined()
    expect(before.icc).toBeDefined()
    expect(original.includes('Rahsia')).toBe(true)

    const { bytes } = await fixed(original, { format })
    const after = await sharp(bytes).metadata()
    const { exif, xmp: xml, iptc, icc, tifftagPhotoshop, orientation, comments } = after
    expect([exif, xml, iptc, icc, tifftagPhotoshop, orientation, comments]).toEqual(
      Array.from({ length: 7 }, () => undefined),
    )
    // And by the bytes themselves, whatever a reader makes of them.
    const text = Buffer.from(bytes).toString('latin1')
    for (const word of [
      'Exif\0',
      'Siti Aminah',
      'Rahsia',
      'Canon',
      'GPSLat',
      'xmpmeta',
      'Photoshop',
      'ICC_PROFILE',
      'iCCP',
      'eXIf',
      'iTXt',
    ]) {
      expect(text.includes(word), word).toBe(false)
    }
  })

  it('of IPTC is gone as well', async () => {
    const plain = await open(await scene(13))
      .jpeg()
      .toBuffer()
    const record = Buffer.from([0x1c, 2, 120, 0, 6, ...Buffer.from('Rahsia')])
    const block = Buffer.concat([
      Buffer.from('Photoshop 3.0\0', 'latin1'),
      Buffer.from('8BIM\x04\x04\0\0', 'latin1'),
      Buffer.from([0, 0, 0, record.length + (record.length % 2)]),
      record,
      Buffer.alloc(record.length % 2),
    ])
    const segment = Buffer.concat([Buffer.from([0xff, 0xed, 0, block.length + 2]), block])
    const original = Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)])
    expect((await sharp(original).metadata()).iptc).toBeDefined()
    const { bytes } = await fixed(original)
    expect((await sharp(bytes).metadata()).iptc).toBeUndefined()
    expect(Buffer.from(bytes).includes('Rahsia')).toBe(false)
  })
})

describe('colour', () => {
  it('of a wider space becomes sRGB', async () => {
    // The reddest red of Display P3 lies outside sRGB: clipped to its reddest.
    const p3 = await sharp({
      create: { width: 1200, height: 630, channels: 3, background: '#ff0000' },
    })
      .withIccProfile('p3', { attach: true })
      .png()
      .toBuffer()
    // Its pixels say (234, 51, 35) in P3 and mean pure red of sRGB.
    const raw = await sharp(p3, { ignoreIcc: true }).raw().toBuffer()
    expect(apart([...raw.subarray(0, 3)], [234, 51, 35])).toBeLessThanOrEqual(2)
    const made = await fixed(p3, { format: 'png' })
    expect(apart((await pixelsOf(made.bytes))(600, 300), [255, 0, 0])).toBeLessThanOrEqual(2)
  })

  it('of print becomes sRGB', async () => {
    const cmyk = await open(await scene(14))
      .toColourspace('cmyk')
      .jpeg({ quality: 95 })
      .toBuffer()
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk')
    const made = await fixed(cmyk)
    expect(await sharp(made.bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
    const expected = await sharp(cmyk).toColourspace('srgb').png().toBuffer()
    const [at, wanted] = [await pixelsOf(made.bytes), await pixelsOf(expected)]
    const places = [100, 500, 1100].flatMap((x) => [50, 300, 600].map((y) => [x, y] as const))
    const mean =
      places.reduce((sum, [x, y]) => sum + apart(at(x, y), wanted(x, y)), 0) / places.length
    expect(mean).toBeLessThan(8)
  })

  it.each([
    ['grey', (picture: Sharp) => picture.greyscale().toColourspace('b-w').png()],
    ['16 bits', (picture: Sharp) => picture.toColourspace('rgb16').png()],
  ])('of %s becomes 8-bit sRGB', async (_, drawn) => {
    const bytes = await drawn(open(await scene(15))).toBuffer()
    const made = await fixed(bytes, { format: 'png' })
    expect(await sharp(made.bytes).metadata()).toMatchObject({
      space: 'srgb',
      channels: 3,
      depth: 'uchar',
    })
  })
})

describe('the byte limit', () => {
  it.each([150_000, 120_000, 80_000])(
    'of %i is kept with the highest quality',
    async (maxBytes) => {
      const photo = await open(await scene(16))
        .jpeg({ quality: 98 })
        .toBuffer()
      const made = await fixed(photo, { maxBytes })
      expect(made.fits).toBe(true)
      expect(made.byteSize).toBeLessThanOrEqual(maxBytes)
      expect(made.quality).toBeLessThan(90)
      expect(made.quality).toBeGreaterThanOrEqual(40)
      // One step better would be above it: found again by trying every quality.
      const raw = await sharp(photo).raw().toBuffer()
      const size = async (quality: number) =>
        (
          await sharp(raw, { raw: { width: 1200, height: 630, channels: 3 } })
            .jpeg({ quality, chromaSubsampling: '4:4:4' })
            .toBuffer()
        ).length
      expect(await size(made.quality ?? 0)).toBe(made.byteSize)
      expect(await size((made.quality ?? 0) + 1)).toBeGreaterThan(maxBytes)
    },
  )

  it('that cannot be met is said, not met by ruining the picture', async () => {
    const photo = await open(await scene(16))
      .jpeg({ quality: 98 })
      .toBuffer()
    const made = await fixed(photo, { maxBytes: 6_000 })
    expect(made).toMatchObject({ fits: false, quality: 40 })
    expect(made.byteSize).toBeGreaterThan(6_000)
  })

  it('that is generous leaves quality alone', async () => {
    const photo = await open(await scene(16))
      .jpeg({ quality: 98 })
      .toBuffer()
    expect(await fixed(photo, { maxBytes: 5_000_000 })).toMatchObject({ fits: true, quality: 90 })
  })
})

describe('the format', () => {
  it('is PNG for what is flat, JPEG for what is not', async () => {
    expect(await fixed(await quarters(1200, 630))).toMatchObject({
      format: 'png',
      formatReason: 'flat',
      quality: null,
    })
    const photo = open(await scene(17))
    expect(await fixed(await photo.clone().png().toBuffer())).toMatchObject({
      format: 'jpeg',
      formatReason: 'photo',
    })
    // What JPEG has thinned out already gains nothing from being kept exactly.
    const flatJpeg = await sharp(await quarters(1200, 630))
      .jpeg()
      .toBuffer()
    expect(await fixed(flatJpeg)).toMatchObject({ format: 'jpeg', formatReason: 'photo' })
  })

  it('is PNG where something shows through, unless it is laid on a colour', async () => {
    const logo = await sharp({
      create: { width: 800, height: 420, channels: 4, background: { r: 0, g: 90, b: 0, alpha: 0 } },
    })
      .composite([{ input: await quarters(100, 100), left: 100, top: 100 }])
      .png()
      .toBuffer()
    const kept = await fixed(logo)
    expect(kept).toMatchObject({ format: 'png', formatReason: 'transparent', flattened: false })
    expect((await pixelsOf(kept.bytes))(1100, 600)[3]).toBe(0)
    const laid = await fixed(logo, { format: 'jpeg' })
    expect(laid).toMatchObject({ format: 'jpeg', formatReason: 'chosen', flattened: true })
    expect(apart((await pixelsOf(laid.bytes))(1100, 600), [255, 255, 255])).toBeLessThanOrEqual(2)
  })
})

describe('what was seen', () => {
  it('is what is made again, byte by byte', async () => {
    const photo = await open(await scene(18, { width: 1400, height: 1400 }))
      .jpeg()
      .toBuffer()
    const seen = await fixed(photo, { way: 'fill' })
    const again = await fixed(photo, { way: 'fill' }, seen.crop)
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(seen.bytes))).toBe(0)
  })
})
