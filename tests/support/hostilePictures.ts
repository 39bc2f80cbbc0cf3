import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Sharp } from 'sharp'

export type HostilePictures = ReadonlyMap<string, Uint8Array>

const side = 9_990

/** One colour: what it takes to decode depends on the size, and little on what is seen. */
function flat(width: number, height = width, channels: 3 | 4 = 3): Sharp {
  const background = channels === 3 ? '#336699' : { r: 51, g: 102, b: 153, alpha: 0.4 }
  return sharp({ create: { width, height, channels, background }, limitInputPixels: false })
}

function noise(width: number, height: number): Sharp {
  const samples = Buffer.alloc(width * height * 3)
  let state = 7
  for (let at = 0; at < samples.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    samples[at] = state >> 16
  }
  return sharp(samples, { raw: { width, height, channels: 3 } })
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of black and white whose header promises this size, whatever its data hold. */
export function writtenPng(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function svg(content: string, attributes = 'width="1200" height="630"', before = ''): Buffer {
  return Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`,
  )
}

/** As large as may be, in every way that a decoder has to hold whole, and row by row. */
async function large(): Promise<[string, Buffer][]> {
  const interlaced = await flat(side).png({ progressive: true }).toBuffer()
  const within = `<image width="9" height="9" href="data:image/png;base64,${interlaced.toString('base64')}"/>`
  const colour = { chromaSubsampling: '4:4:4' }
  return [
    [
      'progressive.jpg',
      await flat(side)
        .jpeg({ progressive: true, ...colour })
        .toBuffer(),
    ],
    [
      'progressive-allowed.jpg',
      await flat(6_400)
        .jpeg({ progressive: true, ...colour })
        .toBuffer(),
    ],
    ['phone-50-mp.jpg', await flat(8_160, 6_120).jpeg().toBuffer()],
    ['on-its-side.jpg', await flat(7_000).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    ['interlaced.png', interlaced],
    ['interlaced-allowed.png', await flat(6_400).png({ progressive: true }).toBuffer()],
    ['deep-interlaced.png', await deep(3_900).png({ progressive: true }).toBuffer()],
    ['not-interlaced.png', await flat(side).png().toBuffer()],
    ['black-and-white.png', writtenPng(16_000, 16_000, Buffer.alloc(16_000 * 2_001))],
    ['avif-allowed.avif', await flat(3_600).avif({ effort: 0 }).toBuffer()],
    ['large.avif', await flat(5_000).avif({ effort: 0 }).toBuffer()],
    ['allowed.gif', await flat(6_900).gif({ effort: 1 }).toBuffer()],
    ['lossless.webp', await flat(8_100).webp({ lossless: true, effort: 0 }).toBuffer()],
    ['noise.webp', await noise(3_000, 3_000).webp({ lossless: true, effort: 0 }).toBuffer()],
    ['one-tile.tiff', await oneTile()],
    ['picture-within.svg', svg(within)],
    ['strip.png', await flat(1, 200_000).png().toBuffer()],
  ]
}

function deep(width: number): Sharp {
  return flat(width, width, 4).toColourspace('rgb16')
}

function oneTile(): Promise<Buffer> {
  const tile = { tile: true, tileWidth: 4_096, tileHeight: 4_096 }
  return flat(4_096)
    .tiff({ compression: 'deflate', ...tile })
    .toBuffer()
}

/** Not whole, not what they say, or more than they say. */
async function dishonest(): Promise<[string, Buffer][]> {
  const jpeg = await noise(1_200, 630).jpeg().toBuffer()
  const png = await noise(1_200, 630).png().toBuffer()
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
  const changed = Buffer.from(jpeg)
  changed.fill(0xff, changed.length / 2, changed.length / 2 + 400)
  const laughs = ['b', 'c', 'd', 'e', 'f', 'g', 'h']
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at] ?? 'a'};`.repeat(10)}">`)
    .join('')
  const animation = await sharp([png, await noise(1_200, 630).negate().png().toBuffer()], {
    join: { animated: true },
  })
    .gif({ effort: 1 })
    .toBuffer()
  return [
    ['half.jpg', half(jpeg)],
    ['half.png', half(png)],
    ['changed.jpg', changed],
    ['header-only.jpg', jpeg.subarray(0, 20)],
    ['lying.png', writtenPng(4_000, 3_000, Buffer.alloc(1_000))],
    ['lying-3600-mp.png', writtenPng(60_000, 60_000, Buffer.alloc(1_000))],
    ['gif-then-jpeg.jpg', Buffer.concat([Buffer.from('GIF89a'), jpeg])],
    ['more-after-the-end.jpg', Buffer.concat([jpeg, Buffer.alloc(1_000_000, 'PK')])],
    ['text.jpg', Buffer.from('Selamat pagi')],
    ['program.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['empty.jpg', Buffer.alloc(0)],
    ['phone.heic', Buffer.from('0000001866747970686569630000000068656963' + '6d696631', 'hex')],
    ['animated.gif', animation],
    [
      'entity.svg',
      svg('&x;', undefined, '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
    [
      'laughs.svg',
      svg('<text>&h;</text>', undefined, `<!DOCTYPE svg [<!ENTITY a "ha">${laughs}]>`),
    ],
    ['huge.svg', svg('<rect width="9" height="9"/>', 'width="100000" height="100000"')],
  ]
}

/** Files as somebody might send them who means no good, by name. */
export async function hostilePictures(): Promise<HostilePictures> {
  return new Map([...(await large()), ...(await dishonest())])
}
