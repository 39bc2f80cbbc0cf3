import type * as PdfJsModule from 'pdfjs-dist/legacy/build/pdf.mjs'
import { onlyFormat } from './facts.ts'
import type { Content } from './facts.ts'

export type ReadDocument =
  { readonly kind: 'read'; readonly content: Content } | { readonly kind: 'damaged' }

/** Points of a PDF in an inch, and the pixels a page of CSS has in one. */
const pixelsPerPoint = 96 / 72

/**
 * Number of pages and size of the first one. Nothing is drawn and nothing in it runs; how long it
 * may take is for the caller to limit, since a few bytes can unpack to very many.
 */
export async function readDocument(bytes: Uint8Array): Promise<ReadDocument> {
  const { getDocument } = await openPdfJs()
  // pdf.js takes the bytes for itself, and only plain ones.
  const data = new Uint8Array(bytes)
  const task = getDocument({
    data,
    verbosity: 0,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: true,
  })
  try {
    const document = await task.promise
    const { width, height } = (await document.getPage(1)).getViewport({ scale: pixelsPerPoint })
    return {
      kind: 'read',
      content: {
        ...onlyFormat('pdf'),
        width: whole(width),
        height: whole(height),
        pages: document.numPages,
      },
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      return { kind: 'read', content: { ...onlyFormat('pdf'), locked: true } }
    }
    return { kind: 'damaged' }
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

type PdfJs = typeof PdfJsModule

let loaded: Promise<PdfJs> | null = null

/** Loaded for the first PDF only; its own worker is part of it here, as this process is one. */
function openPdfJs(): Promise<PdfJs> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<PdfJs> {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Reflect.set(globalThis, 'pdfjsWorker', worker)
  return quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
}

/** While it loads, pdf.js complains that it will not be able to draw, which nobody asks of it. */
async function quietly<T>(action: () => Promise<T>): Promise<T> {
  const { warn, log } = console
  const silent = (): void => undefined
  Object.assign(console, { warn: silent, log: silent })
  try {
    return await action()
  } finally {
    Object.assign(console, { warn, log })
  }
}

function whole(pixels: number): number | null {
  const rounded = Math.round(pixels)
  return Number.isSafeInteger(rounded) && rounded > 0 ? rounded : null
}
