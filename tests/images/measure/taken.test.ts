import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { takenOf } from '../../../src/main/workspace/images/measure/taken.ts'
import { drawing } from '../folder.ts'

async function exifWith(exif: Readonly<Record<string, string>>): Promise<Buffer | undefined> {
  const bytes = await drawing(64, 64)
    .jpeg()
    .withExif({ IFD2: { ...exif } })
    .toBuffer()
  return (await sharp(bytes).metadata()).exif
}

async function exifAt(
  latitude: string,
  north: string,
  longitude: string,
  east: string,
): Promise<Buffer | undefined> {
  const gps = { GPSLatitude: latitude, GPSLatitudeRef: north }
  const across = { GPSLongitude: longitude, GPSLongitudeRef: east }
  const bytes = await drawing(64, 64)
    .jpeg()
    .withExif({ IFD3: { ...gps, ...across } })
    .toBuffer()
  return (await sharp(bytes).metadata()).exif
}

describe('when a picture was taken', () => {
  it.each([
    ['2026:11:21 09:30:00', '2026-11-21T09:30:00'],
    ['2024:02:29 23:59:59', '2024-02-29T23:59:59'],
    ['2026:02:29 09:30:00', null],
    ['0000:00:00 00:00:00', null],
    ['    :  :     :  :  ', null],
    ['semalam', null],
  ])('%s is %s', async (written, expected) => {
    expect(takenOf(await exifWith({ DateTimeOriginal: written })).at).toBe(expected)
  })

  it('is when it was digitized where nothing else is said', async () => {
    const exif = await exifWith({ DateTimeDigitized: '2026:11:20 08:00:00' })
    expect(takenOf(exif).at).toBe('2026-11-20T08:00:00')
  })
})

describe('where a picture was taken', () => {
  // 3° 9′ 12″ is 3 + 9/60 + 12/3600.
  it.each([
    ['3/1 9/1 12/1', 'N', '101/1 41/1 43/1', 'E', { latitude: 3.15333, longitude: 101.69528 }],
    ['3/1 9/1 12/1', 'S', '101/1 41/1 43/1', 'W', { latitude: -3.15333, longitude: -101.69528 }],
    ['0/1 0/1 0/1', 'N', '0/1 0/1 0/1', 'E', null],
    ['91/1 0/1 0/1', 'N', '101/1 0/1 0/1', 'E', null],
    ['3/0 9/1 12/1', 'N', '101/1 0/1 0/1', 'E', null],
  ])('%s %s, %s %s', async (latitude, north, longitude, east, expected) => {
    const { place } = takenOf(await exifAt(latitude, north, longitude, east))
    if (expected === null) expect(place).toBeNull()
    else {
      expect(place?.latitude).toBeCloseTo(expected.latitude, 4)
      expect(place?.longitude).toBeCloseTo(expected.longitude, 4)
    }
  })
})

it('nonsense says nothing and does no harm', () => {
  const nothing = { at: null, place: null }
  expect(takenOf(undefined)).toEqual(nothing)
  expect(takenOf(Buffer.alloc(0))).toEqual(nothing)
  expect(takenOf(Buffer.from('Exif\0\0II*\0ÿÿÿÿ', 'latin1'))).toEqual(nothing)
  expect(takenOf(Buffer.alloc(4_000, 0xff))).toEqual(nothing)
})
