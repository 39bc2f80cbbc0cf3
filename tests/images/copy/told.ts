import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Stands in every block below, in some letters or other. */
export const secret = 'Rahsia'

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="3,8.4N" exif:UserComment="${secret}"/>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** Says where it was taken, by whom and with what, and is to be turned a quarter to the right. */
export function telling(picture: Sharp, orientation = 6): Sharp {
  return picture
    .withExif({
      IFD0: { Make: 'Canon', Artist: `${secret} binti Abdullah` },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '3/1 8/1 24/1' },
    })
    .withXmp(xmp)
    .withMetadata({ orientation })
}

/** With an IPTC block and a comment, which no encoder here writes. */
export function withJpegBlocks(jpeg: Buffer): Buffer {
  const record = Buffer.from([0x1c, 2, 120, 0, secret.length, ...Buffer.from(secret)])
  const photoshop = Buffer.concat([
    Buffer.from('Photoshop 3.0\0', 'latin1'),
    Buffer.from('8BIM\x04\x04\0\0', 'latin1'),
    Buffer.from([0, 0, 0, record.length + (record.length % 2)]),
    record,
    Buffer.alloc(record.length % 2),
  ])
  const segment = (marker: number, content: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, content.length + 2]), content])
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xed, photoshop),
    segment(0xfe, Buffer.from(`Catatan ${secret}`)),
    jpeg.subarray(2),
    // Phones put a second picture or a film there.
    Buffer.from(`selepas hujung ${secret}`),
  ])
}

/** With texts of all three kinds, and the time it was changed. */
export function withPngTexts(png: Buffer): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(named) >>> 0)
    return Buffer.concat([length, named, sum])
  }
  const header = 8 + 25
  return Buffer.concat([
    png.subarray(0, header),
    chunk('tEXt', Buffer.from(`Author\0${secret}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from(secret))])),
    chunk('iTXt', Buffer.from(`Title\0\0\0ms\0\0${secret}`)),
    chunk('tIME', Buffer.from([7, 234, 11, 22, 3, 30, 0])),
    png.subarray(header),
  ])
}

/** With a comment before the first frame. */
export function withGifComment(gif: Buffer): Buffer {
  const table = 3 * 2 ** (((gif[10] ?? 0) & 7) + 1)
  const at = 13 + ((gif[10] ?? 0) & 0x80 ? table : 0)
  const comment = Buffer.concat([
    Buffer.from([0x21, 0xfe, secret.length]),
    Buffer.from(secret),
    Buffer.alloc(1),
  ])
  return Buffer.concat([gif.subarray(0, at), comment, gif.subarray(at)])
}

/** An animation of `frames` frames, each of 120×80 px and two colours of its own. */
export function animation(frames: number): Sharp {
  const [width, height] = [120, 80]
  const data = Buffer.alloc(width * height * frames * 3)
  for (let pixel = 0; pixel < width * height * frames; pixel++) {
    const frame = Math.floor(pixel / (width * height))
    const inside = pixel % width > 20 * frame && pixel % width < 20 * frame + 30
    data.set(inside ? [250, 40 * frame, 10] : [10, 30, 40 + 20 * frame], pixel * 3)
  }
  return sharp(data, {
    raw: { width, height: height * frames, channels: 3, pageHeight: height },
  })
}

/** All pixels of all frames upright, in 8-bit sRGB with opacity, as a decoder of its own shows them. */
export async function shown(bytes: Uint8Array): Promise<Buffer> {
  const { pages = 1 } = await sharp(bytes).metadata()
  return sharp(bytes, { animated: pages > 1, autoOrient: pages === 1 })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer()
}

/** Largest and mean difference of levels (0–255) between two pictures of one size. */
export function apart(one: Buffer, other: Buffer): { most: number; mean: number } {
  if (one.length !== other.length) return { most: Infinity, mean: Infinity }
  let most = 0
  let sum = 0
  for (let at = 0; at < one.length; at++) {
    const difference = Math.abs((one[at] ?? 0) - (other[at] ?? 0))
    most = Math.max(most, difference)
    sum += difference
  }
  return { most, mean: sum / one.length }
}
