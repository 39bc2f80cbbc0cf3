import type { FixChannel, FixChoices, FixPreset } from './imageFix.ts'

/**
 * What the channels take in a new workspace, each with where it says so (its documents for developers,
 * read in November 2026); null: ours. Facebook takes 4 MB, yet a PNG above 1 MB "may appear pixelated".
 */
const shipped = [
  {
    ...{ channel: 'facebook', maxBytes: 1_000_000, format: 'auto' },
    source: 'Graph API, Photo uploads',
  },
  {
    ...{ channel: 'x', maxBytes: 5_000_000, format: 'auto' },
    source: 'X API, Media best practices',
  },
  {
    ...{ channel: 'youtube', maxBytes: 2_000_000, format: 'auto' },
    source: 'YouTube Data API, thumbnails.set',
  },
  {
    ...{ channel: 'instagram', maxBytes: 8_000_000, format: 'jpeg' },
    source: 'Instagram Platform, Content publishing',
  },
  // Readers open it on mobile data.
  { ...{ channel: 'blog', maxBytes: 300_000, format: 'auto' }, source: null },
] as const satisfies readonly (FixChannel & { readonly source: string | null })[]

export const defaultFixChannels: FixChannel[] = shipped.map(({ channel, maxBytes, format }) => ({
  ...{ channel, maxBytes, format },
}))

/** Where the values of a row come from; null for the office's own, and for ours. */
export function sourceOf(row: FixChannel): string | null {
  const known = shipped.find(({ channel }) => channel === row.channel)
  const unchanged = known?.maxBytes === row.maxBytes && known.format === row.format
  return unchanged ? known.source : null
}

/**
 * How many pictures one post of a channel takes, where its documents say so (read in November 2026):
 * X, Media best practices; Instagram Platform, Content publishing (carousels).
 */
const picturesOfPost: readonly {
  readonly channel: string
  readonly most: number
  readonly source: string
}[] = [
  { channel: 'x', most: 4, source: 'X API, Media best practices' },
  { channel: 'instagram', most: 10, source: 'Instagram Platform, Content publishing' },
]

/** Null where a channel says nothing of it. */
export function mostPicturesOn(channel: string): { most: number; source: string } | null {
  return picturesOfPost.find((each) => each.channel === channel) ?? null
}

/**
 * The limit and format of what is made by a preset for a channel: the lower of two limits, and the
 * channel's format.
 * @param preset null for a size of one's own, which has no limit
 * @param channel null where it is for no channel in particular, or for one that takes anything
 */
export function takenBy(
  preset: Pick<FixPreset, 'maxBytes'> | null,
  channel: FixChannel | null,
): Pick<FixChoices, 'maxBytes' | 'format'> {
  const limits = [preset?.maxBytes, channel?.maxBytes].filter((limit) => typeof limit === 'number')
  return {
    maxBytes: limits.length === 0 ? null : Math.min(...limits),
    format: channel?.format ?? 'auto',
  }
}
