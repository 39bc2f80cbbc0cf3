import { computed, type ComputedRef } from 'vue'
import type { GateState } from '#contract/gate'
import type { Person } from '#contract/people'
import { useQuery } from './useQuery'

type OpenGate = Extract<GateState, { kind: 'open' }>
type LockedScreen = Extract<GateState, { kind: 'screen-locked' }>

export interface Gate {
  /** Undefined until the workspace has answered for the first time. */
  readonly state: ComputedRef<GateState | undefined>
  readonly open: ComputedRef<OpenGate | null>
  /** True only while calls are answered: neither closed nor behind a locked screen. */
  readonly isOpen: ComputedRef<boolean>
  /** The workspace is open, the screen is not. */
  readonly lockedScreen: ComputedRef<LockedScreen | null>
  /**
   * Who is at the keyboard. Behind a locked screen who was there, so that what is drawn beneath
   * stays as it was.
   */
  readonly actor: ComputedRef<Person | null>
}

/** Whether the workspace is open, and for whom. */
export function useGate(): Gate {
  const { data } = useQuery('gate', 'state', {})
  const open = computed(() => (data.value?.kind === 'open' ? data.value : null))
  const lockedScreen = computed(() => (data.value?.kind === 'screen-locked' ? data.value : null))
  return {
    state: computed(() => data.value),
    open,
    isOpen: computed(() => open.value !== null),
    lockedScreen,
    actor: computed(() => open.value?.actor ?? lockedScreen.value?.lockedBy ?? null),
  }
}
