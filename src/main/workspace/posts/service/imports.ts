import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { rowProblemWords } from '#contract/importWords'
import {
  ImportId,
  type ImportColumns,
  type ImportField,
  type postImports,
} from '#contract/postImports'
import type { PostContent } from '#contract/postContent'
import type { Post } from '#contract/posts'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { csvOf } from '../../reports/csv.ts'
import { rejectedColumns } from '../../sheets/rejectedTable.ts'
import { headOf, readSheetFile, type SheetRows } from '../../sheets/sheetFile.ts'
import { afterRow, type RowJob } from '../../sheets/steps.ts'
import { findImport, insertImport, listImports, setUndone } from '../queries/imports.ts'
import { postsByIds } from '../queries/rows.ts'
import { insertAccounts, insertPosts, insertVersions, updatePosts } from '../queries/write.ts'
import { planHeadings } from '../reports/planHeadings.ts'
import { contentHash } from '../rules/contentHash.ts'
import { guessColumns } from '../rules/sheet/guess.ts'
import { readRow } from '../rules/sheet/row.ts'
import { openKnown } from './known.ts'
import { newPost } from './saving.ts'
import { readVocabulary } from './vocabulary.ts'

/** How many posts are read or written at a time. */
const together = 400

/** Sheets of posts that come in whole or not at all, and go again as they came. */
export const importHandlers: SliceHandlers<typeof postImports, Contexts> = {
  async readSheet(_, { bytes }) {
    const sheet = await readSheetFile(bytes)
    return { ...headOf(sheet), guess: guessColumns(sheet.headings) }
  },

  imports: ({ db }) => listImports(db),

  rejectedCsv(_, { rejected, language }) {
    const fieldName = (field: ImportField) => planHeadings[field][language]
    const columns = rejectedColumns(rowProblemWords, fieldName, language)
    return Promise.resolve({ csv: csvOf(columns, rejected, language) })
  },

  async importPosts(context, { name, bytes, columns, trial }) {
    const sheet = await readSheetFile(bytes)
    const { contents, rejected } = await readContents(context, sheet, columns)
    const rows = sheet.rows.length
    if (trial || rejected.length > 0) return { rows, rejected, importId: null }
    const prepared = await prepare(context, contents)
    const importId = await context.write((inside) => bringIn(inside, name, prepared))
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

type Job = JobContext & RowJob

async function readContents(job: Job, sheet: SheetRows, columns: ImportColumns) {
  const known = await readVocabulary(job.db)
  const contents: PostContent[] = []
  const rejected = []
  for (const [place, { row, cells }] of sheet.rows.entries()) {
    const read = readRow(cells, { columns, headings: sheet.headings, row }, known)
    if ('content' in read) contents.push(read.content)
    else rejected.push(...read.rejected)
    await afterRow(job, place, sheet.rows.length)
  }
  return { contents, rejected }
}

type Prepared = ReturnType<typeof newPost>

/** All that can be worked out beforehand: while the transaction runs, nobody else can save. */
async function prepare(job: Job, contents: readonly PostContent[]): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const [place, content] of contents.entries()) {
    const hash = contentHash(content, () => '')
    prepared.push(newPost(job, job.actor.id, { content, hash, status: 'draft' }))
    await afterRow(job, place, contents.length)
  }
  return prepared
}

/** All of them in the one short transaction; what they name may have gone since it was read. */
async function bringIn(
  inside: CommandContext,
  name: string,
  prepared: readonly Prepared[],
): Promise<ImportId> {
  const { writer, record } = inside
  const known = await openKnown(inside.db)
  for (const { version } of prepared) await known.refuseUnsound(version.content, null)
  for (let at = 0; at < prepared.length; at += together) {
    const some = prepared.slice(at, at + together)
    const rows = some.map(({ row }) => row)
    const versions = some.map(({ version }) => version)
    await insertPosts(writer, rows)
    await insertAccounts(
      writer,
      versions.map(({ postId, content }) => ({ id: postId, content })),
    )
    await insertVersions(writer, versions)
  }
  const ids = prepared.map(({ row }) => row.id)
  for (const id of ids) record('post', id, ['title', 'status', 'version'])
  const id = ImportId.parse(inside.newId())
  await insertImport(writer, {
    ...{ id, file_name: name, posts: JSON.stringify(ids) },
    ...{ imported_by: inside.actor.id, imported_at: inside.clock.now(), undone_at: null },
  })
  record('post_import', id, ['file_name', 'posts'])
  return id
}

/** Nobody saved it again or made a series of it, and it stands where it came in. */
function isUntouched({ version, status, series }: Post): boolean {
  return version === 1 && status === 'draft' && series === null
}
