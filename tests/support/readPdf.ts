import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What can be read on each page of a PDF, with single spaces. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  try {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
      pages.push(text.join('').replaceAll(/\s+/g, ' ').trim())
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** Lines also end at a hyphen within a word, where the reader adds a space. */
export function unbroken(page: string): string {
  return page.replaceAll(/(?<=\p{Letter}-) (?=\p{Letter})/gu, '')
}

/** A page as a sheet of paper: its MediaBox in points, 72 to the inch, and how many pictures are drawn. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly pictures: number
}

export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  try {
    const sheets: Sheet[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const { fnArray } = await page.getOperatorList()
      const pictures = fnArray.filter((drawn) => drawn === OPS.paintImageXObject).length
      sheets.push({ width: right - left, height: top - bottom, pictures })
    }
    return sheets
  } finally {
    await task.destroy()
  }
}
