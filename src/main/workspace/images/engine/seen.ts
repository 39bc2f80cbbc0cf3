import type { Sha256 } from '#contract/values'
import type { PictureSource } from '../measure/read.ts'
import { pixelsHashIn, sketchIn } from '../workers/ask.ts'
import type { Asking } from '../workers/ask.ts'
import type { RepeatTarget } from './check.ts'
import type { LibraryIndex, LibraryPicture } from './library.ts'

/** A picture that others may repeat, or that may repeat others. */
export interface Seen {
  readonly target: RepeatTarget
  readonly bytesHash: Sha256
  readonly width: number
  readonly height: number
  readonly pages: number
  readonly transparent: boolean
  readonly fingerprint: Uint8Array
  /** Null when it is not to be had any more. */
  sketch(): Promise<Uint8Array | null>
  /** Whether the sketch is in memory. */
  isAtHand(): boolean
  /** Where to decode it from; null when it is not to be had any more. */
  source(): Promise<PictureSource | null>
  /** Asked for once and kept; see `measure/pixels.ts`. */
  pixelsHash(): Promise<Sha256 | null>
}

/** Names a picture among those of the library and the batch. */
export function keyOf({ where, id }: Pick<RepeatTarget, 'where' | 'id'>): string {
  return `${where} ${id}`
}

export function inLibraryAs({ id, name }: LibraryPicture): RepeatTarget {
  return { where: 'library', id, name }
}

type Plain = Omit<Seen, 'sketch' | 'isAtHand' | 'source' | 'pixelsHash'>

export function seenInLibrary(asking: Asking, library: LibraryIndex, kept: LibraryPicture): Seen {
  const { id, name, ...rest } = kept
  const target = inLibraryAs(kept)
  const source = async (): Promise<PictureSource | null> => {
    const bytes = await library.bytesOf(id)
    return bytes === null ? null : { kind: 'bytes', name, bytes }
  }
  // A sketch that was lost or damaged is made again from the picture.
  const sketch = async (): Promise<Uint8Array | null> => {
    const kept = await library.sketchOf(id)
    const from = kept === null ? await source() : null
    if (from === null) return kept
    const again = await sketchIn(asking, from)
    return again.kind === 'measured' ? again.sketch : null
  }
  return seen(asking, { target, ...rest }, { sketch, isAtHand: () => false, source })
}

/**
 * Sketches of a batch that are held in memory, the last ones: 256 are 17 MB. Earlier ones are made
 * again from the file in the rare case that they are wanted.
 */
const sketchesHeld = 256

export type SketchKeeper = ReturnType<typeof createSketchKeeper>

export function createSketchKeeper() {
  const held = new Map<string, Uint8Array>()
  return {
    keep(id: string, sketch: Uint8Array): void {
      held.set(id, sketch)
      const oldest = held.keys().next()
      if (held.size > sketchesHeld && oldest.done !== true) held.delete(oldest.value)
    },
    get: (id: string): Uint8Array | undefined => held.get(id),
  }
}

export function seenInBatch(
  asking: Asking,
  sketches: SketchKeeper,
  plain: Plain,
  source: Seen['source'],
): Seen {
  const { id } = plain.target
  const sketch = async (): Promise<Uint8Array | null> => {
    const held = sketches.get(id)
    if (held !== undefined) return held
    const from = await source()
    if (from === null) return null
    const again = await sketchIn(asking, from)
    if (again.kind === 'unreadable' || again.measurement.bytesHash !== plain.bytesHash) return null
    sketches.keep(id, again.sketch)
    return again.sketch
  }
  return seen(asking, plain, { sketch, isAtHand: () => sketches.get(id) !== undefined, source })
}

function seen(
  asking: Asking,
  plain: Plain,
  ways: Pick<Seen, 'sketch' | 'isAtHand' | 'source'>,
): Seen {
  let asked: Promise<Sha256 | null> | null = null
  const ask = async (): Promise<Sha256 | null> => {
    const from = plain.pages > 1 ? null : await ways.source()
    return from === null ? null : pixelsHashIn(asking, { source: from, bytesHash: plain.bytesHash })
  }
  return {
    ...plain,
    ...ways,
    pixelsHash() {
      asked ??= ask()
      return asked
    },
  }
}
