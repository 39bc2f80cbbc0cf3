import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { rowProblemWords } from '#contract/importWords'
import {
  ImportId,
  type ImportColumns,
  type ImportField,
  type postImports,
  type RejectedCell,
  type RowProblem,
} from '#contract/postImports'
import type { Post } from '#contract/posts'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { csvOf } from '../../reports/csv.ts'
import { rejectedColumns } from '../../sheets/rejectedTable.ts'
import { headOf, readSheetFile, type SheetRows } from '../../sheets/sheetFile.ts'
import { afterRow, type RowJob } from '../../sheets/steps.ts'
import {
  findImport,
  followedPosts,
  insertImport,
  listImports,
  setUndone,
} from '../queries/imports.ts'
import { postsByIds } from '../queries/rows.ts'
import { insertAccounts, insertPosts, insertVersions, updatePosts } from '../queries/write.ts'
import { planHeadings } from '../reports/planHeadings.ts'
import { contentHash } from '../rules/contentHash.ts'
import { guessColumns } from '../rules/sheet/guess.ts'
import { joinRows, postNumber, readFurtherRow, type ComingPost } from '../rules/sheet/joining.ts'
import { readRow, type ReadRow } from '../rules/sheet/row.ts'
import { openKnown } from './known.ts'
import { refuseMoment } from './moments.ts'
import { recordPublication } from './publication.ts'
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
    const { coming, rejected, warned } = await readComing(context, sheet, columns)
    const found = { rows: sheet.rows.length, posts: coming.length, rejected, warned }
    if (trial || rejected.length > 0) return { ...found, importId: null }
    const prepared = await prepare(context, coming)
    const importId = await context.write((inside) => bringIn(inside, name, prepared))
    return { ...found, importId }
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
    const followed = await followedPosts(db, found.ids)
    const mayGo = (post: Post) => isUntouched(post) && !followed.has(post.id)
    const trashed = present.filter(mayGo).map((post) => post.id)
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
        .filter((post) => !mayGo(post))
        .map((post) => ({ id: post.id, title: post.content.title })),
    }
  },
}

type Job = JobContext & RowJob

interface Coming {
  readonly coming: ComingPost[]
  readonly rejected: RejectedCell[]
  readonly warned: RejectedCell[]
}

/** All posts of a sheet, its rows joined by the number of their post, and all that is wrong. */
async function readComing(job: Job, sheet: SheetRows, columns: ImportColumns): Promise<Coming> {
  const known = await readVocabulary(job.db)
  const rows: ReadRow[] = []
  const posts = new Map<string, ReadRow[]>()
  for (const [place, { row, cells }] of sheet.rows.entries()) {
    const at = { columns, headings: sheet.headings, row }
    const number = postNumber(cells, at)
    const post = number === '' ? undefined : posts.get(number)
    const [first] = post ?? []
    const read =
      first === undefined ? readRow(cells, at, known) : readFurtherRow(cells, at, known, first)
    rows.push(read)
    if (post === undefined) posts.set(number === '' ? `row ${row}` : number, [read])
    else post.push(read)
    await afterRow(job, place, sheet.rows.length)
  }
  const coming: ComingPost[] = []
  for (const each of posts.values()) {
    const post = joinRows(each)
    if (post !== null && (await isPossible(job, post))) coming.push(post)
  }
  return {
    coming,
    rejected: rows.flatMap(({ rejected }) => rejected),
    warned: rows.flatMap(({ warned }) => warned),
  }
}

const momentProblems = new Map<string, RowProblem>([
  ['posts.day-in-future', 'out-in-future'],
  ['posts.all-held', 'out-while-held'],
  ['posts.held-that-day', 'out-while-held'],
  ['posts.in-blackout', 'out-in-blackout'],
])

/** Whether each record could have been made by hand; a row whose record could not is rejected. */
async function isPossible(job: Job, { content, out }: ComingPost): Promise<boolean> {
  for (const { accountId, publication, from } of out) {
    try {
      await refuseMoment(job, { id: null, content }, accountId, publication)
    } catch (error) {
      const reason = error instanceof WorkspaceError ? error.reason : ''
      const problem = momentProblems.get(reason)
      if (problem === undefined) throw error
      const { day, time } = publication
      from.reject('day', problem, time === null ? day : `${day} ${time}`)
    }
  }
  return out.every(({ from }) => from.rejected.length === 0)
}

interface Prepared extends ReturnType<typeof newPost> {
  readonly out: ComingPost['out']
}

/** All that can be worked out beforehand: while the transaction runs, nobody else can save. */
async function prepare(job: Job, coming: readonly ComingPost[]): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const [place, { content, status, reason, out }] of coming.entries()) {
    const hash = contentHash(content, () => '')
    prepared.push({ ...newPost(job, job.actor.id, { content, hash, status, reason }), out })
    await afterRow(job, place, coming.length)
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
  await recordOut(inside, prepared)
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

/** What came out before it came in has its record of publication on each account. */
async function recordOut(inside: CommandContext, prepared: readonly Prepared[]): Promise<void> {
  for (const { row, out } of prepared) {
    for (const { accountId, publication } of out) {
      await recordPublication(inside, row.id, accountId, publication, '')
    }
  }
}

/** Nobody saved it again or made a series of it, and it stands where it came in. */
function isUntouched({ version, statusChanges, series }: Post): boolean {
  return version === 1 && statusChanges === 0 && series === null
}
