import type { Finding, ImageKind, Verdict } from '#contract/findings'
import type { Region } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import type { RepeatRelation } from '#contract/repeatRelation'
import type { Sha256 } from '#contract/values'
import type { Looked, MediumFacts } from '../medium/facts.ts'
import type { Measurement, Unreadable } from '../measure/measurement.ts'
import type { PictureSource } from '../measure/read.ts'
import type { ImagePool } from '../workers/pool.ts'
import type { LibraryIndex } from './library.ts'
import type { MeasureCache } from './measureCache.ts'

/** One entry of a batch. Sources are checked, and repeats found, in the order they are given in. */
export interface CheckSource {
  /** The caller's own; comes back in `CheckedSource` and in `RepeatTarget`. */
  readonly id: string
  /** As the person knows it: a path; stands in findings of those who repeat it. */
  readonly name: string
  /** A function is asked whenever the bytes are wanted; null when they are gone. */
  readonly source: PictureSource | (() => Promise<PictureSource | null>)
  /** What a person said of this very picture; without it the batch's kind holds. */
  readonly kind?: ImageKind
  /** Why it need not be read at all, e.g. a folder without permission; else null. */
  readonly trouble: Unreadable | null
  /**
   * What an earlier, interrupted check found. The file is then not measured and not reported again,
   * but later ones are compared with it.
   */
  readonly earlier: EarlierCheck | null
  /**
   * True for bytes that are not to be found: one's own were made from them or into them, or somebody
   * has said what the two are.
   */
  readonly isKin?: (mine: Sha256, other: Sha256) => boolean
}

export async function openSource({ source }: Pick<CheckSource, 'source'>) {
  return typeof source === 'function' ? source() : source
}

export type EarlierCheck =
  | {
      readonly kind: 'measured'
      readonly measurement: Measurement
      readonly fingerprint: Uint8Array
      /** Null where they were not made; see `repeats/parts/parts.ts`. */
      readonly parts: Uint8Array | null
      readonly repeats: readonly FoundRepeat[]
    }
  | {
      readonly kind: 'medium'
      readonly facts: MediumFacts
      readonly repeats: readonly FoundRepeat[]
    }
  | { readonly kind: 'unreadable' }

/** What is repeated. */
export interface RepeatTarget {
  readonly where: 'batch' | 'library'
  /** Of the source, or of the library picture. */
  readonly id: string
  readonly name: string
}

export interface FoundRepeat {
  readonly of: RepeatTarget
  readonly relation: RepeatRelation
  readonly mirrored: boolean
  /**
   * Where the two differ; empty when nothing does. Of a `part`, what both show: the questioned
   * picture's area, then the other one's (`sharedAreas`).
   */
  readonly changed: readonly Region[]
}

/** All there is to say of one source. */
export interface CheckedSource {
  readonly id: string
  readonly measured: Looked
  readonly kind: ImageKind
  readonly kindGuessed: boolean
  readonly repeats: readonly FoundRepeat[]
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
}

export interface CheckOptions {
  readonly sources: readonly CheckSource[]
  /** Of every source that has none of its own; null guesses picture by picture. */
  readonly kind: ImageKind | null
  readonly rules: SizeRules
  readonly pool: ImagePool
  readonly library: LibraryIndex
  /** False where nobody looks at them. */
  readonly thumbnails?: boolean
  /** What is known of files that have not changed since an earlier check. */
  readonly cache?: MeasureCache
  readonly signal?: AbortSignal | undefined
  /** Called for each source in order; the next one waits for the promise. */
  readonly onChecked: (checked: CheckedSource) => void | Promise<void>
}
