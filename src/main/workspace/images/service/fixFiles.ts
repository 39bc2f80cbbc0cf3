import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { WorkspaceError } from '#contract/errors'
import type { MadeFormat } from '#contract/imageFix'

/** Numbers tried for one name before a folder counts as not to be written to. */
const triesAtMost = 1_000

/**
 * Writes a new file into a folder; what is there already is never replaced.
 * @param nameFor the name to try, given whether another one is in use
 * @throws WorkspaceError `images.fix-not-written`
 */
export async function writeIntoFolder(
  folder: string,
  nameFor: (isTaken: (name: string) => boolean) => string,
  bytes: Uint8Array,
): Promise<string> {
  const taken = new Set<string>()
  for (let tries = 0; tries < triesAtMost; tries++) {
    const name = nameFor((tried) => taken.has(tried))
    const path = join(folder, name)
    if (await writeNew(path, bytes)) return path
    taken.add(name)
  }
  throw new WorkspaceError('images.fix-not-written')
}

const endings = { jpeg: /\.jpe?g$/i, png: /\.png$/i } as const satisfies Record<MadeFormat, RegExp>

/**
 * Writes the very file a person named, whole or not at all; the system has asked before one is
 * replaced. Its ending is made to fit.
 * SECURITY: only pictures are written, under a picture's ending, and never over a file that was
 * checked: originals stay as they are.
 * @throws WorkspaceError `images.fix-not-written`, `images.fix-over-original`
 */
export async function writeAs(
  asked: string,
  format: MadeFormat,
  bytes: Uint8Array,
  isOriginal: (path: string) => Promise<boolean>,
): Promise<string> {
  const path = endings[format].test(asked) ? asked : `${asked}.${format === 'png' ? 'png' : 'jpg'}`
  const real = await realpath(path).catch(() => path)
  if ((await isOriginal(path)) || (await isOriginal(real))) {
    throw new WorkspaceError('images.fix-over-original')
  }
  const beside = join(dirname(real), `.${randomBytes(6).toString('hex')}.baharu`)
  if (!(await writeNew(beside, bytes))) throw new WorkspaceError('images.fix-not-written')
  try {
    await rename(beside, real)
  } catch {
    await rm(beside, { force: true })
    throw new WorkspaceError('images.fix-not-written')
  }
  return path
}

/** False when there is something by this name already. */
async function writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } catch (error) {
      await rm(path, { force: true })
      throw error
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    // Full, write-protected, gone, or a network drive that went away: the person chooses another.
    throw new WorkspaceError('images.fix-not-written')
  }
}
