import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Application } from './launch.ts'
import { pagesOf } from './readPdf.ts'

/** A document as it was made by the print engine, without the preview. */
export interface MadePaper {
  readonly bytes: Buffer
  /** What can be read on each page. */
  readonly pages: readonly string[]
}

/** Has the application make a document; fails when it does not. */
export async function makePaper(
  { window: page }: Application,
  name: string,
  input: object,
): Promise<MadePaper> {
  const made = await page.evaluate(
    async ([document, asked]) => {
      const done = await window.desktop.makeDocument({
        ...{ name: document, input: asked, language: 'ms' },
      })
      if (done.kind !== 'made') return JSON.stringify(done)
      let binary = ''
      for (let at = 0; at < done.pdf.length; at += 32_768) {
        binary += String.fromCodePoint(...done.pdf.subarray(at, at + 32_768))
      }
      return { pdf: btoa(binary) }
    },
    [name, JSON.stringify(input)] as const,
  )
  if (typeof made === 'string') throw new Error(`${name} was not made: ${made}`)
  const bytes = Buffer.from(made.pdf, 'base64')
  return { bytes, pages: await pagesOf(bytes) }
}

/** The text as letters alone: lines are divided anywhere, and letters may be drawn as one. */
export function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}

/** What is the same each time: all but the moment of printing. */
export function timeless(pages: readonly string[]): string[] {
  return pages.map((page) => page.replaceAll(/Dicetak .{6,30}? oleh /g, 'Dicetak oleh '))
}

/** Links out of the document, and whatever a reader of PDFs would run, open or fetch. */
export async function outwardOf({ bytes }: MadePaper): Promise<string[]> {
  const raw = bytes.toString('latin1')
  const names = ['/URI', '/Launch', '/JavaScript', '/JS', '/GoToR', '/SubmitForm', '/EmbeddedFile']
  const found = names.filter((name) => new RegExp(String.raw`${name}\b`).test(raw))
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...{ useSystemFonts: false, verbosity: 0 },
  })
  const document = await task.promise
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const notes = (await (await document.getPage(number)).getAnnotations()) as {
        url?: string
        unsafeUrl?: string
      }[]
      found.push(...notes.flatMap(({ url, unsafeUrl }) => url ?? unsafeUrl ?? []))
    }
  } finally {
    await task.destroy()
  }
  return found
}
