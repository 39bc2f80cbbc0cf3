import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { WorkspaceError } from '#contract/errors'
import { codeOf, notWritten } from './savedFiles.ts'

/** Numbers tried for one name before a folder counts as not to be written to. */
const triesAtMost = 1_000

/**
 * Makes a folder that was not there, numbered where its name is in use.
 * @param name of our own making: no separators, nothing that a file system refuses
 * @throws WorkspaceError `images.fix-not-written`, `images.target-full`, `images.target-read-only`
 */
export async function makeFolder(within: string, name: string): Promise<string> {
  for (let number = 1; number <= triesAtMost; number++) {
    const path = join(within, number === 1 ? name : `${name}-${number}`)
    try {
      await mkdir(path)
      return path
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw notWritten(error)
    }
  }
  throw new WorkspaceError('images.fix-not-written')
}
