import { expect, it } from 'vitest'
import { nameOfFixed } from '../../../src/main/workspace/images/fix/fileName.ts'
import { hostileNames } from './hostileNames.ts'

const poster = { width: 1200, height: 630 }

it.each([
  ['Gotong Royong FT04.JPG', 'gotong-royong-ft04-1200x630.jpg'],
  ['majlis/IMG_2001.jpeg', 'img-2001-1200x630.jpg'],
  ['C:\\Gambar\\Jambatan Sg. Muar (akhir).png', 'jambatan-sg-muar-akhir-1200x630.jpg'],
  ['Café à Melaka — São João.webp', 'cafe-a-melaka-sao-joao-1200x630.jpg'],
  ['Straße Ærø Łódź.png', 'strasse-aero-lodz-1200x630.jpg'],
  ['ﬁle №5.png', 'file-no5-1200x630.jpg'],
  ['poster-1200x630.jpg', 'poster-1200x630.jpg'],
  ['poster-400x400-2.png', 'poster-1200x630.jpg'],
  ['Majlis 14.11.2026', 'majlis-14-11-2026-1200x630.jpg'],
  ['صورة الجسر.png', 'imej-1200x630.jpg'],
  ['...', 'imej-1200x630.jpg'],
  ['.htaccess', 'htaccess-1200x630.jpg'],
  ['', 'imej-1200x630.jpg'],
  ['CON.jpg', 'con-1200x630.jpg'],
  ['lpt1.png', 'lpt1-1200x630.jpg'],
  ['a\u0000b\nc;rm -rf.png', 'a-b-c-rm-rf-1200x630.jpg'],
  ['-rf.png', 'rf-1200x630.jpg'],
])('%j becomes %s', (original, name) => {
  expect(nameOfFixed(original, poster, 'jpeg')).toBe(name)
})

it('ends as the format does, with the size it has', () => {
  expect(nameOfFixed('Logo.svg', { width: 400, height: 400 }, 'png')).toBe('logo-400x400.png')
})

it('is numbered where the name is in use', () => {
  const taken = new Set(['poster-1200x630.jpg', 'poster-1200x630-2.jpg'])
  expect(nameOfFixed('Poster.png', poster, 'jpeg', (name) => taken.has(name))).toBe(
    'poster-1200x630-3.jpg',
  )
})

it('can be stored anywhere, whatever the original is called', () => {
  for (const original of hostileNames) {
    const name = nameOfFixed(original, poster, 'jpeg')
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-1200x630\.jpg$/)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
  }
})
