/** How a key press is called in `Action.key`: `ctrl+k`, `n`, `?`, `Delete`. */
export function nameOfKey(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const command = event.ctrlKey || event.metaKey
  return `${command ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${key}`
}

/** Within a field it takes back what was typed there, which is the field's own. */
export const undoKey = 'ctrl+z'

/** Whether plain letters are being typed into something, so that they are not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !keylessInputs.has(target.type)
}

/** Whether the control that has the focus is pressed by this very key, which is then its own. */
export function isPress(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (key === ' ') return target.matches('button, summary, input')
  return key === 'Enter' && target.matches('button, summary, a[href]')
}

const keylessInputs = new Set(['checkbox', 'radio', 'button', 'submit', 'file', 'range', 'color'])

/** A key as it is printed on keyboards: `Ctrl + K`. */
export function partsOfKey(key: string): readonly string[] {
  return key
    .split('+')
    .map((part) => printed[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}

const printed: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
}
