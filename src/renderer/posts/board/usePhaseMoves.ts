import { shallowRef } from 'vue'
import type { Phase } from '#contract/cycles'
import type { PostTile } from '#contract/posts'
import { useCycleWords } from '../../cycles/useCycleWords'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useMay } from '../../workspace/may'
import { useCommand } from '../../workspace/useCommand'
import { asksBeforeMove } from '../postLook'

/** A change of phase that waits for a person's word. */
export interface AskedPhase {
  readonly tile: PostTile
  readonly to: Phase | null
}

/** Posts given to another phase, by mouse or by keys: one way, with its way back. */
export function usePhaseMoves(onMoved: (tile: PostTile, to: Phase | null) => void) {
  const { t } = useWords()
  const { nameOf } = useCycleWords()
  const { may } = useMay()
  const notices = useNotices()
  const moving = useCommand('posts', 'setPhase')
  const undoing = useCommand('posts', 'setPhase')
  const asked = shallowRef<AskedPhase | null>(null)
  /** The card whose phase is chosen in a dialog. */
  const choosing = shallowRef<PostTile | null>(null)

  function phaseWords(to: Phase | null): string {
    return to === null
      ? t('posts.plan.noPhase')
      : t('posts.plan.phaseOf', { number: to.number, name: nameOf(to) })
  }

  /** Asks first where others rely on the post. */
  async function move(tile: PostTile, to: Phase | null): Promise<void> {
    if (tile.phaseId === (to?.id ?? null) || !may('posts.setPhase')) return
    if (asksBeforeMove(tile.status)) asked.value = { tile, to }
    else await moveNow(tile, to)
  }

  async function moveAsked(): Promise<void> {
    const wanted = asked.value
    asked.value = null
    if (wanted !== null) await moveNow(wanted.tile, wanted.to)
  }

  async function moveNow(tile: PostTile, to: Phase | null): Promise<void> {
    const done = await moving.run({ posts: [{ id: tile.id, phaseId: to?.id ?? null }] })
    if (!done.ok) return
    const { before, fellBack } = done.value
    const moved = t('posts.plan.board.moved', { title: tile.title, phase: phaseWords(to) })
    const back = fellBack.length === 0 ? [] : [t('posts.fellBack', { count: fellBack.length })]
    notices.tell([moved, ...back].join('. '), () => void undoing.run({ posts: before }))
    onMoved(tile, to)
  }

  function choose(tile: PostTile): void {
    if (may('posts.setPhase')) choosing.value = tile
  }

  /** Closes whichever question is open, without an answer. */
  function leave(): void {
    asked.value = null
    choosing.value = null
  }

  return { asked, choosing, phaseWords, move, moveAsked, choose, leave }
}

export type PhaseMoves = ReturnType<typeof usePhaseMoves>
