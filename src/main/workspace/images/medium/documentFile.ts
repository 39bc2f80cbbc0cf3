import type * as PdfJsModule from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PersonalDetail } from '#contract/imageMetadata'
import { personalDetails, plainDetails } from '../measure/personal.ts'
import { toldInPdf } from '../pdf/told.ts'
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
        personal: plainDetails([...(await saidBy(document)), ...inPictures(bytes)]),
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

/** Entries of the information dictionary (ISO 32000-1, 14.3.3), and those that Word adds. */
const entries = [
  ['Author', 'author'],
  ['Title', 'title'],
  ['Subject', 'title'],
  ['Keywords', 'title'],
  ['Creator', 'program'],
  ['Producer', 'program'],
] as const
const ownEntries = { Company: 'owner', Manager: 'owner' } as const

/** What the document says of itself: author, title and programs, in either of its two places. */
async function saidBy(document: PDFDocumentProxy): Promise<PersonalDetail[]> {
  // Its types say that there always is XMP; there is none where a document has none.
  const said: { info: object; metadata: { getRaw(): unknown } | null } =
    await document.getMetadata()
  const { info, metadata } = said
  const own: unknown = Reflect.get(info, 'Custom')
  const packet = metadata?.getRaw()
  return [
    ...entries.flatMap(([name, kind]) => textOf(info, name).map((value) => ({ kind, value }))),
    ...Object.entries(ownEntries).flatMap(([name, kind]) =>
      textOf(own, name).map((value) => ({ kind, value })),
    ),
    ...(typeof packet === 'string' ? personalDetails({ xmp: Buffer.from(packet) }) : []),
  ]
}

function textOf(values: unknown, name: string): string[] {
  if (typeof values !== 'object' || values === null) return []
  const value: unknown = Reflect.get(values, name)
  return typeof value === 'string' ? [value] : []
}

/** What JPEG pictures within it say, as they came out of a camera. */
function inPictures(bytes: Uint8Array): PersonalDetail[] {
  const blocks = toldInPdf(bytes)?.blocks ?? []
  return blocks.flatMap(({ kind, bytes: block }) => personalDetails({ [kind]: Buffer.from(block) }))
}

type PdfJs = typeof PdfJsModule
type PDFDocumentProxy = PdfJsModule.PDFDocumentProxy

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
