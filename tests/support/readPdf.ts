import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

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
