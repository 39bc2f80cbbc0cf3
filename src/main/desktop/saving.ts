import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { FileToSave } from '../../preload/desktop.ts'
import { pickSavePath } from './dialogs.ts'
import type { Log } from './log.ts'
import { menuWords } from './menuWords.ts'
import { fileName, writeWhole } from './printing.ts'
import type { SettingsFile } from './settings.ts'

interface Saving {
  readonly window: BrowserWindow
  readonly settings: SettingsFile
  readonly log: Log
}

/** Asks where, then writes the whole file or none; a full disk is said in a message box. */
export async function saveFile(
  { window, settings, log }: Saving,
  { name, kind }: Omit<FileToSave, 'bytes'>,
  read: () => Promise<Uint8Array>,
): Promise<boolean> {
  const { language } = settings.current
  const suggested = join(app.getPath('documents'), fileName(name, kind))
  const path = await pickSavePath(window, language, kind, suggested)
  if (path === null) return false
  const bytes = await read()
  try {
    await writeWhole(path, bytes)
    return true
  } catch (error) {
    const words = menuWords[language]
    const reference = log.failure('save-file', error)
    await dialog.showMessageBox(window, {
      type: 'error',
      message: words.notSaved,
      detail: words.notSavedWhy.replace('{reference}', reference),
    })
    return false
  }
}
