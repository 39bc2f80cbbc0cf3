import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { imageReports } from '#contract/imageReports'
import type { LibraryImage } from '#contract/images'
import type { Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { csvOf } from '../../reports/csv.ts'
import { findBatch } from '../queries/batches.ts'
import { checksOfBatch } from '../queries/checks.ts'
import { countImages, listLibrary } from '../queries/library.ts'
import { batchColumns } from '../reports/batchTable.ts'
import { libraryColumns } from '../reports/libraryTable.ts'
import type { checkingHandlers } from './checking.ts'

type Handlers = SliceHandlers<typeof imageReports, Contexts>
type Checking = Pick<ReturnType<typeof checkingHandlers>, 'batches'>

/** A thousand pictures are 84 pages: more than anybody leafs through. */
const mostOnOneSheet = 1_000

/** Reports on batches and on the library, for paper and for spreadsheets. */
export function reportHandlers(checking: Checking): Handlers {
  return {
    async batchReport(context, { batchId }) {
      const batches = await checking.batches(context, {})
      const batch = batches.find((one) => one.id === batchId)
      if (batch === undefined) throw new WorkspaceError('images.unknown-batch')
      return { batch, checks: await checksOfBatch(context.db, batchId) }
    },

    async batchCsv({ db }, { batchId, language }) {
      if ((await findBatch(db, batchId)) === null) throw new WorkspaceError('images.unknown-batch')
      const checks = await checksOfBatch(db, batchId)
      return { csv: csvOf(batchColumns(language), checks, language) }
    },

    async librarySheet({ db }, choice) {
      const fitting = await chosenImages(db, choice)
      return {
        filter: choice.filter,
        chosen: choice.ids !== null,
        images: fitting.slice(0, mostOnOneSheet),
        fitting: fitting.length,
        total: await countImages(db, choice.filter.trashed),
      }
    },

    async libraryCsv({ db }, { language, ...choice }) {
      const images = await chosenImages(db, choice)
      return { csv: csvOf(libraryColumns(language), images, language) }
    },
  }
}

async function chosenImages(
  db: Reader,
  { filter, ids }: Parameters<Handlers['librarySheet']>[1],
): Promise<LibraryImage[]> {
  const fitting = await listLibrary(db, filter)
  if (ids === null) return fitting
  const chosen = new Set<string>(ids)
  return fitting.filter((image) => chosen.has(image.id))
}
