import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { ProcessState } from '../../preload/desktop'
import { useClient } from '../workspace/calls'
import { useWords } from '../words/useWords'
import { useGate } from '../workspace/gate'
import { useForget, useReload, useReloadAll } from '../workspace/reload'
import { useStart } from '../start/startStore'
import { useDesktop } from './desktop'
import { useKeptForms } from './keptForms'
import { useNotices } from './notices'

/**
 * Keeps what is shown in step with the workspace: changed slices ask again, a new port asks all
 * again, a closed gate forgets what was read and what was typed. Returns how the workspace process is doing.
 */
export function useConnection(): Readonly<Ref<ProcessState>> {
  const client = useClient()
  const gate = useGate()
  const desktop = useDesktop()
  const reload = useReload()
  const notices = useNotices()
  const forms = useKeptForms()
  const start = useStart()
  const reloadAll = useReloadAll(() => gate.isOpen.value)
  const forget = useForget()
  const { t } = useWords()
  const state = ref<ProcessState>('running')

  /** The workspace is a new process: it opens by itself where it was open, or asks for the key. */
  async function comeBack(wasOpen: boolean): Promise<void> {
    start.wasInterrupted = wasOpen
    await reloadAll()
    if (wasOpen && gate.isOpen.value) {
      start.wasInterrupted = false
      notices.tell(t('shell.process.cameBack'))
    }
  }

  const stops = [
    client.changed.add((slices) => {
      // Behind a locked screen nothing is answered; all of it is asked again afterwards.
      if (gate.lockedScreen.value === null) reload(slices)
    }),
    client.connected.add(() => {
      state.value = 'running'
      if (gate.state.value === undefined) return
      void comeBack(gate.isOpen.value)
    }),
    client.gateMoved.add(() => reload(['gate'])),
    desktop.onProcessState((now) => {
      state.value = now
      if (now === 'restarting') client.disconnect()
      if (now === 'given-up') client.giveUp()
    }),
  ]
  watch(
    () => gate.actor.value?.id,
    () => notices.forgetUndoable(),
  )
  watch(gate.isOpen, (isOpen) => {
    if (isOpen) start.wasInterrupted = false
  })
  watch(
    () => gate.lockedScreen.value !== null,
    (isLocked) => {
      if (!isLocked && gate.isOpen.value) void reloadAll()
    },
  )
  watch(
    () => gate.isOpen.value || gate.lockedScreen.value !== null,
    (isOpened) => {
      if (isOpened) return
      forget()
      notices.clear()
      forms.clear()
    },
  )
  onScopeDispose(() => stops.forEach((stop) => stop()))
  return state
}
