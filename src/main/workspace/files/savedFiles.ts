import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { WorkspaceError } from '#contract/errors'
import type { Reason } from '#contract/errors'
import { endingsOf } from '#contract/saving'
import type { SavedFormat } from '#contract/saving'

/** Numbers tried for one name before a folder counts as not to be written to. */
const triesAtMost = 1_000

/** What is written: all of it at once, or piece by piece as it is read. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>

/**
 * Writes a new file into a folder; what is there already is never replaced.
 * @param nameFor the name to try, given whether another one is in use
 * @throws WorkspaceError `images.fix-not-written`, `images.target-full`, `images.target-read-only`;
 * what reading the content throws
 */
export async function writeIntoFolder(
  folder: string,
  nameFor: (isTaken: (name: string) => boolean) => string,
  content: Content,
): Promise<string> {
  const taken = new Set<string>()
  for (let tries = 0; tries < triesAtMost; tries++) {
    const name = nameFor((tried) => taken.has(tried))
    const path = join(folder, name)
    if (await writeNew(path, content)) return path
    taken.add(name)
  }
  throw new WorkspaceError('images.fix-not-written')
}

/**
 * Writes the very file a person named, whole or not at all; the system has asked before one is
 * replaced. Its ending is made to fit; by the name it then has, nothing is replaced.
 * SECURITY: only what `SavedFormat` names is written, under an ending of its own, and never over a
 * file that was checked: originals stay as they are.
 * @throws WorkspaceError as for a folder, and `images.fix-over-original`
 */
export async function writeAs(
  asked: string,
  format: SavedFormat,
  content: Content,
  isOriginal: (path: string) => Promise<boolean>,
): Promise<string> {
  const endings = endingsOf(format)
  if (!endings.some((ending) => asked.toLowerCase().endsWith(`.${ending}`))) {
    return writeNumbered(asked, endings[0], content)
  }
  const real = await realpath(asked).catch(() => asked)
  if ((await isOriginal(asked)) || (await isOriginal(real))) {
    throw new WorkspaceError('images.fix-over-original')
  }
  const beside = join(dirname(real), `.${randomBytes(6).toString('hex')}.baharu`)
  if (!(await writeNew(beside, content))) throw new WorkspaceError('images.fix-not-written')
  try {
    await rename(beside, real)
  } catch (error) {
    await rm(beside, { force: true })
    throw notWritten(error)
  }
  return asked
}

/** Of this name the system has asked nothing. */
function writeNumbered(asked: string, ending: string, content: Content): Promise<string> {
  const nameFor = (isTaken: (name: string) => boolean): string => {
    for (let number = 1; ; number++) {
      const name = `${asked}${number === 1 ? '' : `-${number}`}.${ending}`
      if (!isTaken(name)) return name
    }
  }
  return writeIntoFolder('', nameFor, content)
}

/** False when there is something by this name already. */
async function writeNew(path: string, content: Content): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } catch (error) {
      await rm(path, { force: true })
      throw error
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw notWritten(error)
  }
}

const reasons: Readonly<Record<string, Reason>> = {
  ENOSPC: 'images.target-full',
  EDQUOT: 'images.target-full',
  // Larger than any file there may be: FAT ends at 4 GB.
  EFBIG: 'images.target-full',
  EACCES: 'images.target-read-only',
  EPERM: 'images.target-read-only',
  EROFS: 'images.target-read-only',
}

/**
 * What the disk says, so that a person knows what to do: gone, or a network drive that went away,
 * where nothing else is known. What was thrown while the content was read stays what it was.
 */
export function notWritten(error: unknown): unknown {
  const code = codeOf(error)
  if (code === null) return error
  return new WorkspaceError(reasons[code] ?? 'images.fix-not-written')
}

/** What a file system said, such as `EEXIST`; null for anything else that was thrown. */
export function codeOf(error: unknown): string | null {
  if (error instanceof WorkspaceError || !(error instanceof Error)) return null
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}
