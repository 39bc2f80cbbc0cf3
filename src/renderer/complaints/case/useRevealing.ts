import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Complaint } from '#contract/complaints'
import type { OutputOf } from '../../workspace/calls'
import { useGate } from '../../workspace/gate'
import { useCommand, type RunningCommand } from '../../workspace/useCommand'

/** What a complaint says with nothing covered. */
export type Revealed = OutputOf<'complaints', 'reveal'>

export interface Revealing {
  readonly revealed: Readonly<ShallowRef<Revealed | null>>
  readonly command: RunningCommand<{ id: Complaint['id'] }, Revealed>
  /** Uncovers, for the record; null where it was refused. */
  reveal(): Promise<Revealed | null>
  cover(): void
}

/**
 * Personal data of one complaint, for as long as it is looked at: covered again when it is left, when
 * it was changed, and when the screen is locked. It is never kept anywhere.
 */
export function useRevealing(complaint: () => Complaint): Revealing {
  const gate = useGate()
  const command = useCommand('complaints', 'reveal')
  const revealed = shallowRef<Revealed | null>(null)

  function cover(): void {
    revealed.value = null
  }

  async function reveal(): Promise<Revealed | null> {
    const done = await command.run({ id: complaint().id })
    if (!done.ok) return null
    revealed.value = done.value
    return done.value
  }

  watch([() => complaint().id, () => complaint().version, gate.isOpen], cover)
  onScopeDispose(cover)

  return { revealed, command, reveal, cover }
}
