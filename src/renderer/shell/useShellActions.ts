import { storeToRefs } from 'pinia'
import { onScopeDispose, ref, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { DesktopRequest } from '../../preload/desktop'
import { useWords } from '../words/useWords'
import { useGate } from '../workspace/gate'
import { useCommand } from '../workspace/useCommand'
import { useActions, type Action } from './actions'
import { useDesktop } from './desktop'
import { undoKey } from './keys'
import { useNotices } from './notices'
import { usePersonDialog } from './personDialog'
import { usePreferences } from './preferences'

export interface ShellDialogs {
  readonly palette: Ref<boolean>
  readonly person: Ref<boolean>
  readonly keys: Ref<boolean>
  readonly about: Ref<boolean>
}

/** What can be done on every page, by key, palette or native menu; and the frame's dialogs. */
export function useShellActions(): ShellDialogs {
  const { t } = useWords()
  const router = useRouter()
  const actions = useActions()
  const notices = useNotices()
  const desktop = useDesktop()
  const { theme, language } = storeToRefs(usePreferences())
  const gate = useGate()
  const locking = useCommand('gate', 'lock')
  const covering = useCommand('gate', 'lockScreen')
  const { open: person } = storeToRefs(usePersonDialog())
  const dialogs = { palette: ref(false), person, keys: ref(false), about: ref(false) }

  function takeBack(): void {
    const notice = notices.takeBack()
    if (notice !== null) notices.tell(t('shell.undone', { text: notice.text }))
  }

  function open(dialog: keyof typeof dialogs): void {
    for (const other of Object.values(dialogs)) other.value = false
    dialogs[dialog].value = true
  }

  const everywhere = (): readonly Action[] => [
    {
      id: 'command-palette',
      label: t('shell.palette.title'),
      key: 'ctrl+k',
      run: () => open('palette'),
    },
    {
      id: 'switch-person',
      label: t('shell.actions.switchPerson'),
      key: 'ctrl+u',
      run: () => open('person'),
    },
    {
      id: 'undo',
      label: t('shell.actions.undo'),
      key: undoKey,
      enabled: notices.undoable.length > 0,
      run: takeBack,
    },
    { id: 'shortcuts', label: t('shell.actions.keys'), key: '?', run: () => open('keys') },
    {
      id: 'settings',
      label: t('shell.settings'),
      key: 'ctrl+,',
      run: () => void router.push({ name: 'people' }),
    },
    {
      id: 'lock-screen',
      label: t('shell.lockScreen'),
      key: 'ctrl+l',
      run: coverScreen,
    },
    { id: 'lock', label: t('shell.actions.lock'), run: () => void locking.run({}) },
    { id: 'about', label: t('shell.actions.about'), run: () => open('about') },
    { id: 'theme-light', label: t('shell.actions.themeLight'), run: () => (theme.value = 'light') },
    { id: 'theme-dark', label: t('shell.actions.themeDark'), run: () => (theme.value = 'dark') },
    {
      id: 'theme-system',
      label: t('shell.actions.themeSystem'),
      run: () => (theme.value = 'system'),
    },
    { id: 'language-ms', label: t('shell.actions.malay'), run: () => (language.value = 'ms') },
    { id: 'language-en', label: t('shell.actions.english'), run: () => (language.value = 'en') },
  ]
  const remove = actions.add('everywhere', everywhere)

  /** What is half typed is kept first: behind the locked screen nothing can be. */
  function coverScreen(): void {
    window.dispatchEvent(new Event('blur'))
    // In a turn of its own, so that what is to be kept goes out before it.
    setTimeout(() => void covering.run({}))
  }

  /** Requests of the native menu have the names of actions; some belong to one page. */
  function answer(request: DesktopRequest): void {
    // The menu stays within reach of a locked screen; of what it offers only this does no harm.
    if (gate.lockedScreen.value !== null && !/^(lock|language-..)$/.test(request)) return
    if (request === 'todays-board') {
      void router.push({ name: 'board' })
      return
    }
    // The register hears that itself (`useWarnings`).
    if (request === 'complaints-due') return
    actions.request(request, () => {
      if (request === 'add-images') void router.push({ name: 'image-check' })
    })
  }
  const deafen = desktop.onRequest(answer)
  onScopeDispose(() => {
    remove()
    deafen()
  })
  return dialogs
}
