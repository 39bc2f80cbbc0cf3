import type { ErrorDetails, Reason } from './contract/errors.ts'
import type { SavedFormat } from './contract/saving.ts'

/** What a menu entry, a global key or the system may ask the page to do. */
export type DesktopRequest =
  | 'add-images'
  | 'command-palette'
  | 'lock-screen'
  | 'lock'
  | 'switch-person'
  | 'about'
  | 'settings'
  | 'shortcuts'
  | 'language-ms'
  | 'language-en'
  | 'todays-board'
  | 'complaints-due'

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

/** A document to be made: which one, of what (the input of its query as JSON), in which language. */
export interface DocumentRequest {
  readonly name: string
  readonly input: string
  readonly language: 'ms' | 'en'
}

/** Why a document was not made, as the contract names failures. */
export interface DocumentFailure {
  readonly kind: 'failed'
  readonly reason: Reason
  readonly details: ErrorDetails
}

/** What stands below each page of a document, as plain text. */
export interface DocumentFoot {
  readonly lines: readonly string[]
  /** `Muka {page} / {pages}`; empty: its pages are not numbered. */
  readonly page: string
}

/** What the hidden page says of the document it draws. */
export type DrawnDocument =
  | {
      readonly kind: 'drawn'
      readonly name: string
      readonly foot: DocumentFoot
      /** Ids of places whose pages the document tells, in elements with this `data-page-of`; two ids: how many pages from one to the other. */
      readonly contents: readonly string[]
    }
  | DocumentFailure

export type MadeDocument =
  | {
      readonly kind: 'made'
      /** What to call its file, without an ending. */
      readonly name: string
      readonly pdf: Uint8Array
    }
  | DocumentFailure
  | { readonly kind: 'cancelled' }

/** Kinds of files that a person names, by their endings. */
export const namedKinds = ['pdf', 'csv', 'xlsx', 'ics'] as const
export type NamedKind = (typeof namedKinds)[number]

/** Places to which a notice of the system leads. */
export const noticePlaces = [
  'todays-board',
  'complaints-due',
] as const satisfies readonly DesktopRequest[]
export type NoticePlace = (typeof noticePlaces)[number]

/** What the system shows beside the clock: read by whoever passes by, so never a name in it. */
export interface SystemNotice {
  readonly title: string
  readonly body: string
  /** Where a click on it leads. */
  readonly leadsTo: NoticePlace
}

/** A file the person is asked to name. */
export interface FileToSave {
  readonly name: string
  readonly kind: NamedKind
  readonly bytes: Uint8Array
}

/**
 * Everything the sandboxed page may ask of the desktop: `window.desktop`. Named functions only,
 * never a channel or an event object (Electron security checklist, item 20).
 */
export interface Desktop {
  readonly platform: string
  readonly versions: { readonly app: string; readonly electron: string; readonly chrome: string }
  /** Opens the system's picker; resolves to absolute paths, empty when cancelled. */
  pickImages(): Promise<string[]>
  /** The same for files to attach to something. */
  pickAttachments(): Promise<string[]>
  pickFolder(): Promise<string[]>
  /** Where pictures are to be saved; null when cancelled. */
  pickTargetFolder(): Promise<string | null>
  /** Under which path one picture, video or document is to be saved; null when cancelled. */
  pickFilePath(file: { name: string; format: SavedFormat }): Promise<string | null>
  /** The absolute path of each dropped file; empty text where a file has none. */
  pathsOf(files: readonly File[]): string[]
  /** Prints this page (with its print styles) to a PDF the person names; false when cancelled. */
  savePagePdf(suggestedName: string): Promise<boolean>
  /** Opens the system's print dialogue for this page; false when cancelled. */
  printPage(): Promise<boolean>
  /** Draws a document as a PDF in a hidden page; the one before, if still under way, is given up. */
  makeDocument(request: DocumentRequest): Promise<MadeDocument>
  /** Gives the document up that is being made. */
  cancelDocument(): Promise<void>
  /** Said by the hidden page itself; heard from no other. */
  documentDrawn(drawn: DrawnDocument): void
  /** Writes a file where the person says; false when cancelled or refused by the disk. */
  saveFile(file: FileToSave): Promise<boolean>
  /** Opens the data folder in the system's file manager. */
  revealDataFolder(): Promise<void>
  setTheme(choice: ThemeChoice): Promise<void>
  /** Language of the native menu. */
  setLanguage(language: 'ms' | 'en'): Promise<void>
  /** Shows a notice of the system; a click on it brings the window forward, to where it leads. */
  notify(notice: SystemNotice): Promise<boolean>
  quit(): Promise<void>
  onRequest(listener: (request: DesktopRequest) => void): () => void
  onProcessState(listener: (state: ProcessState) => void): () => void
}

/**
 * The port to the workspace cannot cross the context bridge, so preload posts it to the page as
 * `{ kind: portAnnouncement }` with the port transferred. The page accepts it only from itself.
 */
export const portAnnouncement = 'ruang-kerja:port'
