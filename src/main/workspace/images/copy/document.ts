import type { Sha256 } from '#contract/values'
import { readSource } from '../measure/read.ts'
import type { PictureSource } from '../measure/read.ts'
import type { MeasureLimits } from '../measure/measure.ts'
import { readDocument } from '../medium/documentFile.ts'
import { toldInPdf, withoutToldInPdf } from '../pdf/told.ts'

export type DocumentOutcome =
  | { readonly kind: 'cleaned'; readonly bytes: Uint8Array }
  /** It is encrypted, or written in a way that is not understood well enough to change it. */
  | { readonly kind: 'as-is' }
  | { readonly kind: 'failed'; readonly why: 'gone' | 'changed' | 'unreadable' }

/**
 * The same PDF without author, title, programs, dates and XMP, and without EXIF, XMP, IPTC and
 * comments of the JPEG pictures in it; every other byte stays as and where it is. The copy is read
 * again before it counts: as many pages, of the same size, and nothing said of anybody.
 * @param expected the hash of the bytes that were kept
 */
export async function copyDocument(
  source: PictureSource,
  expected: Sha256,
  limits: MeasureLimits,
): Promise<DocumentOutcome> {
  const read = await readSource(source, limits.megabytes)
  if (!read.ok) return { kind: 'failed', why: 'gone' }
  if (read.bytesHash !== expected) return { kind: 'failed', why: 'changed' }
  const told = toldInPdf(read.bytes)
  if (told === null) return { kind: 'as-is' }
  const bytes = withoutToldInPdf(read.bytes, told)
  return (await isSound(read.bytes, bytes)) ? { kind: 'cleaned', bytes } : { kind: 'as-is' }
}

async function isSound(original: Uint8Array, copy: Uint8Array): Promise<boolean> {
  const [before, after] = [await readDocument(original), await readDocument(copy)]
  if (before.kind === 'damaged' || after.kind === 'damaged') return false
  const { width, height, pages, personal } = after.content
  const sameSize = width === before.content.width && height === before.content.height
  return sameSize && pages === before.content.pages && personal.length === 0
}
