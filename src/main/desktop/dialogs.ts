import { basename } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { AttachmentKind } from '../../preload/contract/attachments.ts'
import { endingsOf, type SavedFormat } from '../../preload/contract/saving.ts'
import type { NamedKind } from '../../preload/desktop.ts'
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

const otherExtensions = ['mp4', 'm4v', 'mov', 'webm', 'mkv', 'avi', 'pdf']

/** Absolute paths of the chosen files; empty when cancelled. */
export async function pickImages(window: BrowserWindow, language: Language): Promise<string[]> {
  const words = menuWords[language]
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.pickImages,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.images, extensions: [...imageExtensions, ...otherExtensions] },
      { name: words.allFiles, extensions: ['*'] },
    ],
  })
  return filePaths
}

/** Endings of what may be attached; what a file really is, only its content says. */
const attachmentExtensions = AttachmentKind.options.flatMap((kind) => endingsOf(kind))

/** Absolute paths of the files to attach; empty when cancelled. */
export async function pickAttachments(
  window: BrowserWindow,
  language: Language,
): Promise<string[]> {
  const words = menuWords[language]
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.pickAttachments,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.attachments, extensions: attachmentExtensions },
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

/** The absolute path of the folder to save into; null when cancelled. */
export async function pickTargetFolder(
  window: BrowserWindow,
  language: Language,
): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: menuWords[language].pickTargetFolder,
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] ?? null
}

/** The absolute path to save one picture, video or document under; null when cancelled. */
export async function pickFilePath(
  window: BrowserWindow,
  language: Language,
  { name, format }: { name: string; format: SavedFormat },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: menuWords[language].saveFile,
    // Only its last part: where to save is for the person to say.
    defaultPath: basename(name),
    filters: [{ name: format.toUpperCase(), extensions: [...endingsOf(format)] }],
  })
  return canceled || filePath === '' ? null : filePath
}

const titles = {
  pdf: 'savePdf',
  csv: 'saveCsv',
  xlsx: 'saveXlsx',
  ics: 'saveIcs',
} as const satisfies Record<NamedKind, string>

/** The path under which to save a file, or null when cancelled. */
export async function pickSavePath(
  window: BrowserWindow,
  language: Language,
  kind: NamedKind,
  suggestedPath: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: menuWords[language][titles[kind]],
    defaultPath: suggestedPath,
    filters: [{ name: kind.toUpperCase(), extensions: [kind] }],
  })
  return canceled || filePath === '' ? null : filePath
}
