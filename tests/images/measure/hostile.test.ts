import { createServer } from 'node:net'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { writtenPng } from '../../support/hostilePictures.ts'
import { drawing, folderWith, jpeg, png } from '../folder.ts'
import { codeOf, codeOfFile, limits, measureBytes } from './measuring.ts'

function lyingPng(width: number, height: number): Buffer {
  return writtenPng(width, height, Buffer.alloc(1_000))
}

describe('files that are not whole', () => {
  it('are damaged, wherever the end is missing', async () => {
    const whole = await jpeg()
    const halves = {
      'first 5 %': whole.subarray(0, Math.floor(whole.length * 0.05)),
      'first 95 %': whole.subarray(0, Math.floor(whole.length * 0.95)),
      'all but the last two bytes': whole.subarray(0, -2),
      'the first 20 bytes': whole.subarray(0, 20),
    }
    for (const [what, bytes] of Object.entries(halves)) {
      expect(await codeOf('a.jpg', bytes), what).toBe('damaged')
    }
  })

  it.each(['png', 'webp', 'gif', 'tiff', 'avif'] as const)(
    'half a %s is damaged',
    async (format) => {
      const whole = await drawing(640, 400).toFormat(format).toBuffer()
      expect(await codeOf(`a.${format}`, whole.subarray(0, whole.length / 2))).toBe('damaged')
    },
  )

  it('bytes changed within a PNG are noticed by its checksums', async () => {
    const bytes = Buffer.from(await png())
    for (let at = 0; at < 8; at++) {
      const place = Math.floor(bytes.length / 2) + at
      bytes[place] = (bytes[place] ?? 0) ^ 0x5a
    }
    expect(await codeOf('a.png', bytes)).toBe('damaged')
  })

  it('bytes changed within a JPEG are noticed where the decoder stumbles over them', async () => {
    const bytes = Buffer.from(await jpeg())
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 400)
    expect(await codeOf('a.jpg', bytes)).toBe('damaged')
  })

  it('a header that lies about the size is damaged', async () => {
    expect(await codeOf('a.png', lyingPng(4_000, 3_000))).toBe('damaged')
  })

  it('a file that begins as GIF and goes on as JPEG is damaged', async () => {
    const bytes = Buffer.concat([Buffer.from('GIF89a'), await jpeg()])
    expect(await codeOf('a.jpg', bytes)).toBe('damaged')
  })

  it('bytes after the end of a JPEG harm nobody', async () => {
    const bytes = Buffer.concat([await jpeg(), Buffer.from('<?php system($_GET["c"]); ?>')])
    expect(await codeOf('a.jpg', bytes)).toBe('measured')
  })
})

describe('files that are not pictures', () => {
  it.each([
    ['text', 'Selamat pagi', null],
    ['HTML', '<!doctype html><html><body><svg></svg></body></html>', null],
    ['PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n', 'PDF'],
    ['BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(100)]), 'BMP'],
    ['a ZIP', Buffer.from('504b0304140000000000', 'hex'), 'ZIP'],
    ['an executable', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'EXE'],
    ['another XML', '<?xml version="1.0"?><note><svg/></note>', 'XML'],
  ])('%s named .jpg is not supported, whatever its name', async (_, content, measured) => {
    expect(await measureBytes('a.jpg', Buffer.from(content))).toMatchObject({
      unreadable: { code: 'unsupported-format', measured, required: 'JPEG, PNG, WebP' },
    })
  })

  it('an empty file is called empty', async () => {
    expect(await codeOf('a.jpg', Buffer.alloc(0))).toBe('empty-file')
    const folder = folderWith({ 'a.jpg': '' })
    expect(await codeOfFile(join(folder, 'a.jpg'))).toBe('empty-file')
  })

  it('HEIC is named as such, with what to do', async () => {
    const brand = Buffer.from('0000001866747970686569630000000068656963' + '6d696631', 'hex')
    const bytes = Buffer.concat([brand, Buffer.alloc(500)])
    expect(await measureBytes('a.jpg', bytes)).toMatchObject({
      unreadable: { code: 'heic-not-supported', measured: 'HEIC' },
    })
  })
})

describe('files that are too large', () => {
  it('a small file of many pixels is refused by its header', async () => {
    const bomb = writtenPng(16_000, 16_000, Buffer.alloc(16_000 * 2_001))
    expect(bomb.length).toBeLessThan(50_000)
    await expect(
      sharp(bomb, { limitInputPixels: false }).resize(8).toBuffer(),
      'the picture is a real one',
    ).resolves.toBeInstanceOf(Buffer)
    expect(await measureBytes('a.png', bomb)).toMatchObject({
      unreadable: {
        code: 'too-many-pixels',
        measured: '16000×16000 px = 256 MP',
        required: '100 MP',
        width: 16_000,
        height: 16_000,
      },
    })
  })

  it('a header that promises 3,600 MP is refused too', async () => {
    expect(await codeOf('a.png', lyingPng(60_000, 60_000))).toBe('too-many-pixels')
  })

  it('a file of many bytes is not even read', async () => {
    const folder = folderWith({ 'a.jpg': '' })
    const path = join(folder, 'a.jpg')
    truncateSync(path, 40_000_000_000)
    expect(await measure({ kind: 'file', path, rawPath: null }, limits)).toMatchObject({
      unreadable: {
        code: 'too-many-bytes',
        measured: '40000 MB',
        required: '100 MB',
        bytesHash: null,
      },
    })
  })

  it('the byte limit holds for pasted bytes as well, and is inclusive', async () => {
    const bytes = await jpeg(64, 64)
    const atLimit = { megapixels: 1, megabytes: bytes.length / 1_000_000 }
    const source = { kind: 'bytes', name: 'a.jpg', bytes } as const
    expect((await measure(source, atLimit)).kind).toBe('measured')
    const below = { ...atLimit, megabytes: (bytes.length - 1) / 1_000_000 }
    expect(await measure(source, below)).toMatchObject({ unreadable: { code: 'too-many-bytes' } })
  })

  it('very long strips are measured, not decoded into trouble', async () => {
    const strip = await sharp({
      create: { width: 1, height: 200_000, channels: 3, background: '#123' },
    })
      .png()
      .toBuffer()
    expect(await measureBytes('a.png', strip)).toMatchObject({
      measurement: { width: 1, height: 200_000 },
    })
  })
})

describe('SVG', () => {
  const around = (content: string, attributes = 'width="1200" height="630"') =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
    )

  it('never shows another file: a picture beside it stays out', async () => {
    const folder = folderWith({
      'secret.png': await sharp({
        create: { width: 10, height: 10, channels: 3, background: '#f00' },
      })
        .png()
        .toBuffer(),
    })
    const path = join(folder, 'a.svg')
    for (const link of ['secret.png', join(folder, 'secret.png'), `file://${folder}/secret.png`]) {
      writeFileSync(
        path,
        around(`<image xlink:href="${link}" href="${link}" width="1200" height="630"/>`),
      )
      const measured = await measure({ kind: 'file', path, rawPath: null }, limits)
      // Nothing else is drawn, so without the other file nothing is to be seen.
      expect(measured).toMatchObject({ measurement: { format: 'svg', blank: true } })
    }
  })

  it('asks nobody on the network', async () => {
    let asked = 0
    const server = createServer(() => asked++)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const link = `http://127.0.0.1:${port}/a.png`
    expect(
      await codeOf(
        'a.svg',
        around(`<image href="${link}" width="9" height="9"/><rect width="9"/>`),
      ),
    ).toBe('measured')
    await new Promise((resolve) => server.close(resolve))
    expect(asked).toBe(0)
  })

  it('external entities and their multiplication are refused', async () => {
    const external = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const laughs = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY x "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]>`
    for (const prolog of [external, laughs]) {
      const bytes = Buffer.concat([Buffer.from(prolog), around('<text y="50">&x;</text>')])
      expect(await codeOf('a.svg', bytes)).not.toBe('measured')
    }
  })

  it('of 100000×100000 has too many pixels', async () => {
    const huge = around('<rect width="9" height="9"/>', 'width="100000" height="100000"')
    expect(await codeOf('a.svg', huge)).toBe('too-many-pixels')
  })

  it('is recognised after prolog, comment and document type', async () => {
    const before =
      '<?xml version="1.0"?><!-- <b> --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">'
    const bytes = Buffer.concat([Buffer.from(before), around('<circle r="99"/>')])
    expect(await codeOf('a.svg', bytes)).toBe('measured')
  })
})
