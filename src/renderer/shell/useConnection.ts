import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { ProcessState } from '../../preload/desktop'
import { useClient } from '../workspace/calls'
import { useGate } from '../workspace/gate'
import { useForget, useReload, useReloadAll } from '../workspace/reload'
import { useStart } from '../start/startStore'
import { useDesktop } from './desktop'
import { useNotices } from './notices'

/**
 * Keeps what is shown in step with the workspace: changed slices ask again, a new port asks all
 * again, a closed gate forgets what was read. Returns how the workspace process is doing.
 */
export function useConnection(): Readonly<Ref<ProcessState>> {
  const client = useClient()
  const gate = useGate()
  const desktop = useDesktop()
  const reload = useReload()
  const notices = useNotices()
  const start = useStart()
  const reloadAll = useReloadAll(() => gate.isOpen.value)
  const forget = useForget()
  const state = ref<ProcessState>('running')

  const stops = [
    client.changed.add(reload),
    client.connected.add(() => {
      state.value = 'running'
      if (gate.state.value === undefined) return
      start.wasInterrupted = gate.isOpen.value
      void reloadAll()
    }),
    client.gateMoved.add(() => reload(['gate'])),
    desktop.onProcessState((now) => {
      state.value = now
      if (now === 'restarting') client.disconnect()
      if (now === 'given-up') client.giveUp()
    }),
  ]
  watch(gate.isOpen, (isOpen) => {
    if (isOpen) {
      start.wasInterrupted = false
      return
    }
    forget()
    notices.clear()
  })
  onScopeDispose(() => stops.forEach((stop) => stop()))
  return state
}
