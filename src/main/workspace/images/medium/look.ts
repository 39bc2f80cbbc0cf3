import { measureRead } from '../measure/measure.ts'
import type { MeasureLimits } from '../measure/measure.ts'
import type { Measured, Wanted } from '../measure/measurement.ts'
import { readSource } from '../measure/read.ts'
import type { PictureSource } from '../measure/read.ts'
import { mediumOf } from './sniff.ts'
import type { OtherMedium } from './sniff.ts'

/** A picture measured, or the word that the file is something else. */
export type FirstLook = Measured | { readonly kind: 'aside'; readonly medium: OtherMedium }

/** The first look at a file: a picture is measured at once, anything else only recognised. */
export async function lookAt(
  source: PictureSource,
  limits: MeasureLimits,
  wanted: Wanted,
): Promise<FirstLook> {
  const read = await readSource(source, limits.megabytes, mediumOf)
  if (!read.ok && read.aside !== undefined) return { kind: 'aside', medium: read.aside }
  return measureRead(source, read, limits, wanted)
}
