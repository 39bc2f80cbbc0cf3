import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PostMove, PostTile } from '#contract/posts'
import type { ClockTime, PlainDate } from '#contract/values'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useMay } from '../workspace/may'
import { useCommand } from '../workspace/useCommand'
import { addDays } from './calendarDays'
import { asksBeforeMove } from './postLook'

/** A move that waits for a person's word. */
export interface AskedMove {
  readonly tiles: readonly PostTile[]
  readonly answer: (go: boolean) => void
}

/** Posts put on other days, by mouse or by keys: one way for all views, with its way back. */
export const usePostMoves = defineStore('post-moves', () => {
  const { t, format } = useWords()
  const { may } = useMay()
  const notices = useNotices()
  const moving = useCommand('posts', 'move')
  const undoing = useCommand('posts', 'move')
  const asked = shallowRef<AskedMove | null>(null)
  /** The tile whose new day is typed in a dialog. */
  const dated = shallowRef<readonly PostTile[] | null>(null)

  function confirmed(tiles: readonly PostTile[]): Promise<boolean> {
    const grave = tiles.filter(({ status }) => asksBeforeMove(status))
    if (grave.length === 0) return Promise.resolve(true)
    return new Promise((resolve) => {
      asked.value = {
        tiles: grave,
        answer(go) {
          asked.value = null
          resolve(go)
        },
      }
    })
  }

  /** Whether they were moved; false also where the person thought better of it. */
  async function move(tiles: readonly PostTile[], moves: PostMove[]): Promise<boolean> {
    const [first] = tiles
    if (first === undefined || !may('posts.move') || !(await confirmed(tiles))) return false
    const moved = await moving.run({ moves })
    if (!moved.ok) return false
    const { before, fellBack } = moved.value
    const back = fellBack.length === 0 ? [] : [t('posts.fellBack', { count: fellBack.length })]
    notices.tell(
      [said(first, moves), ...back].join('. '),
      () => void undoing.run({ moves: before }),
    )
    return true
  }

  function said({ title }: PostTile, moves: readonly PostMove[]): string {
    const [to] = moves
    if (moves.length > 1) return t('posts.moved.many', { count: moves.length })
    if (!to || to.day === null) return t('posts.moved.out', { title })
    const when = [format.value.day(to.day), to.time].filter((part) => part !== null).join(', ')
    return t('posts.moved.one', { title, when })
  }

  function to(tile: PostTile, day: PlainDate | null, time: ClockTime | null): Promise<boolean> {
    if (tile.apart) return refuseApart()
    return move([tile], [{ id: tile.id, day, time }])
  }

  /** All of them by so many days; those without a day stay where they are. */
  function shift(tiles: readonly PostTile[], days: number): Promise<boolean> {
    const own = tiles.filter(({ apart, day }) => !apart && day !== null)
    if (own.length === 0 && tiles.some(({ apart }) => apart)) return refuseApart()
    const moves = own.flatMap(({ id, day, time }) =>
      day === null ? [] : [{ id, day: addDays(day, days), time }],
    )
    return move(own, moves)
  }

  /** The slot is an account's own: it is changed where the account's own text is. */
  function refuseApart(): Promise<boolean> {
    notices.tell(t('posts.apart'))
    return Promise.resolve(false)
  }

  function date(tiles: readonly PostTile[]): void {
    if (tiles.some(({ apart }) => apart)) void refuseApart()
    else if (tiles.length > 0 && may('posts.move')) dated.value = tiles
  }

  return { asked, dated, move, to, shift, date }
})
