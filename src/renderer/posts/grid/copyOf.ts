/** A copy of an element with all it holds; hundreds are drawn alike. */
export function copyOf(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new TypeError('A copy of an element is an element')
  return copy
}
