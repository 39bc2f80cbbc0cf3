import { h, render, type Component } from 'vue'

/** Pixels of a sign and of the gap to the next. */
const [side, gap] = [12, 3]

const addresses = new Map<Component, string>()
const classes = new Map<string, string>()
const sheet = new CSSStyleSheet()
let isAdopted = false

/**
 * A class that puts signs before an element's text, side by side and in its colour: masks of one
 * pseudo-element. Thousands are drawn, and an element for each icon and each of its lines would
 * cost more than all the rest of a tile. What they mean must be said in words elsewhere.
 */
export function signsClass(icons: readonly Component[]): string {
  if (icons.length === 0) return ''
  const images = icons.map((icon) => `url("${addressOf(icon)}")`).join(', ')
  const known = classes.get(images)
  if (known !== undefined) return known
  const name = `signs-${String(classes.size)}`
  const places = icons.map((_, at) => `${String(at * (side + gap))}px 0`).join(', ')
  const width = icons.length * (side + gap) - gap
  sheet.insertRule(
    `.${name}::before { inline-size: ${String(width)}px; mask-image: ${images}; mask-position: ${places}; }`,
  )
  adopt()
  classes.set(images, `signs ${name}`)
  return `signs ${name}`
}

/** The icon as a picture of its own, drawn by Vue once. */
function addressOf(icon: Component): string {
  const known = addresses.get(icon)
  if (known !== undefined) return known
  const host = document.createElement('span')
  render(h(icon, { size: 24, color: 'black' }), host)
  const address = URL.createObjectURL(new Blob([host.innerHTML], { type: 'image/svg+xml' }))
  render(null, host)
  addresses.set(icon, address)
  return address
}

function adopt(): void {
  if (isAdopted) return
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  isAdopted = true
}
