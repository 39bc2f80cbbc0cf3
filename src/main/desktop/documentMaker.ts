import type { BrowserWindow, WebContents } from 'electron'
import type {
  DocumentFailure,
  DocumentRequest,
  DrawnDocument,
  MadeDocument,
} from '../../preload/desktop.ts'
import { documentPdf } from './printing.ts'

export interface DocumentMakerOptions {
  /** Opens a hidden page at this path of the application. */
  readonly open: (path: string) => BrowserWindow
  /** Gives the page a port to the workspace; false when there is none to give. */
  readonly connect: (page: WebContents) => boolean
  /** Notes what nobody foresaw; returns its reference. */
  readonly failed: (error: unknown) => string
  /** How long a document may take to be drawn, and again to become a PDF. */
  readonly patienceMs?: number
}

/** Makes documents, one at a time: each in a hidden page of its own, gone when the PDF is there. */
export interface DocumentMaker {
  /** Never rejects: how it ended is its value. A document still under way is given up. */
  make(request: DocumentRequest): Promise<MadeDocument>
  cancel(): void
  /** What the hidden page says. */
  hear(drawn: DrawnDocument): void
  /** The hidden page of this moment. */
  page(): WebContents | null
}

interface Work {
  readonly hidden: BrowserWindow
  readonly hear: (drawn: DrawnDocument) => void
  readonly end: (ending: MadeDocument) => void
}

export function createDocumentMaker(options: DocumentMakerOptions): DocumentMaker {
  const { open, connect, failed, patienceMs = 120_000 } = options
  let work: Work | null = null

  function make(request: DocumentRequest): Promise<MadeDocument> {
    work?.end({ kind: 'cancelled' })
    return new Promise((resolve) => {
      const hidden = open(addressOf(request))
      const { webContents } = hidden
      let patience = setTimeout(tooLong, patienceMs)

      function tooLong(): void {
        end(failure('print.took-too-long'))
      }

      function end(ending: MadeDocument): void {
        if (work !== own) return
        work = null
        clearTimeout(patience)
        resolve(ending)
        hidden.destroy()
      }

      async function hear(drawn: DrawnDocument): Promise<void> {
        if (drawn.kind === 'failed') {
          end(drawn)
          return
        }
        clearTimeout(patience)
        patience = setTimeout(tooLong, patienceMs)
        try {
          const pdf = await documentPdf(webContents, drawn.foot, drawn.contents)
          end({ kind: 'made', name: drawn.name, pdf })
        } catch (error) {
          // A page that was given up meanwhile fails as well, and nobody waits for it any more.
          if (work === own) end(failure('unexpected', failed(error)))
        }
      }

      const own: Work = { hidden, hear: (drawn) => void hear(drawn), end }
      work = own
      webContents.once('did-finish-load', () => {
        if (!connect(webContents)) end(failure('workspace.crashed'))
      })
      webContents.once('did-fail-load', () => end(failure('print.page-ended')))
      webContents.once('render-process-gone', () => end(failure('print.page-ended')))
    })
  }

  return {
    make,
    cancel: () => work?.end({ kind: 'cancelled' }),
    hear: (drawn) => work?.hear(drawn),
    page: () => (work === null || work.hidden.isDestroyed() ? null : work.hidden.webContents),
  }
}

/** The document's route in the application's second page. */
function addressOf({ name, input, language }: DocumentRequest): string {
  return `print.html#/cetak/${name}?${new URLSearchParams({ language, input }).toString()}`
}

function failure(reason: DocumentFailure['reason'], reference?: string): DocumentFailure {
  return { kind: 'failed', reason, details: reference === undefined ? {} : { reference } }
}
