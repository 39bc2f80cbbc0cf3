import { dialog, type BrowserWindow } from 'electron'
import { menuWords, type Language } from './menuWords.ts'

/** Endings the picker shows first; what a file really is, only its content says. */
const imageExtensions = [
  'jpg',
  'jpeg',
  'jfif',
  'png',
  'webp',
  'gif',
  'avif',
  'heic',
  'heif',
  'tif',
  'tiff',
  'bmp',
  'svg',
]

/** Absolute paths of the chosen files; empty when cancelled. */
export async function pickImages(window: BrowserWindow, language: Language): Promise<string[]> {
  const words = menuWords[language]
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.pickImages,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.images, extensions: imageExtensions },
      { name: words.allFiles, extensions: ['*'] },
    ],
  })
  return filePaths
}

/** Absolute paths of the chosen folders; empty when cancelled. */
export async function pickFolder(window: BrowserWindow, language: Language): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: menuWords[language].pickFolder,
    properties: ['openDirectory', 'multiSelections'],
  })
  return filePaths
}

/** The path under which to save a PDF, or null when cancelled. */
export async function pickPdfPath(
  window: BrowserWindow,
  language: Language,
  suggestedPath: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: menuWords[language].savePdf,
    defaultPath: suggestedPath,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  return canceled || filePath === '' ? null : filePath
}
