import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { CalendarNote } from '#contract/planning'
import type { postFindings } from '#contract/postFindings'
import { PostFilter, PostStatus, type PostTile } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import type { Common, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { addDays } from '../../days/rules/dates.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { findHold } from '../../planning/queries/holds.ts'
import { findNote, notesBetween } from '../../planning/queries/notes.ts'
import { itemsOf } from '../../reference/queries.ts'
import { postsByIds } from '../queries/rows.ts'
import { ruledAccounts } from '../queries/ruledAccounts.ts'
import { tilesBetween } from '../queries/tiles.ts'
import { moodOf } from '../rules/blackout.ts'
import { statesConcerned } from './checking.ts'

type HeldOverCalls = Pick<typeof postFindings, 'heldOver' | 'afterBlackout' | 'endedBlackouts'>
type Asking = Pick<Common, 'clock'> & { readonly db: Reader }

/** What does not wait for anything any more after a hold. */
const over: readonly PostStatus[] = ['published', 'archived', 'cancelled']

/** How far ahead is looked when everything goes on again. */
const daysAhead = 7

/** What is looked through when a hold or a blackout is over. */
export const heldOverHandlers: SliceHandlers<HeldOverCalls, Contexts> = {
  async heldOver({ db, clock }, { holdId }) {
    const hold = await findHold(db, holdId)
    if (hold === null) throw new WorkspaceError('planning.unknown-hold')
    const began = malaysianTime(hold.since)
    const ended = malaysianTime(hold.resumedAt ?? clock.now())
    const tiles = await waitingTiles({ db, clock }, began.day, addDays(ended.day, daysAhead))
    // What was due earlier on the day on which the hold began was not held by it.
    return tiles.filter(({ day, time }) => day !== began.day || time === null || time >= began.time)
  },

  async afterBlackout({ db, clock }, { noteId, until }) {
    const found = await findNote(db, noteId)
    if (found === null) throw new WorkspaceError('planning.unknown-note')
    const { note } = found
    const last = until !== null && until > note.endsOn ? until : note.endsOn
    return concernedTiles({ db, clock }, note, addDays(last, daysAhead))
  },

  async endedBlackouts({ db, clock }) {
    const today = malaysianTime(clock.now()).day
    const ended = (await notesBetween(db, addDays(today, -daysAhead), addDays(today, -1))).filter(
      ({ effect, endsOn }) => effect === 'hold' && endsOn < today,
    )
    const counted: { note: CalendarNote; posts: number }[] = []
    for (const note of ended) {
      const { length: posts } = await concernedTiles({ db, clock }, note, note.endsOn)
      if (posts > 0) counted.push({ note, posts })
    }
    return counted
  },
}

function waitingTiles({ db, clock }: Asking, from: PlainDate, to: PlainDate): Promise<PostTile[]> {
  const statuses = PostStatus.options.filter((status) => !over.includes(status))
  return tilesBetween(db, { from, to }, PostFilter.parse({ statuses }), malaysianTime(clock.now()))
}

/**
 * Posts not out, from a blackout's first day to another, that it concerns: cheerful ones and those of
 * which nobody has said what they are, in its states (as `blackoutFindings` has it).
 */
async function concernedTiles(
  { db, clock }: Asking,
  { startsOn, states }: CalendarNote,
  to: PlainDate,
): Promise<PostTile[]> {
  const categories = await itemsOf(db, 'wave-categories', true)
  const tiles = (await waitingTiles({ db, clock }, startsOn, to)).filter(
    ({ category }) => moodOf(category, categories) !== 'plain',
  )
  if (states.length === 0 || tiles.length === 0) return tiles
  const accounts = await ruledAccounts(db)
  const ids = [...new Set(tiles.map(({ id }) => id))]
  const posts = new Map(
    (await postsByIds(db, ids, malaysianTime(clock.now()))).map((post) => [post.id, post]),
  )
  return tiles.filter(({ id, accountIds }) => {
    const post = posts.get(id)
    if (post === undefined) return false
    const there = accountIds.flatMap((account) => accounts.get(account) ?? [])
    return statesConcerned(post.content, there).some((state) => states.includes(state))
  })
}
