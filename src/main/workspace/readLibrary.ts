import { WorkspaceError } from '#contract/errors'
import type { SizeRules } from '#contract/imageRules'
import { openForReading } from './database/open.ts'
import { readerOf } from './database/schema.ts'
import { dataFolder, readKeyFile } from './gate/folder.ts'
import { databaseKey, deriveKey, unsealBySecret } from './gate/keys.ts'
import type { LibraryIndex } from './images/engine/library.ts'
import { readLibraryIndex } from './images/service/libraryIndex.ts'
import { rulesInForce } from './images/service/rulesSetting.ts'
import { openMediaStore } from './media/store.ts'

export interface LibraryReader {
  readonly index: LibraryIndex
  /** The office's rules hold then, not the ones a new workspace starts with. */
  readonly rules: SizeRules
  close(): Promise<void>
}

/**
 * Opens the library for comparing, and nothing else: no row and no file is written, and the window
 * may be open on the same folder meanwhile.
 * @param askPassphrase asked only where there is a workspace to open
 * @throws WorkspaceError `gate.not-begun` before the first run, `gate.wrong-passphrase`, or one
 *   about the database (`database.older`: the window has to be opened once to migrate)
 */
export async function readLibrary(
  folder: string,
  askPassphrase: () => Promise<string>,
): Promise<LibraryReader> {
  const places = dataFolder(folder)
  const keys = readKeyFile(places)
  if (keys === null) throw new WorkspaceError('gate.not-begun')
  const dataKey = await unsealBySecret(keys.passphrase, await askPassphrase())
  if (dataKey === null) throw new WorkspaceError('gate.wrong-passphrase')
  const db = openForReading({
    file: places.database,
    keyHex: databaseKey(dataKey),
  })
  try {
    const media = openMediaStore(places.media, deriveKey(dataKey, 'media'))
    const reader = readerOf(db)
    return {
      index: await readLibraryIndex(reader, media),
      rules: await rulesInForce(reader),
      close: () => db.destroy(),
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
