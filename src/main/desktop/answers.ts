import { join } from 'node:path'
import { app, dialog, nativeTheme, shell, type BrowserWindow } from 'electron'
import { pickFolder, pickImages, pickPdfPath } from './dialogs.ts'
import type { DesktopAnswers } from './ipc.ts'
import type { Log } from './log.ts'
import { menuWords } from './menuWords.ts'
import { pagePdf, pdfName, printPage, writeWhole } from './printing.ts'
import type { SettingsFile } from './settings.ts'

export interface AnswerOptions {
  readonly window: BrowserWindow
  readonly folder: string
  readonly settings: SettingsFile
  readonly log: Log
  /** The language has changed: the menu is to follow. */
  readonly onLanguage: () => void
}

/** What the shell does when the page asks. */
export function desktopAnswers(options: AnswerOptions): DesktopAnswers {
  const { window, folder, settings, log, onLanguage } = options
  return {
    pickImages: () => pickImages(window, settings.current.language),
    pickFolder: () => pickFolder(window, settings.current.language),
    savePagePdf: (suggestedName) => savePdf(window, settings, log, suggestedName),
    printPage: () => printPage(window.webContents),
    async revealDataFolder() {
      // SECURITY: the one thing ever opened outside, and never an address from the page.
      await shell.openPath(folder)
    },
    setTheme(theme) {
      nativeTheme.themeSource = theme
      settings.change({ theme })
      return Promise.resolve()
    },
    setLanguage(language) {
      settings.change({ language })
      onLanguage()
      return Promise.resolve()
    },
    quit() {
      app.quit()
      return Promise.resolve()
    },
  }
}

async function savePdf(
  window: BrowserWindow,
  settings: SettingsFile,
  log: Log,
  suggestedName: string,
): Promise<boolean> {
  const { language } = settings.current
  const suggested = join(app.getPath('documents'), pdfName(suggestedName))
  const path = await pickPdfPath(window, language, suggested)
  if (path === null) return false
  const bytes = await pagePdf(window.webContents)
  try {
    await writeWhole(path, bytes)
    return true
  } catch (error) {
    const words = menuWords[language]
    const reference = log.failure('save-page-pdf', error)
    await dialog.showMessageBox(window, {
      type: 'error',
      message: words.pdfNotSaved,
      detail: words.pdfNotSavedWhy.replace('{reference}', reference),
    })
    return false
  }
}
