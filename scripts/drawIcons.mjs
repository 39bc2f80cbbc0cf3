import { readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'

// Draws the application's icon.png, icon-256.png and icon.ico from icon.svg: node scripts/drawIcons.mjs

const here = (/** @type {string} */ name) => new URL(`../resources/icons/${name}`, import.meta.url)
const drawing = readFileSync(here('icon.svg'))

/** @param {number} size in pixels */
function draw(size) {
  return sharp(drawing, { density: 288 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: size > 64 })
    .toBuffer()
}

/**
 * Windows' icon file: a header, a directory entry of 16 bytes per picture, then PNG pictures.
 * @param {readonly { size: number, png: Buffer }[]} pictures
 */
function icoOf(pictures) {
  const header = Buffer.alloc(6)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length + 16 * pictures.length
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(16)
    // One byte each; 256 is written as 0.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)])
}

const sizes = [16, 24, 32, 48, 64, 128, 256]
const pictures = await Promise.all(sizes.map(async (size) => ({ size, png: await draw(size) })))
writeFileSync(here('icon.ico'), icoOf(pictures))
writeFileSync(here('icon-256.png'), await draw(256))
writeFileSync(here('icon.png'), await draw(512))
