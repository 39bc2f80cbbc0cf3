import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import { MediumFacts } from '../medium/facts.ts'
import type { LookedMedium } from '../medium/facts.ts'
import type { Measured } from '../measure/measurement.ts'
import type { PictureSource } from '../measure/read.ts'
import { partsVersion } from '../repeats/parts/parts.ts'
import { sketchVersion } from '../repeats/sketch.ts'
import type { TaskLimits } from '../workers/ask.ts'
import { MeasuredResult } from '../workers/tasks.ts'

/** Where what was measured of unchanged files is kept, by name; both may fail quietly. */
export interface MeasureCache {
  get(name: string): Promise<Uint8Array | null>
  put(name: string, bytes: Uint8Array): Promise<void>
}

export type MeasuredPicture = Extract<Measured, { kind: 'measured' }>

/** A file of which everything is known. */
export type KnownFile = MeasuredPicture | LookedMedium

const Remembered = z.discriminatedUnion('kind', [
  ...MeasuredResult.options,
  z.object({ kind: z.literal('medium'), facts: MediumFacts }),
])

/** Grows whenever a measurement holds more than before, or is made differently. */
const measureVersion = 4

/** A file written to within this time of being measured might change once more unseen, in ms. */
const restless = 50n
/** The same where the file system only counts in steps of two seconds (FAT). */
const restlessInSteps = 2_000n

/**
 * A name for a file's content without reading it: place, number, size and times of the file. The
 * time of the last change of its record (ctime) cannot be set back by programs. Null for what is no
 * regular file, cannot be seen, or was written to only just now.
 */
export async function nameInCache(
  source: PictureSource,
  limits: TaskLimits,
): Promise<string | null> {
  if (source.kind !== 'file') return null
  const path = source.rawPath === null ? source.path : Buffer.from(source.rawPath)
  try {
    const found = await stat(path, { bigint: true })
    const { dev, ino, size, mtimeNs, ctimeNs } = found
    if (!found.isFile() || isRestless(mtimeNs)) return null
    const facts = [
      measureVersion,
      sketchVersion,
      partsVersion,
      source.path,
      dev,
      ino,
      size,
      mtimeNs,
      ctimeNs,
    ]
    const limited = [limits.megabytes, limits.megapixels]
    return createHash('sha256')
      .update([...facts, ...limited].join('\n'))
      .digest('hex')
  } catch {
    return null
  }
}

function isRestless(mtimeNs: bigint): boolean {
  const inSteps = mtimeNs % 1_000_000_000n === 0n
  const age = BigInt(Date.now()) - mtimeNs / 1_000_000n
  return age < (inSteps ? restlessInSteps : restless)
}

/** Null when there is nothing, or nothing that still makes sense. */
export async function recall(cache: MeasureCache, name: string): Promise<KnownFile | null> {
  const bytes = await cache.get(name)
  if (bytes === null) return null
  try {
    const found = Remembered.parse(deserialize(bytes))
    return found.kind === 'unreadable' ? null : found
  } catch {
    return null
  }
}

export async function remember(
  cache: MeasureCache,
  name: string,
  measured: KnownFile,
): Promise<void> {
  await cache.put(name, serialize(measured))
}
