/** What a menu entry, a global key or the system may ask the page to do. */
export type DesktopRequest =
  | 'add-images'
  | 'command-palette'
  | 'lock'
  | 'switch-person'
  | 'about'
  | 'settings'
  | 'shortcuts'
  | 'language-ms'
  | 'language-en'

export type ThemeChoice = 'system' | 'light' | 'dark'

/** How the workspace process is doing, as the shell sees it. */
export type ProcessState =
  /** Starting, or started again after a crash. */
  | 'starting'
  | 'running'
  /** Crashed; a new one is on its way. */
  | 'restarting'
  /** Crashed three times within a minute: the shell has given up. */
  | 'given-up'

/**
 * Everything the sandboxed page may ask of the desktop: `window.desktop`. Named functions only,
 * never a channel or an event object (Electron security checklist, item 20).
 */
export interface Desktop {
  readonly platform: string
  readonly versions: { readonly app: string; readonly electron: string; readonly chrome: string }
  /** Opens the system's picker; resolves to absolute paths, empty when cancelled. */
  pickImages(): Promise<string[]>
  pickFolder(): Promise<string[]>
  /** The absolute path of each dropped file; empty text where a file has none. */
  pathsOf(files: readonly File[]): string[]
  /** Prints this page (with its print styles) to a PDF the person names; false when cancelled. */
  savePagePdf(suggestedName: string): Promise<boolean>
  /** Opens the system's print dialogue for this page; false when cancelled. */
  printPage(): Promise<boolean>
  /** Opens the data folder in the system's file manager. */
  revealDataFolder(): Promise<void>
  setTheme(choice: ThemeChoice): Promise<void>
  /** Language of the native menu. */
  setLanguage(language: 'ms' | 'en'): Promise<void>
  quit(): Promise<void>
  onRequest(listener: (request: DesktopRequest) => void): () => void
  onProcessState(listener: (state: ProcessState) => void): () => void
}

/**
 * The port to the workspace cannot cross the context bridge, so preload posts it to the page as
 * `{ kind: portAnnouncement }` with the port transferred. The page accepts it only from itself.
 */
export const portAnnouncement = 'ruang-kerja:port'
