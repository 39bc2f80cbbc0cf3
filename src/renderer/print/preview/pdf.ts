import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'

/** Points of a PDF in an inch, and the pixels a page of CSS has in one. */
const pointsPerInch = 72
const pixelsPerInch = 96

export interface PdfPageSize {
  /** CSS pixels at 100 %. */
  readonly width: number
  readonly height: number
}

/** A PDF that can be drawn page by page. */
export interface Pdf {
  readonly pages: number
  readonly size: PdfPageSize
  /** Draws a page (from 1) so that it is `width` device pixels wide. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>
  /** What stands on a page, for those who cannot see it. */
  textOf(page: number): Promise<string>
  close(): void
}

/**
 * Opens a PDF with pdf.js, its older build: the oldest runtime in use is Chromium 130. Everything
 * it needs is in the application; it evaluates nothing and asks for nothing (content policy).
 */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const worker = new PdfWorker()
  GlobalWorkerOptions.workerPort = worker
  const task = getDocument({
    // pdf.js gives the bytes away to its worker; they are still to be saved.
    data: bytes.slice(),
    useWasm: false,
    useSystemFonts: false,
    disableAutoFetch: true,
    stopAtErrors: true,
  })
  try {
    return await pdfOf(await task.promise, () => {
      void task.destroy().finally(() => worker.terminate())
    })
  } catch (error) {
    worker.terminate()
    throw error
  }
}

async function pdfOf(document: PDFDocumentProxy, close: () => void): Promise<Pdf> {
  const first = (await document.getPage(1)).getViewport({ scale: pixelsPerInch / pointsPerInch })
  return {
    pages: document.numPages,
    size: { width: first.width, height: first.height },
    async draw(number, canvas, width) {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      await page.render({ canvas, viewport }).promise
    },
    async textOf(number) {
      const { items } = await (await document.getPage(number)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join(' ')
    },
    close,
  }
}
