import type { NoticePlace } from '../../preload/desktop.ts'
import { app, nativeTheme, shell, type BrowserWindow } from 'electron'
import {
  pickAttachments,
  pickFolder,
  pickImages,
  pickFilePath,
  pickTargetFolder,
} from './dialogs.ts'
import type { DocumentMaker } from './documentMaker.ts'
import type { DesktopAnswers } from './ipc.ts'
import type { Log } from './log.ts'
import { showNotice } from './notices.ts'
import { pagePdf, printPage } from './printing.ts'
import { saveFile } from './saving.ts'
import type { SettingsFile } from './settings.ts'

export interface AnswerOptions {
  readonly window: BrowserWindow
  readonly folder: string
  readonly settings: SettingsFile
  readonly log: Log
  readonly documents: DocumentMaker
  /** The language has changed: the menu is to follow. */
  readonly onLanguage: () => void
  /** A notice of the system was clicked. */
  readonly onNotice: (place: NoticePlace) => void
}

/** What the shell does when the page asks. */
export function desktopAnswers(options: AnswerOptions): DesktopAnswers {
  const { window, folder, settings, log, documents, onLanguage, onNotice } = options
  return {
    pickImages: () => pickImages(window, settings.current.language),
    pickAttachments: () => pickAttachments(window, settings.current.language),
    pickFolder: () => pickFolder(window, settings.current.language),
    pickTargetFolder: () => pickTargetFolder(window, settings.current.language),
    pickFilePath: (file) => pickFilePath(window, settings.current.language, file),
    savePagePdf: (name) =>
      saveFile({ window, settings, log }, { name, kind: 'pdf' }, () => pagePdf(window.webContents)),
    printPage: () => printPage(window.webContents),
    makeDocument: (request) => documents.make(request),
    cancelDocument() {
      documents.cancel()
      return Promise.resolve()
    },
    saveFile: ({ bytes, ...named }) =>
      saveFile({ window, settings, log }, named, () => Promise.resolve(bytes)),
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
    notify: (notice) => Promise.resolve(showNotice(notice, () => onNotice(notice.leadsTo))),
    quit() {
      app.quit()
      return Promise.resolve()
    },
  }
}
