import { WorkspaceError } from '#contract/errors'
import type { Language } from '#contract/values'
import { readLibrary, type LibraryReader } from '../../workspace/readLibrary.ts'
import { systemDataFolder } from '../dataFolder.ts'
import { CannotRun } from './cannotRun.ts'
import { askPassphrase } from './passphrase.ts'
import { cliWords } from './words.ts'

/**
 * The library of this computer's workspace, unlocked by its passphrase; the window may be open.
 * @throws CannotRun with the reason why not
 */
export async function openLibrary(language: Language): Promise<LibraryReader> {
  const folder = systemDataFolder()
  try {
    return await readLibrary(folder, () => askPassphrase(cliWords[language].passphrase))
  } catch (error) {
    if (!(error instanceof WorkspaceError)) throw error
    if (error.reason === 'gate.not-begun') throw new CannotRun('no-workspace', folder)
    if (error.reason === 'gate.wrong-passphrase') throw new CannotRun('wrong-passphrase')
    throw new CannotRun('library-not-opened', error.reason)
  }
}
