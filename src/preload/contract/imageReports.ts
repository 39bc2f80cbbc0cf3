import { z } from 'zod'
import { query } from './call.ts'
import { Batch, CheckedImage, LibraryFilter, LibraryImage } from './images.ts'
import { BatchId, ImageId, Language } from './values.ts'

/** One batch with everything found and said about its files, in the batch's order. */
export const BatchReport = z.object({ batch: Batch, checks: z.array(CheckedImage) })
export type BatchReport = z.infer<typeof BatchReport>

/** The pictures of a contact sheet, newest first, and how many it leaves out. */
export const LibrarySheet = z.object({
  /** What was asked for: the filter, and whether pictures were chosen among those that fit. */
  filter: LibraryFilter,
  chosen: z.boolean(),
  images: z.array(LibraryImage),
  /** What the filter and the choice leave; more than `images` where the sheet is cut. */
  fitting: z.number().int(),
  /** Everything in the library, or in its trash where that is what the filter shows. */
  total: z.number().int(),
})
export type LibrarySheet = z.infer<typeof LibrarySheet>

/** Which pictures: those that fit the filter and, unless null, were chosen among them. */
const LibraryChoice = z.object({
  filter: LibraryFilter,
  ids: z.array(ImageId).max(5_000).nullable(),
})

/** Comma-separated values as text: UTF-8 with its mark, CRLF, safe to open in a spreadsheet. */
const Csv = z.object({ csv: z.string() })

/** What reports on pictures are made of: on paper, and beside it as a table. */
export const imageReports = {
  batchReport: query(z.object({ batchId: BatchId }), BatchReport),
  batchCsv: query(z.object({ batchId: BatchId, language: Language }), Csv),
  /** At most 1 000 pictures; a table of the same choice has them all. */
  librarySheet: query(LibraryChoice, LibrarySheet),
  libraryCsv: query(LibraryChoice.extend({ language: Language }), Csv),
}
