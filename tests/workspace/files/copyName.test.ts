import { expect, it } from 'vitest'
import { nameOfCopy } from '../../../src/main/workspace/files/copyName.ts'
import { hostileNames } from '../../images/fix/hostileNames.ts'

it.each([
  ['Gotong Royong FT04.JPG', 'jpeg', 'gotong-royong-ft04.jpg'],
  ['Majlis 14.11.2026', 'png', 'majlis-14-11-2026.png'],
  // Made to size here: the size says which one it is.
  ['poster-1200x630.jpg', 'jpeg', 'poster-1200x630.jpg'],
  ['Carta Organisasi.svg', 'png', 'carta-organisasi.png'],
  ['Lawatan YB — hari 1.MP4', 'mp4', 'lawatan-yb-hari-1.mp4'],
  ['laporan.pdf', 'pdf', 'laporan.pdf'],
  ['صورة الجسر.png', 'png', 'salinan.png'],
  ['...', 'webp', 'salinan.webp'],
  // Devices of Windows, whatever their ending.
  ['CON.jpg', 'jpeg', 'salinan-con.jpg'],
  ['lpt1.mp4', 'mp4', 'salinan-lpt1.mp4'],
  ['console.jpg', 'jpeg', 'console.jpg'],
] as const)('%j as %s becomes %s', (original, format, name) => {
  expect(nameOfCopy(original, format)).toBe(name)
})

it('is numbered where the name is in use', () => {
  const taken = new Set(['jambatan.jpg', 'jambatan-2.jpg'])
  expect(nameOfCopy('Jambatan.png', 'jpeg', (name) => taken.has(name))).toBe('jambatan-3.jpg')
})

it('can be stored anywhere, whatever the original is called', () => {
  for (const original of hostileNames) {
    const name = nameOfCopy(original, 'gif')
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.gif$/)
    expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(100)
  }
})
