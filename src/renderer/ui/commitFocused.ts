import { nextTick } from 'vue'

/** A field that says of itself that it holds something it cannot read. */
export interface WrongField {
  readonly element: HTMLElement
  /** What its label calls it. */
  readonly name: string
}

/**
 * Lets the field that has the focus hand over what stands in it, as leaving it would: some do so
 * only then. The focus stays where it is.
 * @param within nothing happens to a field elsewhere
 */
export async function commitFocused(within: HTMLElement | null): Promise<void> {
  const field = document.activeElement
  if (!(field instanceof HTMLElement) || !within?.contains(field)) return
  // A tick is taken at once: to say so again would take it away.
  const holds = 'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select'
  if (!field.matches(holds)) return
  field.dispatchEvent(new Event('change', { bubbles: true }))
  field.blur()
  field.focus({ preventScroll: true })
  await nextTick()
}

/** The first field within these parts of `root` that is marked as wrong. */
export function wrongField(root: HTMLElement | null, parts: string): WrongField | null {
  const element = root?.querySelector<HTMLElement>(`${parts} [aria-invalid="true"]`)
  if (!element) return null
  const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`)
  const name = element.getAttribute('aria-label') ?? label?.textContent.trim() ?? ''
  return { element, name }
}
