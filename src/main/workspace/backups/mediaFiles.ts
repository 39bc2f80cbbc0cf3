import { link, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copyDurably } from '../files/durable.ts'
import { durableAreas, mediaNamePattern, mediaPath } from '../media/names.ts'
import { mediaKey, type MediaFile } from './manifest.ts'

/** All originals and large files below a media folder; half-written ones are none. */
export async function listMedia(folder: string): Promise<MediaFile[]> {
  const found: MediaFile[] = []
  for (const area of durableAreas) {
    const entries = await readdir(join(folder, area), {
      recursive: true,
      withFileTypes: true,
    }).catch(emptyWhereMissing)
    const names = entries.filter((entry) => entry.isFile() && mediaNamePattern.test(entry.name))
    for (const { parentPath, name } of names) {
      const size = await sizeOf(join(parentPath, name))
      if (size !== null) found.push({ area, name, bytes: size })
    }
  }
  return found.toSorted((a, b) => (mediaKey(a) < mediaKey(b) ? -1 : 1))
}

export interface MediaCopy {
  readonly from: string
  readonly to: string
  readonly files: readonly MediaFile[]
  /**
   * On one disk the second name of a file takes no room and no time. The store replaces files by
   * renaming and never writes into one, so the second name keeps what it was given.
   */
  readonly mayLink: boolean
  readonly signal?: AbortSignal
  readonly onBytes?: (bytes: number) => void
}

/**
 * Brings files that are not there yet; what is there in full length is left as it is, for content
 * never changes under its name.
 * @returns those that could not be brought because they are not where they should be
 */
export async function copyMedia(copy: MediaCopy): Promise<MediaFile[]> {
  const there = new Map((await listMedia(copy.to)).map((file) => [mediaKey(file), file.bytes]))
  const missing: MediaFile[] = []
  for (const file of copy.files) {
    copy.signal?.throwIfAborted()
    if (there.get(mediaKey(file)) !== file.bytes && !(await bring(file, copy))) missing.push(file)
  }
  return missing
}

async function bring(file: MediaFile, copy: MediaCopy): Promise<boolean> {
  const from = join(copy.from, mediaPath(file))
  const to = join(copy.to, mediaPath(file))
  if ((await sizeOf(from)) !== file.bytes) return false
  await mkdir(dirname(to), { recursive: true })
  if (copy.mayLink && (await linked(from, to))) {
    copy.onBytes?.(file.bytes)
    return true
  }
  return copyDurably(from, to, {
    ...(copy.signal !== undefined && { signal: copy.signal }),
    ...(copy.onBytes !== undefined && { onBytes: copy.onBytes }),
  })
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await rm(to, { force: true })
    await link(from, to)
    return true
  } catch {
    // Another disk, or one that knows no second names (FAT, some shares): copied instead.
    return false
  }
}

/** Removes from a pool of backups the files that none of them needs any more. */
export async function removeUnneeded(pool: string, needed: ReadonlySet<string>): Promise<void> {
  for (const file of await listMedia(pool)) {
    if (!needed.has(mediaKey(file))) await rm(join(pool, mediaPath(file)), { force: true })
  }
}

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    (found) => found.size,
    (error: unknown) => {
      if (isMissing(error)) return null
      throw error
    },
  )
}

function emptyWhereMissing(error: unknown): never[] {
  if (isMissing(error)) return []
  throw error
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
