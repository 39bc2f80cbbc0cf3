import { h, render, type Component } from 'vue'

const made = new Map<Component, ReadonlyMap<number, Element>>()

/**
 * An icon as plain DOM: drawn by Vue once for each size and copied from then on, since thousands of
 * tiles are drawn without a component of their own.
 */
export function iconElement(icon: Component, size: number): Node {
  const known = made.get(icon)?.get(size)
  if (known) return known.cloneNode(true)
  const host = document.createElement('span')
  render(h(icon, { size, 'aria-hidden': 'true' }), host)
  const drawn = host.firstElementChild
  if (drawn === null) return document.createTextNode('')
  made.set(icon, new Map([...(made.get(icon) ?? []), [size, drawn]]))
  return drawn.cloneNode(true)
}
