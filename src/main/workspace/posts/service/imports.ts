import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { ImportId, type ImportColumns, type postImports } from '#contract/postImports'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { Post } from '#contract/posts'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { csvOf } from '../../reports/csv.ts'
import { findImport, insertImport, listImports, setUndone } from '../queries/imports.ts'
import { postsByIds } from '../queries/rows.ts'
import { updatePosts } from '../queries/write.ts'
import { rejectedColumns } from '../reports/rejectedTable.ts'
import { guessColumns } from '../rules/sheet/guess.ts'
import { readRow } from '../rules/sheet/row.ts'
import { openKnown } from './known.ts'
import { addPost } from './saving.ts'
import { readSheetFile, type SheetRows } from './sheetFile.ts'
import { readVocabulary } from './vocabulary.ts'

/** After so many rows others are heard: progress goes out, and a cancel comes in. */
const turn = 50
const samples = 5
/** How many posts are read at a time. */
const together = 400

/** Sheets of posts that come in whole or not at all, and go again as they came. */
export const importHandlers: SliceHandlers<typeof postImports, Contexts> = {
  async readSheet(_, { bytes }) {
    const { headings, rows } = await readSheetFile(bytes)
    return {
      headings: [...headings],
      samples: rows.slice(0, samples).map(({ cells }) => [...cells]),
      ...{ rows: rows.length, guess: guessColumns(headings) },
    }
  },

  imports: ({ db }) => listImports(db),

  rejectedCsv: (_, { rejected, language }) =>
    Promise.resolve({ csv: csvOf(rejectedColumns(language), rejected, language) }),

  async importPosts(context, { name, bytes, columns, trial }) {
    const sheet = await readSheetFile(bytes)
    const { contents, rejected } = await readContents(context, sheet, columns)
    const rows = sheet.rows.length
    if (trial || rejected.length > 0) return { rows, rejected, importId: null }
    const importId = await context.write((inside) => bringIn(inside, context, name, contents))
    return { rows, rejected, importId }
  },

  async undoImport(context, { id }) {
    const { db, writer, clock, record } = context
    const found = await findImport(db, id)
    if (found === null) throw new WorkspaceError('posts.unknown-import')
    if (found.undoneAt !== null) throw new WorkspaceError('posts.import-undone')
    const posts: Post[] = []
    for (let at = 0; at < found.ids.length; at += together) {
      const some = found.ids.slice(at, at + together)
      posts.push(...(await postsByIds(db, some, malaysianTime(clock.now()))))
    }
    const present = posts.filter(({ trashedAt }) => trashedAt === null)
    const trashed = present.filter(isUntouched).map((post) => post.id)
    const at = clock.now()
    for (let from = 0; from < trashed.length; from += together) {
      await updatePosts(writer, trashed.slice(from, from + together), { trashed_at: at })
    }
    for (const post of trashed) record('post', post, ['trashed_at'])
    await setUndone(writer, id, at)
    record('post_import', id, ['undone_at'])
    return {
      trashed,
      kept: present
        .filter((post) => !isUntouched(post))
        .map((post) => ({ id: post.id, title: post.content.title })),
    }
  },
}

type Job = JobContext & { report: (progress: { done: number; total: number }) => void }

async function readContents(job: Job, sheet: SheetRows, columns: ImportColumns) {
  const known = await readVocabulary(job.db)
  const contents: PostContent[] = []
  const rejected = []
  for (const [place, { row, cells }] of sheet.rows.entries()) {
    const read = readRow(cells, { columns, headings: sheet.headings, row }, known)
    if ('content' in read) contents.push(read.content)
    else rejected.push(...read.rejected)
    await pause(job, place, sheet.rows.length)
  }
  return { contents, rejected }
}

/** All of them in the one transaction: a cancel or a failure on the way leaves none. */
async function bringIn(
  inside: CommandContext,
  job: Job,
  name: string,
  contents: readonly PostContent[],
): Promise<ImportId> {
  const known = await openKnown(inside.db)
  const ids: PostId[] = []
  for (const [place, content] of contents.entries()) {
    ids.push(await addPost(inside, content, 'draft', known))
    await pause(job, place, contents.length)
  }
  const id = ImportId.parse(inside.newId())
  await insertImport(inside.writer, {
    ...{ id, file_name: name, posts: JSON.stringify(ids) },
    ...{ imported_by: inside.actor.id, imported_at: inside.clock.now(), undone_at: null },
  })
  inside.record('post_import', id, ['file_name', 'posts'])
  return id
}

async function pause({ report, signal }: Job, place: number, total: number): Promise<void> {
  const done = place + 1
  if (done % turn !== 0 && done !== total) return
  report({ done, total })
  await nextTurn()
  if (signal.aborted) throw new WorkspaceError('call.cancelled')
}

/** Nobody saved it again or made a series of it, and it stands where it came in. */
function isUntouched({ version, status, series }: Post): boolean {
  return version === 1 && status === 'draft' && series === null
}
