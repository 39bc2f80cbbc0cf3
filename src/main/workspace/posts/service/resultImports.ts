import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { ImportId } from '#contract/postImports'
import {
  unknownPost,
  type postResultImports,
  type RejectedResult,
  type ResultColumns,
  type ResultField,
} from '#contract/postResultImports'
import { resultFieldWords, resultProblemWords } from '#contract/resultImportWords'
import type { PlainDate } from '#contract/values'
import { accountNames } from '../../accounts/queries.ts'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { csvOf } from '../../reports/csv.ts'
import { namedBy } from '../../sheets/names.ts'
import { rejectedColumns } from '../../sheets/rejectedTable.ts'
import { headOf, readSheetFile, type SheetRows } from '../../sheets/sheetFile.ts'
import { afterRow, type RowJob } from '../../sheets/steps.ts'
import { namedPosts } from '../queries/namedPosts.ts'
import {
  findResultImport,
  insertResultImport,
  listResultImports,
  setResultsUndone,
} from '../queries/resultImports.ts'
import { resultsOfPosts } from '../queries/results.ts'
import { guessResults } from '../rules/resultSheet/guess.ts'
import { knownPosts, type KnownPosts } from '../rules/resultSheet/known.ts'
import { placeKey, planResults } from '../rules/resultSheet/plan.ts'
import { readResultRow, type WantedResult } from '../rules/resultSheet/row.ts'
import { undoResults, writeResults } from './resultWriting.ts'

/** Sheets of results that come in whole or not at all, and go again as they came. */
export const resultImportHandlers: SliceHandlers<typeof postResultImports, Contexts> = {
  async readResultSheet(_, { bytes }) {
    const sheet = await readSheetFile(bytes)
    return { ...headOf(sheet), ...guessResults(sheet.headings) }
  },

  resultImports: ({ db }) => listResultImports(db),

  rejectedResultsCsv(_, { rejected, language }) {
    const fieldName = (field: ResultField) => resultFieldWords[field][language]
    const columns = rejectedColumns(resultProblemWords, fieldName, language)
    return Promise.resolve({ csv: csvOf(columns, rejected, language) })
  },

  async importResults(context, { name, bytes, columns, day, skipUnknown, trial }) {
    const sheet = await readSheetFile(bytes)
    const read = await readResults(context, sheet, { columns, day, skipUnknown })
    const { wanted, rejected, skipped } = read
    const { added, replaced, same } = await planOf(context.db, wanted)
    const brings = !trial && rejected.length === 0 && added.length + replaced.length > 0
    return {
      ...{ rows: sheet.rows.length, rejected, skipped, same },
      ...{ added: added.length, replaced: replaced.map(({ id: _, ...shown }) => shown) },
      importId: brings ? await context.write((inside) => bringIn(inside, name, wanted)) : null,
    }
  },

  async undoResultImport(context, { id }) {
    const found = await findResultImport(context.db, id)
    if (found === null) throw new WorkspaceError('posts.unknown-import')
    if (found.undoneAt !== null) throw new WorkspaceError('posts.import-undone')
    const undone = await undoResults(context, found.results)
    await setResultsUndone(context.writer, id, context.clock.now())
    context.record('result_import', id, ['undone_at'])
    return { undone, kept: found.results.length - undone }
  },
}

interface Reading {
  readonly columns: ResultColumns
  readonly day: PlainDate | null
  readonly skipUnknown: boolean
}

async function readResults(
  job: JobContext & RowJob,
  sheet: SheetRows,
  { columns, day, skipUnknown }: Reading,
) {
  const known = await readKnown(job, day)
  const wanted: WantedResult[] = []
  const rejected: RejectedResult[] = []
  const rowOf = new Map<string, number>()
  let skipped = 0
  for (const [place, { row, cells }] of sheet.rows.entries()) {
    const read = readResultRow(cells, { columns, headings: sheet.headings, row }, known)
    if ('rejected' in read) {
      const isOfElse = read.rejected.some(({ problem }) => unknownPost.includes(problem))
      if (skipUnknown && isOfElse) skipped += 1
      else rejected.push(...read.rejected)
    } else {
      const key = placeKey(read.wanted)
      const first = rowOf.get(key)
      rowOf.set(key, first ?? row)
      if (first === undefined) wanted.push(read.wanted)
      else rejected.push(repeated(row, first))
    }
    await afterRow(job, place, sheet.rows.length)
  }
  return { wanted, rejected, skipped }
}

/** Which of two rows is right only the person knows. */
function repeated(row: number, first: number): RejectedResult {
  return { row, field: null, heading: '', problem: 'repeated-row', value: String(first) }
}

async function readKnown({ db, clock }: JobContext, day: PlainDate | null): Promise<KnownPosts> {
  return knownPosts(await namedPosts(db), {
    accounts: namedBy(await accountNames(db)),
    ...{ today: malaysianTime(clock.now()).day, day },
  })
}

async function planOf(db: Reader, wanted: readonly WantedResult[]) {
  const ids = [...new Set(wanted.map(({ postId }) => postId))]
  return planResults(wanted, await resultsOfPosts(db, ids))
}

/** What stands there is read again: somebody may have typed since the rows were checked. */
async function bringIn(
  inside: CommandContext,
  name: string,
  wanted: readonly WantedResult[],
): Promise<ImportId> {
  const results = await writeResults(inside, await planOf(inside.db, wanted))
  const id = ImportId.parse(inside.newId())
  await insertResultImport(inside.writer, {
    ...{ id, file_name: name, results: JSON.stringify(results) },
    ...{ imported_by: inside.actor.id, imported_at: inside.clock.now(), undone_at: null },
  })
  inside.record('result_import', id, ['file_name', 'results'])
  return id
}
