import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PostMove, PostTile } from '#contract/posts'
import type { ClockTime, PlainDate } from '#contract/values'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useMay } from '../workspace/may'
import { useCommand } from '../workspace/useCommand'
import { addDays } from './calendarDays'
import { useAfterword } from './findings/useAfterword'
import { useAskFirst } from './useAskFirst'

/** Posts put on other days, by mouse or by keys: one way for all views, with its way back. */
export const usePostMoves = defineStore('post-moves', () => {
  const { t, format } = useWords()
  const { may } = useMay()
  const notices = useNotices()
  const ask = useAskFirst()
  const afterword = useAfterword()
  const moving = useCommand('posts', 'move')
  const shifting = useCommand('posts', 'shift')
  const slotting = useCommand('posts', 'moveSlots')
  const undoing = useCommand('posts', 'move')
  /** The tile whose new day is typed in a dialog. */
  const dated = shallowRef<readonly PostTile[] | null>(null)

  /** Whether they were moved; false also where the person thought better of it. */
  async function move(tiles: readonly PostTile[], moves: PostMove[]): Promise<boolean> {
    const [first] = tiles
    if (first === undefined || !may('posts.move')) return false
    if (first.apart) return moveApart(first, moves[0]?.day ?? null, moves[0]?.time ?? null)
    if (!(await ask.confirmed(tiles, 'move'))) return false
    const moved = await moving.run({ moves })
    if (!moved.ok) return false
    const { before, fellBack } = moved.value
    notices.tell(
      withFallen(said(first, moves), fellBack),
      () => void undoing.run({ moves: before }),
    )
    void afterword.brought({ moved: before })
    return true
  }

  /** A tile of accounts with a slot of their own: that slot is moved, and the post stays. */
  async function moveApart(
    tile: PostTile,
    day: PlainDate | null,
    time: ClockTime | null,
  ): Promise<boolean> {
    if (day === null) return refuseApart()
    if (!(await ask.confirmed([tile], 'move'))) return false
    const { id, accountIds } = tile
    const moved = await slotting.run({ id, accountIds: [...accountIds], day, time })
    if (!moved.ok) return false
    const { before, fellBack } = moved.value
    notices.tell(
      withFallen(said(tile, [{ id, day, time }]), fellBack),
      () => void undoing.run({ moves: before }),
    )
    void afterword.brought({ moved: before })
    return true
  }

  /** A move may take statuses with it: that is said. */
  function withFallen(text: string, fellBack: readonly unknown[]): string {
    return fellBack.length === 0
      ? text
      : [text, t('posts.fellBack', { count: fellBack.length })].join('. ')
  }

  function said({ title, day }: PostTile, moves: readonly PostMove[]): string {
    const [to] = moves
    if (moves.length > 1) return t('posts.moved.many', { count: moves.length })
    if (!to || to.day === null) return saidWithoutDay(title, day, to?.time ?? null)
    const when = [format.value.day(to.day), to.time].filter((part) => part !== null).join(', ')
    return t('posts.moved.one', { title, when })
  }

  /** What never stood in the calendar is not taken out of it. */
  function saidWithoutDay(title: string, before: PlainDate | null, time: ClockTime | null): string {
    if (before !== null) return t('posts.moved.out', { title })
    return time === null
      ? t('posts.moved.noTime', { title })
      : t('posts.moved.time', { title, time })
  }

  function to(tile: PostTile, day: PlainDate | null, time: ClockTime | null): Promise<boolean> {
    return move([tile], [{ id: tile.id, day, time }])
  }

  /**
   * All of them by so many days from where they stand now, which may be elsewhere than these tiles
   * say; those without a day stay where they are, and that is said.
   */
  async function shift(tiles: readonly PostTile[], days: number): Promise<boolean> {
    const [first] = tiles
    if (tiles.length === 1 && first?.apart === true && first.day !== null) {
      return moveApart(first, addDays(first.day, days), first.time)
    }
    const own = tiles
    if (!may('posts.shift') || !(await ask.confirmed(own, 'move'))) return false
    const ids = [...new Set(own.map(({ id }) => id))]
    const shifted = await shifting.run({ ids, days })
    if (!shifted.ok) return false
    const { before, after, undated, fellBack } = shifted.value
    const undo = (): void => void undoing.run({ moves: before })
    const text = withFallen(saidOfShift(own, after, undated.length), fellBack)
    notices.tell(text, before.length > 0 ? undo : null)
    if (before.length > 0) void afterword.brought({ moved: before })
    return before.length > 0
  }

  function saidOfShift(
    tiles: readonly PostTile[],
    after: readonly PostMove[],
    skipped: number,
  ): string {
    const [first] = tiles
    const count = after.length
    const title = first?.title ?? ''
    if (count === 0 && skipped === 1) return t('posts.moved.noDay', { title })
    if (count === 0) return t('posts.moved.noDays', { count: skipped })
    if (skipped > 0) return t('posts.moved.someNoDay', { count, skipped })
    return first === undefined ? '' : said(first, after)
  }

  /** A slot of an account's own is not taken out of the calendar: it is given up in the details. */
  function refuseApart(): Promise<boolean> {
    notices.tell(t('posts.apartStays'))
    return Promise.resolve(false)
  }

  function date(tiles: readonly PostTile[]): void {
    if (tiles.length > 0 && may('posts.move')) dated.value = tiles
  }

  return { dated, move, to, shift, date }
})
