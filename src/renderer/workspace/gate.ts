import { computed, type ComputedRef } from 'vue'
import type { GateState } from '#contract/gate'
import type { Person } from '#contract/people'
import { useQuery } from './useQuery'

type OpenGate = Extract<GateState, { kind: 'open' }>

export interface Gate {
  /** Undefined until the workspace has answered for the first time. */
  readonly state: ComputedRef<GateState | undefined>
  readonly open: ComputedRef<OpenGate | null>
  readonly isOpen: ComputedRef<boolean>
  /** Who is at the keyboard. */
  readonly actor: ComputedRef<Person | null>
}

/** Whether the workspace is open, and for whom. */
export function useGate(): Gate {
  const { data } = useQuery('gate', 'state', {})
  const open = computed(() => (data.value?.kind === 'open' ? data.value : null))
  return {
    state: computed(() => data.value),
    open,
    isOpen: computed(() => open.value !== null),
    actor: computed(() => open.value?.actor ?? null),
  }
}
