import { ref, type Ref } from 'vue'
import { StatusByHand, type PostTile } from '#contract/posts'
import { usePostCommands } from '../usePostCommands'
import type { Column } from './listView'
import { usePostEdit } from './usePostEdit'

interface Stopping {
  readonly tile: PostTile
  readonly to: 'on-hold' | 'cancelled'
}

/** What is kept of a cell that was changed; what stops a post asks for its reason first. */
export function useCellChange(): {
  readonly change: (tile: PostTile, column: Column, text: string) => void
  readonly stopping: Ref<Stopping | null>
  readonly stop: (reason: string) => Promise<void>
} {
  const { keep } = usePostEdit()
  const { setStatus } = usePostCommands()
  const stopping = ref<Stopping | null>(null)

  function change(tile: PostTile, { key }: Column, text: string): void {
    if (key !== 'status') {
      void keep(tile, key, text)
      return
    }
    const to = StatusByHand.safeParse(text).data
    if (to === 'on-hold' || to === 'cancelled') stopping.value = { tile, to }
    else if (to !== undefined) void setStatus([tile], to, '')
  }

  async function stop(reason: string): Promise<void> {
    const asked = stopping.value
    if (asked !== null && (await setStatus([asked.tile], asked.to, reason))) stopping.value = null
  }

  return { change, stopping, stop }
}
