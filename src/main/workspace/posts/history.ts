import { z } from 'zod'
import type { Cycle } from '#contract/cycles'
import { WorkspaceError } from '#contract/errors'
import { blankContent, PostKind, type PostContent } from '#contract/postContent'
import { ResultId } from '#contract/postIds'
import { ReferenceKey } from '#contract/reference'
import { Line, PlainDate } from '#contract/values'
import shippedFile from '../../../../resources/reference/historical-posts.json' with { type: 'json' }
import type { CommandContext } from '../context.ts'
import { listCycles } from '../cycles/queries.ts'
import type { Reader } from '../database/schema.ts'
import { itemsOf } from '../reference/queries.ts'
import { hasPostTitled } from './queries/history.ts'
import { insertResults, resultColumns } from './queries/results.ts'
import { openKnown } from './service/known.ts'
import { addPost } from './service/saving.ts'

/** A post as `resources/reference/historical-posts.json` names it (JKR, JKR Promosi Waves). */
const HistoricalPost = z.strictObject({
  key: ReferenceKey,
  clause: Line,
  /** Of the phase it stands in: the year of its day, or the one the source puts it in. */
  year: z.number().int(),
  /** Null where the source has none. */
  day: PlainDate.nullable(),
  /** The source does not say when the reach was read off: the post's own day, or the year's last. */
  resultDay: PlainDate,
  title: Line,
  category: ReferenceKey,
  /** Ours: what the title tells of it. */
  kind: PostKind,
  reach: z.number().int().positive(),
  notes: z.string(),
})
export type HistoricalPost = z.infer<typeof HistoricalPost>

/** The posts that the application ships, in the order of the source. */
export function historicalPosts(): readonly HistoricalPost[] {
  const file = z.object({ version: z.number().int().positive(), items: z.array(HistoricalPost) })
  return file.parse(shippedFile).items
}

/** The example cycle, and whether its posts are there (in the trash too). */
export async function historyState(db: Reader): Promise<{ cycle: Cycle | null; loaded: boolean }> {
  const cycle = (await listCycles(db)).find(({ example }) => example) ?? null
  if (cycle === null) return { cycle, loaded: false }
  const titles = historicalPosts().map(({ title }) => title)
  const phases = cycle.phases.map(({ id }) => id)
  return { cycle, loaded: await hasPostTitled(db, titles, phases) }
}

/**
 * Brings the historical posts in as published ones, in the phase of their year, with their reach
 * over all accounts together.
 * @returns how many were added
 * @throws WorkspaceError `posts.no-example`, `posts.history-loaded`
 */
export async function loadHistory(context: CommandContext): Promise<number> {
  const { db, writer, newId, clock, actor, record } = context
  const { cycle, loaded } = await historyState(db)
  if (cycle === null) throw new WorkspaceError('posts.no-example')
  if (loaded) throw new WorkspaceError('posts.history-loaded')
  const known = await openKnown(db)
  // A category that the office no longer offers is left open.
  const offered = new Set((await itemsOf(db, 'wave-categories')).map(({ key }) => key))
  for (const item of historicalPosts()) {
    const content = contentOf(item, cycle, offered)
    const postId = await addPost(context, content, 'published', known)
    const id = ResultId.parse(newId())
    const columns = resultColumns({
      ...{ accountId: null, day: item.resultDay, reach: item.reach },
      ...{ likes: null, shares: null, comments: null },
    })
    await insertResults(writer, [
      {
        ...{ id, post_id: postId, ...columns },
        ...{ recorded_by: actor.id, recorded_at: clock.now(), removed_at: null },
      },
    ])
    record('post_result', id, ['post_id', ...Object.keys(columns)])
  }
  return historicalPosts().length
}

/** The phase is found by its place, so that the office may have moved the example's dates. */
function contentOf(
  { title, kind, day, category, notes, clause, year }: HistoricalPost,
  { phases }: Cycle,
  offered: ReadonlySet<string>,
): PostContent {
  const phase = phases.find(({ number }) => number === year - firstYear + 1)
  return {
    ...blankContent(title, kind),
    ...{ day, phaseId: phase?.id ?? null, category: offered.has(category) ? category : null },
    notes: [`${clause}.`, notes].filter((part) => part !== '').join(' '),
  }
}

/** The first phase's (JKR, Perancangan pelaksanaan promosi). */
const firstYear = 2015
