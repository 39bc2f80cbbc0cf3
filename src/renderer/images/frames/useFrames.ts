import { onBeforeUnmount, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { CheckedImage } from '#contract/images'
import type { FrameOf } from '#contract/imageFrames'
import { useWorkspace } from '../../workspace/calls'
import { useMay } from '../../workspace/may'
import { readerOf } from './partReader'

/** What may need a frame to show. */
interface Wanting extends Pick<CheckedImage, 'medium' | 'frame'> {
  readonly of: FrameOf
}

/** Longest time drawing one may take, in milliseconds. */
const patience = 20_000

/** Those this window tried already: one whose file is gone is not asked for again and again. */
const tried = new Set<string>()

/** Draws what is missing of the videos and PDFs of a list, one after another, while it is shown. */
export function useFrames(list: MaybeRefOrGetter<readonly Wanting[]>): void {
  const workspace = useWorkspace()
  const { may } = useMay()
  const ending = new AbortController()
  let working = false

  async function work(): Promise<void> {
    if (working) return
    working = true
    for (let next = missing(); next && !ending.signal.aborted; next = missing()) {
      tried.add(keyOf(next))
      // What cannot be said now (the workspace locked, the file removed) is tried in a later window.
      await draw(next).catch(() => undefined)
    }
    working = false
  }

  function missing(): Wanting | undefined {
    if (!may('images.setFrame')) return undefined
    return toValue(list).find(
      (one) => one.medium !== 'picture' && one.frame === 'not-yet' && !tried.has(keyOf(one)),
    )
  }

  async function draw({ of, medium }: Wanting): Promise<void> {
    const stop = AbortSignal.any([ending.signal, AbortSignal.timeout(patience)])
    const reader = readerOf(workspace, of, stop)
    // Loaded for the first of them only: most batches have none.
    const { drawDocument, drawVideo } = await import('./drawing')
    const frame = await (medium === 'video' ? drawVideo : drawDocument)(reader, stop)
    // Left before it was done: another time.
    if (ending.signal.aborted) tried.delete(keyOf({ of }))
    else await workspace.images.setFrame({ of, frame })
  }

  watch(
    () => missing() !== undefined,
    () => void work(),
    { immediate: true },
  )
  onBeforeUnmount(() => ending.abort())
}

function keyOf({ of }: Pick<Wanting, 'of'>): string {
  return of.where === 'batch' ? of.checkId : of.imageId
}
