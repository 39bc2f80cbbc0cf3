import { z } from 'zod'
import { openExif } from './exif.ts'
import type { ExifBlock } from './exif.ts'
import { degrees, textBytes } from './exifValues.ts'

/** When and where a picture was taken, as the camera wrote it. */
export const Taken = z.object({
  /** By the camera's clock, without zone: `2026-11-21T09:30:00`. */
  at: z.string().nullable(),
  /** Degrees, WGS 84. */
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
})
export type Taken = z.infer<typeof Taken>

/** Tags of EXIF 2.32: when it was taken, and of its scan or original where that is not said. */
const dateTimeOriginal = 0x9003
const dateTimeDigitized = 0x9004

/** Nulls for a block that makes no sense; it never throws, for it may come from anybody. */
export function takenOf(exif: Uint8Array | undefined): Taken {
  const block = openExif(exif)
  if (block === null) return { at: null, place: null }
  const latitude = degrees(block, 0x0002, 0x0001, 'S')
  const longitude = degrees(block, 0x0004, 0x0003, 'W')
  const known =
    latitude !== null &&
    longitude !== null &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    // What cameras write that have not found any satellite.
    !(latitude === 0 && longitude === 0)
  return {
    at: momentIn(block, dateTimeOriginal) ?? momentIn(block, dateTimeDigitized),
    place: known ? { latitude, longitude } : null,
  }
}

/** `2026:11:21 09:30:00` of the EXIF standard; zeros and blanks stand for a clock never set. */
function momentIn(block: ExifBlock, tag: number): string | null {
  const bytes = textBytes(block, block.inner, tag)
  if (bytes === null) return null
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(
    Buffer.from(bytes).toString('latin1'),
  )
  if (match === null) return null
  const [, year, month, day, hour, minute, second] = match
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const parsed = new Date(`${moment}Z`)
  // A day that the calendar does not have would be moved to another one.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(moment) ? moment : null
}
