/** Questions a page may put to the shell, through `window.desktop` only. */
export const toShell = {
  pickImages: 'desktop:pick-images',
  pickAttachments: 'desktop:pick-attachments',
  pickFolder: 'desktop:pick-folder',
  pickTargetFolder: 'desktop:pick-target-folder',
  pickFilePath: 'desktop:pick-file-path',
  savePagePdf: 'desktop:save-page-pdf',
  printPage: 'desktop:print-page',
  makeDocument: 'desktop:make-document',
  cancelDocument: 'desktop:cancel-document',
  saveFile: 'desktop:save-file',
  revealDataFolder: 'desktop:reveal-data-folder',
  setTheme: 'desktop:set-theme',
  setLanguage: 'desktop:set-language',
  notify: 'desktop:notify',
  quit: 'desktop:quit',
} as const

/** The one thing the hidden page of a document says to the shell. */
export const documentDrawn = 'document:drawn'

/** What the shell tells a page. */
export const toPage = {
  port: 'desktop:port',
  request: 'desktop:request',
  processState: 'desktop:process-state',
} as const

/** Command-line argument by which the shell tells preload the application's version. */
export const versionArgument = '--application-version='
