import { onBeforeUnmount, onMounted } from 'vue'
import { covered } from '../ui/covered'
import { useActions } from './actions'
import { isPress, isTyping, nameOfKey, undoKey } from './keys'

/** Lets keys run actions, unless something nearer takes them, text is typed or a dialog is open. */
export function useKeyboard(): void {
  const actions = useActions()

  function onKey(event: KeyboardEvent): void {
    if (covered.value || event.defaultPrevented || document.querySelector('dialog[open]')) return
    const key = nameOfKey(event)
    if ((!key.startsWith('ctrl+') || key === undoKey) && isTyping(event.target)) return
    if (isPress(key, event.target)) return
    const action = actions.byKey(key)
    if (!action) return
    event.preventDefault()
    action.run()
  }

  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}
