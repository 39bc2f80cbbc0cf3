import { ResultId } from '#contract/postIds'
import { ResultCountName } from '#contract/postResultImports'
import type { CommandContext } from '../../context.ts'
import { insertResults, resultRows, updateResult } from '../queries/results.ts'
import type { ImportedResult } from '../queries/resultImports.ts'
import { countsOf, isSame, type ResultPlan } from '../rules/resultSheet/plan.ts'

const counts = ResultCountName.options
/** How many rows are read or written at a time. */
const together = 400

/** Writes a plan of results; answers how each is taken back. */
export async function writeResults(
  { db, writer, newId, clock, actor, record }: CommandContext,
  { added, replaced }: ResultPlan,
): Promise<ImportedResult[]> {
  const recorded = { recorded_by: actor.id, recorded_at: clock.now() }
  const rows = added.map(({ postId, accountId, day, counts: { ...after } }) => ({
    ...{ id: ResultId.parse(newId()), post_id: postId, account_id: accountId, day },
    ...{ ...after, ...recorded, removed_at: null },
  }))
  for (let at = 0; at < rows.length; at += together) {
    await insertResults(writer, rows.slice(at, at + together))
  }
  for (const { id } of rows) record('post_result', id, ['post_id', 'account_id', 'day', ...counts])
  const ids = replaced.map(({ id }) => id)
  const former = new Map((await inParts(ids, (some) => resultRows(db, some))).map((r) => [r.id, r]))
  for (const { id, after } of replaced) {
    await updateResult(writer, id, { ...after, ...recorded })
    record('post_result', id, counts)
  }
  return [
    ...rows.map((row) => ({ id: row.id, after: countsOf(row), before: null })),
    ...replaced.flatMap(({ id, before, after }) => {
      const row = former.get(id)
      if (row === undefined) return []
      return [{ id, after, before: { counts: before, by: row.recorded_by, at: row.recorded_at } }]
    }),
  ]
}

/** Puts results back as they stood; what was changed or removed since is left. Answers how many. */
export async function undoResults(
  { db, writer, clock, record }: CommandContext,
  results: readonly ImportedResult[],
): Promise<number> {
  const ids = results.map(({ id }) => id)
  const rows = new Map((await inParts(ids, (some) => resultRows(db, some))).map((r) => [r.id, r]))
  let undone = 0
  for (const { id, after, before } of results) {
    const row = rows.get(id)
    if (row?.removed_at !== null || !isSame(countsOf(row), after)) continue
    if (before === null) await updateResult(writer, id, { removed_at: clock.now() })
    else {
      const recorded = { recorded_by: before.by, recorded_at: before.at }
      await updateResult(writer, id, { ...before.counts, ...recorded })
    }
    record('post_result', id, before === null ? ['removed_at'] : counts)
    undone += 1
  }
  return undone
}

/** Many ids are asked for in parts: a database takes only so many at a time. */
async function inParts<T>(
  ids: readonly ResultId[],
  read: (some: readonly ResultId[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = []
  for (let at = 0; at < ids.length; at += together) {
    found.push(...(await read(ids.slice(at, at + together))))
  }
  return found
}
