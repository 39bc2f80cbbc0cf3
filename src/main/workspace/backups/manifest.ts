import { z } from 'zod'
import { BackupName, BackupReason, RowCounts } from '#contract/backups'
import { Instant } from '#contract/values'
import { durableAreas, mediaNamePattern, mediaPath, type MediaName } from '../media/names.ts'

/**
 * What stands beside each backup, readable without a key: when, why, how large, and what proves it.
 * Names of tables, counts and hashes only: no personal data.
 */
export const Manifest = z.object({
  format: z.literal(1),
  /** Which workspace it is of; see `workspaceId`. */
  workspace: z.string().regex(/^[0-9a-f]{8}$/),
  name: BackupName,
  at: Instant,
  reason: BackupReason,
  appVersion: z.string(),
  schemaVersion: z.number().int(),
  /** Of the database file, as is its hash. */
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  audit: z.object({ entries: z.number().int().nonnegative(), head: z.string() }),
  rows: RowCounts,
  media: z.object({
    files: z.number().int().nonnegative(),
    bytes: z.number().int().nonnegative(),
    missing: z.number().int().nonnegative(),
  }),
})
export type Manifest = z.infer<typeof Manifest>

export function parseManifest(text: string): Manifest | null {
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    // Somebody else's file, or half of one: it is left alone.
    return null
  }
}

/** A file of the media store as a backup needs it. */
export interface MediaFile extends MediaName {
  /** Sealed, as it lies on the disk. */
  readonly bytes: number
}

/** The list of media that stands beside a manifest: a line each, size and place. */
export function writeMediaList(files: readonly MediaFile[]): string {
  return files.map((file) => `${file.bytes} ${file.area}/${file.name}\n`).join('')
}

const mediaLine = /^(\d+) ([a-z]+)\/([0-9a-f-]+)$/

/** @returns null when it is not such a list: what it names cannot be known then */
export function readMediaList(text: string): MediaFile[] | null {
  const files: MediaFile[] = []
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, bytes, place, name = ''] = mediaLine.exec(line) ?? []
    const area = durableAreas.find((each) => each === place)
    if (area === undefined || !mediaNamePattern.test(name)) return null
    files.push({ bytes: Number(bytes), area, name })
  }
  return files
}

/** One text for one file, to compare lists by. */
export function mediaKey(file: MediaName): string {
  return mediaPath(file)
}
