import type { Sha256 } from '#contract/values'

/** What the engine knows of a library picture without reading it. */
export interface LibraryPicture {
  readonly id: string
  /** As the person knows it; stands in findings. */
  readonly name: string
  readonly bytesHash: Sha256
  /** In pixels, after EXIF rotation. */
  readonly width: number
  readonly height: number
  /** Frames or pages, of which only the first was compared. */
  readonly pages: number
  readonly transparent: boolean
  /** As measured; see `repeats/fingerprint.ts`. */
  readonly fingerprint: Uint8Array
  /** See `rules/designed.ts`. */
  readonly designed: boolean
  /** See `repeats/parts/parts.ts`; null for what is no picture, or was kept before there were any. */
  readonly parts: Uint8Array | null
}

/**
 * The library as the engine sees it, wherever it is kept. Pictures in the trash are not in it. The
 * list is taken once, at the start of a check; bytes and sketches only for the few that are compared.
 */
export interface LibraryIndex {
  readonly pictures: readonly LibraryPicture[]
  /** What came in since that list was taken, so that the list and what was made of it stay. */
  readonly entered?: readonly LibraryPicture[]
  /** Null when it is missing or damaged; it is then made again from the bytes. */
  sketchOf(id: string): Promise<Uint8Array | null>
  bytesOf(id: string): Promise<Uint8Array | null>
}

/** For a check without a library. */
export const emptyLibrary: LibraryIndex = {
  pictures: [],
  sketchOf: () => Promise.resolve(null),
  bytesOf: () => Promise.resolve(null),
}
