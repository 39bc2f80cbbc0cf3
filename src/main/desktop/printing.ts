import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { WebContents } from 'electron'
import type { DocumentFoot } from '../../preload/desktop.ts'
import type { NamedKind } from '../../preload/desktop.ts'
import { footTemplate } from './documentFoot.ts'
import { numberOf, pagesOfPlaces } from './pdfPlaces.ts'

/** Draws the page with its print styles as an A4 PDF; `@page` in its styles has the last word. */
export async function pagePdf(page: WebContents): Promise<Uint8Array> {
  return page.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  })
}

/**
 * The same for a document, with what stands below each of its pages.
 * @param contents places whose pages it tells, or two of them: how many pages from one to the other.
 *   Only the PDF knows them, so it is made twice, the second time with the numbers. They are as wide
 *   before, so that nothing moves.
 */
export async function documentPdf(
  page: WebContents,
  foot: DocumentFoot,
  contents: readonly string[] = [],
): Promise<Uint8Array> {
  const pdf = await onePdf(page, foot)
  if (contents.length === 0) return pdf
  await page.insertCSS(numbersOf(contents, pagesOfPlaces(pdf)))
  return onePdf(page, foot)
}

/** Style sheet that writes the page of each place into the elements that ask for it. */
function numbersOf(contents: readonly string[], pages: ReadonlyMap<string, number>): string {
  return contents
    .flatMap((place) => {
      const number = numberOf(place, pages)
      return number === undefined ? [] : `[data-page-of='${place}']::after { content: '${number}' }`
    })
    .join('\n')
}

function onePdf(page: WebContents, foot: DocumentFoot): Promise<Uint8Array> {
  return page.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footTemplate(foot),
  })
}

/** Opens the system's print dialogue; false when it was cancelled or there is no printer. */
export function printPage(page: WebContents): Promise<boolean> {
  return new Promise((resolve) => {
    page.print({ silent: false, printBackground: true }, (done) => resolve(done))
  })
}

/** Writes a whole file or none: beside its place first, flushed, then renamed. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}`)
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

// Separators, what Windows forbids in names, and control characters.
const forbidden = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g

/** A plain file name with this ending, whatever was suggested. */
export function fileName(suggested: string, ending: NamedKind): string {
  const name = suggested
    .replace(/\.(pdf|csv|xlsx|ics)$/i, '')
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
  return `${name === '' ? 'Ruang Kerja BKK' : name}.${ending}`
}
