import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder } from '../files/durable.ts'
import { readLarge, writeLarge } from './largeFiles.ts'
import { mediaNamePattern } from './names.ts'

/** What kind of file a name stands for; each has a folder of its own. */
export type MediaArea = 'original' | 'thumbnail' | 'sketch' | 'measured'

/** Where files are kept in chunks, by their content hash: those of the library, and attachments. */
export type LargeArea = 'large' | 'attachment'

/**
 * Pictures and what is derived from them, outside the database, by name (a content hash or a row's
 * id). At rest each is sealed with AES-256-GCM under the workspace's media key.
 */
export interface MediaStore {
  /** An original is durable once resolved. Putting the same name again replaces it. */
  put(area: MediaArea, name: string, bytes: Uint8Array): Promise<void>
  /**
   * Null when there is none, or when the file was damaged or swapped: what is derived can be made
   * again, and an original that fails its seal must not be passed off as one.
   */
  get(area: MediaArea, name: string): Promise<Uint8Array | null>
  remove(area: MediaArea, name: string): Promise<void>
  /**
   * Keeps a large file of `size` bytes as it is read, never holding more than a part of it.
   * @param accept asked once all was read; false, or another size, leaves no trace
   * @param area the library's (`large`) unless another is named
   * @returns whether it was kept; durable then
   */
  putLarge(
    name: string,
    size: number,
    plain: AsyncIterable<Uint8Array>,
    accept: () => boolean,
    area?: LargeArea,
  ): Promise<boolean>
  /**
   * Some bytes of a large file and its whole size; fewer where it ends. Null when there is none, or
   * when that part of it was damaged or swapped.
   */
  readLarge(
    name: string,
    from: number,
    to: number,
    area?: LargeArea,
  ): Promise<{ readonly bytes: Uint8Array; readonly size: number } | null>
  /** For good: another backup may hold it still. */
  removeLarge(name: string, area: LargeArea): Promise<void>
  /** Removes what was put into an area before a moment (milliseconds since 1970). */
  removeOlder(area: MediaArea, before: number): Promise<void>
  bytesOnDisk(): Promise<number>
}

const nonceBytes = 12
const tagBytes = 16

export function openMediaStore(folder: string, key: Uint8Array): MediaStore {
  const removeFile = async (area: MediaArea | LargeArea, name: string): Promise<void> => {
    const file = fileOf(area, name)
    const before = await sizeOf(file)
    await rm(file, { force: true })
    grow(-(before ?? 0))
  }
  const fileOf = (area: MediaArea | LargeArea, name: string): string => {
    if (!mediaNamePattern.test(name)) throw new RangeError(`not a media name: ${name}`)
    return join(folder, area, name.slice(0, 2), name)
  }
  // Counted once and then kept up to date: walking thousands of files for a status bar is waste.
  let total: Promise<number> | null = null
  const grow = (bytes: number): void => {
    if (total !== null) total = total.then((sum) => sum + bytes)
  }

  return {
    async put(area, name, bytes) {
      const file = fileOf(area, name)
      const before = await sizeOf(file)
      await mkdir(dirname(file), { recursive: true })
      const sealed = seal(bytes, key, `${area}/${name}`)
      const beside = `${file}.${randomBytes(4).toString('hex')}.baharu`
      const handle = await open(beside, 'w', 0o600)
      try {
        await handle.writeFile(sealed)
        // What is derived can be made again; only originals are worth waiting for the disk.
        if (area === 'original') await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(beside, file)
      if (area === 'original') flushFolder(dirname(file))
      grow(sealed.length - (before ?? 0))
    },

    async get(area, name) {
      const file = fileOf(area, name)
      if ((await sizeOf(file)) === null) return null
      return unseal(await readFile(file), key, `${area}/${name}`)
    },

    remove: (area, name) => removeFile(area, name),
    removeLarge: (name, area) => removeFile(area, name),

    async putLarge(name, size, plain, accept, area = 'large') {
      const file = fileOf(area, name)
      const before = await sizeOf(file)
      const seal = { key, name: `${area}/${name}` }
      const onDisk = await writeLarge({ file, ...seal, size, plain, accept })
      if (onDisk !== null) grow(onDisk - (before ?? 0))
      return onDisk !== null
    },

    readLarge(name, from, to, area = 'large') {
      return readLarge(fileOf(area, name), { key, name: `${area}/${name}` }, from, to)
    },

    async removeOlder(area, before) {
      for (const entry of await filesIn(join(folder, area))) {
        const { mtimeMs, size } = await stat(entry)
        if (mtimeMs >= before) continue
        await rm(entry, { force: true })
        grow(-size)
      }
    },

    bytesOnDisk() {
      total ??= folderSize(folder)
      return total
    },
  }
}

/** The name is sealed along, so that one file cannot be passed off as another. */
function seal(bytes: Uint8Array, key: Uint8Array, name: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(name, 'utf8'))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function unseal(sealed: Buffer, key: Uint8Array, name: string): Uint8Array | null {
  if (sealed.length < nonceBytes + tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(name, 'utf8'))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(nonceBytes, -tagBytes)),
      decipher.final(),
    ])
  } catch {
    // The seal did not fit: not the bytes that were put here.
    return null
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function folderSize(folder: string): Promise<number> {
  const sizes = await Promise.all((await filesIn(folder)).map((file) => sizeOf(file)))
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}
