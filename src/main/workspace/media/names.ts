import { join } from 'node:path'

/** Areas of the media store whose files cannot be made again; none is changed once written. */
export const durableAreas = ['original', 'large', 'attachment'] as const
export type DurableArea = (typeof durableAreas)[number]

/** One such file: a content hash or a row's id within its area. */
export interface MediaName {
  readonly area: DurableArea
  readonly name: string
}

/** A name of a media file: lower-case hexadecimal and hyphens, so that no path can be made of it. */
export const mediaNamePattern = /^[0-9a-f-]{8,64}$/

/** Where it lies below the media folder: `original/ab/abcd…`. */
export function mediaPath({ area, name }: MediaName): string {
  return join(area, name.slice(0, 2), name)
}
