import { flushPromises } from '@vue/test-utils'
import type { Mounted } from '../support/mountPart'

/** What stands in a field of the pane. */
export function valueOf(pane: Mounted, name: string): string {
  const field = pane.control('field', name)
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.value
    : ''
}

/** Ctrl+S, wherever the focus is. */
export async function saveByKey(): Promise<void> {
  const on = document.activeElement ?? document.body
  on.dispatchEvent(
    new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true }),
  )
  await flushPromises()
}
