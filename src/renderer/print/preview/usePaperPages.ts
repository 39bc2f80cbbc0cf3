import { nextTick, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Pdf } from './pdf'

/** Dots an inch on paper: twice what a screen shows, small type stays clean. */
const dotsPerInch = 200
const millimetresInInch = 25.4
const short = 210
const long = 297

export interface PaperPages {
  /** `blob:` addresses of the pages, while they are on their way to the printer. */
  readonly addresses: ShallowRef<readonly string[]>
  /** The pages lie on their long side. */
  readonly isLandscape: Ref<boolean>
  readonly progress: Ref<{ page: number; pages: number } | null>
  /** Sets the document's pages on paper, does the work (printing), and takes them away again. */
  whileReady<T>(pdf: Pdf, work: () => Promise<T>): Promise<T>
}

/**
 * The pages of the very PDF as pictures. Electron prints what a page shows, not PDF files: set as
 * pictures they come out of every printer as they were previewed, page numbers included.
 */
export function usePaperPages(): PaperPages {
  const addresses = shallowRef<readonly string[]>([])
  const isLandscape = ref(false)
  const progress = ref<{ page: number; pages: number } | null>(null)

  async function whileReady<T>(pdf: Pdf, work: () => Promise<T>): Promise<T> {
    const drawn: string[] = []
    isLandscape.value = pdf.size.width > pdf.size.height
    try {
      for (let page = 1; page <= pdf.pages; page += 1) {
        progress.value = { page, pages: pdf.pages }
        drawn.push(URL.createObjectURL(await pictureOf(pdf, page)))
      }
      addresses.value = drawn
      await nextTick()
      const pages = [...document.querySelectorAll<HTMLImageElement>('.paper-page')]
      await Promise.all(pages.map(whenLoaded))
      return await work()
    } finally {
      addresses.value = []
      progress.value = null
      for (const address of drawn) URL.revokeObjectURL(address)
    }
  }

  return { addresses, isLandscape, progress, whileReady }
}

/** Pixels from the left edge of the sheet to its right one. */
function dotsAcross({ size }: Pdf): number {
  const across = size.width > size.height ? long : short
  return Math.round((across / millimetresInInch) * dotsPerInch)
}

/** Loaded, not decoded: all pages at once would take a gigabyte, the printer takes them in turn. */
function whenLoaded(image: HTMLImageElement): Promise<void> {
  if (image.complete) return Promise.resolve()
  return new Promise((resolve, reject) => {
    image.addEventListener('load', () => resolve(), { once: true })
    image.addEventListener('error', () => reject(new Error('A page was lost')), { once: true })
  })
}

async function pictureOf(pdf: Pdf, page: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  await pdf.draw(page, canvas, dotsAcross(pdf))
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('A page could not be drawn'))
    }, 'image/png')
  })
}
