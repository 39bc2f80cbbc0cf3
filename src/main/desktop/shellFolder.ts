import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where Chromium and the shell keep their own files: in the data folder, so that the lock of the
 * single instance holds for it. When nothing can be written there, a temporary folder serves, so
 * that the window opens all the same and the workspace can say what is wrong with the data folder.
 */
export function shellFolderIn(folder: string): string {
  const shellFolder = join(folder, 'shell')
  try {
    mkdirSync(shellFolder, { recursive: true })
    accessSync(shellFolder, constants.W_OK)
    return shellFolder
  } catch {
    return mkdtempSync(join(tmpdir(), 'ruang-kerja-bkk-'))
  }
}
